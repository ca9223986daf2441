public import MedelCore

/// A budget as an application has it, before anybody has confirmed it.
///
/// Source: SPEC 6 (application text), GUIDE 6.2.
public struct ApplicationBudget: Sendable {
    /// A year that the budget has amounts for.
    public struct Year: Hashable, Sendable {
        /// As the table's heading has it; `Per år` when the application says no more.
        public let label: String
        /// The months; nil when the application does not say them for sure.
        public var months: MonthRange?
    }

    /// What the words above the table say it is about.
    public let heading: String

    /// The line of the first row, counted from one.
    public let line: Int

    /// The years, one for each amount of a row.
    public var years: [Year]

    /// Costs, in the order of the application.
    public let rows: [ApplicationRow]

    /// Incomes, their amounts below zero.
    public let incomes: [ApplicationRow]

    /// The sums that the application prints, compared with the rows.
    public let sums: [PrintedSum]

    /// Lines of the table that are neither row nor heading for sure.
    public var unplaced: [UnplacedLine]

    /// Doubts about the table as a whole.
    public let tableDoubts: [TableDoubt]

    /// What the comparison comes to.
    public let verdict: SumVerdict
}

/// A row of an application's budget.
public struct ApplicationRow: Sendable {
    /// What the row is for, as the application has it.
    public let label: String

    /// Counted from one.
    public let line: Int

    /// One for each year; nil for one that cannot be read.
    ///
    /// Empty when there are more or fewer than the table has years.
    public let amounts: [Money?]

    /// The proposed category; nil when no word of the label is known.
    public let category: CostCategoryCode?

    /// Whether the row is an income that stands under a heading of its own, apart from the costs.
    public let standsApart: Bool

    /// The amounts as written.
    public let written: String

    /// What to look at.
    public let doubts: [ApplicationDoubt]

    /// The amounts, when every one is known.
    public var known: [Money]? {
        let known = amounts.compactMap(\.self)
        return known.isEmpty || known.count != amounts.count ? nil : known
    }
}

/// A sum as the application prints it.
public struct PrintedSum: Sendable {
    /// What came of the comparison.
    public enum Outcome: Hashable, Sendable {
        /// The same as all costs together.
        case agreesWithAll
        /// The same as all costs together, though an income stands among the rows above.
        case agreesWithoutIncome
        /// The same as costs and incomes together.
        case agreesWithNet
        /// The same as the incomes together.
        case agreesWithIncomes
        /// One amount, the same as all costs of all years together.
        case agreesOverYears
        /// The same as the rows since the sum before.
        case agreesWithPart
        /// The rows add up to something else.
        case differs(computed: [Money])
        /// An amount is not known.
        case notCompared
    }

    /// As the application has it.
    public let label: String

    /// Counted from one.
    public let line: Int

    /// One for each year, or one for all years together.
    public let amounts: [Money?]

    /// What came of the comparison.
    public let outcome: Outcome

    /// The figures as written.
    public let written: String
}

/// A line inside a table that no row was made of.
public struct UnplacedLine: Hashable, Sendable {
    /// Counted from one.
    public let line: Int

    /// As written.
    public let text: String

    /// Whether it has digits, so that an amount may have been lost.
    public let hasDigits: Bool
}

/// What the printed sums say of the rows.
public enum SumVerdict: String, CaseIterable, Sendable {
    /// A printed sum is the sum of all costs, every year, and no other sum says otherwise.
    case agrees
    /// As `agrees`, but the sum leaves out an income that stands among its rows.
    case agreesWithoutIncome
    /// A printed sum is another than what its rows add up to.
    case differs
    /// The sums that are printed agree, but none covers every row.
    case partly
    /// There is nothing to compare with.
    case noSum
    /// A row or a sum cannot be read, so that nothing can be said.
    case notCompared
    /// The only sum is of all years together, and is the sum of all costs.
    case agreesOverYears
}

/// What is doubtful about a table as a whole.
public enum TableDoubt: Hashable, Sendable {
    /// No heading says which year the amounts are for.
    case yearUnknown
    /// No heading says what the columns are.
    case columnsUnknown(Int, names: [String])
    /// Years came in separate tables and were put side by side.
    case mergedTables
    /// The last column was taken for each row's total.
    case totalColumn
    /// The table has years as rows.
    case transposed
    /// A heading says that amounts are for one month.
    case perMonth
    /// Labels that more than one row has, which may be of different years.
    case repeatedRows([String])
    /// Columns that are no budget for the time applied for.
    case otherColumns([String])
    /// Years whose names do not say their months: `HT 2025`.
    case monthsUnknown([String])
    /// A table that adds up the years; it is compared and left out.
    case totalTable(line: Int, agrees: Bool)
}
