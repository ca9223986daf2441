import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelStore
import TestSupport
import Testing

@Suite struct AnnualReportTests {
    private static func withReport(
        _ book: SIEBook = AnnualSample.book(),
        _ body: (TestLedger, AnnualReport) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(book.bytes())
            try AnnualSample.adopt(into: test)
            try body(test, try MakeAnnualReport(test.ledger)(year: 2025))
        }
    }

    @Test func `a sound book gives a report that may be ready`() throws {
        try Self.withReport { test, report in
            #expect(report.errors == [])
            let ready = try MakeAnnualReport(test.ledger)(year: 2025, status: .ready)
            #expect(ready.document.heading.scope.first == "Klar för styrelsen")
            #expect(ready.figuresChecksum != report.figuresChecksum)
            let colophon = try #require(report.document.colophon)
            #expect(colophon.checksum == report.figuresChecksum)
            #expect(colophon.lines.count == 4)
            #expect(colophon.lines.allSatisfy { !$0.contains("bas.yaml") })
            let balance = try report.document.values("balansrakning")
            #expect(balance["summa-tillgangar"]?["current"] == "10800.00")
            #expect(balance["ek-slut"]?["current"] == "10800.00")
            #expect(balance["ek-borjan"]?["previous"] == .some(nil))
            let checks = try report.document.values("kontroller")
            #expect(checks["balans"]?["outcome"] == "Stämmer")
            #expect(checks["resultat-drift"]?["outcome"] == "Stämmer")
            #expect(checks["ib-eget-kapital"]?["outcome"] == "Kan inte kontrolleras")
        }
    }

    @Test func `an account that no row takes stops a ready report and is named with its amount`()
        throws
    {
        var book = AnnualSample.book()
        book.accountNames["8110"] = "Okänd skatt"
        book.vouchers.append(
            SIEBook.Voucher(
                "A",
                "3",
                month: 5,
                rows: [.init("8110", ore: 12_345), .init("1930", ore: -12_345)]
            )
        )
        try Self.withReport(book) { test, report in
            let account = try #require(AccountNumber("8110"))
            let error = AnnualReportError.unplacedAccount(
                account,
                name: "Okänd skatt",
                .income,
                try Money(ore: -12_345)
            )
            #expect(report.errors == [error])
            #expect(throws: AnnualReportRefusal.notReady([error])) {
                try MakeAnnualReport(test.ledger)(year: 2025, status: .ready)
            }
            let rows = try report.document.values("fel")
            #expect(rows["unplacedAccount-1"]?["kind"] == "Konto utan rad")
            #expect(rows["unplacedAccount-1"]?["account"] == "8110")
            #expect(rows["unplacedAccount-1"]?["amount"] == "-123.45")
            let income = try report.document.values("resultatrakning")
            #expect(income["utan-rad"]?["current"] == "-123.45")
            #expect(income["arets-resultat"]?["current"] == "676.55")
            let message = try #require(swedishMessage(for: AnnualReportRefusal.notReady([error])))
            #expect(message.contains("Konto 8110 Okänd skatt, −123,45\u{A0}kr"))
        }
    }

    @Test func `what no rule maps is visible and keeps the sum of driftredovisningen`() throws {
        try Self.withReport { _, report in
            let rows = try report.document.values("driftredovisning")
            #expect(rows["unmappedIncome"]?["actual"] == "5000.00")
            #expect(rows["unmappedCosts"]?["actual"] == "-4200.00")
            #expect(rows["total"]?["actual"] == "800.00")
            let unmapped = try report.document.values("utan.koppling")
            #expect(unmapped.keys.sorted() == ["3540", "4510"])
        }
    }

    @Test func `a voucher that came after closing is in no figure and is listed with its amount`()
        throws
    {
        try Self.withReport { test, before in
            try test.set(3, to: .closed)
            var later = AnnualSample.book()
            later.vouchers.append(
                SIEBook.Voucher(
                    "A",
                    "3",
                    month: 3,
                    day: 20,
                    text: "Sen faktura",
                    rows: [.init("4510", ore: 1_000), .init("1930", ore: -1_000)]
                )
            )
            try test.read(later.bytes(), named: "senare.se")
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            for key in ["resultatrakning", "balansrakning"] {
                #expect(try report.document.values(key) == before.document.values(key))
            }
            let late = try report.document.values("efter.stangning")
            #expect(late.count == 2)
            #expect(late.values.compactMap { $0["amount"] ?? nil }.sorted() == ["-10.00", "10.00"])
            #expect(late.values.allSatisfy { $0["text"] == "Sen faktura" })
        }
    }

    @Test func `a report wants templates and a year with vouchers`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(AnnualSample.book().bytes())
            let make = MakeAnnualReport(test.ledger)
            #expect(throws: AnnualReportRefusal.layoutMissing(.income, year: 2025)) {
                try make(year: 2025)
            }
            try AnnualSample.adopt(["resultatrakning", "balansrakning-2019"], into: test)
            #expect(throws: AnnualReportRefusal.layoutMissing(.balance, year: 2025)) {
                try make(year: 2025)
            }
            try AnnualSample.adopt(["balansrakning-2024"], into: test)
            #expect(throws: AnnualReportRefusal.chartMissing) { try make(year: 2025) }
            try AnnualSample.adopt(["kommunbas"], into: test)
            #expect(throws: AnnualReportRefusal.nothingBooked(year: 2023)) {
                try make(year: 2023)
            }
            #expect(throws: AnnualReportRefusal.nothingBooked(year: 0)) { try make(year: 0) }
            #expect(try make(year: 2025).errors == [])
            #expect(throws: AnnualReportRefusal.nothingBooked(year: 2026)) {
                try make(year: 2026)
            }
        }
    }

    @Test func `each account's command lists that account alone`() throws {
        var book = AnnualSample.book()
        book.vouchers.append(
            SIEBook.Voucher(
                "A",
                "3",
                month: 6,
                rows: [.init("45101", ore: 700), .init("1930", ore: -700)]
            )
        )
        try Self.withReport(book) { test, report in
            let rows = try report.document.values("specifikation.resultat")
            let command = try #require(rows["kostnader/4510"]?["command"] ?? nil)
            #expect(
                command == "medel sheet postings --book association --account 4510 --exact "
                    + "--from 2025-01-01 --to 2025-12-31"
            )
            for (account, ore) in [("4510", 420_000), ("45101", 700)] {
                let query = PostingQuery(accountPrefix: account, isExact: true)
                var pages = try test.ledger.postings(of: test.book(), query)
                var sum = 0
                while let page = try pages.next() {
                    sum += page.reduce(0) { $0 + Int($1.amount.ore) }
                }
                #expect(sum == ore, "\(account)")
            }
        }
    }

    /// Books of 2023, 2024 without vouchers unless it is left out, and 2025.
    private static func withRest(
        _ years: [Int],
        opening: Int = 1_080_000,
        _ body: (TestLedger) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            for year in years {
                var book = AnnualSample.book()
                book.year = year
                if year > 2023 { book.opening = ["1930": opening, "2010": -opening] }
                if year == 2024 { book.vouchers = [] }
                try test.read(book.bytes(), named: "\(year).se")
            }
            try AnnualSample.adopt(into: test)
            try body(test)
        }
    }

    @Test func `a year in which nothing happened is a year like others`() throws {
        try Self.withRest([2023, 2024, 2025]) { test in
            #expect(try test.ledger.jobFacts().bookYears == [2023, 2024, 2025])
            let make = MakeAnnualReport(test.ledger)
            let rest = try make(year: 2024, status: .ready)
            #expect(rest.errors == [])
            let balance = try rest.document.values("balansrakning")
            #expect(balance["summa-tillgangar"]?["current"] == "10800.00")
            #expect(balance["summa-tillgangar"]?["previous"] == "10800.00")
            #expect(balance["ek-resultat"]?["current"] == "0.00")
            let next = try make(year: 2025, status: .ready).document.values("balansrakning")
            #expect(next["summa-tillgangar"]?["previous"] == "10800.00")
            #expect(next["ek-slut"]?["previous"] == "10800.00")
        }
    }

    @Test func `a year that is missing does not excuse an opening that nobody closed with`() throws
    {
        try Self.withRest([2023, 2025], opening: 1_280_000) { test in
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            #expect(report.errors.map(\.code) == ["openingDiffers", "openingDiffers"])
            #expect(throws: AnnualReportRefusal.notReady(report.errors)) {
                try MakeAnnualReport(test.ledger)(year: 2025, status: .ready)
            }
        }
        try Self.withRest([2023, 2025]) { test in
            let report = try MakeAnnualReport(test.ledger)(year: 2025)
            #expect(report.errors == [])
        }
    }
}
