import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

/// One calculation, many faces (SPEC 1.7).
@Suite struct SameFiguresTests {
    @Test(arguments: 0..<40)
    func `every amount is equal in text, JSON, CSV and Excel`(_ seed: Int) throws {
        for document in try documents(seed) {
            let table = try #require(document.tables.first)
            let expected = table.rows.map { row in row.row.cells.map(ore) }
            #expect(try json(document) == expected)
            #expect(try csv(document) == expected)
            #expect(try excel(document, table) == expected)
            let text = String(decoding: try document.bytes(as: .text), as: UTF8.self)
            for (row, amounts) in zip(table.rows, expected) {
                for (place, amount) in amounts.enumerated() where !table.isFolded(column: place) {
                    guard let amount else { continue }
                    let shown = AmountText.kronorAndOre.text(try Money(ore: amount))
                    #expect(text.contains(shown), "\(row.key) \(table.columns[place].key)")
                }
            }
        }
    }

    @Test(arguments: 0..<40)
    func `every amount of the page is that of the table, and shown as whole kronor`(
        _ seed: Int
    ) throws {
        for document in try documents(seed) {
            let table = try #require(document.tables.first)
            let page = try PageReader.read(try document.bytes(as: .html))
            // What is only there for paper repeats what is on the screen.
            let drawn = page.all("table", leavingOut: "paper")
            #expect(drawn.count == table.blocks.count)
            for (block, drawn) in zip(table.blocks, drawn) {
                let places = table.places(ofScreen: block)
                let rows = drawn.all("tbody").flatMap { $0.all("tr") }
                #expect(rows.count == table.rows.count)
                for (row, written) in zip(table.rows, rows) {
                    #expect(written.children.count == places.count)
                    for (place, cell) in zip(places, written.children) {
                        try compare(row.row.cells[place], with: cell)
                    }
                }
            }
            for data in page.all("data") where data.attributes["value"] == nil {
                Issue.record("an amount without its exact value")
            }
        }
    }

    private func compare(_ cell: Cell, with written: PageElement) throws {
        switch cell {
        case .amount(nil): #expect(written.text == "–uppgift saknas")
        case .amount(let money?):
            let data = try #require(written.all("data").first)
            #expect(data.attributes["value"] == AmountText.machine.text(money))
            #expect(written.text == AmountText.kronor.text(money))
        case .empty: #expect(written.text.isEmpty)
        case .text(let text): #expect(written.text == text)
        case .date, .count, .basisPoints: #expect(!written.text.isEmpty)
        }
    }

    @Test(.enabled(if: LibreOffice.isPresent))
    func `recalculating in LibreOffice gives every value that was written`() throws {
        try withTemporaryFolder { folder in
            let proposal = try ProposalSheet.make(
                try #require(InsatsCode("VAGKNUTEN")),
                Build.vagknuten().snapshot(asOf: "2016-12-31")
            )
            var files: [URL] = []
            for seed in 0..<24 {
                let all = try documents(seed * 7 + 1) + (seed == 0 ? [proposal] : [])
                for (number, document) in all.enumerated() {
                    let file = folder.appending(path: "seed\(seed * 7 + 1)_\(number).xlsx")
                    try render(document, as: .xlsx, to: .file(path: file.path))
                    files.append(file)
                }
            }
            // One run for all, since its start takes longer than a workbook.
            let sheets = try LibreOffice.recalculated(files, in: folder)
            var count = 0
            for file in files {
                let name = file.deletingPathExtension().lastPathComponent
                for written in try ReadWorkbook(path: file.path).sheets {
                    let rows = try #require(sheets["\(name)-\(written.name)"], "\(name)")
                    count += try expectRecalculated(written, as: rows, name)
                }
            }
            #expect(count > 500)
        }
    }

    @Test func `a sheet made twice is the same bytes, and JSON has exactly its members`() throws {
        let snapshot = try Build.vagknuten().snapshot(asOf: "2020-12-31")
        let code = try #require(InsatsCode("VAGKNUTEN"))
        for format in OutputFormat.allCases {
            let first = try InsatsSheet.make(code, snapshot).bytes(as: format)
            let second = try InsatsSheet.make(code, snapshot).bytes(as: format)
            #expect(first == second)
        }
        let bytes = Data(try InsatsSheet.make(code, snapshot).bytes(as: .json))
        let object = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "title", "association", "asOf", "ledgerVersion", "head", "columns", "rows",
                "notes",
            ]
        )
        #expect(object["asOf"] as? String == "2020-12-31")
    }

    @Test func `names, frozen headers and folded columns stand in the workbook`() throws {
        let document = try #require(try documents(1).last)
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "a.xlsx").path
            try render(document, as: .xlsx, to: .file(path: path))
            let workbook = try ReadWorkbook(path: path)
            let xml = try #require(workbook.sheets.first).xml
            #expect(workbook.names["summa_budget"] != nil)
            #expect(xml.contains("orientation=\"landscape\""))
            #expect(xml.contains("ySplit="))
            #expect(xml.contains("hidden=\"1\""))
            #expect(try workbook.part("xl/charts/chart1.xml").contains("Budget och upparbetat"))
        }
    }

    /// R2, R3 of the first insats and R1 of an association, as far as they can be made.
    private func documents(_ seed: Int) throws -> [Document] {
        let association = try RandomAssociation(seed: seed)
        let snapshot = try association.build.snapshot(asOf: association.asOf)
        var documents: [Document] = []
        if let sheet = try? DecisionLogSheet.make(snapshot) { documents.append(sheet) }
        if let code = snapshot.plan.decisions.first?.insats,
            let sheet = try? RoomSheet.make(code, snapshot)
        {
            documents.append(sheet)
        }
        if let sheet = try? InsatserSheet.make(snapshot) { documents.append(sheet) }
        if let code = snapshot.plan.insatser.first?.code,
            let sheet = try? InsatsSheet.make(code, snapshot)
        {
            documents.append(sheet)
        }
        if let sheet = try? TotalSheet.make(snapshot) { documents.append(sheet) }
        return documents
    }

    private func ore(_ cell: Cell) -> Int64? {
        if case .amount(let money?) = cell { money.ore } else { nil }
    }

    private func json(_ document: Document) throws -> [[Int64?]] {
        let data = Data(try document.bytes(as: .json))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let columns = try #require(object["columns"] as? [[String: Any]])
        let rows = try #require(object["rows"] as? [[String: Any]])
        return try rows.map { row in
            let values = try #require(row["values"] as? [String: Any])
            return columns.map { column in
                guard column["type"] as? String == "amount", let key = column["key"] as? String
                else { return nil }
                return (values[key] as? String).flatMap { amount($0, mark: ".") }
            }
        }
    }

    private func csv(_ document: Document) throws -> [[Int64?]] {
        let table = try #require(document.tables.first)
        let text = String(decoding: try document.bytes(as: .csv), as: UTF8.self)
        let lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        return lines.dropFirst().prefix(table.rows.count).map { line in
            let fields = fields(line)
            return table.columns.indices.map { place in
                guard table.columns[place].kind == .amount else { return nil }
                return amount(fields[place], mark: ",")
            }
        }
    }

    /// The fields of a line, quotes taken away.
    private func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case ";" where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    private func excel(_ document: Document, _ table: Table) throws -> [[Int64?]] {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "a.xlsx").path
            try render(document, as: .xlsx, to: .file(path: path))
            let workbook = try ReadWorkbook(path: path)
            var amounts = table.rows.map { $0.row.cells.map { _ in nil as Int64? } }
            for (place, column) in table.columns.enumerated() where column.kind == .amount {
                // A column without rows above its sum has a name for the sum only.
                let hasRows = workbook.names["kolumn_\(column.key)"] != nil
                let named = (hasRows ? "kolumn_" : "summa_") + column.key
                let name = try #require(workbook.names[named])
                let parts = name.split(separator: "!")
                let sheet = try #require(
                    workbook.sheets.first { "'\($0.name)'" == parts[0] || $0.name == parts[0] }
                )
                let start = try #require(parts[1].split(separator: ":").first)
                let (row, column) = try cellPlace(String(start.filter { $0 != "$" }))
                for number in table.rows.indices {
                    let cell = sheet.cells[letters(column) + String(row + number + 1)]
                    guard case .number(let digits)? = cell?.value, let kronor = Double(digits)
                    else { continue }
                    amounts[number][place] = Int64((kronor * 100).rounded())
                }
            }
            return amounts
        }
    }

    private func amount(_ text: String, mark: String) -> Int64? {
        let parts = text.split(separator: mark)
        guard parts.count == 2, parts[1].count == 2 else { return nil }
        return Int64(parts[0] + parts[1])
    }

    private func letters(_ place: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(65 + place % 26)))
        return place < 26 ? letter : letters(place / 26 - 1) + letter
    }
}

extension Table {
    /// The places of the columns that a page shows of a block: those that are not folded away.
    fileprivate func places(ofScreen block: Block) -> [Int] {
        let keys = block.groups.flatMap { groups[$0].columnKeys }
        let places = Array(0..<leadingCount) + keys.compactMap { place(ofColumn: $0) }
        return places.filter { !isFolded(column: $0) }
    }
}
