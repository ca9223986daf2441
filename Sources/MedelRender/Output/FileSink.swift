import Glibc

/// Bytes to a file that exists already.
enum FileSink {
    /// Opens the file, hands out its sink, and closes it.
    static func write(to path: String, _ body: (ByteSink) throws -> Void) throws {
        let descriptor = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(.open, path: path, code: errno) }
        do {
            try body { bytes in try append(bytes, to: descriptor, path: path) }
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw SystemError(.write, path: path, code: errno) }
    }

    private static func append(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
        try bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let written = Glibc.write(descriptor, rest.base(in: buffer), rest.count)
                if written < 0 {
                    guard errno == EINTR else {
                        throw SystemError(.write, path: path, code: errno)
                    }
                } else {
                    rest = rest.dropFirst(written)
                }
            }
        }
    }
}

extension Slice<UnsafeRawBufferPointer> {
    fileprivate func base(in buffer: UnsafeRawBufferPointer) -> UnsafeRawPointer? {
        buffer.baseAddress.map { $0 + startIndex }
    }
}
