/// What a funding source pays of an insats in a calendar year.
///
/// Source: SPEC 3 (funding source).
public struct SourceShare: Hashable, Sendable {
    /// Something that must be known to read the amount.
    public enum Mark: Hashable, Sendable {
        /// The source says *cirka*.
        case approximate
        /// The amount is stated without VAT.
        case excludesVAT
        /// The amount is computed from a share of the cost.
        case computed(Rate)
        /// The ceiling took away from it.
        case limited(by: Money)
        /// The promised amounts pass the ceiling by so much in all.
        case passesCeiling(by: Money)
        /// The promised amount passes the share of the cost by so much.
        case passesShare(by: Money)
        /// The cost that the share is of is not known.
        case costMissing
        /// The others put in less than the source asks for.
        case unmatched(others: Money, required: Money)
        /// Whether the others put in enough cannot be told.
        case matchingUnknown
    }

    /// The source.
    public let source: FundingSource

    /// What it pays in the year; nothing where it pays nothing that year.
    public let figure: Figure

    /// What must be known to read it.
    public let marks: [Mark]

    /// Computes what a source pays.
    ///
    /// Stated amounts hold, and a share of the cost only where none is stated at all. A computed
    /// amount stops at what the years before have left of the ceiling; a stated one is never
    /// changed, and what passes is marked.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - year: the calendar year.
    ///   - costs: the budgeted cost of the years up to and with the year, by year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    init(
        _ source: FundingSource,
        in year: Int,
        costs: [Int: Figure]
    ) throws(MoneyError) {
        self.source = source
        guard source.amounts.isEmpty else {
            (figure, marks) = try Self.stated(source, year, costs[year])
            return
        }
        guard let share = source.share else {
            (figure, marks) = (.notApplicable, [])
            return
        }
        var left = source.ceiling
        for (past, cost) in costs.sorted(by: { $0.key < $1.key }) where past <= year {
            guard cost.value != .notApplicable else { continue }
            guard let cost = cost.amount else {
                // Without a ceiling the years before do not matter.
                if past < year, left == nil { continue }
                (figure, marks) = (Figure(.unknown), [.computed(share), .costMissing])
                return
            }
            let wanted = max(.zero, cost).share(share, rounding: .down)
            let paid = left.map { min($0, wanted) } ?? wanted
            if past == year {
                figure = Figure(paid)
                let isLimited = paid < wanted
                marks =
                    [.computed(share)]
                    + (isLimited ? source.ceiling.map { [.limited(by: $0)] } ?? [] : [])
                return
            }
            left = try left.map { ceiling throws(MoneyError) in try ceiling - paid }
        }
        (figure, marks) = (.notApplicable, [])
    }

    private init(_ source: FundingSource, _ figure: Figure, _ marks: [Mark]) {
        self.source = source
        self.figure = figure
        self.marks = marks
    }

    /// The same with a further mark.
    func adding(_ mark: Mark?) -> SourceShare {
        mark.map { SourceShare(source, figure, marks + [$0]) } ?? self
    }

    private static func stated(
        _ source: FundingSource,
        _ year: Int,
        _ cost: Figure?
    ) throws(MoneyError) -> (Figure, [Mark]) {
        let own = source.amounts.filter { $0.year == year }
        guard !own.isEmpty else { return (.notApplicable, []) }
        let amount = try Money.sum(own.map(\.amount))
        var marks: [Mark] = []
        if own.contains(where: \.isApproximate) { marks.append(.approximate) }
        if own.contains(where: \.excludesVAT) { marks.append(.excludesVAT) }
        if let ceiling = source.ceiling {
            let over = try Money.sum(source.amounts.map(\.amount)) - ceiling
            if over > .zero { marks.append(.passesCeiling(by: over)) }
        }
        if let share = source.share {
            if let cost = cost?.amount {
                let over = try amount - max(.zero, cost).share(share, rounding: .down)
                if over > .zero { marks.append(.passesShare(by: over)) }
            } else {
                marks.append(.costMissing)
            }
        }
        return (Figure(amount), marks)
    }
}

extension SourceShare {
    /// Whether the source says *cirka*.
    public var isApproximate: Bool { marks.contains(.approximate) }
}
