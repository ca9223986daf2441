/// Gives a file's lines one by one, in memory that does not grow with the file.
///
/// It never fetches bytes itself: whoever drives it fills `room` and says how much came.
struct SIELineReader: ~Copyable {
    /// What came next.
    enum Next {
        /// A line without its line end; the bytes hold until bytes are filled in.
        case line(UnsafeBufferPointer<UInt8>)
        /// A line longer than the limit, which was skipped.
        case tooLong
        /// The buffer must be filled before more can be said.
        case needsBytes
        /// Nothing more.
        case end
    }

    private let buffer: UnsafeMutableRawBufferPointer
    private let lineBytesMax: Int
    private let mark: UInt8
    private var start = 0
    private var scanned = 0
    private var end = 0
    private var isAtEnd = false
    private var isSkipping = false

    init(limits: SIELimits, lineEnd: SIEFormat.LineEnd) {
        precondition(limits.lineBytesMax > 0 && limits.windowBytesMax > 0, "limits are above zero")
        lineBytesMax = limits.lineBytesMax
        mark = lineEnd == .lineFeed ? 0x0A : 0x0D
        buffer = .allocate(byteCount: limits.lineBytesMax + limits.windowBytesMax, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// The next line; at the end of the file also one without line end.
    mutating func next() -> Next {
        let filled = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<end])
        if let place = filled.firstPlace(of: mark, from: scanned) {
            let line = filled[start..<place]
            start = place + 1
            scanned = start
            guard !isSkipping, line.count <= lineBytesMax else {
                isSkipping = false
                return .tooLong
            }
            return .line(bytes(line))
        }
        scanned = end
        if isAtEnd { return last() }
        if isSkipping || end - start > lineBytesMax {
            isSkipping = true
            start = end
        }
        return .needsBytes
    }

    /// The part of the buffer to fill, never empty; begun lines are kept.
    mutating func room() -> UnsafeMutableRawBufferPointer {
        if start > 0 {
            let kept = UnsafeRawBufferPointer(buffer)[start..<end]
            buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: kept))
            end -= start
            scanned -= start
            start = 0
        }
        return UnsafeMutableRawBufferPointer(rebasing: buffer[end...])
    }

    /// Says how many bytes `room` was given; none means that the file ends here.
    mutating func filled(_ count: Int) {
        precondition(count >= 0 && end + count <= buffer.count, "a source fills at most its room")
        if count == 0 { isAtEnd = true }
        end += count
    }

    private mutating func last() -> Next {
        let rest = UnsafeRawBufferPointer(buffer)[start..<end]
        start = end
        if isSkipping || rest.count > lineBytesMax {
            isSkipping = false
            return .tooLong
        }
        return rest.isEmpty ? .end : .line(bytes(rest))
    }

    private func bytes(_ line: Slice<UnsafeRawBufferPointer>) -> UnsafeBufferPointer<UInt8> {
        UnsafeRawBufferPointer(rebasing: line).bindMemory(to: UInt8.self)
    }
}
