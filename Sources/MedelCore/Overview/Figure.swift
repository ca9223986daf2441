/// A figure of an overview line: an amount, or why there is none.
public struct Figure: Hashable, Sendable {
    /// What is known.
    public enum Value: Hashable, Sendable {
        /// The amount.
        case known(Money)
        /// The source does not exist yet; a sum over it is not known either.
        case unknown
        /// Nothing belongs here; counts as zero in a sum.
        case notApplicable
    }

    /// What is known.
    public let value: Value

    /// What must be known to read it, or why it is missing.
    public let notes: [MeasureNote]

    /// States a figure.
    public init(_ value: Value, _ notes: [MeasureNote] = []) {
        self.value = value
        self.notes = notes
    }

    /// States an amount; nil is one that is not known.
    public init(_ amount: Money?, _ notes: [MeasureNote] = []) {
        self.init(amount.map { .known($0) } ?? .unknown, notes)
    }

    /// Nothing belongs here.
    public static let notApplicable = Figure(.notApplicable)

    /// The amount; nil when it is not known or nothing belongs here.
    public var amount: Money? {
        if case .known(let amount) = value { amount } else { nil }
    }
}

extension Figure {
    /// Adds up figures; one that is not known makes the sum unknown.
    ///
    /// - Returns: a figure without notes; not applicable when no part is.
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    ///
    /// Source: STORE 4.4.
    public static func sum(_ figures: some Sequence<Figure>) throws(MoneyError) -> Figure {
        var amounts: [Money] = []
        var isKnown = true
        var isEmpty = true
        for figure in figures {
            switch figure.value {
            case .known(let amount): amounts.append(amount)
            case .unknown: isKnown = false
            case .notApplicable: continue
            }
            isEmpty = false
        }
        if isEmpty { return .notApplicable }
        return Figure(isKnown ? try Money.sum(amounts) : nil)
    }

    /// Subtracts one figure from another; what does not apply counts as zero.
    ///
    /// - Returns: a figure without notes; not applicable when neither is.
    /// - Throws: `MoneyError.outOfRange` when the difference passes the bound.
    public static func difference(
        _ whole: Figure,
        minus part: Figure
    ) throws(MoneyError) -> Figure {
        switch (whole.value, part.value) {
        case (.notApplicable, .notApplicable): return .notApplicable
        case (.unknown, _), (_, .unknown): return Figure(.unknown)
        default: return Figure(try (whole.amount ?? .zero) - (part.amount ?? .zero))
        }
    }
}
