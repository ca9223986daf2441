/// The first, quick pass over a file, to find what it is and which character set it is in.
///
/// Feed the raw bytes in any chunks, then ask for `format`.
public struct SIEProbe: Sendable {
    private static let headBytesMax = 4096

    private var head: [UInt8] = []
    private var byteCount = 0
    private var hasHighByte = false
    private var hasLineFeed = false
    private var hasCarriageReturn = false
    private var hasOnlyBlanks = true
    private var letters = SIELetterVotes()
    private var utf8 = SIEUTF8Validator()

    /// Makes a probe that has seen nothing.
    public init() {}

    /// Takes the next bytes of the file.
    public mutating func consume(_ bytes: UnsafeRawBufferPointer) {
        if head.count < Self.headBytesMax {
            head.append(contentsOf: bytes.prefix(Self.headBytesMax - head.count))
        }
        byteCount += bytes.count
        if hasOnlyBlanks { hasOnlyBlanks = bytes.allSatisfy { $0 <= 0x20 } }
        if !hasLineFeed { hasLineFeed = bytes.firstPlace(of: 0x0A, from: 0) != nil }
        if !hasLineFeed, !hasCarriageReturn { hasCarriageReturn = bytes.contains(0x0D) }
        consumeHighBytes(bytes)
    }

    /// What the bytes so far are.
    public var format: SIEFormat {
        let hasMark = head.starts(with: [0xEF, 0xBB, 0xBF])
        let encoding = encoding(hasMark: hasMark)
        let isVote = encoding == .cp437 || encoding == .latin1
        return SIEFormat(
            kind: kind(afterMark: hasMark ? 3 : 0),
            encoding: encoding,
            hasByteOrderMark: hasMark,
            lineEnd: !hasLineFeed && hasCarriageReturn ? .carriageReturn : .lineFeed,
            byteCount: byteCount,
            cp437Letters: isVote ? letters.cp437 : 0,
            latin1Letters: isVote ? letters.latin1 : 0
        )
    }

    /// Looks at eight bytes at a time and skips those that are all ASCII.
    private mutating func consumeHighBytes(_ bytes: UnsafeRawBufferPointer) {
        let high: UInt64 = 0x8080_8080_8080_8080
        var at = 0
        while at < bytes.count {
            if utf8.isBetweenCharacters {
                while at + 8 <= bytes.count,
                    bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self) & high == 0
                {
                    at += 8
                }
            }
            let end = min(at + 8, bytes.count)
            while at < end {
                let byte = bytes[at]
                at += 1
                if byte >= 0x80 {
                    hasHighByte = true
                    letters.take(byte)
                }
                utf8.take(byte)
            }
        }
    }

    private func encoding(hasMark: Bool) -> SIEEncoding {
        if hasMark { return .utf8 }
        guard hasHighByte else { return .ascii }
        if utf8.isValid { return .utf8 }
        return letters.latin1 > letters.cp437 ? .latin1 : .cp437
    }

    private func kind(afterMark start: Int) -> SIEKind {
        if byteCount == start || hasOnlyBlanks { return .empty }
        if head.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return .zip }
        if head.starts(with: [0x50, 0x4B, 0x05, 0x06]) { return .zip }
        if head.starts(with: Array("%PDF".utf8)) { return .pdf }
        if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return .utf16 }
        let text = head[start...].drop { $0 <= 0x20 }
        guard let first = text.first else { return .other }
        if text.starts(with: [0x23, 0x00]) { return .utf16 }
        if first == 0x23, let next = text.dropFirst().first, isLetter(next) { return .sie4 }
        if holds("\n#FLAGGA") || holds("\r#FLAGGA") { return .sie4 }
        guard first == 0x3C else { return .other }
        if holds("sie.se/sie5") || holds("<sieentry") || holds("<sie ") { return .sie5 }
        if holds("<!doctype html") || holds("<html") || holds("<head") { return .html }
        return holds("<?xml") ? .xml : .other
    }

    /// Whether the head has the text, small letters and capitals alike.
    private func holds(_ text: String) -> Bool {
        let wanted = text.utf8.map(lowercased)
        guard head.count >= wanted.count else { return false }
        return (0...head.count - wanted.count).contains { start in
            wanted.indices.allSatisfy { lowercased(head[start + $0]) == wanted[$0] }
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

private func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
}
