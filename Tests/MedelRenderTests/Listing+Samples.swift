import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

extension Heading {
    static func sample(title: String = "Huvudbok", scope: [String] = ["Insats Vägknuten 2.0"])
        throws -> Heading
    {
        Heading(
            title: title,
            association: "Samordningsförbundet Exempellän",
            scope: scope,
            asOf: Day(iso: "2025-12-31"),
            ledgerVersion: 42,
            head: String(repeating: "9f86d081", count: 8),
            created: try #require(Timestamp(iso: "2026-01-15T08:30:00Z"))
        )
    }
}

extension Listing {
    /// Every kind of cell, and every text that has ever troubled a spreadsheet.
    static func sample() throws -> Listing {
        let columns = [
            Column(key: "date", title: "Datum", kind: .date, width: 10),
            Column(key: "text", title: "Text", kind: .text, width: 30),
            Column(key: "rows", title: "Rader", kind: .count, width: 8, isSummed: true),
            Column(key: "share", title: "Andel", kind: .basisPoints, width: 9),
            Column(key: "amount", title: "Belopp", kind: .amount, width: 24, isSummed: true),
            Column(key: "paid", title: "Utbetalt", kind: .amount, width: 14, isSummed: true),
        ]
        let amounts: [Money?] = [
            .zero, try Money(ore: 1), try Money(ore: -5), .max, -.max, nil,
            try Money(ore: 176_700_050),
        ]
        let day = try #require(Day(iso: "2025-02-28"))
        let rows = troublesomeTexts.enumerated().map { place, text in
            Row(
                key: "A\(place + 1)",
                cells: [
                    place == 3 ? .empty : .date(day),
                    .text(text),
                    .count(place * 1_234),
                    place == 2 ? .empty : .basisPoints(place * 333 - 500),
                    place % 3 == 0 ? .empty : .amount(amounts[place % 5]),
                    .amount(amounts[place % amounts.count]),
                ]
            )
        }
        return Listing(
            heading: try .sample(),
            columns: columns,
            notes: [Note("Beloppen är påhittade; & < > \" '")],
            pages: SinglePage(rows)
        )
    }

    static let troublesomeTexts = [
        "Hyra; augusti", "=1+1", "+46 70", "-2 293 000", "@SUM(A1)", "'citat'", "sa \"hej\"",
        "rad\nbrytning", "tabb\tt", "\u{1}styr\u{1F}tecken\u{7F}", "\u{1B}[31mröd", "]]>&amp;<b>",
        "👩‍👩‍👧‍👦 familj 🇸🇪", "日本語の長いテキストはここで切られる", "e\u{301}tude", " blank ", "_x0041_ är inte A", "",
        "https://exempel.se", "007", "\u{202E}omvänt", "back\\slash", "radskilje\u{2028}tecken",
        "en ganska lång text som inte ryms i kolumnen", "\r\nvagnretur", "1,5", "TRUE",
    ]

    /// Amounts and texts that follow from the seed alone; about every tenth amount is not known.
    static func random(seed: Int, rowCount: Int = 40) throws -> Listing {
        var chance = SeededGenerator(seed: seed)
        let limits = [0, 1, -1, -5, Money.oreMax, -Money.oreMax]
        var columns = [Column(key: "name", title: "Namn", kind: .text, width: 20)]
        for place in 1...3 {
            columns.append(
                Column(key: "a\(place)", title: "Belopp \(place)", kind: .amount, width: 24)
            )
        }
        let summed = Column(key: "s", title: "Summerat", kind: .amount, width: 24, isSummed: true)
        columns.append(summed)
        var rows: [Row] = []
        for place in 0..<rowCount {
            var cells: [Cell] = [.text("rad \(place)")]
            for _ in 1...3 {
                switch Int.random(in: 0..<10, using: &chance) {
                case 0: cells.append(.amount(nil))
                case 1, 2:
                    let ore = limits.randomElement(using: &chance) ?? 0
                    cells.append(.amount(try Money(ore: ore)))
                default:
                    let size = Int64(1) << Int64.random(in: 1..<50, using: &chance)
                    let ore = min(Money.oreMax, Int64.random(in: 0..<size, using: &chance))
                    let isNegative = Bool.random(using: &chance)
                    cells.append(.amount(try Money(ore: isNegative ? -ore : ore)))
                }
            }
            let ore = Int64.random(in: -10_000_000_000...10_000_000_000, using: &chance)
            cells.append(.amount(try Money(ore: ore)))
            rows.append(Row(key: "\(place)", cells: cells))
        }
        return Listing(heading: try .sample(), columns: columns, pages: SinglePage(rows))
    }

    /// The listing in a form that is text.
    func drawn(as format: OutputFormat) throws -> String {
        String(decoding: try bytes(as: format), as: UTF8.self)
    }

    /// The listing in a form.
    func bytes(as format: OutputFormat) throws -> [UInt8] {
        var all: [UInt8] = []
        try render(self, as: format, to: .bytes { all += $0 })
        return all
    }

    /// Every cell of every row.
    func rows() throws -> [Row] {
        var pages = pages
        var rows: [Row] = []
        while let page = try pages.next() { rows += page }
        return rows
    }
}
