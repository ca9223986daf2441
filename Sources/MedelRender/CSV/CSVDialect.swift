/// For whom a CSV file is written.
///
/// Source: SPEC 7; RFC 4180.
struct CSVDialect: Sendable {
    let separator: UInt8
    let notation: Notation

    /// Whether the file begins with a byte order mark, by which Excel knows UTF-8.
    let hasByteOrderMark: Bool

    /// Whether titles, sums and remarks are written for a reader, and text is made harmless.
    let isForReading: Bool

    /// Semicolon and decimal comma, as Swedish Excel opens a file by double click.
    static let people = CSVDialect(
        separator: UInt8(ascii: ";"),
        notation: .swedishPlain,
        hasByteOrderMark: true,
        isForReading: true
    )

    /// Comma and decimal point, column keys first, rows only, text verbatim.
    static let machines = CSVDialect(
        separator: UInt8(ascii: ","),
        notation: .machine,
        hasByteOrderMark: false,
        isForReading: false
    )
}
