/// Posts and their pay.
///
/// The pay of a month is posts × employment × monthly pay, and a month's pay follows the raises
/// up to it. Staff that another party lends is invoiced: it bears neither semestertillägg nor PO.
///
/// Source: SPEC 3 (staff), GUIDE 5.3.
public struct StaffRule: Hashable, Sendable {
    /// A higher pay from a month.
    public struct Raise: Hashable, Sendable {
        /// By how much.
        public enum Step: Hashable, Sendable {
            /// A part of the pay before it; the new pay is whole öre, a half away from zero.
            case percent(Rate)
            /// Kronor a month for a whole post.
            case amount(Money)
        }

        /// The first month.
        public let from: Month

        /// By how much.
        public let step: Step

        /// Describes a raise.
        public init(from: Month, step: Step) {
            self.from = from
            self.step = step
        }
    }

    /// How semestertillägg is reckoned.
    public enum Holiday: Hashable, Sendable {
        /// A part of one month's pay for each paid day; each month earns a twelfth of the year's.
        case perDay(FineRate, days: Int)
        /// A part of the pay.
        case share(Rate)
    }

    /// Whole posts, for each budget year; zero or more.
    public let posts: [Quantity]

    /// The employment rate, for each budget year; zero or more.
    public let employment: [Rate]

    /// The pay of a month for a whole post, before the raises; zero or more.
    public let monthlyPay: Money

    /// The raises, in any order.
    public let raises: [Raise]

    /// The semestertillägg; nil for none.
    public let holiday: Holiday?

    /// The PO in the same row; nil for none.
    public let charges: POBasis?

    /// Whether another party lends the staff against an invoice.
    public let isBought: Bool

    /// Describes a rule.
    public init(
        posts: [Quantity],
        employment: [Rate],
        monthlyPay: Money,
        raises: [Raise],
        holiday: Holiday?,
        charges: POBasis?,
        isBought: Bool
    ) {
        self.posts = posts
        self.employment = employment
        self.monthlyPay = monthlyPay
        self.raises = raises
        self.holiday = holiday
        self.charges = charges
        self.isBought = isBought
    }

    /// The largest monthly pay that is reckoned with: ten million kronor.
    static let payOreMax: Int64 = 1_000_000_000

    /// The most paid holidays of a year.
    public static let daysMax = 366
}

/// Which PO rate a row bears.
public enum POBasis: Hashable, Sendable {
    /// The sector's, by calendar year, from the table.
    case sector(EmployerSector)
    /// The employer's own, the same for every month.
    case own(Rate, source: String)
}

/// PO-pålägg as a row of its own, on the pay of other rows.
///
/// Source: SPEC 3, GUIDE 11 (PO inside or outside the wage row).
public struct ChargesRule: Hashable, Sendable {
    /// The rows of pay.
    public let base: [BudgetRowCode]

    /// Which rate.
    public let basis: POBasis

    /// Describes a rule.
    public init(base: [BudgetRowCode], basis: POBasis) {
        self.base = base
        self.basis = basis
    }
}

/// A part of a whole in millionths, for rates with four decimals of a percent.
///
/// Source: GUIDE 5.3: semestertillägg is stated as 0,605 % a day.
public struct FineRate: Hashable, Sendable {
    /// The rate, a million for the whole.
    public let millionths: Int

    /// Accepts millionths.
    ///
    /// - Returns: nil below zero or beyond the whole.
    public init?(millionths: Int) {
        guard (0...1_000_000).contains(millionths) else { return nil }
        self.millionths = millionths
    }

    /// Reads a percentage: `0,43`, `0,605`.
    ///
    /// - Returns: nil for any other form, more than four decimals, or beyond 100 %.
    public init?(percent text: String) {
        let parts = text.utf8.split(
            separator: 0x2C,
            maxSplits: 1,
            omittingEmptySubsequences: false
        )
        guard parts[0].count <= 3, let percent = Int(digits: parts[0]) else { return nil }
        var rest = 0
        if parts.count == 2 {
            guard (1...4).contains(parts[1].count), let read = Int(digits: parts[1]) else {
                return nil
            }
            rest = (parts[1].count..<4).reduce(read) { size, _ in size * 10 }
        }
        self.init(millionths: percent * 10_000 + rest)
    }
}

extension FineRate: CustomStringConvertible {
    /// The rate in percent with the decimals that it needs: `0,605`.
    public var description: String {
        withoutEndingZeros(String(millionths / 10_000) + "," + padded(millionths % 10_000, to: 4))
    }
}

extension Rate {
    /// The rate in percent with the decimals that it needs: `39,15`, `44,1`, `100`.
    public var short: String {
        let text = withoutEndingZeros(description)
        return text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
    }
}

/// Cuts zeros, and then a comma, off the end of a number with decimals.
private func withoutEndingZeros(_ text: String) -> String {
    var text = text
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(",") { text.removeLast() }
    return text
}
