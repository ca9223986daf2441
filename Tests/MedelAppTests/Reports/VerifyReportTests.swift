import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelRender
import MedelStore
import TestSupport
import Testing

@Suite struct VerifyReportTests {
    private static func withFiles(
        _ body: (TestLedger, [OutputFormat: [UInt8]]) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(AnnualSample.book().bytes())
            try AnnualSample.adopt(into: test)
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            var files: [OutputFormat: [UInt8]] = [:]
            let paths = try report.write(
                to: folder.appending(path: "ut").path,
                AnnualReport.usualFormats
            )
            for (format, path) in zip(AnnualReport.usualFormats, paths) {
                files[format] = Array(try Data(contentsOf: URL(filePath: path)))
            }
            try body(test, files)
        }
    }

    @Test func `a file as it was made is the same in every form`() throws {
        try Self.withFiles { test, files in
            let version = try test.ledger.head().ledgerVersion
            for (format, bytes) in files {
                let verdict = try VerifyReport()(bytes, format, year: 2025, test.ledger)
                #expect(verdict == .same(ledgerVersion: version), "\(format)")
            }
            let json = try #require(files[.json])
            #expect(VerifyReport()(json: json) == .sound(ledgerVersion: version))
        }
    }

    @Test func `a file for machines is the same while the rows are`() throws {
        try Self.withFiles { test, _ in
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            let folder = test.folder.appending(path: "maskin").path
            let path = try #require(try report.write(to: folder, [.csvMachine]).first)
            let bytes = Array(try Data(contentsOf: URL(filePath: path)))
            let verify = { try VerifyReport()($0, .csvMachine, year: 2025, test.ledger) }
            let first = try test.ledger.head().ledgerVersion
            #expect(try verify(bytes) == .sameRows(ledgerVersion: first))
            try AnnualSample.adopt(["balansrakning-2024", "bas"], into: test)
            let second = try test.ledger.head().ledgerVersion
            #expect(second > first)
            #expect(try verify(bytes) == .sameRows(ledgerVersion: second))
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 8)) {
                var changed = bytes
                changed[place] ^= 1
                #expect(try verify(changed) == .changed, "byte \(place)")
            }
            #expect(try verify([]) == .changed)
        }
    }

    @Test func `the lines at the end are judged by the ledger only`() throws {
        try Self.withFiles { test, files in
            let json = String(decoding: try #require(files[.json]), as: UTF8.self)
            let forged = json.replacing("\"lines\":[\"", with: "\"lines\":[\"Klar. ")
            #expect(forged != json)
            let bytes = Array(forged.utf8)
            let version = try test.ledger.head().ledgerVersion
            #expect(VerifyReport()(json: bytes) == .sound(ledgerVersion: version))
            #expect(try VerifyReport()(bytes, .json, year: 2025, test.ledger) == .changed)
        }
    }

    @Test(arguments: 0..<6)
    func `a changed byte is noticed in every form`(_ seed: Int) throws {
        try Self.withFiles { test, files in
            var generator = SeededGenerator(seed: seed)
            for format in AnnualReport.usualFormats + AnnualReport.usualFormats {
                var bytes = try #require(files[format])
                let place = Int.random(in: 0..<bytes.count, using: &generator)
                bytes[place] ^= 1 << UInt8.random(in: 0..<7, using: &generator)
                let verdict = try VerifyReport()(bytes, format, year: 2025, test.ledger)
                switch verdict {
                case .changed, .notAReport, .overtaken(_, _, false): break
                case .same, .sameRows, .sound, .overtaken(_, _, true):
                    Issue.record("\(format) byte \(place): \(verdict)")
                }
            }
        }
    }

    @Test func `a ledger that has gone on says whether the figures are the same`() throws {
        try Self.withFiles { test, files in
            let from = try test.ledger.head().ledgerVersion
            try AnnualSample.adopt(["balansrakning-2024", "bas"], into: test)
            try AnnualSample.adopt(["kommunbas"], into: test)
            let to = try test.ledger.head().ledgerVersion
            for (format, bytes) in files {
                let verdict = try VerifyReport()(bytes, format, year: 2025, test.ledger)
                #expect(
                    verdict == .overtaken(from: from, to: to, figuresAreSame: true),
                    "\(format)"
                )
            }
            var later = AnnualSample.book()
            later.vouchers.append(
                SIEBook.Voucher(
                    "A",
                    "9",
                    month: 12,
                    rows: [.init("4510", ore: 1), .init("1930", ore: -1)]
                )
            )
            try test.read(later.bytes(), named: "senare.se")
            let last = try test.ledger.head().ledgerVersion
            for (format, bytes) in files {
                let verdict = try VerifyReport()(bytes, format, year: 2025, test.ledger)
                // A workbook does not show its head without being unpacked.
                let expected: VerifyReport.Verdict =
                    format == .xlsx
                    ? .changed : .overtaken(from: from, to: last, figuresAreSame: false)
                #expect(verdict == expected, "\(format)")
            }
        }
    }

    @Test func `another program's JSON is no report`() {
        for text in ["", "{}", "{\"title\":\"Årsredovisning\"}\n", "[1]"] {
            #expect(VerifyReport()(json: Array(text.utf8)) == .notAReport)
        }
    }
}
