/// What Excel can hold.
///
/// Source: Microsoft, Excel specifications and limits.
enum ExcelLimits {
    /// Rows in a sheet.
    static let sheetRowsMax = 1_048_576

    /// UTF-16 units of text in a cell.
    static let textUnitsMax = 32_767

    /// UTF-16 units in the name of a sheet.
    static let sheetNameUnitsMax = 31

    /// Characters in a printed header or footer, codes included.
    static let headerLengthMax = 255

    /// The largest whole number that keeps all its digits.
    static let exactIntegerMax = 999_999_999_999_999

    /// The serial number of 1970-01-01.
    static let serialOf1970 = 25_569

    /// The serial number of 1900-03-01; Excel counts a 29 February 1900 that never was, so earlier
    /// dates are not dates to every program.
    static let serialMin = 61
}
