/// Where a file's bytes come from, in order and once.
public protocol SIEByteSource {
    /// Fills the start of a buffer with the next bytes.
    ///
    /// - Returns: how many bytes there were, at most the buffer's size; zero at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int
}

/// Bytes that are in memory already.
public struct SIEMemorySource: SIEByteSource, Sendable {
    private let bytes: [UInt8]
    private let chunkBytesMax: Int
    private var position = 0

    /// Gives the bytes out again in chunks of at most `chunkBytesMax`, which is at least one.
    public init(_ bytes: [UInt8], chunkBytesMax: Int = .max) {
        precondition(chunkBytesMax > 0, "a chunk has at least one byte")
        self.bytes = bytes
        self.chunkBytesMax = chunkBytesMax
    }

    /// Fills the start of a buffer with the next bytes.
    public mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let count = min(buffer.count, chunkBytesMax, bytes.count - position)
        buffer.copyBytes(from: bytes[position..<position + count])
        position += count
        return count
    }
}
