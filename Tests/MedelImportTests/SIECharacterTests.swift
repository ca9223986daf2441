import Testing

@testable import MedelImport

@Suite struct SIECharacterTests {
    @Test func `code page 437 has 128 different characters beyond ASCII`() {
        #expect(CodePage437.upperHalf.count == 128)
        #expect(CodePage437.byteOfScalar.count == 128)
        let byPlace: [(UInt8, Unicode.Scalar)] = [
            (0x80, "Ç"), (0x81, "ü"), (0x82, "é"), (0x84, "ä"), (0x86, "å"), (0x8E, "Ä"),
            (0x8F, "Å"), (0x90, "É"), (0x94, "ö"), (0x99, "Ö"), (0x9F, "ƒ"), (0xA4, "ñ"),
            (0xB0, "░"), (0xC4, "─"), (0xDB, "█"), (0xE1, "ß"), (0xF1, "±"), (0xFD, "²"),
            (0xFE, "■"), (0xFF, "\u{A0}"),
        ]
        for (byte, scalar) in byPlace {
            #expect(CodePage437.upperHalf[Int(byte) - 128] == scalar)
            #expect(CodePage437.byteOfScalar[scalar.value] == byte)
        }
    }

    @Test func `Windows-1252 has 128 characters beyond ASCII and agrees with Latin-1 from 160`() {
        #expect(Windows1252.upperHalf.count == 128)
        for value in 0xA0...0xFF { #expect(Windows1252.upperHalf[value - 128].value == value) }
        #expect(Windows1252.upperHalf[0] == "€")
    }

    @Test func `every byte becomes UTF-8`() {
        let bytes = Array(UInt8(0x20)...0xFF)
        for encoding in SIEEncoding.allCases {
            let text = decoded(bytes, encoding)
            #expect(text.unicodeScalars.first == " ")
            #expect(encoding == .utf8 || text.unicodeScalars.count == bytes.count)
        }
    }

    @Test func `of an escaped quote only the quote is left`() {
        let bytes = Array(#"a \"b\" \c"#.utf8)
        for encoding in SIEEncoding.allCases {
            #expect(decoded(bytes, encoding, isEscaped: true) == #"a "b" \c"#)
            #expect(decoded(bytes, encoding) == #"a \"b\" \c"#)
        }
    }

    @Test func `malformed UTF-8 is repaired`() {
        #expect(decoded([0x61, 0xC3, 0x62], .utf8) == "a\u{FFFD}b")
    }

    @Test(
        arguments: [
            ("", 0), ("123456789", 0xCBF4_3926), ("a", 0xE8B7_BE43), ("abcdefgh", 0xAEEF_2A50),
            ("The quick brown fox jumps over the lazy dog", 0x414F_A339),
        ] as [(String, UInt32)]
    )
    func `the sum is the CRC-32 of zlib`(_ text: String, _ wanted: UInt32) {
        var whole = SIECheckSum()
        whole.take(text.utf8)
        #expect(whole.value == wanted)
        var pieces = SIECheckSum()
        for byte in text.utf8 { pieces.take(CollectionOfOne(byte)) }
        #expect(pieces.value == wanted)
    }

    @Test func `a long text has the same sum in any pieces`() {
        let bytes = (0..<40_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        var whole = SIECheckSum()
        whole.take(bytes)
        var pieces = SIECheckSum()
        for start in stride(from: 0, to: bytes.count, by: 777) {
            pieces.take(bytes[start..<min(start + 777, bytes.count)])
            _ = pieces.value
        }
        #expect(whole.value == pieces.value)
    }

    private func decoded(
        _ bytes: [UInt8],
        _ encoding: SIEEncoding,
        isEscaped: Bool = false
    ) -> String {
        bytes.withUnsafeBufferPointer {
            SIETextDecoder(encoding).string($0[...], isEscaped: isEscaped)
        }
    }
}
