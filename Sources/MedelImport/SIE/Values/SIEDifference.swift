public import MedelCore

/// An account whose declared balances disagree with its rows.
public struct SIEDifference: Hashable, Sendable {
    /// Which of the two equations does not hold.
    public enum Equation: String, CaseIterable, Sendable {
        /// Opening balance + rows = closing balance.
        case balance
        /// Rows = result.
        case result
    }

    /// The account.
    public let account: AccountNumber

    /// The equation that does not hold.
    public let equation: Equation

    /// The opening balance in öre; zero in the equation of a result.
    public let openingOre: Int128

    /// The sum of the rows in öre.
    public let rowsOre: Int128

    /// The declared closing balance or result in öre; zero without a record.
    public let declaredOre: Int128

    /// How much more the rows give than is declared, in öre.
    public var ore: Int128 { openingOre + rowsOre - declaredOre }

    /// The difference in words.
    public var swedish: String {
        let name = "Konto \(account.text): "
        let rest =
            switch equation {
            case .balance:
                "ingående \(swedishAmount(openingOre)) plus rader \(swedishAmount(rowsOre)) "
                    + "ger inte utgående \(swedishAmount(declaredOre))"
            case .result:
                "rader \(swedishAmount(rowsOre)) ger inte resultatet \(swedishAmount(declaredOre))"
            }
        return name + rest + " (skillnad \(swedishAmount(ore))). "
            + "Vanligast är att exporten gäller en del av året eller ett urval."
    }
}
