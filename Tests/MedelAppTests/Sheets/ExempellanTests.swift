import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelImport
import MedelStore
import TestSupport
import Testing

/// The sheets of the invented association against its true sums, which another program computed.
@Suite struct ExempellanTests {
    private struct Truth: Decodable {
        let incurredPerInsatsAndYear: [String: [String: String?]]
        let granted: [String: [String: String]]
        let areas: [String: [String: String]]
        let bookedByAssociation: [String: [String: String]]
    }

    @Test func `R1 and R2 give the true sums of three years`() throws {
        let sample = SharedFiles.projectRoot.appending(path: "samples/exempellan")
        let truth = try JSONDecoder().decode(
            Truth.self,
            from: Data(contentsOf: sample.appending(path: "expected.json"))
        )
        try withTemporaryFolder { folder in
            let ledger = try load(sample, in: folder)
            // At the end, since a decision of 2024 moves room from 2023.
            for year in 2023...2025 {
                let day = try #require(Day(year: year, month: 12, day: 31))
                let insatser = try MakeSheet(ledger)(.insatser, asOf: day)
                for (code, years) in truth.incurredPerInsatsAndYear {
                    guard let expected = years[String(year)] else { continue }
                    let shown = try amount(insatser, code, "incurred")
                    #expect(shown == expected, "\(code) \(year)")
                }
                for (code, years) in truth.bookedByAssociation where years.count == 3 {
                    let known = (2023...year).compactMap { years[String($0)] }.compactMap(ore)
                    let shown = try amount(insatser, code, "total.booked").flatMap(ore)
                    #expect(shown == nil || shown == known.reduce(0, +), "\(code) \(year)")
                }
                let total = try MakeSheet(ledger)(.total, asOf: day)
                for (area, years) in truth.areas where area != "income" {
                    #expect(try amount(total, area, "incurred") == years[String(year)])
                }
            }
            let last = try #require(Day(iso: "2025-12-31"))
            for (code, years) in truth.granted {
                let insats = try #require(InsatsCode(code))
                let sheet = try MakeSheet(ledger)(.insats(insats), asOf: last)
                for (year, expected) in years {
                    let shown = try amount(sheet, "total", "calendar.\(year).granted")
                    #expect(shown == expected, "\(code) \(year)")
                }
            }
        }
    }

    private func load(_ sample: URL, in folder: URL) throws -> Ledger {
        let test = try TestLedger(in: folder)
        let books = [
            ("forbundet", "association"), ("exempelstad", "owner:EXSTAD"),
            ("regionen", "owner:REGEX"),
        ]
        for (name, book) in books {
            for year in 2023...2025 {
                let file = sample.appending(path: "bocker/\(name)-\(year).se")
                try test.read(
                    Array(Data(contentsOf: file)),
                    named: file.lastPathComponent,
                    into: try #require(BookReference(book))
                )
            }
        }
        let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
        let report = try LoadFolder(test.ledger, by: performer)(sample.appending(path: "plan").path)
        #expect(report.problems.filter { !$0.isWarning } == [])
        return test.ledger
    }

    /// An amount as the file of true sums writes it, nil when it is not known.
    private func amount(_ document: Document, _ row: String, _ column: String) throws -> String? {
        let table = try #require(document.tables.first)
        let place = try #require(table.place(ofColumn: column), "\(column)")
        let cells = try #require(table.rows.first { $0.key == row }, "\(row)").row.cells
        guard case .amount(let money?) = cells[place] else { return nil }
        return AmountText.machine.text(money)
    }

    private func ore(_ text: String) -> Int64? { Int64(text.filter { $0 != "." }) }
}
