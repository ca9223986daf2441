import TestSupport
import Testing

@testable import MedelImport

@Suite struct SIEByteTableTests {
    @Test(arguments: 0..<10)
    func `equal bytes have one number and others have others`(_ seed: Int) {
        var random = SeededGenerator(seed: seed)
        var table = SIEByteTable()
        var known: [[UInt8]: Int] = [:]
        for _ in 0..<4_000 {
            let count = Int.random(in: 0...20, using: &random)
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...3, using: &random) }
            bytes.withUnsafeBytes { raw in
                let number = table.number(of: raw)
                #expect(number == known[bytes])
                if number == nil { known[bytes] = table.add(raw) }
            }
        }
        #expect(table.count == known.count)
    }

    @Test func `a tag keeps equal bytes apart`() {
        var table = SIEByteTable()
        [UInt8(0x31)].withUnsafeBytes { raw in
            let first = table.add(raw, tag: 1)
            #expect(table.number(of: raw, tag: 2) == nil)
            #expect(table.number(of: raw, tag: 1) == first)
        }
    }
}
