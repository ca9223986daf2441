import MedelCore
import TestSupport
import Testing

/// Seeded books against a model that counts posting by posting.
@Suite struct StatementPropertyTests {
    private static func book(_ naive: NaiveBook) throws -> SampleBook {
        var book = try SampleBook(from: 2022, opening: naive.opening)
        var sums: [String: (NaiveBook.Posting, Int64)] = [:]
        for posting in naive.postings {
            let key = "\(posting.year) \(posting.account) \(posting.target ?? "")"
            sums[key] = (posting, (sums[key]?.1 ?? 0) + posting.ore)
        }
        for (_, entry) in sums.sorted(by: { $0.key < $1.key }) {
            try book.move(entry.0.year, entry.0.account, entry.1, entry.0.target)
        }
        for year in NaiveBook.years { try book.cover(year) }
        return book
    }

    @Test(arguments: 0..<500)
    func `statements balance and agree with a naive count`(_ seed: Int) throws {
        let naive = NaiveBook(seed: seed)
        let book = try Self.book(naive)
        for year in NaiveBook.years {
            let statements = try book.statements(year)
            let balance = statements.balance
            let assets = NaiveBook.assets.reduce(0) { $0 + naive.balance($1, through: year) }
            #expect(balance["summa-tillgangar"]?.current.amount?.ore == assets)
            #expect(balance["summa"]?.current.amount?.ore == assets)
            #expect(statements.result.ore == naive.result(year))
            #expect(statements.equity.result.ore == naive.result(year))
            #expect(statements.equity.closing.ore == naive.equity(through: year))
            #expect(statements.equity.opening?.ore == naive.equity(through: year - 1))
            let change =
                naive.equity(through: year) - naive.equity(through: year - 1) - naive.result(year)
            #expect(statements.equity.directChange?.ore == change)
            if year > 2022 {
                #expect(balance["aret"]?.previous.amount?.ore == naive.result(year - 1))
                #expect(statements.previousEquity?.closing == statements.equity.opening)
            }
            try Self.compareErrors(statements, naive.unplaced(year), change)
        }
    }

    /// The errors are the accounts without a row, each with its amount, and the direct change.
    private static func compareErrors(
        _ statements: FinancialStatements,
        _ unplaced: [String: Int64],
        _ change: Int64
    ) throws {
        var found: [String: Int64] = [:]
        var hasChange = false
        for error in statements.errors {
            switch error {
            case .unplacedAccount(let account, _, _, let amount):
                found[account.text, default: 0] += amount.ore
            case .directChange(let amount):
                hasChange = true
                #expect(amount.ore == change)
            case .unbalanced, .closingDiffers, .openingDiffers, .monthsMissing, .notComplete,
                .resultsDiffer:
                Issue.record("\(error)")
            }
        }
        #expect(found == unplaced)
        #expect(hasChange == (change != 0))
    }

    @Test(arguments: 0..<500)
    func `driftredovisningens sum is årets resultat, exactly`(_ seed: Int) throws {
        let naive = NaiveBook(seed: seed)
        let book = try Self.book(naive)
        for year in NaiveBook.years {
            let accounts = try #require(
                try AnnualAccounts(
                    year,
                    of: book.years,
                    AssociationPlan(),
                    SampleLayouts.templates(year)
                )
            )
            let operating = accounts.operating
            let rows = operating.rows.filter(\.subject.isSummed)
            let sum = rows.compactMap(\.amounts.actual.amount?.ore).reduce(0, +)
            #expect(sum == naive.result(year))
            #expect(accounts.operatingResult.ore == naive.result(year))
            #expect(!accounts.errors.contains { $0.code == "resultsDiffer" })
            for target in ["area:income", "area:board"] {
                let booked = -naive.sum { $0.year == year && $0.target == target }
                let key = String(target.dropFirst(5))
                let row = operating.rows.first { $0.subject.key == key }
                #expect(row?.amounts.actual.amount?.ore == booked, "\(target)")
            }
            let unmapped = -naive.sum {
                $0.year == year && $0.target == nil && NaiveBook.results.contains($0.account)
            }
            let shown = [OperatingStatement.Subject.unmappedIncome, .unmappedCosts]
                .compactMap { operating[$0]?.amounts.actual.amount?.ore }.reduce(0, +)
            #expect(shown == unmapped)
            #expect(operating.unmapped.reduce(0) { $0 - $1.shown.ore } == unmapped)
        }
    }

    @Test(arguments: 0..<500)
    func `a year opens as the one before closed, and one öre more is found`(_ seed: Int) throws {
        let naive = NaiveBook(seed: seed)
        var opening: [String: Int64] = [:]
        for account in NaiveBook.assets + NaiveBook.debts {
            opening[account] = naive.balance(account, through: 2023)
        }
        opening["2010"] = -naive.equity(through: 2023)
        for moved in [nil, "1930", "2440", "2010"] {
            var book = try Self.book(naive)
            try book.declare(2024) { declared in
                var changed = opening
                if let moved { changed[moved, default: 0] += 1 }
                declared.opening = try amounts(changed)
            }
            let check = try OpeningCheck(
                book.statements(2024),
                of: book.years,
                SampleLayouts.templates(2024)
            )
            let named = check.errors.map { $0.account?.text ?? "2010" }
            #expect(named == [moved].compactMap { $0 })
        }
    }
}
