/// An application as lines of text, whatever it was written in.
///
/// Source: SPEC 6 (application text).
public struct ApplicationText: Sendable {
    /// How the bytes were read.
    public enum Encoding: String, CaseIterable, Sendable {
        /// UTF-8, with or without a byte order mark.
        case utf8
        /// UTF-16 with a byte order mark.
        case utf16
        /// Windows-1252, of which Latin-1 is a part.
        case windows1252
    }

    /// A line between two line breaks.
    struct Line: Sendable {
        /// Counted from one in the whole text.
        let number: Int
        /// Counted from one; pages end with form feeds.
        let page: Int
        let text: String
    }

    /// How the bytes were read.
    public let encoding: Encoding

    let lines: [Line]

    /// Pages without any text, which may be pictures; empty when there are no page breaks.
    public let pagesWithoutText: [Int]

    /// The largest text that is read, in bytes.
    public static let bytesMax = 2_000_000

    /// How many lines are read.
    public static let linesMax = 50_000

    /// Decodes a text and cuts it into lines.
    ///
    /// - Throws: `ApplicationFault` when the bytes are no text, or too many.
    public init(_ bytes: [UInt8]) throws(ApplicationFault) {
        guard bytes.count <= Self.bytesMax else { throw .tooLarge(bytesMax: Self.bytesMax) }
        let (text, encoding) = try Self.decode(bytes)
        var cleaner = ApplicationCleaner()
        for scalar in text.unicodeScalars { cleaner.take(scalar) }
        let lines = cleaner.finish()
        guard lines.count <= Self.linesMax else { throw .tooManyLines(linesMax: Self.linesMax) }
        let hasText = lines.contains { line in line.text.contains { !$0.isWhitespace } }
        guard hasText else { throw .empty }
        self.encoding = encoding
        self.lines = lines
        let written = Set(
            lines.filter { line in line.text.contains { !$0.isWhitespace } }.map(\.page)
        )
        // Each page ends with a break, so that the last page is no page.
        pagesWithoutText = (1..<max(2, cleaner.page)).filter { !written.contains($0) }
    }

    private static func decode(
        _ bytes: [UInt8]
    ) throws(ApplicationFault) -> (text: String, encoding: Encoding) {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            let isLittle = bytes[0] == 0xFF
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
                let low = UInt16(bytes[isLittle ? place : place + 1])
                return UInt16(bytes[isLittle ? place + 1 : place]) << 8 | low
            }
            return (String(decoding: units, as: UTF16.self), .utf16)
        }
        // A text has no zero bytes; a Word file, a picture and a spreadsheet do. Rich text is
        // letters, but its figures are its form's too.
        guard !bytes.contains(0), !bytes.starts(with: Array("{\\rtf".utf8)) else {
            throw .notText
        }
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        if let text = String(validating: content, as: UTF8.self) { return (text, .utf8) }
        var scalars = String.UnicodeScalarView()
        for byte in content {
            scalars.append(
                byte < 0x80 ? Unicode.Scalar(byte) : Windows1252.upperHalf[Int(byte) - 0x80]
            )
        }
        return (String(scalars), .windows1252)
    }
}

/// Why an application is not read at all.
public enum ApplicationFault: Error, Hashable, Sendable {
    /// There is no text; a scanned PDF has pictures only.
    case empty
    /// The bytes are no text.
    case notText
    /// There are more bytes than are read.
    case tooLarge(bytesMax: Int)
    /// There are more lines than are read.
    case tooManyLines(linesMax: Int)
}
