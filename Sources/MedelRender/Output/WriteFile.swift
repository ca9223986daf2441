/// Writes a file that appears whole or not at all.
///
/// - Parameters:
///   - path: the file; one that is there is replaced when the new one is complete.
///   - body: writes pieces in order.
/// - Throws: what `body` throws, or `SystemError`; a file that was there before is then unchanged.
public func writeFile(_ path: String, _ body: (_ sink: ByteSink) throws -> Void) throws {
    try AtomicFile(path: path).write { temporary in
        try FileSink.write(to: temporary, body)
    }
}
