import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelRender
import MedelStore
import TestSupport
import Testing

/// The annual reports of the invented association against figures that another program computed.
@Suite struct ExempellanAnnualTests {
    private struct Truth: Decodable {
        struct Year: Decodable {
            struct Column: Decodable {
                let income: [String: String]
                let balance: [String: String?]
            }
            let current: Column
            let previous: Column
        }
        let statements: [String: Year]
        let operating: [String: [String: [String: String?]]]
    }

    @Test func `statements and driftredovisning of three years are the true ones`() throws {
        let truth = try JSONDecoder().decode(
            Truth.self,
            from: Data(contentsOf: AnnualSample.folder.appending(path: "expected.json"))
        )
        #expect(truth.statements.keys.sorted() == ["2023", "2024", "2025"])
        try withTemporaryFolder { folder in
            let test = try AnnualSample.exempellan(in: folder)
            for year in 2023...2025 {
                let report = try MakeAnnualReport(test.ledger)(year: year, status: .ready)
                #expect(report.errors == [])
                let expected = try #require(truth.statements["\(year)"])
                try Self.compare(report.document, expected.current, "current", year)
                try Self.compare(report.document, expected.previous, "previous", year)
                try Self.compare(report.document, try #require(truth.operating["\(year)"]), year)
            }
        }
    }

    private static func compare(
        _ document: Document,
        _ expected: Truth.Year.Column,
        _ column: String,
        _ year: Int
    ) throws {
        let income = try document.values("resultatrakning")
        for (row, amount) in expected.income {
            let shown = try #require(income[row], "\(row)")[column] ?? nil
            #expect(shown == amount, "\(row) \(year) \(column)")
        }
        let balance = try document.values("balansrakning")
        for (row, amount) in expected.balance {
            let shown = try #require(balance[row], "\(row)")[column] ?? nil
            #expect(shown == amount, "\(row) \(year) \(column)")
        }
    }

    private static func compare(
        _ document: Document,
        _ expected: [String: [String: String?]],
        _ year: Int
    ) throws {
        let shown = try document.values("driftredovisning")
        #expect(
            Set(shown.keys) == Set(expected.keys).union(["insatserDifference"]),
            "\(year)"
        )
        for (row, columns) in expected {
            for (column, amount) in columns {
                let found = try #require(shown[row], "\(row)")[column] ?? nil
                // A budget that was not there yet is empty here and zero in the model.
                let isSame = found == amount || found == nil && amount == "0.00"
                #expect(isSame, "\(row) \(year) \(column): \(found ?? "nil")")
            }
        }
    }

    @Test func `the equity block is the old one in 2023 and the new one in 2024`() throws {
        try withTemporaryFolder { folder in
            let test = try AnnualSample.exempellan(in: folder)
            let keys = { (year: Int) throws in
                let report = try MakeAnnualReport(test.ledger)(year: year)
                return try report.document.values("balansrakning").keys.filter {
                    $0.hasPrefix("ek-") && $0 != "ek-avs-skulder"
                }.sorted()
            }
            #expect(try keys(2023) == ["ek-ovrigt", "ek-resultat", "ek-slut", "ek-slut-reserv"])
            #expect(
                try keys(2024) == [
                    "ek-borjan", "ek-borjan-reserv", "ek-resultat", "ek-slut", "ek-slut-reserv",
                ]
            )
        }
    }

    @Test func `the report of 2025 is the golden one`() throws {
        try withTemporaryFolder { folder in
            let test = try AnnualSample.exempellan(in: folder)
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            let document = report.document
            // The ledger's identity is random, and so is its head.
            let still = Document(
                heading: Heading(
                    title: document.heading.title,
                    association: document.heading.association,
                    scope: document.heading.scope,
                    asOf: document.heading.asOf,
                    ledgerVersion: document.heading.ledgerVersion,
                    head: "",
                    created: document.heading.created
                ),
                sections: document.sections,
                notes: document.notes
            )
            var bytes: [UInt8] = []
            try render(still, as: .text, to: .bytes { bytes += $0 })
            expectGolden(String(decoding: bytes, as: UTF8.self), "arsredovisning-2025.txt")
        }
    }

    /// The sum of each row from the accounts of the row and a journal that another program reads.
    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/hledger")))
    func `hledger comes to the same amount on every account`() throws {
        try withTemporaryFolder { folder in
            let test = try AnnualSample.exempellan(in: folder)
            var journal = ""
            try ExportJournal(test.ledger)(.association) { journal += $0 }
            let file = folder.appending(path: "bok.journal")
            try Data(journal.utf8).write(to: file)
            let closing = try Self.balances(file, ["-e", "2026-01-01"])
            let moved = try Self.balances(file, ["-b", "2025-01-01", "-e", "2026-01-01"])
            let document = try MakeAnnualReport(test.ledger)(year: 2025).document
            var counted = 0
            for (key, column) in [
                ("specifikation.balans", "closing"), ("specifikation.resultat", "movement"),
            ] {
                for (row, values) in try document.values(key) where !row.hasSuffix("/summa") {
                    guard let account = values["account"] ?? nil,
                        let amount = values[column] ?? nil
                    else { continue }
                    let theirs = (column == "closing" ? closing : moved)[account] ?? 0
                    let own = Int(amount.filter { $0 != "." }) ?? 0
                    let isTurned = column == "movement" || account.hasPrefix("2")
                    #expect(own == (isTurned ? -theirs : theirs), "\(row)")
                    counted += 1
                }
            }
            #expect(counted > 25)
        }
    }

    /// Öre by account, as hledger sums them.
    private static func balances(_ journal: URL, _ period: [String]) throws -> [String: Int] {
        let run = try Subprocess(
            "hledger",
            ["-f", journal.path, "bal", "-N", "-E", "--flat", "-O", "csv"] + period,
            environment: ["LC_ALL": "C.UTF-8"],
            in: journal.deletingLastPathComponent()
        )
        #expect(run.status == 0)
        var balances: [String: Int] = [:]
        for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n").dropFirst() {
            // Both fields are quoted, and names may hold commas.
            let fields = line.components(separatedBy: "\",\"")
                .map { $0.filter { $0 != "\"" } }
            guard fields.count == 2 else { continue }
            let account = fields[0].split(separator: ":").last?.split(separator: " ").first
            let amount = fields[1].split(separator: " ").first ?? "0"
            let parts = amount.split(separator: ".")
            let cents = parts.count == 2 ? String(parts[1]) : "00"
            balances[String(account ?? "")] = Int(parts[0] + cents) ?? 0
        }
        return balances
    }
}
