extension SourceFile {
    /// The whole of a file, up to one byte more than a limit, so that a larger one is known as such.
    ///
    /// - Throws: `SourceFileError`.
    public static func bytes(of path: String, countMax: Int) throws -> [UInt8] {
        let source = try SourceFile(path)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= countMax {
            let count = try piece.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            bytes += piece.prefix(count)
        }
        return Array(bytes.prefix(countMax + 1))
    }
}
