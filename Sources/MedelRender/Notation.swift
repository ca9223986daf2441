import MedelCore

/// How numbers are written out in bytes.
struct Notation: Sendable {
    let decimalMark: UInt8
    let thousandsMark: [UInt8]
    let minus: [UInt8]

    /// `−1 234,50` with no-break spaces and U+2212.
    ///
    /// Source: SPEC 2, Display.
    static let swedish = Notation(
        decimalMark: UInt8(ascii: ","),
        thousandsMark: Array("\u{A0}".utf8),
        minus: Array("\u{2212}".utf8)
    )

    /// `-1234,50`, which Swedish Excel reads as a number.
    static let swedishPlain = Notation(
        decimalMark: UInt8(ascii: ","),
        thousandsMark: [],
        minus: [UInt8(ascii: "-")]
    )

    /// `-1234.50`.
    static let machine = Notation(
        decimalMark: UInt8(ascii: "."),
        thousandsMark: [],
        minus: [UInt8(ascii: "-")]
    )
}

extension [UInt8] {
    /// Writes an amount in kronor with two decimals.
    mutating func append(_ money: Money, in notation: Notation) {
        append(hundredths: money.ore, in: notation)
    }

    /// Writes hundredths, such as öre or basis points, as a number with two decimals.
    mutating func append(hundredths: Int64, in notation: Notation) {
        if hundredths < 0 { append(contentsOf: notation.minus) }
        let size = hundredths.magnitude
        append(grouped: size / 100, by: notation.thousandsMark)
        append(notation.decimalMark)
        append(paddedTo2: size % 100)
    }

    /// Writes a whole number.
    mutating func append(_ number: Int, in notation: Notation) {
        if number < 0 { append(contentsOf: notation.minus) }
        append(grouped: UInt64(number.magnitude), by: notation.thousandsMark)
    }

    /// Writes a date as ISO 8601.
    mutating func append(_ day: Day) {
        let year = UInt64(day.year)
        append(paddedTo2: year / 100)
        append(paddedTo2: year % 100)
        append(UInt8(ascii: "-"))
        append(paddedTo2: UInt64(day.monthOfYear))
        append(UInt8(ascii: "-"))
        append(paddedTo2: UInt64(day.dayOfMonth))
    }

    private mutating func append(grouped number: UInt64, by mark: [UInt8]) {
        guard number >= 1_000 else { return append(digits: number) }
        append(grouped: number / 1_000, by: mark)
        append(contentsOf: mark)
        append(digit: number / 100 % 10)
        append(paddedTo2: number % 100)
    }

    private mutating func append(digits number: UInt64) {
        if number >= 10 { append(digits: number / 10) }
        append(digit: number % 10)
    }

    private mutating func append(paddedTo2 number: UInt64) {
        append(digit: number / 10)
        append(digit: number % 10)
    }

    private mutating func append(digit: UInt64) { append(0x30 + UInt8(digit)) }
}
