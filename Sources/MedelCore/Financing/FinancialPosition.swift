/// What the association has and owes at the end of a day, as its balansräkning shows it.
///
/// Source: finsamlagen 22 §, GUIDE 7 (R12), SPEC 7 (R17).
public struct FinancialPosition: Hashable, Sendable {
    /// Why the book does not say.
    public enum Absence: Hashable, Sendable {
        /// The association's book has nothing of the month.
        case nothingBooked
        /// No chart of accounts or layout is adopted that says what the accounts are.
        case templatesMissing
        /// Assets are not equity and debts; the difference.
        case unbalanced(Money)
    }

    /// The day, always the last of a month.
    public let day: Day

    /// Summa tillgångar; nil when it is not known.
    public let assets: Money?

    /// Provisions and debts, positive; nil when they are not known.
    public let debts: Money?

    /// Kassa och bank; nil when it is not known.
    public let bank: Money?

    /// Kassa och bank when the calendar year began; nil when it is not known.
    public let openingBank: Money?

    /// Why there is nothing; nil when the book says.
    public let absence: Absence?

    /// States that the book does not say.
    public init(_ day: Day, missing absence: Absence) {
        self.day = day
        (assets, debts, bank, openingBank) = (nil, nil, nil, nil)
        self.absence = absence
    }

    /// States what is known from elsewhere.
    public init(_ day: Day, assets: Money?, debts: Money?, bank: Money?, openingBank: Money?) {
        self.day = day
        self.assets = assets
        self.debts = debts
        self.bank = bank
        self.openingBank = openingBank
        absence = nil
    }

    /// Reads a balansräkning.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public init(
        _ day: Day,
        _ statements: FinancialStatements,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        let balance = statements.balance
        let assets = balance.total(.assets, in: templates.balance)?.current.amount ?? .zero
        let both = balance.total(.equityAndDebts, in: templates.balance)?.current.amount ?? .zero
        guard assets == both else {
            self.init(day, missing: .unbalanced(try assets - both))
            return
        }
        let bank = balance[Self.bankRow]
        self.init(
            day,
            assets: assets,
            debts: try assets - statements.equity.closing,
            bank: bank?.current.amount,
            openingBank: bank?.previous.amount
        )
    }

    /// The key of *Kassa och bank* in the layouts.
    private static let bankRow = "kassa-bank"
}

extension FinancialPosition {
    /// Assets less debts; nil when either is not known.
    ///
    /// - Throws: `MoneyError.outOfRange` when the difference passes the bound.
    public func equity() throws(MoneyError) -> Money? {
        guard let assets, let debts else { return nil }
        return try assets - debts
    }
}
