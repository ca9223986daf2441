import MedelCore

/// A budget year, or a part of one, as an application names it.
struct WrittenYear: Hashable, Sendable {
    /// How the year is named.
    enum Kind: Hashable, Sendable {
        /// `År 2`.
        case ordinal(Int)
        /// `2025`.
        case calendar(Int)
        /// `2025-2026`, which may be a broken year.
        case split(Int)
        /// `VT 2026`: half a year, whose months each association sets.
        case term(year: Int, half: Half)
        /// `aug-dec 2025`.
        case months(MonthRange)
    }

    /// A half of a calendar year.
    enum Half: Hashable, Sendable {
        case first
        case second
    }

    let kind: Kind
    let label: String

    /// The months, when the name says them for sure.
    var months: MonthRange? {
        switch kind {
        case .calendar(let year): MonthRange(calendarYear: year)
        case .months(let months): months
        case .ordinal, .split, .term: nil
        }
    }

    /// Whether it is half a year by its name.
    var isTerm: Bool {
        switch kind {
        case .term: true
        case .ordinal, .calendar, .split, .months: false
        }
    }

    /// Whether the other year comes directly after.
    func isFollowed(by next: WrittenYear) -> Bool {
        switch (kind, next.kind) {
        case (.ordinal(let first), .ordinal(let second)): return second == first + 1
        case (.split(let first), .split(let second)): return second == first + 1
        case (.ordinal, _), (_, .ordinal), (.split, _), (_, .split): return false
        case (.calendar, _), (.term, _), (.months, _):
            guard let end = sortMonths?.last, let start = next.sortMonths?.first else {
                return false
            }
            return end.advanced(by: 1) == start
        }
    }

    /// Whether a label is half a year's.
    static func namesTerm(_ label: String) -> Bool {
        ApplicationTokenizer.tokens(label).contains { $0.year?.isTerm == true }
    }

    /// The months for setting years in order, where a half is six.
    private var sortMonths: MonthRange? {
        switch kind {
        case .term(let year, let half):
            let start = Month(year: year, month: half == .first ? 1 : 7)
            let end = Month(year: year, month: half == .first ? 6 : 12)
            guard let start, let end else { return nil }
            return MonthRange(from: start, through: end)
        case .ordinal, .split, .calendar, .months: return months
        }
    }
}
