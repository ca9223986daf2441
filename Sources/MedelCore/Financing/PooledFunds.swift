/// Where the association's own money of a year comes from: one pool that every grant is paid of, so
/// that a krona of any grant has the same origin.
///
/// Source: issue 5 (every payment can be traced to its source mix), finsamlagen 5–7 §§, GUIDE 4.4.
public struct PooledFunds: Hashable, Sendable {
    /// Who the money comes from.
    public enum Origin: Hashable, Sendable {
        /// The members of a party, by what they have decided.
        case party(Party)
        /// Money to the association beside the contributions.
        case source(FundingCode)
        /// Contributions of those that the register does not have that year.
        case strangers
        /// Saved funds, as far as the budget's costs pass its income.
        case savedFunds
    }

    /// What comes from one of them.
    public struct Part: Hashable, Sendable {
        /// Who.
        public let origin: Origin

        /// How much; above zero.
        public let amount: Money

        /// States a part.
        public init(_ origin: Origin, _ amount: Money) {
            self.origin = origin
            self.amount = amount
        }
    }

    /// The parts, none of them nothing.
    public let parts: [Part]

    /// Takes the parts that are above zero.
    ///
    /// - Returns: nil when there is none, and when a part is not known.
    public init?(_ parts: [(origin: Origin, figure: Figure)]) {
        var known: [Part] = []
        for (origin, figure) in parts {
            switch figure.value {
            case .unknown: return nil
            case .notApplicable: continue
            case .known(let amount):
                if amount > .zero { known.append(Part(origin, amount)) }
            }
        }
        guard !known.isEmpty else { return nil }
        self.parts = known
    }

    /// Divides what is paid of the pool over those that it comes from, so that the parts sum to it.
    ///
    /// - Returns: an amount for each part, in their order.
    public func split(_ amount: Money) -> [Money] {
        do {
            return try amount.split(weights: parts.map { Int($0.amount.ore) })
        } catch {
            preconditionFailure("every part is above zero: \(error)")
        }
    }
}

extension AssociationPlan {
    /// How much saved funds a year's budget uses: its costs less its income, where they pass it.
    ///
    /// - Returns: not known while no budget is decided for the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func savedFundsUsed(in year: Int, asOf day: Day) throws(MoneyError) -> Figure {
        var costs: [Figure] = []
        var income = Figure.notApplicable
        for line in AssociationBudgetLine.allCases {
            let figure = try AreaBudgetFigures(line, year: year, in: areaBudgets, asOf: day).final
            if line == .income { income = figure } else { costs.append(figure) }
        }
        let short = try Figure.difference(try Figure.sum(costs), minus: income)
        return Figure(short.amount.map { max(.zero, $0) })
    }
}
