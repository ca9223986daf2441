import Foundation
import MedelCore
import MedelRender
import MedelStore

/// The file `korning.json` in every set: what the set is, by which it can be told from another.
///
/// Thus a set says itself which ledger version it is of, also when the log of runs does not: after
/// a kill between the two, or in a ledger that was restored.
struct JobSlip: Codable, Equatable {
    struct File: Codable, Equatable {
        let name: String
        let sha256: String
        let bytes: Int
    }

    static let fileName = "korning.json"

    /// As large as a slip of every form can become, and more.
    private static let bytesMax = 100_000

    let schema: Int
    let organizationNumber: String
    let job: String
    let year: Int
    let ledgerVersion: Int
    let head: String
    let figures: String
    let draftReasons: Int
    let files: [File]

    init(
        _ key: JobKey,
        of organization: OrganizationNumber,
        head: String,
        _ report: JobReport,
        files: [JobFile]
    ) {
        schema = 1
        organizationNumber = organization.description
        job = key.job.rawValue
        year = key.year
        ledgerVersion = key.ledgerVersion
        self.head = head
        figures = report.figures
        draftReasons = report.draftReasonCount
        self.files = files.map {
            File(name: $0.name, sha256: $0.sha256, bytes: $0.byteCount)
        }
    }

    /// Whether it is a set of the same association, job and year.
    func isOfSamePeriod(as other: JobSlip) -> Bool {
        organizationNumber == other.organizationNumber && job == other.job && year == other.year
    }

    /// The files as the log names them.
    var jobFiles: [JobFile] {
        files.map { JobFile(name: $0.name, sha256: $0.sha256, byteCount: $0.bytes) }
    }

    /// By what the set is told from another.
    var publishedFigures: PublishedFigures {
        PublishedFigures(ledgerVersion: ledgerVersion, figures: figures, files: jobFiles)
    }

    /// Writes the slip into a set's folder.
    func write(into folder: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let bytes = [UInt8](try encoder.encode(self)) + [0x0A]
        try writeFile("\(folder)/\(Self.fileName)") { try $0(bytes) }
    }

    /// Reads the slip of a set.
    ///
    /// - Returns: nil when the folder holds none that can be read.
    static func read(in folder: String) -> JobSlip? {
        guard let handle = FileHandle(forReadingAtPath: "\(folder)/\(fileName)") else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: bytesMax),
            let slip = try? JSONDecoder().decode(JobSlip.self, from: data), slip.schema == 1
        else { return nil }
        return slip
    }
}

/// Whether a file of a set is what the run that made it left there.
public enum JobFileState: String, CaseIterable, Sendable {
    /// The same bytes.
    case unchanged
    /// Other bytes.
    case changed
    /// No file.
    case missing

    /// Compares a file with what is known of it.
    init(of file: JobFile, in folder: String) {
        guard let found = try? JobFile(name: file.name, in: folder) else {
            self = .missing
            return
        }
        self = found == file ? .unchanged : .changed
    }
}

extension JobFile {
    /// Sums up a file of a folder.
    ///
    /// - Throws: what Foundation throws when it cannot be read.
    init(name: String, in folder: String) throws {
        let handle = try FileHandle(forReadingFrom: URL(filePath: "\(folder)/\(name)"))
        defer { try? handle.close() }
        var digest = FileDigest()
        var byteCount = 0
        while let chunk = try handle.read(upToCount: 65_536), !chunk.isEmpty {
            digest.update([UInt8](chunk))
            byteCount += chunk.count
        }
        self.init(name: name, sha256: digest.finish(), byteCount: byteCount)
    }
}
