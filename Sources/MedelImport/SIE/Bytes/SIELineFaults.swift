/// What was odd about how a line was written.
struct SIELineFaults: OptionSet {
    let rawValue: UInt8

    /// A quote inside a field was not escaped.
    static let quoteRepaired = SIELineFaults(rawValue: 1)
    /// The closing quote is missing.
    static let quoteMissing = SIELineFaults(rawValue: 2)
    /// The closing brace of an object list is missing.
    static let listOpen = SIELineFaults(rawValue: 4)
    /// A character below 32 stands in a text.
    static let control = SIELineFaults(rawValue: 8)
    /// The line ends with the `{` that opens a voucher's rows.
    static let opensBlock = SIELineFaults(rawValue: 16)
    /// The line ends with the `}` that closes a voucher's rows.
    static let closesBlock = SIELineFaults(rawValue: 32)
}
