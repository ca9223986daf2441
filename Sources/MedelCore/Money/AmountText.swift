/// How an amount is shown to people and written for machines.
///
/// Source: SPEC 2 (display), SPEC 7 (CSV).
public enum AmountText: String, CaseIterable, Sendable {
    /// `−1 767 000,50`: kronor and öre, no-break spaces, a decimal comma and a true minus.
    case kronorAndOre
    /// `−1 767 001`: whole kronor, as `kronorAndOre` otherwise.
    case kronor
    /// `−1 767`: whole thousands of kronor.
    case thousands
    /// `-1767000,50`: for a spreadsheet that people open; ASCII minus, no thousands mark.
    case csv
    /// `-1767000.50`: for programs.
    case machine

    /// The unit to print beside the figures, `kr` or `tkr`.
    public var unit: String {
        switch self {
        case .kronorAndOre, .kronor, .csv, .machine: "kr"
        case .thousands: "tkr"
        }
    }

    /// Whether the text may state less than the amount.
    public var isRounded: Bool {
        switch self {
        case .kronorAndOre, .csv, .machine: false
        case .kronor, .thousands: true
        }
    }

    /// The amount in this form; rounded half away from zero where the form is rounded.
    ///
    /// An amount that rounds to nothing has no minus.
    public func text(_ amount: Money) -> String {
        let units = shownUnits(amount)
        let size = UInt64(units.magnitude)
        switch self {
        case .kronorAndOre:
            return sign(units) + grouped(size / 100) + "," + padded(Int(size % 100), to: 2)
        case .kronor, .thousands: return sign(units) + grouped(size)
        case .csv: return sign(units) + String(size / 100) + "," + padded(Int(size % 100), to: 2)
        case .machine:
            return sign(units) + String(size / 100) + "." + padded(Int(size % 100), to: 2)
        }
    }

    /// Whether the amounts as shown add up to their sum as shown.
    ///
    /// A table where they do not prints a note and corrects nothing.
    ///
    /// - Parameters:
    ///   - parts: the amounts of the table's rows.
    ///   - total: the amount of its sum row.
    /// - Returns: always true in a form that is not rounded, when the amounts do add up.
    public func addsUp(_ parts: some Sequence<Money>, to total: Money) -> Bool {
        parts.reduce(Int128(0)) { $0 + shownUnits($1) } == shownUnits(total)
    }

    /// The öre in the last place that the form shows.
    private var oreInUnit: Int128 {
        switch self {
        case .kronorAndOre, .csv, .machine: 1
        case .kronor: 100
        case .thousands: 100_000
        }
    }

    private func shownUnits(_ amount: Money) -> Int128 {
        Rounding.halfAwayFromZero.divide(Int128(amount.ore), by: oreInUnit)
    }

    private func sign(_ units: Int128) -> String {
        guard units < 0 else { return "" }
        switch self {
        case .kronorAndOre, .kronor, .thousands: return "\u{2212}"
        case .csv, .machine: return "-"
        }
    }

    /// Digits in groups of three with no-break spaces.
    private func grouped(_ size: UInt64) -> String {
        let digits = Array(String(size))
        var text = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text.append("\u{A0}") }
            text.append(digit)
        }
        return text
    }
}
