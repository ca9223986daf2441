/// A rule about the project's own text that the compiler cannot hold.
enum TidyRule: String, CaseIterable, Sendable {
    case fileLength
    case functionLength
    case noTraps
    case nothingLeftOver
    case noReplacingInsert
    case noUncheckedSendable
    case noFloatingPoint
    case arrowsPointInward
    case queriesInStoreOnly
    case unsafeInItsRoomsOnly
    case fileNamesSayWhat
    case oneTitle
    case pathsExist

    /// The places in a file that break the rule.
    func findings(in file: SourceFile) -> [Finding] {
        switch self {
        case .fileLength: fileLength(file)
        case .functionLength: functionLength(file)
        case .noTraps: noTraps(file)
        case .nothingLeftOver: nothingLeftOver(file)
        case .noReplacingInsert: noReplacingInsert(file)
        case .noUncheckedSendable: noUncheckedSendable(file)
        case .noFloatingPoint: noFloatingPoint(file)
        case .arrowsPointInward: arrowsPointInward(file)
        case .queriesInStoreOnly: queriesInStoreOnly(file)
        case .unsafeInItsRoomsOnly: unsafeInItsRoomsOnly(file)
        case .fileNamesSayWhat: fileNamesSayWhat(file)
        case .oneTitle: oneTitle(file)
        case .pathsExist: pathsExist(file)
        }
    }

    /// A finding for each line that a test finds fault with.
    func findings(
        in file: SourceFile,
        lines: [Substring],
        fault: (Substring) -> String?
    ) -> [Finding] {
        lines.enumerated().compactMap { index, line in
            fault(line).map { Finding(path: file.path, line: index + 1, reason: $0) }
        }
    }
}

/// The identifiers, keywords and numbers of a line of code, each with what stands before it.
func words(of line: Substring) -> [(before: Character?, word: Substring)] {
    var found: [(before: Character?, word: Substring)] = []
    var rest = line
    var before: Character?
    while let first = rest.first {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if word.isEmpty {
            before = first
            rest = rest.dropFirst()
        } else {
            found.append((before: before, word: word))
            before = word.last
            rest = rest.dropFirst(word.count)
        }
    }
    return found
}
