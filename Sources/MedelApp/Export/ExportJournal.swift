public import MedelCore
public import MedelStore

/// Writes a book as an hledger journal, so that anyone can check our sums with another program.
///
/// Accounts are `Tillgångar:1930 Bank`, amounts `1234.50 SEK`. The first year's opening balances are
/// one entry; what they lack to zero goes to `Ingående differens`, and what a voucher lacks to
/// `Obalans`.
///
/// Source: SPEC 7 (out), STORE 3.5.
public struct ExportJournal: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// Writes the journal of a book, page by page.
    ///
    /// - Parameters:
    ///   - reference: the book.
    ///   - write: takes the text in order.
    /// - Throws: `LedgerError.notFound` for an unknown book, and what `write` throws.
    public func callAsFunction(
        _ reference: BookReference,
        _ write: (String) throws -> Void
    ) throws {
        let book = try ledger.book(reference)
        var pages = try ledger.vouchers(of: book)
        let names = JournalNames(pages.names)
        try write(
            """
            ; \(JournalNames.plain(book.name)), \(book.reference)
            ; Huvudbokens version \(pages.head.ledgerVersion), kedjehuvud \(pages.head.hash)
            ; \(pages.head.time)
            commodity 1000.00 SEK


            """
        )
        if let opening = pages.opening {
            try write(Self.entry(for: opening, names))
        }
        while let page = try pages.next() {
            var text = ""
            for voucher in page { text += Self.entry(for: voucher, names) }
            try write(text)
        }
    }

    private static func entry(for opening: OpeningBalances, _ names: JournalNames) -> String {
        let amounts = opening.amounts.filter { $0.amount != .zero }
        guard !amounts.isEmpty else { return "" }
        var text = "\(opening.date) Ingående balans\n"
        for entry in amounts {
            text += line(names.account(entry.account), ore: Int128(entry.amount.ore))
        }
        let sum = amounts.reduce(Int128(0)) { $0 + Int128($1.amount.ore) }
        if sum != 0 { text += line("Ingående differens", ore: -sum) }
        return text + "\n"
    }

    private static func entry(for voucher: StoredVoucher, _ names: JournalNames) -> String {
        let code = JournalNames.code(voucher.key)
        let description = JournalNames.plain(voucher.text)
        var text = "\(voucher.date) (\(code))"
        if !description.isEmpty { text += " \(description)" }
        text += "  ; \(JournalNames.plain(voucher.source))\n"
        for row in voucher.rows {
            text += line(names.account(row.coding.account), ore: Int128(row.amount.ore))
        }
        let sum = voucher.rows.reduce(Int128(0)) { $0 + Int128($1.amount.ore) }
        if sum != 0 { text += line("Obalans", ore: -sum) }
        return text + "\n"
    }

    private static func line(_ account: String, ore: Int128) -> String {
        let magnitude = ore.magnitude
        let cents = String(magnitude % 100)
        let amount =
            (ore < 0 ? "-" : "") + String(magnitude / 100) + "."
            + (cents.utf8.count == 1 ? "0" : "") + cents
        return "    \(account)  \(amount) SEK\n"
    }
}
