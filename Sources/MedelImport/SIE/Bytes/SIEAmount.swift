internal import MedelCore

/// What the bytes of an amount field say.
///
/// Source: SIE 4C 5.9; sie/SPEC 5 nos. 21, 22.
enum SIEAmount: Equatable {
    /// An amount as the standard writes it.
    case exact(Money)
    /// An amount with a decimal comma, which is not allowed but cannot be read another way.
    case comma(Money)
    /// An amount with a plus sign, which is not allowed but cannot be read another way.
    case plus(Money)
    /// No amount.
    case unreadable
    /// More than the ledger can hold.
    case tooLarge
    /// Parts of an öre.
    case tooPrecise

    /// Reads a field's bytes.
    init(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        var at = bytes.startIndex
        let end = bytes.endIndex
        guard at < end else {
            self = .unreadable
            return
        }
        let sign = bytes[at]
        if sign == 0x2D || sign == 0x2B { at += 1 }
        var number = Digits()
        while at < end, number.take(bytes[at]) { at += 1 }
        let mark = at < end ? bytes[at] : 0
        if mark == 0x2E || mark == 0x2C {
            at += 1
            number.isDecimal = true
            while at < end, number.take(bytes[at]) { at += 1 }
        }
        guard at == end, number.count > 0, mark != 0x2C || number.decimals <= 2 else {
            self = .unreadable
            return
        }
        self = number.amount(isNegative: sign == 0x2D)
        guard case .exact(let money) = self else { return }
        if sign == 0x2B { self = .plus(money) }
        if mark == 0x2C { self = .comma(money) }
    }

    /// Digits read so far, as öre once the decimals are counted.
    private struct Digits {
        var value: Int64 = 0
        var count = 0
        var decimals = 0
        var isDecimal = false
        var hasMoreThanOre = false
        var isTooLarge = false

        @inline(__always)
        mutating func take(_ byte: UInt8) -> Bool {
            let digit = byte &- 0x30
            guard digit <= 9 else { return false }
            count += 1
            if isDecimal { decimals += 1 }
            if decimals > 2 {
                if digit != 0 { hasMoreThanOre = true }
            } else if value > Money.oreMax {
                isTooLarge = true
            } else {
                value = value * 10 + Int64(digit)
            }
            return true
        }

        func amount(isNegative: Bool) -> SIEAmount {
            if hasMoreThanOre { return .tooPrecise }
            if isTooLarge || value > Money.oreMax { return .tooLarge }
            let ore = decimals == 0 ? value * 100 : decimals == 1 ? value * 10 : value
            guard let money = try? Money(ore: isNegative ? -ore : ore) else { return .tooLarge }
            return .exact(money)
        }
    }
}
