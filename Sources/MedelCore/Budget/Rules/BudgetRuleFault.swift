/// Why a budget row's amounts cannot be computed.
public struct BudgetRuleFault: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// The base names a row that the budget does not have.
        case unknownRow(BudgetRowCode)
        /// The row is part of its own base, through these rows; each builds on the next, and the
        /// last on the first.
        case circle([BudgetRowCode])
        /// No PO rate is known of a sector for a calendar year.
        case missingRate(EmployerSector, year: Int)
        /// The rule reckons by month, and the budget year has no months.
        case monthsUnknown(year: String)
        /// A list has another number of values than the budget has years.
        case valueCount(expected: Int, found: Int)
        /// Staff from another party is invoiced and bears neither semestertillägg nor PO.
        case boughtStaff
        /// PO is reckoned on a row that another party invoices.
        case chargesOnBoughtStaff(BudgetRowCode)
        /// PO is reckoned on a row that holds PO already, or is a percentage.
        case chargesOnCharges(BudgetRowCode)
        /// A percentage of base and row together is the whole or more, or below none.
        case noRestForBase
        /// An amount on the way passes what is reckoned with.
        case outOfRange
    }

    /// The row.
    public let row: BudgetRowCode

    /// What is wrong.
    public let reason: Reason

    /// Names a row and what is wrong with it.
    public init(row: BudgetRowCode, reason: Reason) {
        self.row = row
        self.reason = reason
    }
}
