import MedelImport
import Testing

@Suite struct SIEProbeTests {
    struct Case: Sendable {
        let bytes: [UInt8]
        let kind: SIEKind
        var encoding = SIEEncoding.ascii
    }

    @Test(arguments: [
        Case(bytes: Array("#FLAGGA 0\n".utf8), kind: .sie4),
        Case(bytes: Array("\r\n \t#flagga 0\r".utf8), kind: .sie4),
        Case(bytes: Array("From: bank\n\n#FLAGGA 0\n".utf8), kind: .sie4),
        Case(bytes: [0xEF, 0xBB, 0xBF] + Array("#FLAGGA 0".utf8), kind: .sie4, encoding: .utf8),
        Case(bytes: [0xEF, 0xBB, 0xBF], kind: .empty, encoding: .utf8),
        Case(bytes: [], kind: .empty),
        Case(bytes: Array(" \r\n\t".utf8), kind: .empty),
        Case(bytes: Array("<!DOCTYPE HTML><html>".utf8), kind: .html),
        Case(bytes: Array("\n<HTML>".utf8), kind: .html),
        Case(bytes: Array("<?xml version=\"1.0\"?><a/>".utf8), kind: .xml),
        Case(bytes: Array("<?xml?><Sie xmlns=\"http://www.sie.se/sie5\">".utf8), kind: .sie5),
        Case(bytes: Array("<?xml?><SieEntry xmlns=\"x\">".utf8), kind: .sie5),
        Case(bytes: [0x50, 0x4B, 0x03, 0x04, 0], kind: .zip),
        Case(bytes: Array("%PDF-1.7".utf8), kind: .pdf),
        Case(bytes: [0xFF, 0xFE, 0x23, 0], kind: .utf16, encoding: .cp437),
        Case(bytes: [0x23, 0, 0x46, 0], kind: .utf16),
        Case(bytes: Array("# Rubrik\n".utf8), kind: .other),
        Case(bytes: Array("Konto;Belopp\n".utf8), kind: .other),
    ])
    func `what a file is shows in its first bytes`(_ test: Case) {
        let format = probed(test.bytes)
        #expect(format.kind == test.kind)
        #expect(format.encoding == test.encoding)
    }

    @Test(arguments: [
        Case(bytes: [0x86, 0x84, 0x94], kind: .other, encoding: .cp437),
        Case(bytes: [0xE5, 0xE4, 0xF6], kind: .other, encoding: .latin1),
        Case(bytes: Array("åäö".utf8), kind: .other, encoding: .utf8),
        Case(bytes: Array("åäö".utf8) + [0x84], kind: .other, encoding: .cp437),
        Case(bytes: Array("åä".utf8) + [0xC3], kind: .other, encoding: .utf8),
        Case(bytes: [0xC3], kind: .other, encoding: .cp437),
        Case(bytes: [0xED, 0xA0, 0x80], kind: .other, encoding: .cp437),
        Case(bytes: [0x86, 0xE5], kind: .other, encoding: .cp437),
    ])
    func `the encoding is told from the bytes alone`(_ test: Case) {
        #expect(probed(Array("#PROSA".utf8) + test.bytes).encoding == test.encoding)
    }

    @Test(arguments: 1...17)
    func `chunks of any size give the same`(_ size: Int) {
        let bytes = Array("#FNAMN \"Räksmörgås\"\r\n#PROSA 'Ünïcödé 日本 😀'\r\n".utf8)
        var probe = SIEProbe()
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { probe.consume($0) }
        }
        #expect(probe.format == probed(bytes))
        #expect(probe.format.encoding == .utf8)
    }

    @Test func `a file with CR alone has lines that end so`() {
        #expect(probed(Array("#FLAGGA 0\r#GEN 1\r".utf8)).lineEnd == .carriageReturn)
        #expect(probed(Array("#FLAGGA 0\r\n#GEN 1\r\n".utf8)).lineEnd == .lineFeed)
        #expect(probed(Array("#FLAGGA 0".utf8)).lineEnd == .lineFeed)
    }

    private func probed(_ bytes: [UInt8]) -> SIEFormat {
        var probe = SIEProbe()
        bytes.withUnsafeBytes { probe.consume($0) }
        return probe.format
    }
}
