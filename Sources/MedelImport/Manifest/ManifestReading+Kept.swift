import MedelCore

extension ManifestPlace {
    /// What a ledger has, and nothing that is read says.
    static let ledger = ManifestPlace(file: "", line: nil)
}

extension ManifestReading {
    /// Takes the decisions of a ledger, beside those that have been read.
    mutating func keep(_ kept: [Decision]) {
        let read = Set(decisions.map(\.value.code))
        keep(.decision, kept.map(\.code.text))
        decisions += place(kept.filter { !read.contains($0.code) })
    }

    /// Takes what a folder is held against of a ledger: its decisions, the budgets of the insatser
    /// that are read, and its catalogue of kostnadsslag, which loading a folder only adds to.
    mutating func keepBeside(_ plan: AssociationPlan) {
        keep(plan.decisions)
        let described = Set(insatser.map(\.value.code))
        budgets = place(plan.budgets.filter { described.contains($0.insats) }) + budgets
        keep(.costCategory, plan.costCategories.map(\.code.text))
        costCategories += place(plan.costCategories)
    }

    /// Takes all of a ledger that something new is held against, beside what has been read.
    mutating func keep(_ plan: AssociationPlan) {
        known = plan
        keep(.member, plan.profile?.members.map(\.code.text) ?? [])
        keep(.costCategory, plan.costCategories.map(\.code.text))
        costCategories += place(plan.costCategories)
        keep(.recipient, plan.recipients.map(\.code.text))
        keep(.insats, plan.insatser.map(\.code.text))
        keep(plan.decisions)
        let own = Set(insatser.map(\.value.code))
        insatser += place(plan.insatser.filter { !own.contains($0.code) })
        // The budget that is read comes after those that are there.
        budgets = place(plan.budgets) + budgets
        keepBudgets(of: plan)
        for source in fundingSources {
            let code = source.value.code
            guard let other = plan.fundingSources.first(where: { $0.code == code }),
                other.insats != source.value.insats
            else { continue }
            findings.add(source.place, .plan(.fundingOfOther(code, other.insats)))
        }
    }

    /// Whether two decisions stood together in the ledger before, though not in what is read.
    func isSettled(_ one: Placed<Decision>, _ other: Placed<Decision>) -> Bool {
        (one.isKept || other.isKept)
            && [one, other].allSatisfy { kept[.decision]?.contains($0.value.code.text) == true }
    }

    /// The association's budget of the years that are read, without the lines that are.
    private mutating func keepBudgets(of plan: AssociationPlan) {
        let lines = areaBudgets.map(\.value)
        let told = Set(associationBudgets.map(\.value.year))
        let years = told.union(lines.map(\.year))
        areaBudgets += place(
            plan.areaBudgets.filter { line in
                years.contains(line.year) && !lines.contains { $0.isSameEntry(as: line) }
            }
        )
        associationBudgets += place(
            plan.associationBudgets.filter { years.contains($0.year) && !told.contains($0.year) }
        )
    }

    private mutating func keep(_ thing: ManifestThing, _ codes: [String]) {
        kept[thing, default: []].formUnion(codes)
    }

    private func place<Value>(_ values: [Value]) -> [Placed<Value>] {
        values.map { Placed(value: $0, place: .ledger) }
    }
}
