import MedelCore
import MedelReports
import MedelStore

extension FundingFacts {
    /// What the association had and owed at the end of the latest whole month that its book covers
    /// up to a day.
    func position(on day: Day) throws -> FinancialPosition {
        let closing = snapshot.lastCovered(through: day) ?? day
        return try position(closing: closing)
    }

    /// What the association had and owed at the end of a month.
    func position(closing day: Day) throws -> FinancialPosition {
        guard snapshot.isCovered(day), let book = books[day] else {
            return FinancialPosition(day, missing: .nothingBooked)
        }
        let templates: StatementTemplates
        do {
            templates = try AdoptedTemplates(self.templates, year: day.year).templates
        } catch is AnnualReportRefusal {
            return FinancialPosition(day, missing: .templatesMissing)
        }
        guard let statements = try FinancialStatements(day.year, of: book, templates) else {
            return FinancialPosition(day, missing: .nothingBooked)
        }
        return try FinancialPosition(day, statements, templates)
    }
}

extension Snapshot {
    /// Whether the day is the last of a month that imports of the association's book cover.
    func isCovered(_ day: Day) -> Bool {
        day == day.month.lastDay && coverage[.association]?.contains(day.month) == true
    }

    /// The last day of the latest covered month that had ended by a day.
    func lastCovered(through day: Day) -> Day? {
        coverage[.association]?.map(\.lastDay).filter { $0 <= day }.max()
    }

    /// The last days of the covered months of a year and of the month before it, up to the
    /// snapshot's day.
    func coveredMonthEnds(of year: Int) -> [Day] {
        let before = Month(year: year - 1, month: 12)
        return (coverage[.association] ?? []).filter { $0.year == year || $0 == before }
            .map(\.lastDay).filter { $0 <= asOf }.sorted()
    }

    /// The last day of each membership that had ended by the snapshot's day.
    var exits: [MemberCode: Day] {
        var days: [MemberCode: Day] = [:]
        for member in plan.profile?.members ?? [] {
            guard let last = member.last?.lastDay, last <= asOf else { continue }
            days[member.code] = last
        }
        return days
    }
}
