import Foundation
import MedelCore
import MedelDocument
import TestSupport
import Testing

@testable import MedelRender

@Suite struct WorkbookTests {
    static let bothModes = [WorkbookLimits(), WorkbookLimits(inMemoryCellsMax: 0)]

    @Test(arguments: 0..<2)
    func `every text comes back as the text that it was`(_ mode: Int) throws {
        let listing = try Listing.sample()
        let sheet = try #require(try read(listing, Self.bothModes[mode]).sheets.first)
        for (place, text) in Listing.troublesomeTexts.enumerated() {
            let cell = sheet.cells["B\(place + 7)"]
            #expect(cell?.value == (text.isEmpty ? .blank : .text(text)))
            #expect(cell?.formula == nil)
        }
    }

    @Test func `numbers are numbers, dates are dates, and what is missing is blank`() throws {
        let sheet = try #require(try read(try Listing.sample()).sheets.first)
        #expect(sheet.cells["A7"]?.value == .number("45716"))
        #expect(sheet.cells["A10"]?.value == .blank)
        #expect(sheet.cells["C8"]?.value == .number("1234"))
        #expect(sheet.cells["D7"]?.value == .number("-0.05"))
        #expect(sheet.cells["F8"]?.value == .number("0.01"))
        #expect(sheet.cells["F10"]?.value == .number("9999999999999.99"))
        #expect(sheet.cells["F12"]?.value == .blank)
    }

    @Test func `sums are live formulas with their value, and blank where an amount is unknown`()
        throws
    {
        let workbook = try read(try Listing.sample())
        let row = 7 + Listing.troublesomeTexts.count
        let cells = try #require(workbook.sheets.first).cells
        #expect(cells["A\(row)"]?.value == .text("Summa"))
        #expect(cells["C\(row)"]?.formula == "SUM('Huvudbok'!$C$7:$C$\(row - 1))")
        #expect(cells["C\(row)"]?.value == .number("433134"))
        #expect(cells["E\(row)"]?.formula == "ROUND(SUM('Huvudbok'!$E$7:$E$\(row - 1)),2)")
        #expect(cells["F\(row)"]?.formula == nil)
        #expect(cells["F\(row)"]?.value == .blank)
        #expect(workbook.names["summa_amount"] == "'Huvudbok'!$E$\(row)")
        #expect(workbook.names["kolumn_amount"] == "'Huvudbok'!$E$7:$E$\(row - 1)")
    }

    @Test(.enabled(if: LibreOffice.isPresent), arguments: 0..<2)
    func `recalculating in LibreOffice gives the sums that were written`(_ mode: Int) throws {
        let listing = try Listing.random(seed: 3, rowCount: 200)
        let sum = try Money.sum(
            try listing.rows().compactMap { row in
                if case .amount(let money) = row.cells[4] { money } else { nil }
            }
        )
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "sums.xlsx")
            try writeWorkbook(listing, to: file.path, limits: Self.bothModes[mode])
            let rows = try LibreOffice.recalculated(file, in: folder)
            let shown = try #require(rows.first { $0.first == "\"Summa\"" }?.last)
            #expect(Double(shown.replacing(",", with: ".")) == Double(sum.ore) / 100)
        }
    }

    @Test(.enabled(if: LibreOffice.isPresent))
    func `LibreOffice too takes text for text and numbers for numbers`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "sample.xlsx")
            try render(try Listing.sample(), as: .xlsx, to: .file(path: file.path))
            let rows = try LibreOffice.recalculated(file, in: folder)
            for text in ["=1+1", "+46 70", "-2 293 000", "@SUM(A1)", "007", "1,5", "TRUE"] {
                #expect(rows.contains { $0.count > 1 && $0[1] == "\"\(text)\"" })
            }
            #expect(rows[9] == ["", "\"-2 293 000\"", "3702", "4,99%", "", "9999999999999,99"])
        }
    }

    @Test func `a small listing is a table, a long one has a filter`() throws {
        let listing = try Listing.sample()
        let small = try read(listing)
        let long = try read(listing, Self.bothModes[1])
        #expect(try small.part("xl/tables/table1.xml").contains("displayName=\"Rader\""))
        #expect(try #require(long.sheets.first).xml.contains("<autoFilter ref=\"A6:F33\"/>"))
    }

    @Test func `the page is A4 across, one page wide, and names the ledger state`() throws {
        let xml = try #require(try read(try Listing.sample()).sheets.first).xml
        #expect(xml.contains("paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\""))
        #expect(xml.contains("<pane ySplit=\"6\""))
        #expect(xml.contains("Version 42 · kedjehuvud 9f86d081"))
        #expect(xml.contains("Sida &amp;P av &amp;N"))
    }

    @Test func `the time of creation is that of the ledger state`() throws {
        let core = try read(try Listing.sample()).part("docProps/core.xml")
        #expect(core.contains(">2026-01-15T08:30:00Z<"))
    }

    @Test(arguments: 0..<2)
    func `rows that one sheet cannot hold go on in the next and are summed together`(
        _ mode: Int
    ) throws {
        let listing = try Listing.random(seed: 1, rowCount: 50)
        var limits = Self.bothModes[mode]
        limits.sheetRowsMax = 36
        let workbook = try read(listing, limits)
        #expect(workbook.sheets.map(\.name) == ["Huvudbok", "Huvudbok (2)", "Huvudbok (3)"])
        #expect(workbook.sheets[1].cells["A1"]?.value == .text("Huvudbok, blad 2"))
        let formula = workbook.sheets[2].cells.values.compactMap(\.formula)
        let ranges = [
            "'Huvudbok'!$E$7:$E$27", "'Huvudbok (2)'!$E$5:$E$27", "'Huvudbok (3)'!$E$5:$E$10",
        ]
        #expect(formula == ["ROUND(SUM(\(ranges.joined(separator: ","))),2)"])
        #expect(workbook.names["kolumn_s_blad2"] == ranges[1])
        let texts = workbook.sheets.flatMap { $0.cells }.filter { $0.key.hasPrefix("A") }
        let names = texts.compactMap { entry -> String? in
            guard case .text(let text) = entry.value.value else { return nil }
            return text.hasPrefix("rad ") ? text : nil
        }
        #expect(Set(names).count == 50)
    }

    @Test(arguments: [32_767, 32_768, 40_000])
    func `a text that is too long for a cell is cut and the sheet says so`(_ length: Int) throws {
        let text = String(repeating: "å", count: length - 2) + "😀"
        let column = Column(key: "text", title: "Text", kind: .text, width: 20)
        let listing = Listing(
            heading: try .sample(),
            columns: [column],
            pages: SinglePage([Row(key: "1", cells: [.text(text)])])
        )
        let cells = try #require(try read(listing).sheets.first).cells
        guard case .text(let written)? = cells["A7"]?.value else {
            Issue.record("no text")
            return
        }
        #expect(written.utf16.count <= 32_767)
        #expect((written == text) == (length == 32_767))
        #expect(written.hasSuffix("…") == (length > 32_767))
        let note = "1 text är för lång för en cell i Excel (32 767 tecken) och slutar med …."
        #expect((cells["A9"]?.value == .text(note)) == (length > 32_767))
    }

    @Test func `no rows give a sheet that says so and a sum of nothing`() throws {
        let sample = try Listing.sample()
        let listing = Listing(
            heading: sample.heading,
            columns: sample.columns,
            pages: SinglePage([])
        )
        let cells = try #require(try read(listing).sheets.first).cells
        #expect(cells["A7"]?.value == .text("Inga rader."))
        #expect(cells["E8"]?.value == .number("0"))
    }

    @Test(arguments: ["Rad/2:[1]*?\\", "'", "", "History", String(repeating: "å", count: 80)])
    func `any title gives a sheet`(_ title: String) throws {
        let listing = Listing(
            heading: try .sample(title: title),
            columns: [Column(key: "a", title: title, kind: .text, width: 5)],
            pages: SinglePage([Row(key: "1", cells: [.text("x")])])
        )
        let name = try #require(try read(listing).sheets.first).name
        #expect((1...31).contains(name.utf16.count))
    }

    @Test func `a date before Excel's calendar is text`() throws {
        let days = ["1900-02-28", "1900-03-01", "0001-01-01", "9999-12-31"].compactMap {
            Day(iso: $0)
        }
        let listing = Listing(
            heading: try .sample(),
            columns: [Column(key: "d", title: "Dag", kind: .date, width: 10)],
            pages: SinglePage(days.map { Row(key: "\($0)", cells: [.date($0)]) })
        )
        let cells = try #require(try read(listing).sheets.first).cells
        #expect(cells["A7"]?.value == .text("1900-02-28"))
        #expect(cells["A8"]?.value == .number("61"))
        #expect(cells["A9"]?.value == .text("0001-01-01"))
        #expect(cells["A10"]?.value == .number("2958465"))
    }

    private func read(
        _ listing: Listing,
        _ limits: WorkbookLimits = WorkbookLimits()
    ) throws -> ReadWorkbook {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "a.xlsx").path
            try writeWorkbook(listing, to: path, limits: limits)
            return try ReadWorkbook(path: path)
        }
    }
}
