/// A posting with all that a person follows it by.
public struct PostingLine: Hashable, Sendable {
    /// The voucher's date.
    public let date: Day

    /// The month that it counts in; nil while it waits for one.
    public let period: Month?

    /// Series and number.
    public let voucher: VoucherKey

    /// Account and objects.
    public let coding: Coding

    /// Where it is mapped to; nil on a balance account and while it waits for a month.
    public let place: MappedBalance.Place?

    /// The amount, debit positive.
    public let amount: Money

    /// The row's text, else the voucher's.
    public let text: String

    /// The quantity as written, empty when there is none.
    public let quantity: String

    /// The file it was read from.
    public let fileName: String

    /// The line in the file.
    public let line: Int

    /// Describes a posting.
    public init(
        date: Day,
        period: Month?,
        voucher: VoucherKey,
        coding: Coding,
        place: MappedBalance.Place?,
        amount: Money,
        text: String,
        quantity: String,
        fileName: String,
        line: Int
    ) {
        self.date = date
        self.period = period
        self.voucher = voucher
        self.coding = coding
        self.place = place
        self.amount = amount
        self.text = text
        self.quantity = quantity
        self.fileName = fileName
        self.line = line
    }
}
