import Glibc

/// A file that is replaced as a whole: written beside its place, synced, then renamed.
struct AtomicFile {
    let path: String

    /// Lets `body` fill a temporary file and puts it in place.
    ///
    /// - Throws: what `body` throws, or `SystemError`; the temporary file is then gone.
    func write(_ body: (_ temporary: String) throws -> Void) throws {
        let temporary = try reserve()
        do {
            try body(temporary)
            try sync(temporary)
            guard rename(temporary, path) == 0 else {
                throw SystemError(.rename, path: path, code: errno)
            }
        } catch {
            unlink(temporary)
            throw error
        }
        try sync(folder)
    }

    private var folder: String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
    }

    private func reserve() throws -> String {
        let name = path.split(separator: "/").last ?? ""
        for attempt in 0..<1_000 {
            let temporary = "\(folder)/.\(name.prefix(60)).\(getpid())-\(attempt).tmp"
            let descriptor = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o666)
            if descriptor >= 0 {
                close(descriptor)
                return temporary
            }
            guard errno == EEXIST else { throw SystemError(.open, path: path, code: errno) }
        }
        throw SystemError(.open, path: path, code: EEXIST)
    }
}
