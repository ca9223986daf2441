import Foundation
import MedelCore
import TestSupport
import Testing

struct TimestampTests {
    static let first: Int64 = -62_135_596_800
    static let last: Int64 = 253_402_300_799

    @Test(arguments: [
        (first, "0001-01-01T00:00:00Z"), (last, "9999-12-31T23:59:59Z"),
        (0, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
        (951_827_696, "2000-02-29T12:34:56Z"),
    ])
    func `a moment is written as ISO 8601 and read back`(_ seconds: Int64, _ text: String) throws {
        let moment = try #require(Timestamp(secondsSince1970: seconds))
        #expect(moment.description == text)
        #expect(Timestamp(iso: text) == moment)
    }

    @Test(arguments: [first - 1, last + 1, Int64.min, Int64.max])
    func `a moment outside the years 1 to 9999 is refused`(_ seconds: Int64) {
        #expect(Timestamp(secondsSince1970: seconds) == nil)
    }

    @Test(arguments: [
        "", "2025-01-01", "2025-01-01T24:00:00Z", "2025-01-01T00:60:00Z", "2025-01-01T00:00:60Z",
        "2025-01-01 00:00:00Z", "2025-01-01T00:00:00", "2025-01-01T00:00:00+",
        "2025-02-30T00:00:00Z",
    ])
    func `other forms are refused`(_ text: String) {
        #expect(Timestamp(iso: text) == nil)
    }

    @Test(arguments: 0..<300)
    func `a moment survives the round trip, and Swedish clocks agree with Foundation`(
        _ seed: Int
    ) throws {
        var random = SeededGenerator(seed: seed)
        let any = try #require(
            Timestamp(secondsSince1970: .random(in: Self.first...Self.last, using: &random))
        )
        #expect(Timestamp(iso: any.description) == any)
        let seconds = Int64.random(in: 820_454_400...2_145_916_800, using: &random)
        let moment = try #require(Timestamp(secondsSince1970: seconds))
        let zone = try #require(TimeZone(identifier: "Europe/Stockholm"))
        let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
        #expect(moment.stockholmOffsetSeconds == Int64(offset))
    }

    @Test(
        arguments: [
            ("2025-03-30T00:59:59Z", 3_600), ("2025-03-30T01:00:00Z", 7_200),
            ("2025-10-26T00:59:59Z", 7_200), ("2025-10-26T01:00:00Z", 3_600),
            ("2024-03-31T01:00:00Z", 7_200), ("2026-11-21T22:37:00Z", 3_600),
        ] as [(String, Int64)]
    )
    func `clocks change on the last Sunday of March and October`(
        _ text: String,
        _ offset: Int64
    ) throws {
        #expect(try #require(Timestamp(iso: text)).stockholmOffsetSeconds == offset)
    }

    @Test func `midnight in Sweden begins a new day there and not in UTC`() throws {
        let moment = try #require(Timestamp(iso: "2025-12-31T23:00:00Z"))
        #expect(moment.day.description == "2025-12-31")
        #expect(moment.dayInStockholm?.description == "2026-01-01")
        #expect(Timestamp(secondsSince1970: Self.last)?.dayInStockholm == nil)
        #expect(Timestamp(secondsSince1970: Self.first)?.dayInStockholm?.year == 1)
    }
}
