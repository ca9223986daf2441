public import MedelCore

/// A file with one decision in the manifest's form, with the key `insats` beside its own.
///
/// Source: SPEC 3 (decision), 11.
public struct DecisionFile: Sendable {
    /// The decision; nil when it cannot be read.
    public let decision: Decision?

    /// What is wrong, in order of line.
    public let problems: [ManifestProblem]

    /// Whether the decision may be taken.
    public var isSound: Bool { decision != nil && problems.allSatisfy(\.isWarning) }

    /// Reads a decision against what is planned and decided already.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - plan: what the ledger has; a decision of the same code is left for the ledger to compare.
    public init(_ file: ManifestFile, knowing plan: AssociationPlan) {
        let findings = ManifestFindings()
        var reading = ManifestReading(findings: findings)
        if let root = ManifestTree.read(file.bytes, file: file.name, findings: findings) {
            reading.readDecisionFile(root, file: file.name, knowing: plan)
            reading.checkAcross()
        } else if findings.problems.isEmpty {
            findings.add(ManifestPlace(file: file.name, line: nil), .shape(.missingKey("code")))
        }
        let own = findings.problems.filter { $0.place.file == file.name }
        problems = own.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
        decision = reading.decisions.last { $0.place.file == file.name }?.value
    }
}

extension ManifestFile {
    /// Reads one file, no further than what is too large.
    ///
    /// - Throws: `SourceFileError`.
    public init(path: String) throws {
        let source = try SourceFile(path)
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= ManifestTree.bytesMax {
            let count = try part.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            bytes += part[..<count]
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        self.init(name: name, bytes: bytes)
    }
}

extension ManifestReading {
    /// Reads one decision, beside what a plan holds.
    fileprivate mutating func readDecisionFile(
        _ root: ManifestNode,
        file: String,
        knowing plan: AssociationPlan
    ) {
        let keys = ["insats"] + Self.decisionKeys
        guard let entry = ManifestEntry(root, file: file, keys: keys, findings) else { return }
        know(plan, besides: entry.text("code"))
        guard let insats = entry.required("insats", entry.insatsCode) else { return }
        refer(to: .insats, insats.text, at: entry.place(of: "insats"))
        readDecision(of: insats, entry)
    }

    /// Takes what the ledger has as read, at a place of its own.
    private mutating func know(_ plan: AssociationPlan, besides code: String?) {
        let place = ManifestPlace(file: "", line: nil)
        for category in plan.costCategories {
            describe(.costCategory, category.code.text, at: place)
            costCategories.append(Placed(value: category, place: place))
        }
        for recipient in plan.recipients { describe(.recipient, recipient.code.text, at: place) }
        for insats in plan.insatser {
            describe(.insats, insats.code.text, at: place)
            insatser.append(Placed(value: insats, place: place))
        }
        budgets += plan.budgets.map { Placed(value: $0, place: place) }
        for decision in plan.decisions where decision.code.text != code {
            describe(.decision, decision.code.text, at: place)
            decisions.append(Placed(value: decision, place: place))
        }
    }
}
