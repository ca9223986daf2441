import Foundation
import MedelImport
import MedelStore

/// What a first quick pass tells of a file: its digest, its format and its header.
struct SourceSummary {
    let path: String
    let name: String
    let sha256: String
    let format: SIEFormat
    let header: SIEHeader

    /// Whether the file is meant for import into an accounting system (type 4I), by its suffix.
    var isImportFile: Bool { name.lowercased().hasSuffix(".si") }

    init(_ path: String) throws {
        self.path = path
        name = URL(filePath: path).lastPathComponent
        var digest = FileDigest()
        var whole = try SourceFile(path) { digest.update($0) }
        format = try SIEReader.probe(&whole)
        sha256 = digest.finish()
        var start = try SourceFile(path)
        var sink = HeaderSink()
        do {
            header = try SIEReader.read(&start, as: format, into: &sink).header
        } catch let found as HeaderSink.Found {
            header = found.header
        }
    }
}
