import Glibc

/// A file that is read from start to end, while somebody sees every byte go by.
public final class SourceFile: SIEByteSource {
    private let path: String
    private let descriptor: Int32
    private let observe: (UnsafeRawBufferPointer) throws -> Void

    /// Opens a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - observe: sees the bytes in order, before the reader does; valid only during the call.
    /// - Throws: `SourceFileError`.
    public init(
        _ path: String,
        observe: @escaping (UnsafeRawBufferPointer) throws -> Void = { _ in }
    ) throws {
        self.path = path
        self.observe = observe
        // Without O_NONBLOCK a named pipe would wait here for somebody to write.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw SourceFileError.failure(path) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw SourceFileError.failure(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw SourceFileError.isFolder(path: path)
        default: throw SourceFileError.notRegular(path: path)
        }
    }

    deinit { close(descriptor) }

    /// Reads the next bytes.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw SourceFileError.failure(path) }
            try observe(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            return count
        }
    }
}

/// Why a file cannot be read.
public enum SourceFileError: Error, Hashable, Sendable {
    /// There is no file at the path.
    case missing(path: String)
    /// The path is a folder and a file is asked for.
    case isFolder(path: String)
    /// The path is a pipe, a device or a socket: what is read more than once must be a file.
    case notRegular(path: String)
    /// The path is a file and a folder is asked for.
    case isFile(path: String)
    /// The system says why.
    case unreadable(path: String, detail: String)

    static func failure(_ path: String) -> SourceFileError {
        switch errno {
        case ENOENT: .missing(path: path)
        // A socket cannot even be opened.
        case ENXIO: .notRegular(path: path)
        case let code: .unreadable(path: path, detail: String(cString: strerror(code)))
        }
    }
}
