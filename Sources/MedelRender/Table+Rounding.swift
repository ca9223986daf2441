import MedelCore
import MedelDocument

extension Table {
    /// What is said where whole kronor as shown do not add up (SPEC 2).
    static let roundingRemark =
        "Delar och summor är avrundade var för sig, så de kan skilja på en krona."

    /// Whether whole kronor as shown add up to all sums and differences as shown.
    var addsUpAsShown: Bool {
        rows.allSatisfy { row in
            row.formulas.allSatisfy { key, formula in addsUpAsShown(formula, row, column: key) }
        }
    }

    private func addsUpAsShown(
        _ formula: Formula,
        _ row: TableRow,
        column key: String
    ) -> Bool {
        guard let place = place(ofColumn: key), case .amount(let total?) = row.row.cells[place]
        else { return true }
        let amount = { (cell: Cell?) -> Money? in
            if case .amount(let money?) = cell { money } else { nil }
        }
        let own = { (key: String) in
            amount(self.place(ofColumn: key).map { row.row.cells[$0] })
        }
        let parts: [Money]
        switch formula {
        case .sum(let keys):
            let wanted = Set(keys)
            parts = rows.filter { wanted.contains($0.key) }
                .compactMap { amount($0.row.cells[place]) }
        case .columns(let keys): parts = keys.compactMap(own)
        case .difference(let whole, let part):
            parts = [own(whole), own(part).map { -$0 }].compactMap { $0 }
        case .rowDifference(let whole, let part):
            let cell = { (key: String) in
                amount(self.rows.first { $0.key == key }?.row.cells[place])
            }
            parts = [cell(whole), cell(part).map { -$0 }].compactMap { $0 }
        case .share, .cell, .percent: return true
        }
        return AmountText.kronor.addsUp(parts, to: total)
    }
}
