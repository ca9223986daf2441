/// The digits of a written amount, once it is known which are kronor and which are decimals.
struct AmountFigure {
    /// The digits before the decimal sign.
    let whole: [UInt8]

    /// The digits after it; empty when there is no sign.
    let decimals: [UInt8]

    /// Takes digits whose meaning is already known.
    init(whole: [UInt8], decimals: [UInt8]) {
        self.whole = whole
        self.decimals = decimals
    }

    /// Decides what the marks of a figure mean.
    init(
        _ figure: AmountScanner.Figure,
        dialect: AmountReader.Dialect,
        unit: AmountUnit
    ) throws(AmountFault) {
        let decimalSign = try Self.decimalSign(of: figure, dialect: dialect, unit: unit)
        var groups = figure.groups
        var marks = figure.marks
        var decimals: [UInt8] = []
        if let decimalSign, let last = groups.last, marks.last == decimalSign {
            guard !last.isEmpty else { throw .noDecimals }
            decimals = last
            groups.removeLast()
            marks.removeLast()
        }
        try Self.expectThousands(groups, marks)
        whole = groups.flatMap(\.self)
        self.decimals = decimals
    }

    /// The amount, when it is whole öre and within the bound.
    func money(in unit: AmountUnit, isNegative: Bool) throws(AmountFault) -> Money {
        // Thirty digits are far beyond the bound of Money and well inside Int128.
        let significant = whole.drop { $0 == 0x30 }
        guard significant.count <= 18 else { throw .outOfRange }
        guard decimals.count <= 12 else { throw .partOfOre }
        var number: Int128 = 0
        var divisor: Int128 = 1
        for digit in significant { number = number * 10 + Int128(digit - 0x30) }
        for digit in decimals {
            number = number * 10 + Int128(digit - 0x30)
            divisor *= 10
        }
        let ore = (number * unit.ore).quotientAndRemainder(dividingBy: divisor)
        guard ore.remainder == 0 else { throw .partOfOre }
        do { return try Money(exact: isNegative ? -ore.quotient : ore.quotient) } catch {
            throw .outOfRange
        }
    }

    /// The mark that stands before decimals in the figure; nil when it has none.
    private static func decimalSign(
        of figure: AmountScanner.Figure,
        dialect: AmountReader.Dialect,
        unit: AmountUnit
    ) throws(AmountFault) -> AmountScanner.Mark? {
        guard let last = figure.marks.last, last != .blank else { return nil }
        let hasThree = figure.groups.last?.count == 3
        switch dialect {
        case .ledgerExtract(decimalSign: .comma): return .comma
        case .ledgerExtract(decimalSign: .point): return .point
        case .manifest: return .comma
        case .applicationText:
            guard hasThree else { return last }
            if unit == .krona {
                // A comma before three digits is thousands in English and a fault in Swedish.
                if last == .comma { throw .ambiguousMark(last.character) }
                return nil
            }
            // `1.200 tkr` is written by some for 1 200 and by others for 1,2.
            if last == .point, figure.marks.count == 1 { throw .ambiguousMark(last.character) }
            return last == .comma ? .comma : nil
        case .ledgerExtract(decimalSign: nil):
            let isRepeated = figure.marks.count > 1 && figure.marks.allSatisfy { $0 == last }
            if isRepeated { return nil }
            if hasThree, figure.marks.count == 1, couldBeThousands(figure) {
                throw .ambiguousMark(last.character)
            }
            return last
        }
    }

    /// Whether the digits before the only mark could be the first group of thousands.
    private static func couldBeThousands(_ figure: AmountScanner.Figure) -> Bool {
        let first = figure.groups[0]
        return (1...3).contains(first.count)
    }

    /// Demands groups of three with one kind of mark between them.
    private static func expectThousands(
        _ groups: [[UInt8]],
        _ marks: [AmountScanner.Mark]
    ) throws(AmountFault) {
        guard let first = groups.first, !first.isEmpty else { throw .noDigits }
        guard let mark = marks.first else { return }
        let isGrouped =
            first.count <= 3 && groups.dropFirst().allSatisfy { $0.count == 3 }
            && marks.allSatisfy { $0 == mark }
        guard isGrouped else { throw .badGrouping }
    }
}
