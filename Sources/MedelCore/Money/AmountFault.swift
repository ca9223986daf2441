/// Why a text is not taken as an amount.
public enum AmountFault: Error, Hashable, Sendable {
    /// There is nothing but blanks.
    case empty
    /// The text is longer than `AmountReader.bytesMax` bytes.
    case tooLong
    /// There are no digits where the amount should begin.
    case noDigits
    /// A character that no amount has, or not in that place; counted from one.
    case unexpected(Character, position: Int)
    /// A mark before exactly three digits could be a thousands mark or a decimal sign, and
    /// nothing tells which.
    case ambiguousMark(Character)
    /// The digits do not stand in groups of three, or the groups have different marks.
    case badGrouping
    /// There is a decimal sign with no digit after it.
    case noDecimals
    /// The amount is not whole öre.
    case partOfOre
    /// The amount is beyond the bound of `Money`.
    case outOfRange
    /// What stands after the amount is no unit that is known: `kr`, `tkr`, `mkr`, `/år` …
    case unknownUnit(String)
}
