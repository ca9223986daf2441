import Foundation
import MedelCore
import MedelDocument

import TestSupport
import Testing

@testable import MedelRender

/// One calculation, many faces (SPEC 1.7).
@Suite struct SameAmountsTests {
    @Test(arguments: 0..<40)
    func `all amounts and sums are equal in text, JSON, CSV, Excel and HTML`(_ seed: Int) throws {
        let listing = try Listing.random(seed: seed)
        let rows = try listing.rows()
        let sum = try Money.sum(rows.compactMap { amount($0.cells[4]) })
        let expected =
            rows.map { row in (1...4).map { amount(row.cells[$0])?.ore } }
            + [[nil, nil, nil, sum.ore]]
        #expect(try text(listing) == expected)
        #expect(try json(listing) == expected)
        #expect(try page(listing) == expected)
        #expect(try csv(listing, .csv, mark: ",", separator: ";") == expected)
        let machine = try csv(listing, .csvMachine, mark: ".", separator: ",")
        #expect(machine == expected.dropLast())
        #expect(try excel(listing, .init()) == expected)
        #expect(try excel(listing, .init(inMemoryCellsMax: 0)) == expected)
    }

    private func amount(_ cell: Cell) -> Money? {
        guard case .amount(let money) = cell else { return nil }
        return money
    }

    /// Reads back what a person would read, by the places of the columns.
    private func text(_ listing: Listing) throws -> [[Int64?]] {
        let lines = try listing.drawn(as: .text).split(separator: "\n")
        let table = lines.drop { !$0.hasPrefix("─") }.dropFirst()
            .filter { !$0.hasPrefix("─") }
        return table.map { line in
            let places = Array(line)
            return (0..<4).map { column in
                let start = 20 + 2 + column * 26
                guard start < places.count else { return nil }
                let field = places[start..<min(places.count, start + 24)]
                let bare = String(field).filter { $0 != "\u{A0}" && $0 != " " }
                return ore(bare.replacing("\u{2212}", with: "-"), mark: ",")
            }
        }
    }

    private func json(_ listing: Listing) throws -> [[Int64?]] {
        let data = Data(try listing.bytes(as: .json))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rows = try #require(object["rows"] as? [[String: Any]])
        let values = rows.compactMap { $0["values"] as? [String: Any] }
        let totals = try #require(object["totals"] as? [String: Any])
        return (values + [totals]).map { row in
            ["a1", "a2", "a3", "s"].map { key in
                (row[key] as? String).flatMap { ore($0, mark: ".") }
            }
        }
    }

    private func page(_ listing: Listing) throws -> [[Int64?]] {
        let page = try PageReader.read(try listing.bytes(as: .html))
        let rows = (page.all("tbody") + page.all("tfoot")).flatMap { $0.all("tr") }
        return rows.map { row in
            row.children.dropFirst().map { cell in
                let bare = cell.text.replacing("\u{A0}", with: "")
                return ore(bare.replacing("\u{2212}", with: "-"), mark: ",")
            }
        }
    }

    private func csv(
        _ listing: Listing,
        _ format: OutputFormat,
        mark: String,
        separator: Character
    ) throws -> [[Int64?]] {
        let lines = try listing.drawn(as: format).split(separator: "\r\n").dropFirst()
        return lines.map { $0.split(separator: separator, omittingEmptySubsequences: false) }
            .prefix { $0.count == 5 }
            .map { fields in fields.dropFirst().map { ore(String($0), mark: mark) } }
    }

    private func excel(
        _ listing: Listing,
        _ limits: WorkbookLimits
    ) throws -> [[Int64?]] {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "a.xlsx").path
            try writeWorkbook(listing, to: path, limits: limits)
            let sheet = try #require(try ReadWorkbook(path: path).sheets.first)
            return (7...47).map { row in
                ["B", "C", "D", "E"].map { column -> Int64? in
                    guard case .number(let digits)? = sheet.cells["\(column)\(row)"]?.value,
                        let kronor = Double(digits)
                    else { return nil }
                    let ore = (kronor * 100).rounded()
                    // An importer takes only what is a whole öre (STORE 4.1).
                    return abs(kronor - ore / 100) < 1e-6 ? Int64(ore) : nil
                }
            }
        }
    }

    private func ore(_ text: String, mark: String) -> Int64? {
        let parts = text.split(separator: mark)
        guard parts.count == 2, parts[1].count == 2 else { return nil }
        return Int64(parts[0] + parts[1])
    }
}
