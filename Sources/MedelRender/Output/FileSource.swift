import Glibc

/// Bytes from a file that exists, piece by piece.
enum FileSource {
    /// Hands the bytes of the file at a path to a sink.
    static func deliver(_ path: String, to sink: ByteSink) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(.read, path: path, code: errno) }
        defer { close(descriptor) }
        try deliver(descriptor, path: path, to: sink)
    }

    /// Hands the bytes of an open file to a sink; the path is for what goes wrong.
    static func deliver(_ descriptor: Int32, path: String, to sink: ByteSink) throws {
        var buffer = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0 {
                guard errno == EINTR else { throw SystemError(.read, path: path, code: errno) }
                continue
            }
            guard count > 0 else { return }
            try sink(Array(buffer[..<count]))
        }
    }
}
