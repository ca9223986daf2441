import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// What a later file says otherwise, and a file that is read once more.
struct RegisterChangesTests {
    private func book(_ change: (inout SIEBook) -> Void = { _ in }) -> SIEBook {
        var book = SIEBook()
        book.opening = ["1930": 50_000, "2010": -50_000]
        book.accountNames = ["1930": "Bank", "4510": "Kop", "6010": "Hyra"]
        book.vouchers = [
            .init(
                "A",
                "1",
                month: 1,
                text: "Hyra",
                rows: [.init("6010", ore: 100), .init("1930", ore: -100)]
            ),
            .init(
                "A",
                "2",
                month: 2,
                text: "Kop",
                rows: [.init("4510", ore: 300), .init("1930", ore: -300)]
            ),
        ]
        change(&book)
        return book
    }

    private func warnings(_ code: String, _ report: ImportReport) -> [String] {
        report.findings.filter { $0.code == code && $0.severity == "warning" }.map(\.message)
    }

    @Test func `changed opening balances are named, and the latest count`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let first = try test.read(book().bytes())
            #expect(warnings("openingBalanceChanged", first).isEmpty)
            let changed = book { $0.opening = ["1930": 60_000, "2010": -50_000, "2099": -10_000] }
            let report = try test.read(changed.bytes(), named: "senare.se")
            #expect(
                warnings("openingBalanceChanged", report) == [
                    "Ingående balans på konto 1930 är ändrad sedan förra filen: "
                        + "500,00 → 600,00. Den senaste gäller.",
                    "Ingående balans på konto 2099 är ändrad sedan förra filen: "
                        + "0,00 → \u{2212}100,00. Den senaste gäller.",
                ]
            )
            let opening = try #require(try test.ledger.openingBalances(of: test.book()))
            let amounts = opening.amounts.map { "\($0.account.text) \($0.amount.ore)" }
            #expect(amounts == ["1930 60000", "2010 -50000", "2099 -10000"])
            var dress = SIEBook.Dress()
            dress.generatedOn = "20260301"
            let again = try test.read(changed.bytes(dress), named: "sist.se")
            #expect(warnings("openingBalanceChanged", again).isEmpty)
        }
    }

    @Test func `a renamed account is named with both names`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(book().bytes())
            let renamed = book { $0.accountNames["6010"] = "Lokalhyra" }
            let report = try test.read(renamed.bytes(), named: "senare.se")
            #expect(
                warnings("accountRenamed", report)
                    == ["Konto 6010 hette ”Hyra” och heter nu ”Lokalhyra”."]
            )
            let account = try #require(AccountNumber("6010"))
            #expect(try test.ledger.names(of: test.book()).account(account) == "Lokalhyra")
        }
    }

    @Test func `at most fifty changes are listed`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            func named(_ word: String) -> SIEBook {
                book { book in
                    for number in 6_100..<6_160 { book.accountNames["\(number)"] = word }
                }
            }
            try test.read(named("Gammalt").bytes())
            let report = try test.read(named("Nytt").bytes(), named: "senare.se")
            #expect(warnings("accountRenamed", report).count == 50)
        }
    }

    @Test func `an extract's changed rule says which files to read again`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let owner = try #require(BookReference("owner:OSK"))
            func rule(_ codes: [String]) -> ExtractRule {
                ExtractRule(
                    objects: Set(codes.map { ObjectReference(dimension: 6, code: $0) }),
                    masksTexts: true,
                    maskedDimensions: [7],
                    controlTotal: nil
                )
            }
            func year(_ year: Int) -> [UInt8] {
                book { book in
                    book.year = year
                    book.organizationNumber = "212000-9879"
                    book.vouchers[0].rows[0].objects = ["6:P1"]
                    book.vouchers[1].rows[0].objects = ["6:P2"]
                }.bytes()
            }
            let old = rule(["P1"])
            let first = try test.read(year(2024), named: "2024.se", into: owner, extract: old)
            #expect(first.taken == 1)
            let same = try test.read(year(2025), named: "2025.se", into: owner, extract: old)
            #expect(warnings("extractRuleChanged", same).isEmpty)
            let wider = rule(["P1", "P2"])
            let report = try test.read(year(2025), named: "2025.se", into: owner, extract: wider)
            let messages = warnings("extractRuleChanged", report)
            #expect(messages.count == 1)
            #expect(messages.first?.contains("2024.se") == true)
            #expect(report.taken == 1)
            #expect(report.known == 1)
            // Once the other file is read by the new rule, no file is left to read.
            let again = try test.read(year(2024), named: "2024.se", into: owner, extract: wider)
            #expect(again.taken == 1)
            let last = try test.read(year(2026), named: "2026.se", into: owner, extract: wider)
            #expect(warnings("extractRuleChanged", last).isEmpty)
            #expect(try test.ledger.check(.basic).findings == [])
            #expect(try test.ledger.verify().isIntact)
        }
    }

    @Test func `a file that was read before is compared again only when asked`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let old = book().bytes()
            try test.read(old)
            let changed = book { book in
                book.vouchers[0].rows[0].ore = 250
                book.vouchers[0].rows[1].ore = -250
            }
            #expect(try test.read(changed.bytes(), named: "senare.se").changed.count == 1)
            try test.resolve(1, .accepted)

            let state = try RawLedger.dump(test.path)
            guard case .alreadyRead = try test.read(old).result else {
                Issue.record("an old file is read once")
                return
            }
            #expect(try RawLedger.dump(test.path) == state)

            let report = try test.read(old, readsAgain: true)
            guard case .recorded = report.result else {
                Issue.record("\(report.result)")
                return
            }
            #expect(report.changed.map(\.key.description) == ["A 1"])
            #expect(report.known == 1)
            let open = try test.ledger.openDifferences()
            #expect(open.map { $0.upstream?.rows.first?.amount.ore } == [100])

            // Asked once more there is nothing to say: the difference is already open.
            let twice = try RawLedger.dump(test.path)
            guard case .alreadyRead = try test.read(old, readsAgain: true).result else {
                Issue.record("nothing has changed")
                return
            }
            #expect(try RawLedger.dump(test.path) == twice)
            #expect(try test.ledger.verify().isIntact)
        }
    }
}
