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
        try FileSource.deliver(descriptor, path: path, to: sink)
    }
}
