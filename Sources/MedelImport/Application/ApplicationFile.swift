/// An application's file as bytes, and whether they are text or PDF.
public struct ApplicationFile: Sendable {
    /// The bytes.
    public let bytes: [UInt8]

    /// The largest file that is read, in bytes.
    public static let bytesMax = 30_000_000

    /// Whether the file is PDF, whose text another program takes out.
    public var isPDF: Bool {
        let mark = Array("%PDF-".utf8)
        // Some programs write a few lines before the mark.
        let start = bytes.prefix(1_024)
        return start.indices.contains { start[$0...].starts(with: mark) }
    }

    /// Takes bytes.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads a file whole.
    ///
    /// - Throws: `SourceFileError`; `ApplicationFault.tooLarge`.
    public init(path: String) throws {
        let file = try SourceFile(path)
        var bytes: [UInt8] = []
        var isAtEnd = false
        while !isAtEnd {
            let piece = try [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
                count = try file.read(into: UnsafeMutableRawBufferPointer(buffer))
            }
            isAtEnd = piece.isEmpty
            bytes += piece
            guard bytes.count <= Self.bytesMax else {
                throw ApplicationFault.tooLarge(bytesMax: Self.bytesMax)
            }
        }
        self.bytes = bytes
    }
}
