import MedelCore
import TestSupport
import Testing

struct ContentHashTests {
    @Test(arguments: 0..<100)
    func `bytes and hexadecimal digits survive the round trip`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let hash = try #require(ContentHash(bytes: bytes))
        #expect(hash.bytes == bytes)
        #expect(hash.description.utf8.count == 64)
        #expect(ContentHash(hex: hash.description) == hash)
        #expect(ContentHash(hex: hash.description.uppercased()) == hash)
        let other = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let otherHash = try #require(ContentHash(bytes: other))
        #expect((hash < otherHash) == bytes.lexicographicallyPrecedes(other))
    }

    @Test func `the first byte is the most significant of the first word`() {
        let hash = ContentHash(bytes: Array(0..<32))
        #expect(hash?.word0 == 0x0001_0203_0405_0607)
        #expect(hash?.word3 == 0x1819_1A1B_1C1D_1E1F)
        #expect(hash?.description.hasPrefix("0001020304") == true)
    }

    @Test(arguments: [0, 1, 31, 33, 64])
    func `a digest of another length is refused`(_ count: Int) {
        #expect(ContentHash(bytes: Array(repeating: 7, count: count)) == nil)
        #expect(ContentHash(hex: String(repeating: "0", count: count * 2)) == nil)
    }

    @Test func `digits beyond hexadecimal are refused`() {
        #expect(ContentHash(hex: String(repeating: "0", count: 63) + "g") == nil)
        #expect(ContentHash(hex: String(repeating: "0", count: 63)) == nil)
    }
}
