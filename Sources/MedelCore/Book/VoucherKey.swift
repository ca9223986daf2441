/// What a voucher is called in its own system: series and number.
public struct VoucherKey: Hashable, Sendable {
    /// The series, empty when the source gives none.
    public let series: String

    /// The number as written, empty when the source gives none.
    public let number: String

    /// Names a voucher.
    public init(series: String, number: String) {
        self.series = series
        self.number = number
    }

    /// Whether the name can tell vouchers apart.
    public var isNumbered: Bool { !number.isEmpty }
}

extension VoucherKey: CustomStringConvertible {
    /// The name as people write it: `A 12`.
    public var description: String {
        if series.isEmpty { return number.isEmpty ? "utan nummer" : number }
        return number.isEmpty ? series : series + " " + number
    }
}
