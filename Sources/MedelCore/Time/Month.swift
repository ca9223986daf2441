/// A calendar month.
public struct Month: Hashable, Sendable {
    /// Months since the start of year zero, so that arithmetic is addition.
    private let index: Int32

    /// The year, 1 to 9999.
    public var year: Int { Int(index) / 12 }

    /// The month of the year, 1 to 12.
    public var monthOfYear: Int { Int(index) % 12 + 1 }

    /// The month as the number YYYYMM.
    public var number: Int { year * 100 + monthOfYear }

    /// Accepts a month of a year from 1 to 9999.
    public init?(year: Int, month: Int) {
        guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
        index = Int32(year * 12 + month - 1)
    }

    /// Accepts a month written as the number YYYYMM.
    public init?(number: Int) {
        guard number > 0 else { return nil }
        self.init(year: number / 100, month: number % 100)
    }

    init(unchecked index: Int) { self.index = Int32(index) }

    /// The first day of the month.
    public var firstDay: Day { Day(uncheckedYear: year, month: monthOfYear, day: 1) }

    /// The last day of the month.
    public var lastDay: Day {
        let last = Day.dayCount(year: year, month: monthOfYear)
        return Day(uncheckedYear: year, month: monthOfYear, day: last)
    }

    /// The month that lies `count` months later, earlier when negative.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public func advanced(by count: Int) -> Month? {
        let (moved, isTooFar) = Int(index).addingReportingOverflow(count)
        guard !isTooFar, moved >= 12, moved < 10_000 * 12 else { return nil }
        return Month(unchecked: moved)
    }

    /// How many months later `other` is; negative when it is earlier.
    public func distance(to other: Month) -> Int { Int(other.index) - Int(index) }
}

extension Month: Comparable {
    /// Orders by time.
    public static func < (left: Month, right: Month) -> Bool { left.index < right.index }
}

extension Month: CustomStringConvertible {
    /// The month as ISO 8601: `2017-02`.
    public var description: String { padded(year, to: 4) + "-" + padded(monthOfYear, to: 2) }

    /// Reads `2017-02`.
    ///
    /// - Returns: nil for any other form.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 7, bytes[4] == 0x2D, let year = Int(digits: bytes[0..<4]),
            let month = Int(digits: bytes[5..<7])
        else { return nil }
        self.init(year: year, month: month)
    }
}
