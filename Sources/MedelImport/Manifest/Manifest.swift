public import MedelCore

/// What a folder of manifests says, and everything that is wrong with it.
public struct Manifest: PlanInput {
    /// The plan, without what could not be read; budgets are numbered by insats from one.
    public let plan: AssociationPlan

    /// Every book's mapping rules; nil when no file has the key `mapping`, and then the rules that
    /// a ledger has are left as they are.
    public let mapping: [BookReference: [MappingRule]]?

    /// What is wrong, in order of file and line.
    public let problems: [ManifestProblem]
}

extension Manifest {
    /// Reads the files of a folder to the end.
    public init(_ files: [ManifestFile]) { self.init(files, also: []) }

    /// Reads files, beside problems that were met on the way to them.
    ///
    /// - Parameters:
    ///   - files: the files.
    ///   - problems: what was met on the way to them.
    ///   - rates: PO rates for the sectors and years that the files have none for.
    ///   - known: what a ledger has been told already. Its decisions and kostnadsslag that no file
    ///     has may be referred to, and what the files say is held against them and its budgets.
    ///   - today: the day that days are held against; nil for none.
    public init(
        _ files: [ManifestFile],
        also problems: [ManifestProblem],
        rates: PORateTable = PORateTable(),
        beside known: AssociationPlan = AssociationPlan(),
        today: Day? = nil
    ) {
        let findings = ManifestFindings()
        for problem in problems { findings.add(problem.place, problem.reason) }
        var reading = ManifestReading(findings: findings, today: today)
        for file in files.sorted(by: { $0.name < $1.name }) {
            let before = findings.problems.count
            let root = ManifestTree.read(file.bytes, file: file.name, findings: findings)
            if findings.problems.count > before { reading.lose(file.bytes) }
            guard let root, !root.isEmpty else { continue }
            reading.read(root, file: file.name)
        }
        reading.keepBeside(known)
        reading.computeBudgets(with: rates)
        reading.checkAcross()
        plan = reading.plan
        mapping = reading.hasMapping ? reading.mapping : nil
        // What was wrong in the ledger before is not the folder's to mend.
        self.problems = findings.ordered.filter { $0.place != .ledger }
    }
}
