public import MedelCore

/// Something new for the plan of a ledger, checked as a folder is: against all that the ledger has.
///
/// Source: SPEC 3, 11.
public struct PlanAddition: PlanInput {
    /// What a file with a single thing describes, in the manifest's form.
    public enum Form: Sendable {
        /// A decision, with the key `insats` beside its own.
        case decision
        /// A version of an insats's budget, with the keys `insats` and `poRates` beside its own; or
        /// the association's budget, under `areaBudget` and `associationBudgets`.
        case budget
    }

    /// What is new, without what could not be read; of the association's own budget all lines
    /// of the year, since a year is kept as a whole.
    public let plan: AssociationPlan

    /// Nil: the rules come from folders.
    public let mapping: [BookReference: [MappingRule]]? = nil

    /// What is wrong, in order of line.
    public let problems: [ManifestProblem]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - file: the file.
    ///   - form: what it describes.
    ///   - known: what the ledger has; a decision of the same code is left for the ledger to
    ///     compare.
    ///   - rates: PO rates for the sectors and years that the file has none for.
    ///   - today: the day that days are held against; nil for none.
    public init(
        _ file: ManifestFile,
        as form: Form,
        beside known: AssociationPlan,
        rates: PORateTable = PORateTable(),
        today: Day? = nil
    ) {
        let findings = ManifestFindings()
        var reading = ManifestReading(findings: findings, home: .ledger, today: today)
        if let root = ManifestTree.read(file.bytes, file: file.name, findings: findings) {
            reading.read(root, as: form, file: file.name, beside: known)
            reading.computeBudgets(with: rates)
        } else if findings.problems.isEmpty {
            findings.add(ManifestPlace(file: file.name, line: nil), .shape(.missingKey("insats")))
        }
        self.init(reading, beside: known)
    }

    /// What a file adds, in words that a revisor reads; nothing is computed or checked.
    public static func subject(of file: ManifestFile, as form: Form) -> String {
        let findings = ManifestFindings()
        var reading = ManifestReading(findings: findings, home: .ledger)
        if let root = ManifestTree.read(file.bytes, file: file.name, findings: findings) {
            reading.read(root, as: form, file: file.name, beside: AssociationPlan())
        }
        return reading.subject
    }

    /// Takes values that somebody has entered one by one.
    ///
    /// - Parameters:
    ///   - values: contributions, lines of the association's budget, funding sources and insatser.
    ///   - name: what they are together, in Swedish; problems stand there.
    ///   - known: what the ledger has.
    ///   - today: the day that days are held against; nil for none.
    public init(
        entering values: AssociationPlan,
        named name: String,
        beside known: AssociationPlan,
        today: Day? = nil
    ) {
        var reading = ManifestReading(
            findings: ManifestFindings(),
            home: .ledger,
            today: today
        )
        reading.enter(values, at: ManifestPlace(file: name, line: nil))
        self.init(reading, beside: known)
    }

    private init(_ reading: ManifestReading, beside known: AssociationPlan) {
        var reading = reading
        reading.keep(known)
        reading.checkAcross()
        plan = reading.plan
        problems = reading.findings.ordered.filter { $0.place != .ledger }
    }
}

extension ManifestReading {
    /// What has been read, in Swedish.
    fileprivate var subject: String {
        let years = Set(areaBudgets.map(\.value.year))
            .union(associationBudgets.map(\.value.year)).sorted()
        let own = years.map { "förbundets budget \($0)" }
        let insatser = budgetDrafts.map { "budget för \($0.insats)" }
        let decided = decisions.map { "beslut \($0.value.code.text) om \($0.value.insats)" }
        return (own + insatser + decided).joined(separator: ", ")
    }

    fileprivate mutating func read(
        _ root: ManifestNode,
        as form: PlanAddition.Form,
        file: String,
        beside known: AssociationPlan
    ) {
        switch form {
        case .decision: readDecisionFile(root, file: file)
        case .budget: readBudgetFile(root, file: file, beside: known)
        }
    }

    private mutating func readDecisionFile(_ root: ManifestNode, file: String) {
        let keys = ["insats"] + Self.decisionKeys
        guard let entry = ManifestEntry(root, file: file, keys: keys, findings),
            let insats = readInsatsCode(entry)
        else { return }
        readDecision(of: insats, entry)
    }

    private mutating func readBudgetFile(
        _ root: ManifestNode,
        file: String,
        beside known: AssociationPlan
    ) {
        let own = ["insats", "poRates"] + Self.budgetKeys
        let area = ["areaBudget", "associationBudgets"]
        if case .mapping(let fields, _) = root, fields.contains(where: { area.contains($0.key) }) {
            guard let entry = ManifestEntry(root, file: file, keys: area, findings) else { return }
            readOwnBudget(entry)
            return
        }
        guard let entry = ManifestEntry(root, file: file, keys: own, findings) else { return }
        readPORates(entry)
        guard let insats = readInsatsCode(entry) else { return }
        let described = known.insatser.first { $0.code == insats }
        readBudget(of: insats, months: described?.months, entry)
    }

    private mutating func readInsatsCode(_ entry: ManifestEntry) -> InsatsCode? {
        guard let insats = entry.required("insats", entry.insatsCode) else { return nil }
        refer(to: .insats, insats.text, at: entry.place(of: "insats"))
        return insats
    }
}
