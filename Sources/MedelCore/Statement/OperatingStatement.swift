/// Driftredovisning: how the year came out against the budget that the board adopted.
///
/// Income is positive and costs are negative in every column, so that each column's sum is a
/// result, and a deviation above zero is to the good.
///
/// Source: LKBR 10:1, RKR R14, GUIDE 3.4.
public struct OperatingStatement: Hashable, Sendable {
    /// What a row is of.
    public enum Subject: Hashable, Sendable {
        /// Income that a rule puts there.
        case income
        /// Income accounts that no rule takes.
        case unmappedIncome
        /// Styrelse, administration, revision, or insatser ej fördelat.
        case area(BudgetArea)
        /// All insatser: the association's own budget for them.
        case insatser
        /// One of the insatser.
        case insats(InsatsCode, name: String)
        /// What the association's budget for insatser is beyond theirs.
        case insatserDifference
        /// Other result accounts that no rule takes.
        case unmappedCosts
        /// The sum: årets resultat.
        case total
    }

    /// The amounts of a row.
    public struct Amounts: Hashable, Sendable {
        /// The budget as first decided.
        public var original: Figure
        /// The changes decided since.
        public var changes: Figure
        /// The budget that holds at the year's end.
        public var final: Figure
        /// What the association's book has.
        public var actual: Figure
        /// What the book had the year before.
        public var previous: Figure

        /// Utfall minus slutlig budget: above zero is to the good.
        ///
        /// - Throws: `MoneyError.outOfRange` when the difference passes the bound.
        public func deviation() throws(MoneyError) -> Figure {
            try .difference(actual, minus: final)
        }

        static let none = Amounts(
            original: .notApplicable,
            changes: .notApplicable,
            final: .notApplicable,
            actual: .notApplicable,
            previous: .notApplicable
        )
    }

    /// A row.
    public struct Row: Hashable, Sendable {
        /// What it is of.
        public let subject: Subject

        /// Its amounts.
        public let amounts: Amounts
    }

    /// The rows, in order; each of the insatser stands under the row of all.
    public let rows: [Row]

    /// The accounts that no rule takes, with this year's amount, in order.
    public let unmapped: [YearFigures.Account]

    /// A row by its subject.
    public subscript(subject: Subject) -> Row? { rows.first { $0.subject == subject } }
}

extension OperatingStatement.Subject {
    /// What names the row.
    public var key: String {
        switch self {
        case .income: "income"
        case .unmappedIncome: "unmappedIncome"
        case .area(let area): area.rawValue
        case .insatser: "insatser"
        case .insats(let code, _): "insats:" + code.text
        case .insatserDifference: "insatserDifference"
        case .unmappedCosts: "unmappedCosts"
        case .total: "total"
        }
    }

    /// Whether the sum of the statement counts the row.
    public var isSummed: Bool {
        switch self {
        case .income, .unmappedIncome, .area, .insatser, .unmappedCosts: true
        case .insats, .insatserDifference, .total: false
        }
    }
}
