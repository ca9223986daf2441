import Glibc

/// A folder that one process at a time works in.
///
/// The system gives the lock back when the process ends, however it ends.
public enum FolderLock {
    /// Lets a body work while no other process does.
    ///
    /// - Returns: what the body returns; nil, at once, when another process works in the folder.
    /// - Throws: what the body throws, or `SystemError` when the folder cannot be written in.
    public static func hold<Value>(_ folder: String, _ body: () throws -> Value) throws -> Value? {
        let path = "\(folder)/.medel.lock"
        let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw SystemError(.open, path: path, code: errno) }
        defer { close(descriptor) }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return nil }
            guard errno == EINTR else { throw SystemError(.open, path: path, code: errno) }
        }
        // A process that is just being started may share the descriptor; closing alone would leave
        // the lock with it.
        defer { flock(descriptor, LOCK_UN) }
        return try body()
    }
}
