public import MedelCore

/// The vouchers of one series.
public struct SIESeriesCoverage: Hashable, Sendable {
    /// The series, empty when the file gives none.
    public let series: String

    /// How many vouchers there are.
    public internal(set) var voucherCount = 0

    /// The earliest voucher date; nil while no date is valid.
    public internal(set) var firstDate: Day?

    /// The latest voucher date.
    public internal(set) var lastDate: Day?

    init(series: String) { self.series = series }

    mutating func take(_ date: Day?) {
        voucherCount += 1
        guard let date else { return }
        firstDate = min(firstDate ?? date, date)
        lastDate = max(lastDate ?? date, date)
    }
}
