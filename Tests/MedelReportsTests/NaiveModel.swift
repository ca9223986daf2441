import MedelCore

/// The sheets' figures by straightforward loops over postings, rows and decisions, in plain öre.
///
/// Shares nothing with what it is held against; nil is what is not known. Written for associations
/// of the random kind: every later decision refers to the first or moves room.
struct NaiveModel {
    let association: RandomAssociation
    let asOf: Day

    init(_ association: RandomAssociation) throws {
        self.association = association
        guard let day = Day(iso: association.asOf) else { throw NaiveError() }
        asOf = day
    }

    struct NaiveError: Error {}

    /// What the rows have in a year by exact shares of each prefix of rows and months.
    func budget(_ insats: Insats, year: Int?) -> Int64? {
        guard let version = version(of: insats) else { return nil }
        var sum: Int64 = 0
        for (number, budgetYear) in version.years.enumerated() {
            guard let year else {
                for row in version.rows where !isGrant(row) { sum += row.amounts[number].ore }
                continue
            }
            guard let months = budgetYear.months?.months else { return nil }
            let rows = version.rows.map { $0.amounts[number].ore }
            func corner(_ row: Int, _ month: Int) -> Int64 {
                let exact = rows[0..<row].reduce(0, +) * Int64(month) * 2 + Int64(months.count)
                return floor(exact, by: 2 * Int64(months.count))
            }
            for (row, item) in version.rows.enumerated() where !isGrant(item) {
                for (month, calendar) in months.enumerated() where calendar.year == year {
                    sum += corner(row + 1, month + 1) - corner(row, month + 1)
                    sum += corner(row, month) - corner(row + 1, month)
                }
            }
        }
        return sum
    }

    func version(of insats: Insats) -> BudgetVersion? {
        association.build.plan.budgets.last { $0.insats == insats.code && $0.date <= asOf }
    }

    private func isGrant(_ row: BudgetRow) -> Bool { row.category?.text == "INTAKT_FORBUND" }

    /// The ceilings in force after each meeting in turn: a replacement of the first decision takes
    /// away all that was there, what adds or moves comes beside it.
    func ceilings(_ insats: Insats) -> [Ceiling]? {
        let made = association.build.plan.decisions.filter {
            $0.insats == insats.code && $0.date <= asOf
        }
        guard !made.isEmpty else { return nil }
        var found: [Ceiling] = []
        for decision in made.sorted(by: { ($0.date, $0.code) < ($1.date, $1.code) }) {
            if case .replaces = decision.relation { found = [] }
            found += decision.ceilings
        }
        return found
    }

    func isRejected(_ insats: Insats) -> Bool {
        association.build.plan.decisions.contains { $0.insats == insats.code && $0.kind == .reject }
    }

    func granted(_ insats: Insats, year: Int?) -> Int64? {
        guard let ceilings = ceilings(insats) else { return nil }
        let years = version(of: insats)?.years ?? []
        var sum: Int64 = 0
        var totals: [Int: Int64] = [:]
        for ceiling in ceilings {
            switch ceiling.scope {
            case .calendarYear(let own):
                sum += year == nil || own == year ? ceiling.amount.ore : 0
            case .budgetYear(let number): totals[number, default: 0] += ceiling.amount.ore
            case .total: totals[0, default: 0] += ceiling.amount.ore
            case .recipient, .category: continue  // Limits inside the grant, which stays the same.
            }
        }
        guard let year else { return totals.values.reduce(sum, +) }
        for (number, total) in totals {
            let months =
                number == 0
                ? insats.months : years.count >= number ? years[number - 1].months : nil
            guard let months else { return nil }
            var given: Int64 = 0
            for (place, month) in months.months.enumerated() {
                // Rounded to the nearest öre of what should have been given so far.
                let count = Int64(months.count)
                let next = floor(2 * total * Int64(place + 1) + count, by: 2 * count)
                if month.year == year { sum += next - given }
                given = next
            }
        }
        return sum
    }

    /// A book's rows on a place, or nil when a month that must be covered is not.
    func cost(
        _ book: String,
        insats: Insats?,
        area: String?,
        year: Int?,
        months: MonthRange?,
        after replaced: Int = 0,
        wantsGrant: Bool = false
    ) -> Int64? {
        guard let reference = BookReference(book) else { return nil }
        let covered = association.build.coverage[reference] ?? []
        if let months {
            for month in months.months where month <= asOf.month && month.year > replaced {
                if let year, month.year != year { continue }
                if month.lastDay <= asOf {
                    if !covered.contains(month) { return nil }
                } else if covered.filter({ $0.lastDay <= asOf }).isEmpty,
                    !association.postings.contains(where: { $0.book == book && $0.day <= asOf })
                {
                    return nil
                }
            }
        }
        var sum: Int64 = 0
        for posting in association.postings where posting.book == book && posting.day <= asOf {
            guard posting.insats == insats?.code.text, posting.area == area,
                posting.day.year > replaced
            else { continue }
            if let year, posting.day.year != year { continue }
            if posting.category == "INTAKT_FORBUND", !wantsGrant { continue }
            sum += posting.ore
        }
        return sum
    }

    /// What an insats with known months has cost: an opening position in place of its year's
    /// postings, and of all years before it where everything is asked for.
    func incurred(_ insats: Insats, year: Int?) -> Int64? {
        var sum: Int64 = 0
        let books = insats.mode == .own ? ["association"] : insats.recipients.map { "owner:\($0)" }
        for (place, book) in books.enumerated() {
            let positions = association.build.plan.openingPositions.filter { position in
                guard position.insats == insats.code, ended(position.year) else { return false }
                if let year, position.year != year { return false }
                if insats.mode == .own { return true }
                return position.recipient.map { "owner:\($0)" == book } ?? (place == 0)
            }
            sum += positions.reduce(0) { $0 + $1.incurred.ore }
            let replaced = positions.map(\.year).max() ?? 0
            let part = cost(
                book,
                insats: insats,
                area: nil,
                year: year,
                months: insats.months,
                after: replaced
            )
            guard let part else { return nil }
            sum += part
        }
        return sum
    }

    /// What the association's own book has on a grant, its income from others taken off.
    func booked(_ insats: Insats) -> Int64? {
        let months = insats.months
        let book = "association"
        return cost(book, insats: insats, area: nil, year: nil, months: months, wantsGrant: true)
    }

    private func ended(_ year: Int) -> Bool { asOf.description >= "\(year)-12-31" }

    func area(_ line: AssociationBudgetLine) -> Int64? {
        let year = association.build.plan.areaBudgets.filter {
            $0.year == 2025 && $0.decidedOn <= asOf
        }
        guard !year.isEmpty else { return nil }
        return year.filter { $0.line == line }.reduce(0) { $0 + $1.amount.ore }
    }
}

/// The largest whole number that is not above the quotient.
private func floor(_ number: Int64, by divisor: Int64) -> Int64 {
    number >= 0 || number % divisor == 0 ? number / divisor : number / divisor - 1
}
