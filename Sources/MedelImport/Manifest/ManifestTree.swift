import Yams

/// A value of a manifest with its line: text, list or mapping and nothing else.
///
/// Scalars are kept as they are written, so that no number passes through a binary fraction.
indirect enum ManifestNode {
    case text(String, line: Int)
    case list([ManifestNode], line: Int)
    case mapping([Field], line: Int)

    /// A key with its value.
    struct Field {
        let key: String
        let line: Int
        let value: ManifestNode
    }

    var line: Int {
        switch self {
        case .text(_, let line), .list(_, let line), .mapping(_, let line): line
        }
    }

    /// Whether a key has been written without anything after it.
    var isEmpty: Bool {
        if case .text(let text, _) = self { return text.isEmpty }
        return false
    }
}

/// Reads the bytes of one file as YAML, inside limits that no honest manifest comes near.
///
/// Source: STORE 4.5.
struct ManifestTree {
    static let bytesMax = 1_000_000
    static let depthMax = 32
    static let valuesMax = 100_000

    /// An alias repeats what it names, and may name what repeats; few can be multiplied little.
    static let aliasesMax = 10

    private let file: String
    private let findings: ManifestFindings
    private var valueCount = 0
    private var hasStopped = false

    private init(file: String, findings: ManifestFindings) {
        self.file = file
        self.findings = findings
    }

    /// Reads a file.
    ///
    /// - Returns: nil for an empty file, and for one that cannot be read, which is then a finding.
    static func read(
        _ bytes: [UInt8],
        file: String,
        findings: ManifestFindings
    ) -> ManifestNode? {
        let whole = ManifestPlace(file: file, line: nil)
        guard bytes.count <= bytesMax else {
            findings.add(whole, .file(.fileTooLarge(bytesMax: bytesMax)))
            return nil
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            findings.add(whole, .file(.notUTF8))
            return nil
        }
        if let line = lineOfAlias(number: aliasesMax + 1, in: bytes) {
            findings.add(
                ManifestPlace(file: file, line: line),
                .file(.tooManyAliases(limit: aliasesMax))
            )
            return nil
        }
        do {
            guard let root = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
                return nil
            }
            var tree = ManifestTree(file: file, findings: findings)
            let node = tree.node(root, depth: 1, line: 1)
            return tree.hasStopped ? nil : node
        } catch let error as YamlError {
            let (line, reason) = error.finding(in: bytes)
            findings.add(ManifestPlace(file: file, line: line), reason)
        } catch {
            findings.add(whole, .file(.syntax(detail: "\(error)")))
        }
        return nil
    }

    private mutating func node(_ node: Node, depth: Int, line: Int) -> ManifestNode? {
        let line = node.mark?.line ?? line
        guard !hasStopped else { return nil }
        valueCount += 1
        guard valueCount <= Self.valuesMax else {
            return stop(line, .file(.tooManyValues(limit: Self.valuesMax)))
        }
        guard depth <= Self.depthMax else {
            return stop(line, .file(.tooDeep(limit: Self.depthMax)))
        }
        switch node {
        case .scalar(let scalar):
            let isNull = scalar.style == .plain && ["~", "null"].contains(scalar.string)
            return .text(isNull ? "" : scalar.string, line: line)
        case .sequence(let sequence):
            var items: [ManifestNode] = []
            for item in sequence {
                guard let item = self.node(item, depth: depth + 1, line: line) else { continue }
                items.append(item)
            }
            return .list(items, line: line)
        case .mapping(let mapping):
            var fields: [ManifestNode.Field] = []
            for (key, value) in mapping {
                let keyLine = key.mark?.line ?? line
                guard let value = self.node(value, depth: depth + 1, line: keyLine) else {
                    continue
                }
                guard let name = key.scalar?.string else {
                    findings.add(ManifestPlace(file: file, line: keyLine), .shape(.keyNotText))
                    continue
                }
                fields.append(ManifestNode.Field(key: name, line: keyLine, value: value))
            }
            return .mapping(fields, line: line)
        case .alias:
            return stop(line, .file(.tooManyAliases(limit: 0)))
        }
    }

    private mutating func stop(_ line: Int, _ reason: ManifestReason) -> ManifestNode? {
        findings.add(ManifestPlace(file: file, line: line), reason)
        hasStopped = true
        return nil
    }

    /// The line of the alias with a number from one; texts that look like one count too.
    private static func lineOfAlias(number: Int, in bytes: [UInt8]) -> Int? {
        let star = UInt8(ascii: "*")
        var line = 1
        var count = 0
        for (place, byte) in bytes.enumerated() {
            if byte == 0x0A { line += 1 }
            guard byte == star, place + 1 < bytes.count, bytes[place + 1] > 0x20,
                place == 0 || beforeAlias.contains(bytes[place - 1])
            else { continue }
            count += 1
            if count == number { return line }
        }
        return nil
    }

    private static let beforeAlias = Set("\u{FEFF} \t\n\r[{,:-?".utf8)
}

extension YamlError {
    /// Where the parser stopped and why.
    fileprivate func finding(in bytes: [UInt8]) -> (line: Int?, reason: ManifestReason) {
        switch self {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            return (mark.line, .file(.syntax(detail: problem)))
        case .reader(let problem, let offset, _, _):
            let before = bytes.prefix(offset ?? 0)
            return (before.count { $0 == 0x0A } + 1, .file(.syntax(detail: problem)))
        case .duplicatedKeysInMapping(let keys, let context):
            return (context.mark.line, .shape(.keyRepeated(keys.sorted().joined(separator: ", "))))
        case .no, .memory, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
            return (nil, .file(.syntax(detail: "\(self)")))
        }
    }
}
