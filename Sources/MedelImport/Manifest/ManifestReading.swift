import MedelCore

/// Manifests under reading: what has been read so far, with its places.
struct ManifestReading {
    /// A value and where it stands.
    struct Placed<Value> {
        let value: Value
        let place: ManifestPlace

        /// Whether a ledger has it, and nothing that is read says it.
        var isKept: Bool { place == .ledger }
    }

    /// What must describe all that is referred to.
    enum Home {
        /// A folder, which describes a whole plan.
        case folder
        /// A ledger, to which something is added.
        case ledger
    }

    /// A row that must be in some budget of an insats.
    struct RowReference {
        let insats: InsatsCode
        let row: BudgetRowCode
        let place: ManifestPlace
    }

    /// A code that is referred to, to be looked up when everything is read.
    struct Reference {
        let thing: ManifestThing
        let code: String
        let place: ManifestPlace
    }

    let findings: ManifestFindings
    let home: Home

    /// The day on which it is read; nil where days are not held against it.
    let today: Day?

    /// What a ledger has, that something new is held against.
    var known = AssociationPlan()

    var profile: Placed<AssociationProfile>?
    var areaBudgets: [Placed<AreaBudget>] = []
    var contributions: [Placed<Contribution>] = []
    var associationBudgets: [Placed<AssociationBudget>] = []
    var fundingSources: [Placed<FundingSource>] = []
    var recipients: [Placed<Recipient>] = []
    var insatser: [Placed<Insats>] = []
    var budgetDrafts: [BudgetDraft] = []
    var budgets: [Placed<BudgetVersion>] = []
    var poRates: [PORate] = []
    var decisions: [Placed<Decision>] = []
    var openingPositions: [Placed<OpeningPosition>] = []
    var eligibilityRules: [Placed<EligibilityRule>] = []
    var costCategories: [Placed<CostCategory>] = []
    var mapping: [BookReference: [MappingRule]] = [:]
    var hasMapping = false
    var references: [Reference] = []

    /// Rows of budgets that grants are limited to.
    var rowReferences: [RowReference] = []

    /// How many budgets of each insats the files state, also those that cannot be read.
    var statedBudgets: [InsatsCode: Int] = [:]

    /// How many budgets each insats has so far.
    var budgetCounts: [InsatsCode: Int] = [:]

    /// Where each thing was first described, by its code.
    private var firstPlaces: [ManifestThing: [String: ManifestPlace]] = [:]

    /// The codes that a ledger has.
    var kept: [ManifestThing: Set<String>] = [:]

    /// All that looks like a code in files that could not be read.
    private var lost: Set<Substring> = []

    init(findings: ManifestFindings, home: Home = .folder, today: Day? = nil) {
        self.findings = findings
        self.home = home
        self.today = today
    }

    /// What has been read, as the rest of the program knows it.
    var plan: AssociationPlan {
        var plan = AssociationPlan()
        plan.profile = profile?.value
        // A year is kept as a whole, so what a ledger has of it goes with what is new.
        let years = Set(areaBudgets.filter { !$0.isKept }.map(\.value.year))
        plan.areaBudgets = areaBudgets.map(\.value).filter { years.contains($0.year) }
        plan.associationBudgets = associationBudgets.filter { !$0.isKept }.map(\.value)
        plan.fundingSources = fundingSources.map(\.value)
        plan.contributions = contributions.map(\.value)
        plan.recipients = recipients.map(\.value)
        plan.insatser = insatser.filter { !$0.isKept }.map(\.value)
        plan.budgets = budgets.filter { !$0.isKept }.map(\.value)
        plan.decisions = decisions.filter { !$0.isKept }.map(\.value)
        plan.openingPositions = openingPositions.map(\.value)
        plan.eligibilityRules = eligibilityRules.map(\.value)
        plan.costCategories = costCategories.filter { !$0.isKept }.map(\.value)
        return plan
    }

    /// Reads the root of one file.
    mutating func read(_ root: ManifestNode, file: String) {
        let keys = [
            "association", "areaBudget", "associationBudgets", "contributions", "fundingSources",
            "recipients", "mapping", "poRates", "insatser", "eligibility",
            "costCategories",
        ]
        guard let entry = ManifestEntry(root, file: file, keys: keys, findings) else { return }
        readAssociation(entry)
        readOwnBudget(entry)
        for item in entry.entries("fundingSources", keys: Self.fundingKeys) {
            readFunding(of: nil, item)
        }
        for item in entry.entries("contributions", keys: Self.contributionKeys) {
            readContribution(item)
        }
        for item in entry.entries("recipients", keys: ["code", "name", "vat", "laterVat"]) {
            readRecipient(item)
        }
        readPORates(entry)
        if entry.has("mapping") { hasMapping = true }
        for item in entry.entries("mapping", keys: Self.mappingKeys) { readRule(item) }
        for item in entry.entries("insatser", keys: Self.insatsKeys) { readInsats(item) }
        for item in entry.entries("eligibility", keys: Self.eligibilityKeys) {
            readEligibilityRule(item)
        }
        for item in entry.entries("costCategories", keys: Self.costCategoryKeys) {
            readCostCategory(item)
        }
    }

    /// Notes a code that is described for the second time.
    mutating func describe(_ thing: ManifestThing, _ code: String, at place: ManifestPlace) {
        if let first = firstPlaces[thing]?[code] {
            findings.add(place, .plan(.duplicate(thing, code, first: first)))
        } else {
            firstPlaces[thing, default: [:]][code] = place
        }
    }

    /// Remembers a code that must be described somewhere.
    mutating func refer(to thing: ManifestThing, _ code: String, at place: ManifestPlace) {
        references.append(Reference(thing: thing, code: code, place: place))
    }

    /// Remembers a file that could not be read, which has a finding of its own.
    mutating func lose(_ bytes: [UInt8]) {
        let text = String(decoding: bytes.prefix(ManifestTree.bytesMax), as: UTF8.self)
        let words = text.split { !$0.isLetter && !$0.isNumber && !"-_.".contains($0) }
        lost.formUnion(words)
    }

    /// Whether some file describes a code, the ledger has it, or a file that could not be read
    /// mentions it and so may describe it.
    func knows(_ thing: ManifestThing, _ code: String) -> Bool {
        firstPlaces[thing]?[code] != nil || kept[thing]?.contains(code) == true
            || lost.contains(code[...])
    }
}
