/// A version of an insats's budget; once kept it never changes.
///
/// Source: SPEC 3 (budget).
public struct BudgetVersion: Hashable, Sendable {
    /// What the version is.
    public enum Kind: String, CaseIterable, Sendable {
        /// As applied for: no promise.
        case applied
        /// As the board granted it.
        case granted
        /// As changed after the grant.
        case revised
    }

    /// The insats.
    public let insats: InsatsCode

    /// The version's number inside the insats, from one.
    public let number: Int

    /// What it is.
    public let kind: Kind

    /// The day it holds from: of the application, the decision, or the computation anew.
    public let date: Day

    /// The budget years, in order.
    public let years: [BudgetYear]

    /// The rows, in the order that spreading depends on.
    public let rows: [BudgetRow]

    /// What has been assumed and from where it is known, in Swedish.
    public let notes: [SourceNote]

    /// The PO rates that the amounts were computed with, in order of year and sector.
    public let rates: [PORate]

    /// The decision that the version follows from; nil when none is named.
    public let decision: DecisionCode?

    /// What has been moved between rows since the version that was decided; nil when nothing has.
    public let reallocation: Reallocation?

    /// That the rows were computed anew; nil for a version that somebody stated or moved money in.
    public let recomputation: Recomputation?

    /// Describes a version; every row has one amount for each year.
    public init(
        insats: InsatsCode,
        number: Int,
        kind: Kind,
        date: Day,
        years: [BudgetYear],
        rows: [BudgetRow],
        notes: [SourceNote],
        rates: [PORate] = [],
        decision: DecisionCode? = nil,
        reallocation: Reallocation? = nil,
        recomputation: Recomputation? = nil
    ) {
        precondition(rows.allSatisfy { $0.amounts.count == years.count }, "an amount per year")
        self.insats = insats
        self.number = number
        self.kind = kind
        self.date = date
        self.years = years
        self.rows = rows
        self.notes = notes
        self.rates = rates
        self.decision = decision
        self.reallocation = reallocation
        self.recomputation = recomputation
    }
}

/// A budget year: any run of months, such as February to January.
public struct BudgetYear: Hashable, Sendable {
    /// What the source calls it, such as `År 1`.
    public let label: String

    /// Its months; nil while the source does not say, and then it has no calendar figures.
    public let months: MonthRange?

    /// Describes a budget year.
    public init(label: String, months: MonthRange?) {
        self.label = label
        self.months = months
    }
}

/// A row of a budget with an amount for each budget year.
public struct BudgetRow: Hashable, Sendable {
    /// The rule that the amounts came from, and how; the amounts are what counts.
    public struct Derivation: Hashable, Sendable {
        /// The rule.
        public let rule: BudgetRule

        /// How the amounts were rounded.
        public let rounding: RowRounding

        /// For each budget year how the amount came about, in Swedish words and figures.
        public let texts: [String]

        /// Keeps a rule with what it gave.
        public init(rule: BudgetRule, rounding: RowRounding, texts: [String]) {
            self.rule = rule
            self.rounding = rounding
            self.texts = texts
        }
    }

    /// The row's code inside the budget, such as `lon`.
    public let code: BudgetRowCode

    /// The cost category; nil while nobody has placed the row.
    public let category: CostCategoryCode?

    /// What the source calls it.
    public let label: String

    /// The recipient, if the row is one recipient's.
    public let recipient: OwnerCode?

    /// An amount for each budget year; costs positive.
    public let amounts: [Money]

    /// Where the amounts came from; nil for amounts that somebody wrote.
    public let derivation: Derivation?

    /// Describes a row; a derivation has a text for each amount.
    public init(
        code: BudgetRowCode,
        category: CostCategoryCode?,
        label: String,
        recipient: OwnerCode?,
        amounts: [Money],
        derivation: Derivation? = nil
    ) {
        precondition(derivation.map { $0.texts.count == amounts.count } ?? true, "a text per year")
        self.code = code
        self.category = category
        self.label = label
        self.recipient = recipient
        self.amounts = amounts
        self.derivation = derivation
    }
}

/// A budget row's code in its budget, such as `lon`.
public struct BudgetRowCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes, but not the
    /// words `total` and `unmapped`, which sheets use for rows of their own.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text), text != "total", text != "unmapped" else { return nil }
        self.text = text
    }
}

extension BudgetRowCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: BudgetRowCode, right: BudgetRowCode) -> Bool {
        left.text < right.text
    }
}
