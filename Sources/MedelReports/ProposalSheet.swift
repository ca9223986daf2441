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
    ///   - number: the budget's number; nil for the latest application that is newer than what the
    ///     board has decided.
    ///   - snapshot: what is known.
    ///   - equity: what the association's book says of its equity; nil when nobody has asked.
    /// - Returns: the sheet, with the board's question first and the rows after it.
    /// - Throws: `SheetRefusal.unknownInsats`, `.unknownBudget`, `.nothingToDecide` when every
    ///   application has been decided, `.noBudgetYet`.
    public static func make(
        _ code: InsatsCode,
        version number: Int? = nil,
        _ snapshot: Snapshot,
        _ equity: EquityStanding? = nil
    ) throws(SheetRefusal) -> Document {
        guard let insats = snapshot.plan.insatser.first(where: { $0.code == code }) else {
            throw .unknownInsats(code)
        }
        let version = try version(of: code, number, snapshot)
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
            "Budget \(version.number), \(word(for: version.kind)) \(version.date)",
            "Tidigare beslut: \(decision(on: proposal.insats))",
        ]
        if !insats.purpose.isEmpty { scope.insert("Syfte: \(insats.purpose)", at: 1) }
        return Document(
            heading: Heading("\(Report.proposal.title): \(insats.name)", snapshot, scope: scope),
            sections: [
                Section(
                    title: "Förslag till beslut",
                    paragraphs: try question(proposal, snapshot),
                    tables: [years(proposal)]
                ),
                Section(title: "Sökta belopp", tables: [try rows(proposal)]),
            ],
            notes: try notes(proposal, snapshot, equity),
            definitions: definitions(proposal)
        )
    }

    private static func years(_ proposal: GrantProposal) -> Table {
        let room = ["boundBefore", "freeBefore", "boundAfter", "freeAfter"]
        let hasIncome = proposal.layout.version.hasOtherIncome
        let costs =
            hasIncome
            ? [
                amount("cost", "Kostnad"), amount("income", "Intäkter i budgeten"),
                amount("applied", "Nettokostnad"),
            ] : [amount("applied", "Sökt kostnad")]
        let application =
            costs + [
                amount("other", "Annan finansiering"), amount("sought", "Sökt av förbundet"),
                Column(key: "participants", title: "Deltagare", kind: .count, width: 10),
                amount("costPerParticipant", "Kostnad per deltagare"),
            ]
        let columns =
            [Column(key: "year", title: "År", kind: .text, width: 12)] + application + [
                amount("boundBefore", "Bundet före"), amount("freeBefore", "Fritt före"),
                amount("boundAfter", "Bundet efter"), amount("freeAfter", "Fritt efter"),
            ]
        let keys = proposal.years.indices.map { "year.\($0 + 1)" }
        var rows: [TableRow] = []
        for (key, year) in zip(keys, proposal.years.prefix(yearsMax)) {
            rows.append(row(key, year, hasIncome: hasIncome))
        }
        if proposal.years.count <= yearsMax {
            var formulas: [String: Formula] = [:]
            let summed = costs.map(\.key) + ["other", "sought"]
            for column in summed where !keys.isEmpty {
                formulas[column] = .sum(rows: keys)
            }
            rows.append(row("total", proposal.total, hasIncome: hasIncome, formulas))
        }
        return Table(
            key: "years",
            columns: columns,
            leadingCount: 1,
            groups: [
                Table.Group(title: "Ansökan", columnKeys: application.map(\.key)),
                Table.Group(title: "Utrymme för insatser", columnKeys: room),
            ],
            warnedKeys: ["freeBefore", "freeAfter"],
            rows: rows
        )
    }

    private static func row(
        _ key: String,
        _ year: GrantProposal.Year,
        hasIncome: Bool,
        _ sums: [String: Formula]? = nil
    ) -> TableRow {
        var formulas = sums ?? [:]
        formulas["sought"] = formulas["sought"] ?? .difference(of: "applied", minus: "other")
        if hasIncome {
            formulas["applied"] = formulas["applied"] ?? .columns(["cost", "income"])
        }
        let budget = hasIncome ? [cell(year.cost), cell(year.income)] : []
        return TableRow(
            key: key,
            cells: [.text(year.title)] + budget + [
                cell(year.applied), cell(year.other), cell(year.sought),
                year.participants.map { .count($0) } ?? .empty,
                year.costPerParticipant.map { .amount($0) } ?? .amount(nil),
                cell(year.boundBefore), cell(year.freeBefore), cell(year.boundAfter),
                cell(year.freeAfter),
            ],
            emphasis: sums == nil ? .body : .total,
            formulas: year.sought.value == .unknown ? [:] : formulas
        )
    }

    static func amount(_ key: String, _ title: String) -> Column {
        Column(key: key, title: title, kind: .amount, width: 13)
    }

    private static func definitions(_ proposal: GrantProposal) -> [Definition] {
        guard proposal.layout.version.hasOtherIncome else {
            return [
                Definition("Sökt av förbundet", "Sökt kostnad minus annan finansiering.")
            ] + commonDefinitions
        }
        return [
            Definition(
                "Nettokostnad",
                "Kostnad plus budgetens intäkter från andra än förbundet, som står med minus."
            ), Definition("Sökt av förbundet", "Nettokostnad minus annan finansiering."),
        ] + commonDefinitions
    }

    private static let commonDefinitions = [
        Definition(
            "Bundet",
            "Vad styrelsens beslut medger till alla insatser under året; efter: om det sökta "
                + "beviljas i stället för vad insatsen redan har."
        ),
        Definition(
            "Fritt",
            "Årets budget för insatser och insatser ej fördelat minus bundet; för ett år utan budget "
                + "flerårsplanens. Eget kapital ingår inte."
        ),
        Definition(
            "Kostnad per deltagare",
            "Sökt kostnad (netto) delad med planerat antal deltagare, avrundad till öre."
        ),
    ]
}

extension GrantProposal.Year {
    /// The year as a row's name, marked where its room is by plan.
    fileprivate var title: String {
        if case .plan = basis { "\(label) (plan)" } else { label }
    }
}
