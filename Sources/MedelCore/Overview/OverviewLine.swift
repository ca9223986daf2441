/// The one line that says how money stands, for an insats, an area or all of them.
///
/// Source: SPEC 5.
public struct OverviewLine: Hashable, Sendable {
    /// What a line covers in time, up to the day of the snapshot.
    public enum Scope: Hashable, Sendable {
        /// From the beginning.
        case total
        /// A calendar year.
        case calendarYear(Int)
        /// A budget year of the insats, counted from one.
        case budgetYear(Int)
    }

    private let figures: [Measure: Figure]

    /// Bokfört hos förbundet: the association's own postings on a grant, beside and never added.
    public let booked: Figure

    /// A line of what a budget, decisions and books give.
    ///
    /// What only claims, payments and forecasts can give is unknown.
    ///
    /// - Throws: `MoneyError.outOfRange` when granted less incurred passes the bound.
    init(
        budget: Figure,
        granted: Figure,
        incurred: Figure,
        booked: Figure
    ) throws(MoneyError) {
        var figures = [Measure.budget: budget, .granted: granted, .incurred: incurred]
        if granted == .notApplicable {
            figures[.unspent] = .notApplicable
        } else {
            figures[.unspent] = try .difference(granted, minus: incurred)
        }
        for measure in Measure.allCases where measure.absence != nil {
            figures[measure] = Figure(.unknown, [.noSource(measure)])
        }
        self.figures = figures
        self.booked = booked
    }

    private init(figures: [Measure: Figure], booked: Figure) {
        self.figures = figures
        self.booked = booked
    }

    /// A figure of the line.
    public subscript(measure: Measure) -> Figure { figures[measure] ?? .notApplicable }

    /// Where nothing belongs, such as an insats in a year that it does not touch.
    public static let notApplicable = OverviewLine(figures: [:], booked: .notApplicable)

    /// The lines together, each measure by itself.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public static func sum(_ lines: [OverviewLine]) throws(MoneyError) -> OverviewLine {
        var figures: [Measure: Figure] = [:]
        for measure in Measure.allCases {
            let sum = try Figure.sum(lines.lazy.map { $0[measure] })
            let isAbsent = lines.contains { $0[measure].notes == [.noSource(measure)] }
            figures[measure] = Figure(sum.value, isAbsent ? [.noSource(measure)] : [])
        }
        return OverviewLine(
            figures: figures,
            booked: try Figure.sum(lines.lazy.map(\.booked))
        )
    }

    /// The line with another figure for a measure.
    func replacing(_ measure: Measure, by figure: Figure) -> OverviewLine {
        var changed = figures
        changed[measure] = figure
        return OverviewLine(figures: changed, booked: booked)
    }

    /// The line with what does not concern an area of the association's own budget taken away.
    var withoutGrants: OverviewLine {
        var kept = figures
        for measure in Measure.allCases {
            switch measure {
            case .budget, .incurred, .forecast, .deviation: continue
            case .granted, .committed, .claimed, .approved, .paid, .remaining, .unspent:
                kept[measure] = .notApplicable
            }
        }
        return OverviewLine(figures: kept, booked: .notApplicable)
    }
}
