/// In what proportions the sources of an insats pay its cost in a calendar year, so that any
/// payment can be traced to where the money came from.
///
/// Budgeted cost that no source pays has a part too, so that the proportions are those of a krona
/// of cost.
///
/// Source: issue 5 (every payment can be traced to its source mix), SPEC 2 (splitting).
public struct SourceMix: Hashable, Sendable {
    /// Where money comes from.
    public enum Origin: Hashable, Sendable {
        /// What the association grants.
        case grant
        /// Another source.
        case source(FundingCode)
        /// Nobody that is known: budgeted cost that no source pays.
        case uncovered
    }

    /// A source's part.
    public struct Part: Hashable, Sendable {
        /// Where the money comes from.
        public let origin: Origin

        /// The part.
        public let amount: Money
    }

    /// The sources that pay anything and what each pays in the year; the grant first, and last what
    /// nobody pays of the budget.
    public let parts: [Part]

    /// Takes the proportions of a year.
    ///
    /// - Throws: `SourceMixError` when a source is not known, none pays, or they pay more than the cost
    ///   though there are several.
    public init(_ balance: SourcesAndUses) throws(SourceMixError) {
        var parts: [Part] = []
        let figures =
            [(Origin.grant, balance.grant)]
            + balance.sources.map { (.source($0.source.code), $0.figure) }
        for (origin, figure) in figures {
            switch figure.value {
            case .known(let amount) where amount > .zero:
                parts.append(Part(origin: origin, amount: amount))
            case .known, .notApplicable: continue
            case .unknown: throw .unknown(origin)
            }
        }
        guard !parts.isEmpty else { throw .noSource }
        if let over = balance.financedTwice { throw .aboveCost(over) }
        if let difference = balance.difference.amount, difference < .zero {
            parts.append(Part(origin: .uncovered, amount: -difference))
        }
        self.parts = parts
    }

    /// Each part of the whole, in their order; together exactly the whole.
    public var shares: [Rate] { Self.shares(parts.map(\.amount)) ?? [] }

    /// What part each amount is of their sum, by largest remainder so that they sum to the whole.
    ///
    /// - Returns: nil when an amount is below zero or all are zero.
    public static func shares(_ amounts: [Money]) -> [Rate]? {
        let whole = Money(within: Int128(Rate.basisPointsMax))
        guard let points = try? whole.split(weights: amounts.map { Int($0.ore) }) else {
            return nil
        }
        return points.map { Rate(basisPoints: Int($0.ore)) ?? .zero }
    }

    /// Divides an amount over the sources by what each pays, in öre, so that the parts sum to it.
    ///
    /// - Parameter amount: a payment; a repayment is negative and mirrors it.
    /// - Returns: a part for each source, in their order.
    public func split(_ amount: Money) -> [Part] {
        let weights = parts.map { Int($0.amount.ore) }
        do {
            return zip(parts, try amount.split(weights: weights)).map { part, share in
                Part(origin: part.origin, amount: share)
            }
        } catch {
            preconditionFailure("every source pays something: \(error)")
        }
    }
}

/// Why the source mix of an insats is not known.
public enum SourceMixError: Error, Hashable, Sendable {
    /// What a source pays is not known.
    case unknown(SourceMix.Origin)
    /// No source pays anything in the year.
    case noSource
    /// The sources together pay so much more than the cost, which is no way to pay a krona of it.
    case aboveCost(Money)
}
