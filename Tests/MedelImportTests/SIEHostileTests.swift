import MedelImport
import TestSupport
import Testing

@Suite struct SIEHostileTests {
    private static let changesPerFile = 2_000

    @Test(arguments: SIEFiles.samples)
    func `a damaged sample crashes nothing`(_ name: String) throws {
        try damage(SIEFiles.sample(name))
    }

    @Test(.enabled(if: SharedFiles.arePresent), arguments: SIEFiles.shared)
    func `a damaged collected file crashes nothing`(_ name: String) throws {
        try damage(SIEFiles.sharedFile(name))
    }

    @Test func `limits are told instead of passed`() throws {
        var limits = SIEReading.smallLimits
        limits.lineBytesMax = 100
        limits.codingsMax = 2
        limits.voucherRowsMax = 3
        limits.declarationsMax = 12
        limits.seriesMax = 1
        limits.identifiedVouchersMax = 1
        let rows = ["1930", "4010", "1", "2", "1930", "1930"].map { "#TRANS \($0) {} 0\n" }.joined()
        let long = "#PROSA \"" + String(repeating: "x", count: 200) + "\"\n"
        let vouchers = ["9", "5", "3"].map { "#VER A \($0) 20240105\n{\n#TRANS 1930 {} 0\n}\n" }
        let text =
            SIEReaderTests.head + long + "#VER A 1 20240105\n{\n\(rows)}\n" + vouchers.joined()
            + "#VER B 1 20240105\n{\n}\n#KONTO 1 a\n#KONTO 2 b\n#KONTO 3 c\n#KONTO 4 c\n" + long
        let reading = try SIEReading(Array(text.utf8), limits: limits)
        let wanted: Set<SIEFinding.Code> = [
            .lineTooLong, .tooManyCodings, .voucherTooLarge, .tooMuchDeclared, .tooManySeries,
            .duplicateCheckStopped,
        ]
        #expect(Set(reading.codes).isSuperset(of: wanted))
        #expect(reading.lines(of: .lineTooLong).count == 2)
        #expect(!reading.contents.isAccepted)
    }

    @Test func `sums that pass every bound are still sums`() throws {
        let rows = String(repeating: "#TRANS 1930 {} 9999999999999.99\n", count: 10_000)
        let reading = try SIEReading(SIEReaderTests.voucher(rows))
        #expect(reading.contents.counts.debitOre == 9_999_999_999_999_990_000)
        #expect(reading.contents.unbalancedVouchers.first?.sumOre == 9_999_999_999_999_990_000)
    }

    @Test func `labels without end do not fill the memory`() throws {
        let text = (0..<3_000).map { "#L\($0) 1\n" }.joined()
        let contents = try SIEReading(SIEReaderTests.head + text).contents
        #expect(contents.unknownLabels.count == 1_000)
        #expect(contents.findings.count { $0.code == .unknownLabel } == 101)
    }

    /// Reads many damaged windows of a file; each is a few hundred bytes, so that all are fast.
    private func damage(_ bytes: [UInt8]) throws {
        var random = SeededGenerator(seed: bytes.count)
        var findings = 0
        for _ in 0..<Self.changesPerFile {
            let start = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, start + Int.random(in: 1...400, using: &random))
            var part = Array("#FLAGGA 0\n".utf8) + bytes[start..<end]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                change(&part, with: &random)
            }
            let size = Int.random(in: 1...500, using: &random)
            var first = SIEMemorySource(part, chunkBytesMax: size)
            let format = try SIEReader.probe(&first)
            var second = SIEMemorySource(part, chunkBytesMax: size)
            var sink = SIENoSink()
            let limits = SIEReading.smallLimits
            let contents = try SIEReader.read(&second, as: format, limits: limits, into: &sink)
            findings += contents.findings.count
            #expect(contents.counts.lines <= part.count)
        }
        #expect(findings > 0)
    }

    private func change(_ bytes: inout [UInt8], with random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let marks: [UInt8] = [
            0x22, 0x5C, 0x7B, 0x7D, 0x23, 0x0A, 0x0D, 0x20, 0x2D, 0x2E, 0x00, 0xFF,
        ]
        switch Int.random(in: 0..<5, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] = marks.randomElement(using: &random) ?? 0
        case 2: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        case 3: bytes.remove(at: place)
        default: bytes.removeSubrange(place...)
        }
    }
}
