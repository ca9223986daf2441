public import MedelCore
public import MedelDocument

/// R4, finansiering: what the members have decided and paid, the other sources, how each insats is
/// financed, and which grants a shortfall falls on.
///
/// Source: SPEC 4.13, 7 (R4), GUIDE 4.4 and 7.
public enum FundingSheet {
    /// Makes the sheet of a calendar year.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - snapshot: plan and books as of a day.
    ///   - versions: every version of the members' contributions.
    ///   - position: what the association has and owes.
    /// - Returns: the document.
    /// - Throws: `SheetRefusal.nothingToShow` when no money is described for the year.
    public static func make(
        _ year: Int,
        _ snapshot: Snapshot,
        _ versions: [ContributionVersion],
        _ position: FinancialPosition
    ) throws(SheetRefusal) -> Document {
        try bounded { () throws(MoneyError) -> Document? in
            try FundingYear(year, snapshot, versions, position).document()
        }
        .orRefuse(.nothingToShow(.funding))
    }
}

/// All that R4 says of a year.
struct FundingYear {
    let year: Int
    let snapshot: Snapshot
    let position: FinancialPosition
    let profile: AssociationProfile?
    let lines: [FundingMembersTable.Line]
    let balances: [(name: String, balance: SourcesAndUses)]
    let mixes: [SourceMixTable.Line]
    let pool: PooledFunds?
    let shortfall: FundingShortfall

    init(
        _ year: Int,
        _ snapshot: Snapshot,
        _ versions: [ContributionVersion],
        _ position: FinancialPosition
    ) throws(MoneyError) {
        self.year = year
        self.snapshot = snapshot
        self.position = position
        profile = snapshot.plan.profile
        let contributions = versions.inForce(in: year, asOf: snapshot.asOf)
        let lines = try Self.lines(year, snapshot, contributions)
        self.lines = lines
        let overview = Overview(snapshot)
        var balances: [(name: String, balance: SourcesAndUses)] = []
        var mixes: [SourceMixTable.Line] = []
        var candidates: [FundingShortfall.Candidate] = []
        for insats in overview.insatser {
            let insats = try InsatsOverview(insats, in: overview)
            let balance = try SourcesAndUses(
                of: insats,
                year: year,
                sources: snapshot.plan.fundingSources
            )
            balances.append((insats.insats.name, balance))
            if let mix = try Self.mix(of: insats, balance) { mixes.append(mix) }
            candidates += try insats.candidates(in: year, balance)
        }
        self.balances = balances
        self.mixes = mixes
        pool = try Self.pool(year, snapshot, lines)
        shortfall = try Self.shortfall(year, snapshot, lines, position, candidates)
    }

    private static func lines(
        _ year: Int,
        _ snapshot: Snapshot,
        _ contributions: [Contribution]
    ) throws(MoneyError) -> [FundingMembersTable.Line] {
        guard !contributions.isEmpty else { return [] }
        let budgetDay = snapshot.plan.budgetDay(of: year)
        let register = (snapshot.plan.profile?.members ?? []).filter { $0.months(in: year) > 0 }
        var lines: [FundingMembersTable.Line] = []
        for member in register {
            let own = contributions.first { $0.member == member.code }
            guard own != nil || member.weight(in: year) > 0 else { continue }
            var standing: ContributionStanding?
            if let own {
                standing = try ContributionStanding(
                    own,
                    asOf: snapshot.asOf,
                    budgetDay: budgetDay
                )
            }
            lines.append(.init(code: member.code, member: member, standing: standing))
        }
        let known = Set(register.map(\.code))
        for stranger in contributions where !known.contains(stranger.member) {
            let standing = try ContributionStanding(
                stranger,
                asOf: snapshot.asOf,
                budgetDay: budgetDay
            )
            lines.append(.init(code: stranger.member, member: nil, standing: standing))
        }
        return lines
    }

    private static func shortfall(
        _ year: Int,
        _ snapshot: Snapshot,
        _ lines: [FundingMembersTable.Line],
        _ position: FinancialPosition,
        _ candidates: [FundingShortfall.Candidate]
    ) throws(MoneyError) -> FundingShortfall {
        let budget = try AreaBudgetFigures(
            .income,
            year: year,
            in: snapshot.plan.areaBudgets,
            asOf: snapshot.asOf
        ).final
        let others = snapshot.plan.fundingSources.filter { $0.insats == nil && $0.isIncome }
            .flatMap(\.amounts).filter { $0.year == year }.map(\.amount)
        let decided = try Figure.sum(
            lines.map { Figure($0.standing?.decided) } + others.map { Figure($0) }
        )
        var below: Money?
        if let budgeted = budget.amount, let decided = decided.amount {
            below = max(.zero, try budgeted - decided)
        }
        var room: Money?
        if let equity = try position.equity(), let least = snapshot.plan.profile?.equityMin {
            room = try equity - least
        }
        return try FundingShortfall(
            overdue: try Money.sum(lines.compactMap { $0.standing?.overdue }),
            belowBudget: below,
            freeRoom: room,
            candidates: candidates
        )
    }

    func document() throws(MoneyError) -> Document? {
        var sections: [Section] = []
        if !lines.isEmpty {
            let table = try FundingMembersTable(year: year, lines: lines).make()
            sections.append(Section(title: "Medlemmarnas bidrag \(year)", tables: [table]))
        }
        if let table = try FinanciersTable(self).make() {
            sections.append(
                Section(
                    title: "Finansiärer \(year)",
                    tables: [table],
                    charts: chart(table)
                )
            )
        }
        if let table = try InsatsFundingTable(year: year, balances: balances).make() {
            sections.append(
                Section(
                    title: "Insatsernas finansiering \(year)",
                    paragraphs: balances.compactMap { balance in
                        balance.balance.financedTwice.map {
                            Paragraph(
                                financedTwiceWords(
                                    balance.balance.insats,
                                    year: "\(year)",
                                    $0
                                ),
                                .warning
                            )
                        }
                    },
                    tables: [table]
                )
            )
        }
        sections += try mixSections()
        guard !sections.isEmpty else { return nil }
        if let section = shortfallSection() { sections.append(section) }
        return Document(
            heading: Heading(
                Report.funding.title,
                snapshot,
                scope: ["Kalenderår \(year)"]
            ),
            sections: sections,
            notes: try FundingNotes(self).make(),
            definitions: fundingDefinitions
        )
    }

    private func chart(_ table: Table) -> [Chart] {
        let rows = table.rows.filter { $0.emphasis == .body }
        guard rows.contains(where: { $0.row.cells[1] != .amount(nil) }) else { return [] }
        let largest = rows.max { left, right in
            left.row.cells[1].ore < right.row.cells[1].ore
        }
        var summary = ""
        if let largest, case .text(let name) = largest.row.cells[0],
            case .amount(let amount?) = largest.row.cells[1]
        {
            summary = "Störst är \(name): \(AmountText.kronor.text(amount))\u{A0}kr."
        }
        return [
            Chart(
                kind: .columns,
                title: "Finansiering \(year)",
                summary: summary,
                tableKey: table.key,
                labelKey: "financier",
                rowKeys: rows.map(\.key),
                seriesKeys: ["amount"]
            )
        ]
    }
}

extension Cell {
    /// The amount in öre; zero where there is none.
    fileprivate var ore: Int64 {
        if case .amount(let money?) = self { money.ore } else { 0 }
    }
}

extension AssociationPlan {
    /// When the association decided its budget for a year: the day that the board's budget has,
    /// else that of the first original amounts; nil when neither is known.
    func budgetDay(of year: Int) -> Day? {
        associationBudgets.first { $0.year == year }?.decidedOn
            ?? areaBudgets.filter { $0.year == year && $0.kind == .original }.map(\.decidedOn).min()
    }
}

extension InsatsOverview {
    /// What the association pays of each decision for the year, as a shortfall may hit it; a
    /// decision that only concerns other years is not hit.
    ///
    /// Nor is one on an insats that is closed by the day: what it has cost is owed already, and
    /// there is nothing more to grant.
    fileprivate func candidates(
        in year: Int,
        _ balance: SourcesAndUses
    ) throws(MoneyError) -> [FundingShortfall.Candidate] {
        guard balance.granted.value != .notApplicable else { return [] }
        if let closing, closing.year <= year { return [] }
        return try balance.payable(of: decidedParts(of: year)).map { part in
            FundingShortfall.Candidate(
                insats: insats.code,
                decision: part.decision.code,
                decidedOn: part.decision.date,
                paragraph: part.decision.paragraphNumber,
                payable: part.amount
            )
        }
    }
}
