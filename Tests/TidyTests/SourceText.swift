/// A Swift source with what is not code made blank, line by line and column by column.
struct SourceText {
    /// The lines as written.
    let raw: [Substring]

    /// The lines without comments.
    let written: [Substring]

    /// The lines without comments, without what stands in string literals, and without the words
    /// of raw identifiers; an interpolation's code is kept.
    let code: [Substring]

    init(_ text: String) {
        var blanking = Blanking(Array(text.utf8))
        blanking.run()
        raw = Self.lines(text)
        written = Self.lines(String(decoding: blanking.written, as: UTF8.self))
        code = Self.lines(String(decoding: blanking.code, as: UTF8.self))
    }

    private static func lines(_ text: String) -> [Substring] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
    }
}

/// Walks through a source byte by byte and copies it with blanks.
private struct Blanking {
    /// What the walk is inside of.
    enum Frame {
        /// Code, with open parentheses; an interpolation ends at the one that opened it.
        case code(open: Int)
        /// A string literal.
        case text(hashes: Int, isMultiline: Bool)
    }

    let bytes: [UInt8]
    var written: [UInt8] = []
    var code: [UInt8] = []
    var place = 0
    var frames: [Frame] = [.code(open: 0)]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func run() {
        while place < bytes.count {
            switch frames.last {
            case .code(let open): walkCode(open)
            case .text(let hashes, let isMultiline): walkText(hashes, isMultiline)
            case nil: return
            }
        }
    }

    private mutating func walkCode(_ open: Int) {
        if starts("//") { return blankLineComment() }
        if starts("/*") { return blankNestedComment() }
        if starts("`") { return blankIdentifier() }
        var hashes = 0
        while starts("#", after: hashes) { hashes += 1 }
        if starts("\"", after: hashes) {
            let isMultiline = starts("\"\"\"", after: hashes)
            keep(hashes + (isMultiline ? 3 : 1))
            return frames.append(.text(hashes: hashes, isMultiline: isMultiline))
        }
        if starts("(") { frames[frames.count - 1] = .code(open: open + 1) }
        if starts(")") {
            if open == 0, frames.count > 1 {
                frames.removeLast()
            } else {
                frames[frames.count - 1] = .code(open: open - 1)
            }
        }
        keep(1)
    }

    private mutating func walkText(_ hashes: Int, _ isMultiline: Bool) {
        let pounds = String(repeating: "#", count: hashes)
        let end = (isMultiline ? "\"\"\"" : "\"") + pounds
        if starts(end) {
            keep(end.utf8.count)
            frames.removeLast()
        } else if starts("\\" + pounds + "(") {
            keep(hashes + 2)
            frames.append(.code(open: 0))
        } else {
            blankText(starts("\\" + pounds) ? hashes + 2 : 1)
        }
    }

    private mutating func blankLineComment() {
        while place < bytes.count, !starts("\n") { blank(1) }
    }

    private mutating func blankNestedComment() {
        var depth = 0
        repeat {
            if starts("/*") {
                depth += 1
                blank(2)
            } else if starts("*/") {
                depth -= 1
                blank(2)
            } else {
                blank(1)
            }
        } while depth > 0 && place < bytes.count
    }

    private mutating func blankIdentifier() {
        keep(1)
        while place < bytes.count, !starts("`"), !starts("\n") { blankText(1) }
        keep(1)
    }

    /// Whether some characters come next.
    private func starts(_ text: String, after offset: Int = 0) -> Bool {
        bytes[min(place + offset, bytes.count)...].starts(with: text.utf8)
    }

    private mutating func keep(_ count: Int) { copy(count, writes: true, codes: true) }

    private mutating func blankText(_ count: Int) { copy(count, writes: true, codes: false) }

    private mutating func blank(_ count: Int) { copy(count, writes: false, codes: false) }

    private mutating func copy(_ count: Int, writes: Bool, codes: Bool) {
        for byte in bytes[place..<min(place + count, bytes.count)] {
            let isLineEnd = byte == 0x0A
            written.append(writes || isLineEnd ? byte : 0x20)
            code.append(codes || isLineEnd ? byte : 0x20)
        }
        place += count
    }
}
