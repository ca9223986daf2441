import MedelCore

extension ManifestReading {
    static let fundingKeys = [
        "code", "kind", "name", "amounts", "share", "ceiling", "matching", "source", "assumed",
        "remark",
    ]
    static let participants = 0...1_000_000
    static let budgetOfYearKeys = [
        "year", "decidedOn", "reference", "expectedEquity", "motive", "goals", "plan",
    ]

    /// Reads money for an insats, or for the association when no insats is named.
    mutating func readFunding(of insats: InsatsCode?, _ entry: ManifestEntry) {
        let code = entry.required("code") { key in
            entry.value(key, { .value(.badCode($0)) }, { FundingCode($0) })
        }
        let kind: FundingSource.Kind? = entry.required("kind") { entry.choice($0) }
        let name = entry.required("name", entry.text)
        let amounts = entry.entries("amounts", keys: ["year", "amount", "approximate", "vat"])
            .compactMap(readFundingAmount)
        let share = entry.rate("share")
        noteEmptyFunding(kind, amounts, share, at: entry.place)
        let ceiling = entry.amount("ceiling")
        let matching = entry.rate("matching")
        let notes = entry.notes()
        if let code { describe(.fundingSource, code.text, at: entry.place(of: "code")) }
        guard let code, let kind, let name else { return }
        let value = FundingSource(
            code: code,
            insats: insats,
            kind: kind,
            name: name,
            amounts: amounts.sorted { $0.year < $1.year },
            share: share,
            ceiling: ceiling,
            matching: matching,
            notes: notes
        )
        fundingSources.append(Placed(value: value, place: entry.place))
    }

    /// Money has an amount, or a share of something.
    func noteEmptyFunding(
        _ kind: FundingSource.Kind?,
        _ amounts: [FundingSource.Amount],
        _ share: Rate?,
        at place: ManifestPlace
    ) {
        guard amounts.isEmpty, share == nil, kind != .inKind else { return }
        findings.add(place, .plan(.fundingEmpty))
    }

    private func readFundingAmount(_ entry: ManifestEntry) -> FundingSource.Amount? {
        let year = entry.required("year", entry.year)
        let amount = entry.required("amount", entry.amount)
        let isApproximate: Answer? = entry.choice("approximate")
        let vat: StatedVAT? = entry.choice("vat")
        guard let year, let amount else { return nil }
        return FundingSource.Amount(
            year: year,
            amount: amount,
            isApproximate: isApproximate == .yes,
            excludesVAT: vat == .excluded
        )
    }

    /// Reads what the board says with the budget of a year.
    mutating func readAssociationBudget(_ entry: ManifestEntry) {
        let year = entry.required("year", entry.year)
        let decidedOn = entry.required("decidedOn", entry.day)
        let reference = entry.required("reference", entry.text)
        let expectedEquity = entry.amount("expectedEquity")
        let goals = entry.entries("goals", keys: ["text", "target", "outcome", "assessment"])
            .compactMap(readGoal)
        let plan = entry.entries("plan", keys: ["year", "line", "amount"])
            .compactMap { readPlannedLine($0, budgetYear: year) }
        guard let year, let decidedOn, let reference else { return }
        describe(.associationBudget, String(year), at: entry.place)
        let value = AssociationBudget(
            year: year,
            decidedOn: decidedOn,
            reference: reference,
            expectedEquity: expectedEquity,
            motive: entry.text("motive") ?? "",
            goals: goals,
            plan: plan
        )
        if value.isLate {
            entry.note("decidedOn", .plan(.budgetLate(year: year, decidedOn: decidedOn)))
        }
        associationBudgets.append(Placed(value: value, place: entry.place))
    }

    private func readGoal(_ entry: ManifestEntry) -> AssociationBudget.Goal? {
        let assessment: AssociationBudget.Goal.Assessment? = entry.choice("assessment")
        guard let text = entry.required("text", entry.text) else { return nil }
        return AssociationBudget.Goal(
            text: text,
            target: entry.text("target") ?? "",
            outcome: entry.text("outcome") ?? "",
            assessment: assessment
        )
    }

    private func readPlannedLine(_ entry: ManifestEntry, budgetYear: Int?) -> PlannedLine? {
        let year = entry.required("year", entry.year)
        let line: AssociationBudgetLine? = entry.required("line") { entry.choice($0) }
        let amount = entry.required("amount", entry.amount)
        guard let year, let line, let amount else { return nil }
        if let budgetYear, year != budgetYear + 1, year != budgetYear + 2 {
            entry.note("year", .plan(.planYearUnknown(year, budgetYear: budgetYear)))
        }
        return PlannedLine(year: year, line: line, amount: amount)
    }

    func readParticipants(_ entry: ManifestEntry) -> ParticipantCount? {
        let year = entry.required("year", entry.year)
        let planned = entry.number("planned", Self.participants)
        let reported = entry.number("reported", Self.participants)
        guard let year else { return nil }
        return ParticipantCount(year: year, planned: planned, reported: reported)
    }
}

/// Whether VAT is part of a stated amount, in the manifest's words.
enum StatedVAT: String, CaseIterable {
    case excluded
    case included
}
