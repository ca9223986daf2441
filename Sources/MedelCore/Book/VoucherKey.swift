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

extension VoucherKey {
    /// Compares bytes: two ways of writing one letter are two names, as in the books.
    public static func == (left: VoucherKey, right: VoucherKey) -> Bool {
        left.series.utf8.elementsEqual(right.series.utf8)
            && left.number.utf8.elementsEqual(right.number.utf8)
    }

    /// Feeds the bytes of both.
    public func hash(into hasher: inout Hasher) {
        series.hashBytes(into: &hasher)
        number.hashBytes(into: &hasher)
    }
}

extension VoucherKey: CustomStringConvertible {
    /// The name as people write it: `A 12`.
    public var description: String {
        if series.isEmpty { return number.isEmpty ? "utan nummer" : number }
        return number.isEmpty ? series : series + " " + number
    }
}

extension String {
    /// Feeds the UTF-8 bytes and their end, for types that compare bytes.
    func hashBytes(into hasher: inout Hasher) {
        hasher.combine(utf8.count)
        for byte in utf8 { hasher.combine(byte) }
    }
}
