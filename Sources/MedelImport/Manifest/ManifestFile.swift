/// The bytes of one file of a folder of manifests.
public struct ManifestFile: Sendable {
    /// The path inside the folder, with `/` between folders.
    public let name: String

    /// What stands in it.
    public let bytes: [UInt8]

    /// Names a file's bytes.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

extension ManifestFile {
    /// Reads one file, no further than what is too large.
    ///
    /// - Throws: `SourceFileError`.
    public init(path: String) throws {
        let source = try SourceFile(path)
        var bytes: [UInt8] = []
        var part = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= ManifestTree.bytesMax {
            let count = try part.withUnsafeMutableBytes { try source.read(into: $0) }
            if count == 0 { break }
            bytes += part[..<count]
        }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        self.init(name: name, bytes: bytes)
    }
}
