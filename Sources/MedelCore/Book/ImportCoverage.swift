/// The part of a book that a file speaks for, so that what it lacks there is gone and what it
/// lacks elsewhere is not.
///
/// Source: STORE 3.2.
public struct ImportCoverage: Hashable, Sendable {
    /// The first day that the file covers.
    public let first: Day

    /// The last day that the file covers.
    public let last: Day

    /// The series that the file has vouchers of; the empty one for vouchers without series.
    public let series: Set<String>

    /// Accepts days, both included, and the series found in the file.
    ///
    /// - Returns: nil when the last day is before the first.
    public init?(from first: Day, through last: Day, series: Set<String>) {
        guard first <= last else { return nil }
        self.first = first
        self.last = last
        self.series = series
    }

    /// Whether the file speaks for vouchers of that series on that day.
    public func covers(series: String, on day: Day) -> Bool {
        first <= day && day <= last && self.series.contains(series)
    }
}
