import Glibc

/// Waits until a file, or a folder's list of names, is on the disk.
///
/// - Throws: `SystemError`.
func sync(_ path: String) throws {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(.open, path: path, code: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw SystemError(.sync, path: path, code: errno) }
}
