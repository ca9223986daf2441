/// Reads amounts as people and systems write them, and says why when it cannot.
///
/// Nothing is guessed: a text that could mean two amounts is refused.
///
/// Source: SPEC 2, GUIDE 6.4, STORE 4.5.
public struct AmountReader: Hashable, Sendable {
    /// Where the text comes from, which decides what its marks mean.
    public enum Dialect: Hashable, Sendable {
        /// An application or a decision: comma is the decimal sign, and a point before exactly
        /// three digits is a thousands mark.
        case applicationText
        /// A column of a ledger extract; nil until the source's decimal sign is fixed, and then
        /// one mark before exactly three digits is refused.
        case ledgerExtract(decimalSign: DecimalSign?)
        /// A manifest: `1767000` or `1767000,50` and nothing else.
        case manifest
    }

    /// The sign before the öre.
    public enum DecimalSign: String, CaseIterable, Sendable {
        /// As Swedish is written.
        case comma = ","
        /// As machines write.
        case point = "."
    }

    /// Where the text comes from.
    public let dialect: Dialect

    /// Reads texts of one dialect.
    public init(_ dialect: Dialect) { self.dialect = dialect }

    /// The longest text that is looked at, in bytes.
    public static let bytesMax = 100

    /// The amount that the text states.
    ///
    /// - Throws: `AmountFault`, the first reason found from the left.
    public func read(_ text: String) throws(AmountFault) -> Money {
        guard text.utf8.count <= Self.bytesMax else { throw .tooLong }
        var scanner = AmountScanner(text)
        if dialect == .manifest { return try readManifest(&scanner) }
        scanner.skipBlanks()
        if scanner.isAtEnd { throw .empty }
        var isNegative = scanner.takeMinus()
        if !isNegative { _ = scanner.take("+") }
        scanner.skipBlanks()
        let figure = try scanner.takeFigure()
        if !isNegative, isLedgerExtract, scanner.isAtMinus {
            isNegative = scanner.takeMinus()
        }
        let unit = try scanner.takeUnit()
        let number = try AmountFigure(figure, dialect: dialect, unit: unit)
        return try number.money(in: unit, isNegative: isNegative)
    }

    private var isLedgerExtract: Bool {
        if case .ledgerExtract = dialect { return true }
        return false
    }

    private func readManifest(_ scanner: inout AmountScanner) throws(AmountFault) -> Money {
        if scanner.isAtEnd { throw .empty }
        let isNegative = scanner.take("-")
        let figure = try scanner.takePlainFigure()
        try scanner.expectEnd()
        let number = AmountFigure(whole: figure.whole, decimals: figure.decimals)
        return try number.money(in: .krona, isNegative: isNegative)
    }
}

/// What an amount was counted in when it was written.
enum AmountUnit {
    case krona
    case thousand
    case million

    /// The unit as öre.
    var ore: Int128 {
        switch self {
        case .krona: 100
        case .thousand: 100_000
        case .million: 100_000_000
        }
    }
}
