extension Timestamp {
    /// The date on a calendar in Sweden at this moment.
    ///
    /// The rule holds from 1996; before that summer time ended in September.
    ///
    /// - Returns: nil outside the years 1 to 9999, which only their very last hours can give.
    ///
    /// Source: SPEC 2 (Europe/Stockholm), directive 2000/84/EC art. 2–3.
    public var dayInStockholm: Day? {
        Timestamp(secondsSince1970: secondsSince1970 + stockholmOffsetSeconds)?.day
    }

    /// How far Swedish clocks are ahead of UTC at this moment, one hour or two.
    ///
    /// Summer time runs from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last
    /// Sunday of October.
    public var stockholmOffsetSeconds: Int64 {
        let year = day.year
        let isSummer =
            secondsSince1970 >= Self.changeOfClocks(year: year, month: 3)
            && secondsSince1970 < Self.changeOfClocks(year: year, month: 10)
        return isSummer ? 7_200 : 3_600
    }

    /// The moment at 01:00 UTC on the last Sunday of a month that has thirty-one days.
    private static func changeOfClocks(year: Int, month: Int) -> Int64 {
        let last = Day(uncheckedYear: year, month: month, day: 31).daysSince1970
        // 1970-01-01 was a Thursday, four days after a Sunday.
        let sunday = last - (last + 4 + 7 * 200_000) % 7
        return Int64(sunday) * 86_400 + 3_600
    }
}

extension Day {
    /// The first second of the date on a clock in Sweden.
    ///
    /// Clocks change at one or two at night, never at midnight.
    ///
    /// - Returns: nil outside the years 1 to 9999, which only the very first hours can give.
    public var startInStockholm: Timestamp? {
        let midnight = Int64(daysSince1970) * 86_400
        guard let winter = Timestamp(secondsSince1970: midnight - 3_600) else { return nil }
        return Timestamp(secondsSince1970: midnight - winter.stockholmOffsetSeconds)
    }
}
