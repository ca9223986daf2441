import Glibc

/// A file in the folder for temporary files that lives only as long as it is filled and read.
enum ScratchFile {
    /// Lets `body` fill the file by its path and hands its bytes to a sink.
    static func deliver(
        to sink: ByteSink,
        _ body: (_ temporary: String) throws -> Void
    ) throws {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/medel-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        guard descriptor >= 0 else { throw SystemError(.open, path: path, code: errno) }
        defer {
            close(descriptor)
            unlink(path)
        }
        try body(path)
        try read(descriptor, path: path, to: sink)
    }

    private static func read(_ descriptor: Int32, path: String, to sink: ByteSink) throws {
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
