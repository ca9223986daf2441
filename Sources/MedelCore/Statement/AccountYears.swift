/// The association's own book by account and calendar year: all that statements are made of.
///
/// Source: STORE 2.6, 3.5.
public struct AccountYears: Hashable, Sendable {
    /// What an account moves in a calendar year, as far as one target of the mapping goes.
    public struct Movement: Hashable, Sendable {
        /// The account.
        public let account: AccountNumber

        /// The calendar year of the months that the vouchers count in.
        public let year: Int

        /// Where a rule puts it; nil for a balance account and for what no rule takes.
        public let target: MappingTarget?

        /// The sum, debit positive.
        public let amount: Money

        /// States a movement.
        public init(account: AccountNumber, year: Int, target: MappingTarget?, amount: Money) {
            self.account = account
            self.year = year
            self.target = target
            self.amount = amount
        }
    }

    /// What the latest file of a year declares, by account.
    public struct Declared: Hashable, Sendable {
        /// #IB 0: how the year opens.
        public var opening: [AccountNumber: Money] = [:]
        /// #UB -1: how the year before closed.
        public var closingBefore: [AccountNumber: Money] = [:]
        /// #RES -1: the result accounts of the year before.
        public var resultBefore: [AccountNumber: Money] = [:]
        /// #IB -1: how the year before opened.
        public var openingBefore: [AccountNumber: Money] = [:]

        /// Nothing declared.
        public init() {}
    }

    /// A voucher that came after its month was closed.
    public struct LateVoucher: Hashable, Sendable {
        /// The number by which it is assigned.
        public let number: Int

        /// Series and number, as in the book.
        public let name: String

        /// Upstream's date.
        public let date: Day

        /// The text.
        public let text: String

        /// The month that it counts in; nil while it waits for one and is in no figure.
        public let month: Month?

        /// The rows by account, in order of account.
        public let amounts: [Movement]

        /// Describes a voucher.
        public init(
            number: Int,
            name: String,
            date: Day,
            text: String,
            month: Month?,
            amounts: [Movement]
        ) {
            self.number = number
            self.month = month
            self.name = name
            self.date = date
            self.text = text
            self.amounts = amounts
        }
    }

    /// The first year that the book has vouchers or balances of; nil for an empty book.
    public var firstYear: Int?

    /// The years whose balances a file declares, also those in which nothing happened.
    public var imported: Set<Int> = []

    /// How the first year opened, by account.
    public var opening: [AccountNumber: Money] = [:]

    /// The movements, in order of year, account and target.
    public var movements: [Movement] = []

    /// The accounts' names.
    public var names: [AccountNumber: String] = [:]

    /// What the accounts are for, by declaration or digit; an account that neither places is absent.
    public var classes: [AccountNumber: AccountClass] = [:]

    /// What files declare, by the calendar year of the file.
    public var declared: [Int: Declared] = [:]

    /// Vouchers that wait for a month, or count in another year than their date, in order of date.
    public var late: [LateVoucher] = []

    /// The whole months that imports cover, or of which a file says that nothing happened.
    public var covered: Set<Month> = []

    /// The months that are closed.
    public var closed: Set<Month> = []

    /// Whether the book is whole; an extract has no balance sheet.
    public var isComplete = true

    /// Nothing known yet.
    public init() {}
}
