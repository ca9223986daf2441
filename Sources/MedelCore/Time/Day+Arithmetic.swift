extension Day {
    /// Days since 1970-01-01, negative before it.
    ///
    /// The calendar is counted from 1 March, so that the leap day ends a year.
    public var daysSince1970: Int {
        let shifted = monthOfYear <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted % 400
        let dayOfYear = (153 * ((monthOfYear + 9) % 12) + 2) / 5 + dayOfMonth - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The date that many days after 1970-01-01; within the years 1 to 9999.
    init(daysSince1970 days: Int) {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted % 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        self.init(
            uncheckedYear: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        )
    }

    /// The date that lies `count` days later, earlier when negative.
    ///
    /// - Returns: nil outside the years 1 to 9999.
    public func advanced(by count: Int) -> Day? {
        let (moved, isTooFar) = daysSince1970.addingReportingOverflow(count)
        guard !isTooFar, (-719_162...2_932_896).contains(moved) else { return nil }
        return Day(daysSince1970: moved)
    }
}
