import MedelCore

/// Drops rows and masks texts, voucher by voucher, into a draft and a table of its own.
struct ExtractFilter {
    private let rule: ExtractRule
    private(set) var codings = CodingTable()
    private(set) var keptOre: Int128 = 0

    init(_ rule: ExtractRule) { self.rule = rule }

    /// Counts the rows that would be kept.
    ///
    /// - Returns: whether there are any.
    mutating func weigh(
        _ voucher: borrowing VoucherDraft,
        codings table: borrowing CodingTable
    ) -> Bool {
        var isKept = false
        for row in voucher.rows where rule.keeps(table[row.coding]) {
            isKept = true
            keptOre += Int128(row.amount.ore)
        }
        return isKept
    }

    /// The voucher as it may be stored; of one that has no row to keep only its name and date,
    /// which says that a voucher kept before concerns the insats no longer.
    mutating func apply(
        to source: borrowing VoucherDraft,
        codings table: borrowing CodingTable
    ) -> VoucherDraft {
        let keepsAny = source.rows.contains { rule.keeps(table[$0.coding]) }
        var draft = VoucherDraft(date: source.date)
        draft.line = source.line
        draft.registeredOn = source.registeredOn
        draft.series = draft.keep(source.string(source.series).utf8)
        draft.number = draft.keep(source.string(source.number).utf8)
        if !rule.masksTexts, keepsAny {
            draft.text = draft.keep(source.string(source.text).utf8)
            draft.signature = draft.keep(source.string(source.signature).utf8)
        }
        for row in source.rows where rule.keeps(table[row.coding]) {
            var kept = row
            kept.coding = codings.index(of: rule.masked(table[row.coding]))
            kept.quantity = draft.keep(source.string(row.quantity).utf8)
            kept.text = .empty
            kept.signature = .empty
            if !rule.masksTexts {
                kept.text = draft.keep(source.string(row.text).utf8)
                kept.signature = draft.keep(source.string(row.signature).utf8)
            }
            keptOre += Int128(row.amount.ore)
            draft.rows.append(kept)
        }
        return draft
    }
}
