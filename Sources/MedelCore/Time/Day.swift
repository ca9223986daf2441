/// A date in the Gregorian calendar, without time or zone.
public struct Day: Hashable, Sendable {
    /// The date as the number YYYYMMDD, so that order of numbers is order of days.
    public let number: Int32

    /// The year, 1 to 9999.
    public var year: Int { Int(number) / 10_000 }

    /// The month of the year, 1 to 12.
    public var monthOfYear: Int { Int(number) / 100 % 100 }

    /// The day of the month, from 1.
    public var dayOfMonth: Int { Int(number) % 100 }

    /// The month that contains the day.
    public var month: Month { Month(unchecked: year * 12 + monthOfYear - 1) }

    /// Accepts a date that exists in the calendar.
    ///
    /// - Returns: nil for a date that does not exist, such as 30 February.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Self.dayCount(year: year, month: month)
        else { return nil }
        number = Int32(year * 10_000 + month * 100 + day)
    }

    /// Accepts a date written as the number YYYYMMDD.
    ///
    /// - Returns: nil for a date that does not exist.
    public init?(number: Int) {
        guard number > 0, number <= 9999_12_31 else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    init(uncheckedYear year: Int, month: Int, day: Int) {
        number = Int32(year * 10_000 + month * 100 + day)
    }

    static func dayCount(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }
}

extension Day: Comparable {
    /// Orders by time.
    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }
}

extension Day: CustomStringConvertible {
    /// The date as ISO 8601: `2017-02-01`.
    public var description: String {
        padded(year, to: 4) + "-" + padded(monthOfYear, to: 2) + "-" + padded(dayOfMonth, to: 2)
    }

    /// Reads `2017-02-01`.
    ///
    /// - Returns: nil for any other form, or a date that does not exist.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D,
            let year = Int(digits: bytes[0..<4]),
            let month = Int(digits: bytes[5..<7]),
            let day = Int(digits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}
