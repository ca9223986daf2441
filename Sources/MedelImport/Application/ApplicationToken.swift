/// A word of an application and what it is taken for.
struct ApplicationToken: Sendable {
    /// What stands between a word and the one before it.
    enum Gap: Sendable {
        /// Nothing: the word begins its line.
        case lineStart
        /// One blank that may be broken at.
        case single
        /// One blank that may not be broken at, as inside an amount.
        case fixed
        /// A tab or several blanks, as between columns.
        case wide
    }

    /// What the word is.
    enum Kind: Sendable {
        case text
        case figure(WrittenFigure)
        case unit(WrittenUnit)
        case percent
        /// A stroke by itself; `isMinus` for the sign that is nothing but a minus.
        case dash(isMinus: Bool)
        case year(WrittenYear)
    }

    let kind: Kind
    /// The word as written.
    let text: String
    /// The word as words are compared: folded, without marks around it.
    let core: String
    let gap: Gap

    var figure: WrittenFigure? {
        if case .figure(let figure) = kind { return figure }
        return nil
    }

    var year: WrittenYear? {
        if case .year(let year) = kind { return year }
        return nil
    }

    /// The same word as a part of a text.
    var asText: ApplicationToken {
        ApplicationToken(kind: .text, text: text, core: core, gap: gap)
    }

    var isText: Bool {
        if case .text = kind { return true }
        return false
    }

    /// Whether the word is digits with letters that OCR puts in their place: `6O0`, `l0`, `OOO`.
    var looksLikeFigure: Bool {
        guard isText else { return false }
        // `OOO:-` and `OOO,OO` are noughts as `OOO` is.
        let bare = text.hasSuffix(":-") || text.hasSuffix(",-") ? text.dropLast(2) : text[...]
        let noughts = bare.prefix { "OoQ0".contains($0) }
        let rest = bare[noughts.endIndex...]
        if rest.allSatisfy({ "OoQ0,.".contains($0) }) {
            return noughts.count == 3 && core != "000"
        }
        return bare.contains(where: \.isASCIIDigit) && bare.contains { "OoQlISB".contains($0) }
            && bare.allSatisfy { $0.isASCIIDigit || "OoQlISB|!.,'’:()".contains($0) }
    }

    /// Whether the word begins with a capital letter.
    var isCapitalised: Bool { text.first { $0.isLetter || $0.isNumber }?.isUppercase ?? false }
}

/// What an amount is counted in where it stands.
enum WrittenUnit: String, Sendable {
    case krona = "kr"
    case thousand = "tkr"
    case million = "mkr"

    /// How many öre there are in one.
    var ore: Int64 {
        switch self {
        case .krona: 100
        case .thousand: 100_000
        case .million: 100_000_000
        }
    }
}

/// Digits of an application with what is written together with them.
struct WrittenFigure: Sendable {
    /// The digits and the marks between them.
    let digits: String
    let isNegative: Bool
    let hasSign: Bool
    /// Whether a minus follows without a blank.
    let hasMinusAfter: Bool
    /// The unit that follows without a blank.
    let unit: WrittenUnit?
    /// Whether there are digits only.
    let isPlain: Bool
    let digitCount: Int

    init(
        digits: String,
        isNegative: Bool,
        hasSign: Bool,
        hasMinusAfter: Bool = false,
        unit: WrittenUnit?
    ) {
        self.digits = digits
        self.isNegative = isNegative
        self.hasSign = hasSign
        self.hasMinusAfter = hasMinusAfter
        self.unit = unit
        isPlain = digits.allSatisfy(\.isNumber)
        digitCount = digits.count { $0.isNumber }
    }

    /// Whether it can go on an amount that has begun: three digits, and perhaps decimals.
    var continuesAmount: Bool {
        guard !hasSign else { return false }
        return digits.prefix { $0.isNumber }.count == 3 && (isPlain || !hasThousands)
    }

    /// Whether an amount cannot begin so.
    var leadsWithZero: Bool {
        digits.hasPrefix("0") && digits.count > 1 && digits.dropFirst().first?.isNumber == true
    }

    /// Whether points or commas group its digits by three.
    var hasThousands: Bool {
        let parts = digits.split { !$0.isNumber }
        return parts.count > 1 && parts[1].count == 3
    }

    /// The year, when it can be one.
    var calendarYear: Int? {
        guard isPlain, !hasSign, digitCount == 4, unit == nil, let year = Int(digits),
            Self.calendarYears.contains(year)
        else { return nil }
        return year
    }

    /// Years that an application can be about.
    static let calendarYears = 1990...2059

    /// Whether six digits are a day: year, month and day, two of each.
    var isShortDate: Bool {
        guard isPlain, digitCount == 6, unit == nil, let number = Int(digits) else { return false }
        return (1...12).contains(number / 100 % 100) && (1...31).contains(number % 100)
            && number / 10_000 < 60
    }
}
