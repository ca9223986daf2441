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

    /// The day it holds from: of the application or the decision.
    public let date: Day

    /// The budget years, in order.
    public let years: [BudgetYear]

    /// The rows, in the order that spreading depends on.
    public let rows: [BudgetRow]

    /// What has been assumed and from where it is known, in Swedish.
    public let notes: [SourceNote]

    /// Describes a version; every row has one amount for each year.
    public init(
        insats: InsatsCode,
        number: Int,
        kind: Kind,
        date: Day,
        years: [BudgetYear],
        rows: [BudgetRow],
        notes: [SourceNote]
    ) {
        precondition(rows.allSatisfy { $0.amounts.count == years.count }, "an amount per year")
        self.insats = insats
        self.number = number
        self.kind = kind
        self.date = date
        self.years = years
        self.rows = rows
        self.notes = notes
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

/// A row of a budget with a fixed amount for each budget year.
public struct BudgetRow: Hashable, Sendable {
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

    /// Describes a row.
    public init(
        code: BudgetRowCode,
        category: CostCategoryCode?,
        label: String,
        recipient: OwnerCode?,
        amounts: [Money]
    ) {
        self.code = code
        self.category = category
        self.label = label
        self.recipient = recipient
        self.amounts = amounts
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
