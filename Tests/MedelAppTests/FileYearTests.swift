import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// Files whose fiscal years do not follow each other, and vouchers that do not keep to theirs.
struct FileYearTests {
    /// A file of a year with vouchers of 1 krona each, named and dated.
    private func file(
        _ year: (String, String),
        earlier: (String, String)? = nil,
        _ vouchers: [(number: Int, date: String)],
        generatedOn: String = "20260115"
    ) -> [UInt8] {
        var lines = [
            "#FLAGGA 0", "#PROGRAM \"Prov\" 1", "#FORMAT PC8", "#GEN \(generatedOn)",
            "#SIETYP 4", "#ORGNR 222000-9993", "#FNAMN \"Prov\"", "#RAR 0 \(year.0) \(year.1)",
        ]
        if let earlier { lines.append("#RAR -1 \(earlier.0) \(earlier.1)") }
        lines += ["#KONTO 1930 \"Bank\"", "#KONTO 4010 \"Kostnad\""]
        for voucher in vouchers {
            lines += [
                "#VER A \(voucher.number) \(voucher.date) \"Köp\"", "{", "#TRANS 4010 {} 1.00",
                "#TRANS 1930 {} -1.00", "}",
            ]
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private static let calendarYear = ("20250101", "20251231")

    struct Overlap {
        let first: String
        let last: String
        let isRefused: Bool
    }

    @Test(arguments: [
        Overlap(first: "20250701", last: "20260630", isRefused: true),
        Overlap(first: "20240701", last: "20250630", isRefused: true),
        Overlap(first: "20251201", last: "20261130", isRefused: true),
        Overlap(first: "20240201", last: "20250131", isRefused: true),
        Overlap(first: "20250401", last: "20250630", isRefused: true),
        // The day after the last one, the day before the first one, the same year.
        Overlap(first: "20260101", last: "20261231", isRefused: false),
        Overlap(first: "20240101", last: "20241231", isRefused: false),
        Overlap(first: "20250101", last: "20251231", isRefused: false),
        // The book knows of 2024 but has no vouchers of it.
        Overlap(first: "20230701", last: "20240630", isRefused: false),
    ])
    func `a year that overlaps another with vouchers is refused and nothing is kept`(
        _ overlap: Overlap
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let before = ("20240101", "20241231")
            try test.read(file(Self.calendarYear, earlier: before, [(1, "20250115")]))
            let state = try RawLedger.dump(test.path)
            let next = file((overlap.first, overlap.last), [(2, overlap.first)])
            guard overlap.isRefused else {
                #expect(try test.read(next, named: "nästa.se").taken == 1)
                return
            }
            let error = #expect(throws: LedgerError.self) {
                try test.read(next, named: "nästa.se")
            }
            guard case .fiscalYearsOverlap(let file, let book) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            #expect(file.start.description == isoDay(overlap.first))
            #expect(book.end.description == "2025-12-31")
            let message = swedishMessage(for: try #require(error)) ?? ""
            #expect(message.contains("2025-01-01–2025-12-31, som överlappar det"))
            #expect(message.contains("Exportera filen med samma räkenskapsår som förut."))
            #expect(try RawLedger.dump(test.path) == state)
        }
    }

    @Test func `a voucher dated outside its file's year counts on its own day, with a warning`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let report = try test.read(
                file(Self.calendarYear, [(1, "20250115"), (7, "20260102"), (8, "20241231")])
            )
            #expect(report.taken == 3)
            let outside = report.findings.filter { $0.code == "voucherOutsideYear" }
            #expect(outside.map(\.line) == [16, 21])
            #expect(outside.allSatisfy { $0.severity == "warning" })
            let balances = try RawLedger.balances(test.path, book: "association")
            #expect(balances.filter { $0.key.hasPrefix("4010") }.values.allSatisfy { $0 == 100 })
            for month in ["202412", "202501", "202601"] {
                #expect(balances["4010  \(month)"] == 100, "\(month)")
            }
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }

    @Test func `the next year's file knows the voucher that came with the year before`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(file(Self.calendarYear, [(1, "20250115"), (7, "20260102")]))
            let next = file(("20260101", "20261231"), [(1, "20260110"), (7, "20260102")])
            let report = try test.read(next, named: "2026.se")
            #expect(report.taken == 1)
            #expect(report.known == 1)
            #expect(report.changed.isEmpty && report.gone.isEmpty)
            // The file of the year before has it still, and says nothing of the year after.
            let again = file(
                Self.calendarYear,
                [(1, "20250115"), (7, "20260102")],
                generatedOn: "20260201"
            )
            let later = try test.read(again, named: "2025.se")
            #expect(later.known == 2)
            #expect(later.gone.isEmpty && later.changed.isEmpty)
            #expect(try test.ledger.verify().isIntact)
        }
    }

    @Test func `a voucher dated in another year covers no month of that year`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(file(Self.calendarYear, [(1, "20251115"), (7, "20260102")]))
            let snapshot = try test.ledger.snapshot(asOf: try #require(Day(iso: "2026-01-31")))
            let months = snapshot.coverage[.association]?.sorted().map(\.description)
            #expect(months == ["2025-11", "2025-12"])
        }
    }

    @Test func `a file of nothing but another year's vouchers covers nothing`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let report = try test.read(file(Self.calendarYear, [(7, "20260102")]))
            #expect(report.taken == 1)
            let snapshot = try test.ledger.snapshot(asOf: try #require(Day(iso: "2026-01-31")))
            #expect(snapshot.coverage[.association] == [])
        }
    }

    private func isoDay(_ text: String) -> String {
        "\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))"
    }
}
