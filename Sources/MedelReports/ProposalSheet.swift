public import MedelCore
public import MedelDocument

/// R14, beslutsunderlag: what an insats asks for, what it would cost for each participant, and what
/// room the board has before and after.
///
/// Source: SPEC 7 (R14), GUIDE 2.5, 2.6, 7; KL 11:15.
public enum ProposalSheet {
    static let yearsMax = 12

    /// Makes the sheet.
    ///
    /// - Parameters:
    ///   - code: the insats.
    ///   - number: the budget's number; nil for the latest applied, else the one in force.
    ///   - snapshot: what is known.
    ///   - equity: what the association's book says of its equity; nil when nobody has asked.
    /// - Returns: the sheet, with the board's question first and the rows after it.
    /// - Throws: `SheetRefusal.unknownInsats`, `.unknownBudget`, `.noBudgetYet`.
    public static func make(
        _ code: InsatsCode,
        version number: Int? = nil,
        _ snapshot: Snapshot,
        _ equity: EquityStanding? = nil
    ) throws(SheetRefusal) -> Document {
        guard let insats = snapshot.plan.insatser.first(where: { $0.code == code }) else {
            throw .unknownInsats(code)
        }
        let own = snapshot.plan.budgets.filter { $0.insats == code && $0.date <= snapshot.asOf }
        let version: BudgetVersion?
        if let number {
            version = own.first { $0.number == number }
            guard version != nil else { throw .unknownBudget(code, number: number) }
        } else {
            version = own.filter { $0.kind == .applied }.latest ?? own.latest
        }
        guard let version else {
            let all = snapshot.plan.budgets.filter { $0.insats == code }
            throw .noBudgetYet(code, asOf: snapshot.asOf, first: all.map(\.date).min())
        }
        return try bounded { () throws(MoneyError) -> Document in
            let overview = Overview(snapshot)
            return try document(GrantProposal(insats, version, in: overview), snapshot, equity)
        }
    }

    private static func document(
        _ proposal: GrantProposal,
        _ snapshot: Snapshot,
        _ equity: EquityStanding?
    ) throws(MoneyError) -> Document {
        let insats = proposal.insats.insats
        let names = Dictionary(
            snapshot.plan.recipients.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        let version = proposal.layout.version
        var scope = [
            "Insats \(insats.code.text)", "Insatsägare: \(owner(of: insats, names))",
            "Period: \(text(proposal.insats.months ?? proposal.layout.months))",
            "Budget \(version.number), \(version.kind.words) \(version.date)",
            "Tidigare beslut: \(decision(on: proposal.insats))",
        ]
        if !insats.purpose.isEmpty { scope.insert("Syfte: \(insats.purpose)", at: 1) }
        return Document(
            heading: Heading("\(Report.proposal.title): \(insats.name)", snapshot, scope: scope),
            sections: [
                Section(title: "Att besluta om", tables: [years(proposal)]),
                Section(title: "Sökta belopp", tables: [try rows(proposal)]),
            ],
            notes: try notes(proposal, snapshot, equity),
            definitions: definitions
        )
    }

    private static func years(_ proposal: GrantProposal) -> Table {
        let room = ["boundBefore", "freeBefore", "boundAfter", "freeAfter"]
        let columns = [
            Column(key: "year", title: "År", kind: .text, width: 10),
            amount("applied", "Sökt kostnad"), amount("other", "Annan finansiering"),
            amount("sought", "Sökt av förbundet"),
            Column(key: "participants", title: "Deltagare", kind: .count, width: 10),
            amount("costPerParticipant", "Kostnad per deltagare"),
            amount("boundBefore", "Bundet före"), amount("freeBefore", "Fritt före"),
            amount("boundAfter", "Bundet efter"), amount("freeAfter", "Fritt efter"),
        ]
        let keys = proposal.years.indices.map { "year.\($0 + 1)" }
        var rows: [TableRow] = []
        for (key, year) in zip(keys, proposal.years.prefix(yearsMax)) {
            rows.append(row(key, year))
        }
        if proposal.years.count <= yearsMax {
            var formulas: [String: Formula] = [:]
            for column in ["applied", "other", "sought"] where !keys.isEmpty {
                formulas[column] = .sum(rows: keys)
            }
            rows.append(row("total", proposal.total, formulas))
        }
        return Table(
            key: "years",
            columns: columns,
            leadingCount: 1,
            groups: [
                Table.Group(title: "Ansökan", columnKeys: columns[1...5].map(\.key)),
                Table.Group(title: "Utrymme för insatser", columnKeys: room),
            ],
            warnedKeys: ["freeBefore", "freeAfter"],
            rows: rows
        )
    }

    private static func row(
        _ key: String,
        _ year: GrantProposal.Year,
        _ sums: [String: Formula]? = nil
    ) -> TableRow {
        var formulas = sums ?? [:]
        formulas["sought"] = formulas["sought"] ?? .difference(of: "applied", minus: "other")
        return TableRow(
            key: key,
            cells: [
                .text(year.label), cell(year.applied), cell(year.other), cell(year.sought),
                year.participants.map { .count($0) } ?? .empty,
                year.costPerParticipant.map { .amount($0) } ?? .amount(nil),
                cell(year.boundBefore), cell(year.freeBefore), cell(year.boundAfter),
                cell(year.freeAfter),
            ],
            emphasis: sums == nil ? .body : .total,
            formulas: year.sought.value == .unknown ? [:] : formulas
        )
    }

    private static func rows(_ proposal: GrantProposal) throws(MoneyError) -> Table {
        let version = proposal.layout.version
        let years = version.years.prefix(InsatsSheet.yearsMax)
        let keys = years.indices.map { "period.\($0 + 1)" }
        let columns =
            [
                Column(key: "label", title: "Budgetrad", kind: .text, width: 38),
                Column(key: "category", title: "Kostnadsslag", kind: .text, width: 14),
            ]
            + zip(keys, years).map { amount($0, $1.label) }
            + [
                amount("total", "Summa"),
                Column(key: "share", title: "Andel", kind: .basisPoints, width: 9),
                Column(key: "flags", title: "Att pröva", kind: .text, width: 34),
            ]
        let costs = version.rows.filter { !$0.isFinancing }
        let whole = try Money.sum(costs.lazy.flatMap(\.amounts))
        var rows: [TableRow] = []
        for row in costs + version.rows.filter(\.isFinancing) {
            let sum = try Money.sum(row.amounts)
            let flags = proposal.flags.filter { $0.row == row.code }.map(\.rule.title)
            rows.append(
                TableRow(
                    key: row.code.text,
                    cells: [cell(row.label), cell(row.category?.text ?? "")]
                        + row.amounts.prefix(years.count).map { .amount($0) }
                        + [
                            .amount(sum), row.isFinancing ? .empty : share(sum, of: whole),
                            cell(flags.joined(separator: ", ")),
                        ],
                    emphasis: row.isFinancing ? .memo : .body,
                    formulas: years.count == version.years.count ? ["total": .columns(keys)] : [:]
                )
            )
        }
        var sums: [Cell] = []
        for place in years.indices {
            sums.append(.amount(try Money.sum(costs.lazy.map { $0.amounts[place] })))
        }
        let rowKeys = costs.map(\.code.text)
        rows.insert(
            TableRow(
                key: "sum",
                cells: [.text("Summa"), .empty] + sums
                    + [.amount(whole), share(whole, of: whole), .empty],
                emphasis: .total,
                formulas: rowKeys.isEmpty
                    ? [:]
                    : Dictionary(
                        uniqueKeysWithValues: (keys + ["total"]).map { ($0, .sum(rows: rowKeys)) }
                    )
            ),
            at: costs.count
        )
        return Table(
            key: "rows",
            columns: columns,
            leadingCount: 2,
            groups: [
                Table.Group(title: "", columnKeys: columns.dropFirst(2).map(\.key))
            ],
            rows: rows
        )
    }

    private static func share(_ part: Money, of whole: Money) -> Cell {
        guard let points = part.basisPoints(of: whole, rounding: .halfAwayFromZero) else {
            return .empty
        }
        return .basisPoints(Int(points))
    }

    private static func amount(_ key: String, _ title: String) -> Column {
        Column(key: key, title: title, kind: .amount, width: 13)
    }

    private static let definitions = [
        Definition("Sökt av förbundet", "Sökt kostnad minus annan finansiering."),
        Definition(
            "Bundet",
            "Vad styrelsens beslut medger till alla insatser under året; efter: om det sökta "
                + "beviljas i stället för vad insatsen redan har."
        ),
        Definition(
            "Fritt",
            "Årets budget för insatser och insatser ej fördelat minus bundet. Eget kapital ingår "
                + "inte."
        ),
        Definition(
            "Kostnad per deltagare",
            "Sökt kostnad delad med planerat antal deltagare, avrundad till öre."
        ),
    ]
}

extension BudgetVersion.Kind {
    /// What a budget is, in a Swedish word.
    var words: String {
        switch self {
        case .applied: "ansökt"
        case .granted: "beviljad"
        case .revised: "reviderad"
        }
    }
}
