import MedelCore
import TestSupport
import Testing

/// A snapshot put together piece by piece, in words that a test can read.
struct Build {
    var plan = AssociationPlan()
    var balances: [MappedBalance] = []
    var coverage: [BookReference: Set<Month>] = [:]

    func snapshot(asOf: String) throws -> Snapshot {
        let day = try #require(Day(iso: asOf))
        var plan = plan
        plan.decisions = plan.decisions.filter { $0.date <= day }
        return Snapshot(
            association: "Samordningsförbundet Exempellän",
            asOf: day,
            ledgerVersion: 7,
            head: String(repeating: "9f86d081", count: 8),
            created: try #require(Timestamp(iso: "2026-01-15T08:30:00Z")),
            plan: plan,
            balances: balances.filter { $0.month <= day.month },
            coverage: coverage.mapValues { $0.filter { $0.lastDay <= day } }
        )
    }

    mutating func insats(
        _ code: String,
        _ mode: Insats.Mode = .grant,
        months: (String, String)? = nil,
        recipients: [String] = ["OSK"]
    ) throws {
        plan.insatser.append(
            Insats(
                code: try #require(InsatsCode(code)),
                name: "Insats \(code)",
                purpose: "",
                months: try months.map(range),
                kind: nil,
                mode: mode,
                parent: nil,
                plannedParticipants: nil,
                attribution: .stated,
                recipients: mode == .own
                    ? [] : try recipients.map { try #require(OwnerCode($0)) },
                closedOn: nil,
                notes: []
            )
        )
    }

    mutating func budget(
        _ code: String,
        _ kind: BudgetVersion.Kind = .granted,
        on date: String = "2016-10-01",
        years: [(String, String)?],
        rows: [(code: String, category: String?, kronor: [Int64])]
    ) throws {
        plan.budgets.append(
            BudgetVersion(
                insats: try #require(InsatsCode(code)),
                number: plan.budgets.count + 1,
                kind: kind,
                date: try #require(Day(iso: date)),
                years: try years.enumerated().map { place, months in
                    BudgetYear(label: "År \(place + 1)", months: try months.map(range))
                },
                rows: try rows.map { row in
                    BudgetRow(
                        code: try #require(BudgetRowCode(row.code)),
                        category: try row.category.map { try #require(CostCategoryCode($0)) },
                        label: row.code,
                        recipient: nil,
                        amounts: try row.kronor.map { try Money(ore: $0 * 100) }
                    )
                },
                notes: []
            )
        )
    }

    mutating func decide(
        _ text: String,
        on insats: String,
        _ date: String,
        _ kind: Decision.Kind = .grant,
        _ relation: Decision.Relation = .none,
        ceilings: [(Ceiling.Scope, Int64)]
    ) throws {
        plan.decisions.append(
            Decision(
                code: try #require(DecisionCode(text)),
                insats: try #require(InsatsCode(insats)),
                kind: kind,
                relation: relation,
                date: try #require(Day(iso: date)),
                paragraph: "§ 3",
                diaryNumber: "",
                ceilings: try ceilings.map {
                    Ceiling(scope: $0.0, amount: try Money(ore: $0.1))
                },
                financing: "",
                conditions: []
            )
        )
    }

    mutating func cover(_ book: String, _ first: String, _ last: String) throws {
        let book = try #require(BookReference(book))
        coverage[book, default: []].formUnion(try range(first, last).months)
    }

    mutating func post(
        _ book: String,
        _ month: String,
        _ target: String?,
        _ category: String? = nil,
        _ ore: Int64
    ) throws {
        let place: MappedBalance.Place
        if let target {
            place = .mapped(
                try #require(MappingTarget(target)),
                try category.map { try #require(CostCategoryCode($0)) }
            )
        } else {
            place = .unmapped(try #require(AccountNumber("6990")))
        }
        balances.append(
            MappedBalance(
                book: try #require(BookReference(book)),
                month: try #require(Month(iso: month)),
                place: place,
                amount: try Money(ore: ore)
            )
        )
    }

    mutating func area(
        _ line: AssociationBudgetLine,
        _ year: Int,
        _ kind: AreaBudget.Kind,
        _ ore: Int64,
        on date: String = "2024-11-20"
    ) throws {
        plan.areaBudgets.append(
            AreaBudget(
                year: year,
                line: line,
                kind: kind,
                amount: try Money(ore: ore),
                decidedOn: try #require(Day(iso: date)),
                reference: "§ 41"
            )
        )
    }

    private func range(_ first: String, _ last: String) throws -> MonthRange {
        let first = try #require(Month(iso: first))
        let last = try #require(Month(iso: last))
        return try #require(MonthRange(from: first, through: last))
    }
}
