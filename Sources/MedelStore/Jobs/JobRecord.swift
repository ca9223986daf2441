import Foundation
import MedelCore

/// The kinds of records that a run of a job leaves in the log; they stand there for ever.
enum JobRecordKind: String, CaseIterable {
    case started = "jobStarted"
    case finished = "jobFinished"
    case failed = "jobFailed"
}

/// What a record of a run says, as JSON with sorted keys; a field that is nil is left out.
///
/// The form has a number inside, so that a later program knows an earlier form.
///
/// Source: STORE 2.4.
struct JobRecord: Codable {
    struct File: Codable {
        let name: String
        let sha256: String
        let bytes: Int
    }

    let schema: Int
    /// The record of the run's start; nil in that record itself.
    let run: Int?
    let key: String
    let folder: String?
    let outcome: String?
    let figures: String?
    let head: String?
    let draftReasons: Int?
    let files: [File]?
    let error: String?

    private static let current = 1

    /// The record of a start.
    init(starting key: JobKey, folder: String) {
        self.init(run: nil, key: key, folder: folder, result: nil, error: nil)
    }

    /// The record of a good end.
    init(finishing run: Int, key: JobKey, _ result: JobResult) {
        self.init(run: run, key: key, folder: nil, result: result, error: nil)
    }

    /// The record of a bad end.
    init(failing run: Int, key: JobKey, reason: String) {
        self.init(run: run, key: key, folder: nil, result: nil, error: reason)
    }

    private init(run: Int?, key: JobKey, folder: String?, result: JobResult?, error: String?) {
        schema = Self.current
        self.run = run
        self.key = key.description
        self.folder = folder
        outcome = result?.outcome.rawValue
        figures = result?.figures
        head = result?.head
        draftReasons = result?.draftReasonCount
        files = result?.files.map {
            File(name: $0.name, sha256: $0.sha256, bytes: $0.byteCount)
        }
        self.error = error
    }

    /// The text that is kept and chained.
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// Reads a text that was kept.
    ///
    /// - Returns: nil when it is not of this form.
    static func read(_ text: String) -> JobRecord? {
        let record = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
        guard let record, record.schema == current else { return nil }
        return record
    }

    /// The result of a good end; nil when the record is not one.
    var result: JobResult? {
        guard let outcome = outcome.flatMap({ JobResult.Outcome(rawValue: $0) }), let figures,
            let head, let draftReasons, let files
        else { return nil }
        return JobResult(
            outcome: outcome,
            figures: figures,
            head: head,
            files: files.map {
                JobFile(name: $0.name, sha256: $0.sha256, byteCount: $0.bytes)
            },
            draftReasonCount: draftReasons
        )
    }
}
