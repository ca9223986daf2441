/// A moment to the second, in UTC.
public struct Timestamp: Hashable, Sendable {
    /// Seconds since 1970-01-01 00:00:00 UTC, leap seconds left out.
    public let secondsSince1970: Int64

    /// Accepts seconds since 1970, within the years 1 to 9999.
    public init?(secondsSince1970: Int64) {
        guard (-62_135_596_800..<253_402_300_800).contains(secondsSince1970) else { return nil }
        self.secondsSince1970 = secondsSince1970
    }

    /// The date in UTC.
    public var day: Day {
        let days = Int(floorDivide(secondsSince1970, by: 86_400))
        return Day(daysSince1970: days)
    }
}

extension Timestamp: Comparable {
    /// Orders by time.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.secondsSince1970 < right.secondsSince1970
    }
}

extension Timestamp: CustomStringConvertible {
    /// The moment as ISO 8601: `2026-11-21T22:37:00Z`.
    public var description: String {
        let second = Int(secondsSince1970 - floorDivide(secondsSince1970, by: 86_400) * 86_400)
        return day.description + "T" + padded(second / 3600, to: 2) + ":"
            + padded(second / 60 % 60, to: 2) + ":" + padded(second % 60, to: 2) + "Z"
    }

    /// Reads `2026-11-21T22:37:00Z`.
    ///
    /// - Returns: nil for any other form.
    public init?(iso text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == 0x54, bytes[13] == 0x3A, bytes[16] == 0x3A,
            bytes[19] == 0x5A,
            let day = Day(iso: String(decoding: bytes[0..<10], as: UTF8.self)),
            let hour = Int(digits: bytes[11..<13]), hour < 24,
            let minute = Int(digits: bytes[14..<16]), minute < 60,
            let second = Int(digits: bytes[17..<19]), second < 60
        else { return nil }
        let seconds = Int64(hour * 3600 + minute * 60 + second)
        self.init(secondsSince1970: Int64(day.daysSince1970) * 86_400 + seconds)
    }
}

private func floorDivide(_ value: Int64, by divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
}
