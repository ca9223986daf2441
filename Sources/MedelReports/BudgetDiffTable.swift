import MedelCore
import MedelDocument

/// What differs between two budget versions, a line for each row and year that changes.
struct BudgetDiffTable {
    private let before: BudgetVersion
    private let after: BudgetVersion
    private let diff: BudgetDiff

    init(before: BudgetVersion, after: BudgetVersion) throws(MoneyError) {
        self.before = before
        self.after = after
        diff = try BudgetDiff(from: before, to: after)
    }

    func table() throws(MoneyError) -> Table {
        let columns = [
            Column(key: "code", title: "Rad", kind: .text, width: 14),
            Column(key: "label", title: "Budgetrad", kind: .text, width: 40),
            Column(key: "year", title: "Budgetår", kind: .text, width: 14),
            Column(key: "before", title: "Version \(before.number)", kind: .amount, width: 16),
            Column(key: "after", title: "Version \(after.number)", kind: .amount, width: 16),
            Column(key: "change", title: "Ändring", kind: .amount, width: 16),
            Column(key: "derivation", title: "Härledning efter", kind: .text, width: 80),
        ]
        var rows: [TableRow] = []
        for row in inOrder {
            for (place, change) in row.changes.enumerated() where change != .zero {
                rows.append(try line(row, place, change))
            }
        }
        if !rows.isEmpty { rows.append(try sum(of: rows)) }
        rows.append(try whole())
        return BudgetSheets.table("budgetDifference", columns, leading: 2, rows)
    }

    /// What differs beside amounts.
    var notes: [Note] {
        var notes = SheetNotes()
        if diff.isEmpty { notes.add("Versionerna säger samma sak.") }
        for row in inOrder { for text in words(for: row) { notes.add(text) } }
        for change in changedRates { notes.add(change.swedish) }
        let years = diff.face
        if years.before.years != years.after.years {
            notes.add(
                "Budgetåren skiljer sig: \(names(years.before.years)) har blivit "
                    + "\(names(years.after.years))."
            )
        }
        for move in after.reallocation?.moves.dropFirst(movesBefore) ?? [] {
            notes.add(after.words(for: move))
        }
        notes.add("Ändring är version \(after.number) minus version \(before.number).")
        return notes.notes
    }

    /// How many of the later version's moves the earlier one has already.
    private var movesBefore: Int {
        guard let trail = before.reallocation, trail.base == after.reallocation?.base else {
            return 0
        }
        return trail.moves.count
    }

    /// The rows that differ, in the order of the later version, then those that are gone.
    private var inOrder: [BudgetDiff.Row] {
        let order = diff.face.after.order + diff.face.before.order
        return diff.rows.sorted { one, other in
            (order.firstIndex(of: one.code) ?? 0) < (order.firstIndex(of: other.code) ?? 0)
        }
    }

    private func line(
        _ row: BudgetDiff.Row,
        _ place: Int,
        _ change: Money
    ) throws(MoneyError) -> TableRow {
        let year = diff.years[place]
        let less = amount(of: row.code, in: year, of: before)
        let more = amount(of: row.code, in: year, of: after)
        let label = row.face.after?.label ?? row.face.before?.label ?? ""
        let isFinancing =
            (row.face.after?.category ?? row.face.before?.category)?.isAssociationIncome ?? false
        return TableRow(
            key: "\(row.code.text).\(place + 1)",
            cells: [
                .text(row.code.text), .text(label), .text(year.label),
                less.map { .amount($0) } ?? .empty, more.map { .amount($0) } ?? .empty,
                .amount(change), .text(derivation(of: row.code, in: year)),
            ],
            emphasis: isFinancing ? .memo : .body,
            formulas: ["change": .difference(of: "after", minus: "before")]
        )
    }

    private func sum(of rows: [TableRow]) throws(MoneyError) -> TableRow {
        let counted = rows.filter { $0.emphasis == .body }
        var cells: [Cell] = []
        var formulas: [String: Formula] = [:]
        for (place, key) in [(3, "before"), (4, "after"), (5, "change")] {
            let amounts = counted.compactMap { row -> Money? in
                if case .amount(let money) = row.row.cells[place] { money } else { nil }
            }
            cells.append(.amount(try Money.sum(amounts)))
            if !counted.isEmpty { formulas[key] = .sum(rows: counted.map(\.key)) }
        }
        return TableRow(
            key: "total",
            cells: [.text(""), .text("Summa av det som ändras"), .text("")] + cells + [.text("")],
            emphasis: .total,
            formulas: formulas
        )
    }

    private func whole() throws(MoneyError) -> TableRow {
        let (less, more) = (try before.netCost, try after.netCost)
        return TableRow(
            key: "budget",
            cells: [
                .text(""), .text("Hela budgetens kostnader"), .text(""), .amount(less),
                .amount(more), .amount(try more - less), .text(""),
            ],
            emphasis: .memo,
            formulas: ["change": .difference(of: "after", minus: "before")]
        )
    }

    private func place(of year: BudgetYear, in version: BudgetVersion) -> Int? {
        version.years.firstIndex {
            year.months == nil
                ? $0.months == nil && $0.label == year.label : $0.months == year.months
        }
    }

    private func row(_ code: BudgetRowCode, of version: BudgetVersion) -> BudgetRow? {
        version.rows.first { $0.code == code }
    }

    private func amount(
        of code: BudgetRowCode,
        in year: BudgetYear,
        of version: BudgetVersion
    ) -> Money? {
        place(of: year, in: version).flatMap { row(code, of: version)?.amounts[$0] }
    }

    private func derivation(of code: BudgetRowCode, in year: BudgetYear) -> String {
        place(of: year, in: after).flatMap { row(code, of: after)?.derivation?.texts[$0] } ?? ""
    }
}

// What differs beside amounts, in words.
extension BudgetDiffTable {
    private func words(for row: BudgetDiff.Row) -> [String] {
        let name = "Raden \(row.code.text)"
        guard let less = row.face.before else { return ["\(name) är ny."] }
        guard let more = row.face.after else { return ["\(name) är borttagen."] }
        var words: [String] = []
        if less.label != more.label { words.append("«\(less.label)» heter «\(more.label)»") }
        if less.category != more.category {
            words.append(
                "kostnadsslaget \(less.category?.text ?? "saknas") har blivit "
                    + "\(more.category?.text ?? "inget")"
            )
        }
        if less.recipient != more.recipient {
            words.append(
                "mottagaren \(less.recipient?.text ?? "saknas") har blivit "
                    + "\(more.recipient?.text ?? "ingen")"
            )
        }
        let rules = (less.derivation?.rule, more.derivation?.rule)
        if rules.0 != rules.1 { words.append("regeln är en annan") }
        return words.isEmpty ? [] : ["\(name): \(words.joined(separator: "; "))."]
    }

    /// The rates that both versions use and that differ.
    private var changedRates: [Recomputation.RateChange] {
        Recomputation.changes(from: diff.face.before.rates, to: diff.face.after.rates)
            .filter { $0.before != nil && $0.after != nil }
    }

    private func names(_ years: [BudgetYear]) -> String {
        years.map { year in year.label + (year.months.map { " \(text($0))" } ?? "") }
            .joined(separator: ", ")
    }
}
