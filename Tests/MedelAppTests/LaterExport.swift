import LedgerSupport
import MedelCore
import TestSupport

/// A later export of a book with edits drawn from a seed, and what they are.
struct LaterExport {
    /// A voucher before and after; nil after when it is taken away.
    struct Edit {
        let before: SIEBook.Voucher
        let after: SIEBook.Voucher?
    }

    private(set) var book: SIEBook
    private(set) var added: [SIEBook.Voucher] = []
    private(set) var changed: [Edit] = []
    private(set) var removed: [Edit] = []

    init(of book: SIEBook, _ generator: inout SeededGenerator) {
        self.book = book
        var touched: Set<String> = ["A 1", "B 1", "L 1"]
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            let place = Int.random(in: 0..<self.book.vouchers.count, using: &generator)
            let voucher = self.book.vouchers[place]
            let isNumbered = !voucher.number.isEmpty
            let key = isNumbered ? Self.key(voucher) : voucher.text
            guard touched.insert(key).inserted else { continue }
            if isNumbered, Bool.random(using: &generator) {
                let after = Self.changed(voucher, &generator)
                self.book.vouchers[place] = after
                changed.append(Edit(before: voucher, after: after))
            } else {
                self.book.vouchers.remove(at: place)
                removed.append(Edit(before: voucher, after: nil))
            }
        }
        for place in 0..<Int.random(in: 0...4, using: &generator) {
            let number = Int.random(in: 0..<4, using: &generator) == 0 ? "" : "\(9_000 + place)"
            let series = ["A", "B", "L"].randomElement(using: &generator) ?? "A"
            let voucher = SIEBook.voucher(series, number, &generator)
            added.append(voucher)
            self.book.vouchers.append(voucher)
        }
        self.book.vouchers.shuffle(using: &generator)
    }

    /// The vouchers in force when some edits are accepted and the rest refused.
    func inForce(from original: SIEBook, accepting: Set<String>) -> SIEBook {
        var result = original
        for edit in changed + removed where accepting.contains(Self.key(edit.before)) {
            guard let place = result.vouchers.firstIndex(of: edit.before) else { continue }
            if let after = edit.after {
                result.vouchers[place] = after
            } else {
                result.vouchers.remove(at: place)
            }
        }
        result.vouchers += added
        return result
    }

    static func key(_ voucher: SIEBook.Voucher) -> String {
        VoucherKey(series: voucher.series, number: voucher.number).description
    }

    private static func changed(
        _ voucher: SIEBook.Voucher,
        _ generator: inout SeededGenerator
    ) -> SIEBook.Voucher {
        var voucher = voucher
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: voucher.text += " rattad"
        case 1: voucher.rows[0].text = "rattad rad"
        case 2: voucher.month = voucher.month % 12 + 1
        case 3: voucher.rows[0].objects = ["6:I09"]
        default:
            let ore = Int.random(in: 1...1_000, using: &generator)
            voucher.rows[0].ore += ore
            voucher.rows[voucher.rows.count - 1].ore -= ore
        }
        return voucher
    }
}
