import Foundation
import Glibc
import MedelCore
import MedelDocument
import MedelRender

/// Makes the set of files of one run and puts it where it belongs.
struct JobPublishing {
    private let key: JobKey
    private let organization: OrganizationNumber
    private let report: JobReport
    private let output: JobFolder
    private let set: JobSet
    private let folder: AtomicFolder

    init(
        _ key: JobKey,
        of organization: OrganizationNumber,
        _ report: JobReport,
        in output: JobFolder
    ) {
        self.key = key
        self.organization = organization
        self.report = report
        self.output = output
        set = JobSet(key)
        folder = set.folder(in: output.path)
    }

    /// Draws the report and decides what becomes of the set that lies there.
    ///
    /// - Throws: `JobRefusal`, `SystemError`, or what drawing throws; the set that lay there is then
    ///   as it was.
    func carryOut(as formats: [OutputFormat]) throws -> JobResult {
        let published = try published()
        if let published,
            case .keepSameFigures = PublishStep(
                made: slip(files: []).publishedFigures,
                published: published.publishedFigures
            )
        {
            return result(.unchanged, files: published.jobFiles)
        }
        let made = try folder.stage { staging in
            for format in formats { try draw(as: format, in: staging) }
            let names = formats.map { set.fileName($0) }.sorted()
            let slip = slip(files: try names.map { try JobFile(name: $0, in: staging) })
            try slip.write(into: staging)
            return slip
        }
        return result(try place(made, over: published), files: made.jobFiles)
    }

    private func draw(as format: OutputFormat, in staging: String) throws {
        let name = set.fileName(format)
        do {
            try render(report.document, as: format, to: .file(path: "\(staging)/\(name)"))
        } catch let error as SystemError {
            // People know the file by the name that it would have had.
            throw SystemError(error.operation, path: "\(folder.path)/\(name)", code: error.code)
        }
    }

    private func place(_ made: JobSlip, over published: JobSlip?) throws -> JobResult.Outcome {
        let step = PublishStep(
            made: made.publishedFigures,
            published: published?.publishedFigures
        )
        switch step {
        case .publish:
            try folder.publish()
            return .made
        case .keepSameFigures:
            folder.discard()
            return .unchanged
        case .keepSameBytes where isWhole(made):
            folder.discard()
            return .alreadyThere
        case .keepSameBytes:
            try keepEarlier(ledgerVersion: made.ledgerVersion)
            try folder.replace()
            return .replaced
        case .replace(let version):
            try keepEarlier(ledgerVersion: version)
            try folder.replace()
            return .replaced
        }
    }

    /// The slip of the set that lies in the place; nil when nothing does.
    private func published() throws -> JobSlip? {
        guard JobFolder.isThere(folder.path) else { return nil }
        guard let found = JobSlip.read(in: folder.path), found.isOfSamePeriod(as: slip(files: []))
        else { throw JobRefusal.placeTaken(path: folder.path) }
        return found
    }

    /// Whether the files that lie in the place are those that the slip names.
    private func isWhole(_ slip: JobSlip) -> Bool {
        slip.jobFiles.allSatisfy { JobFileState(of: $0, in: folder.path) == .unchanged }
    }

    /// Copies the set that lies there to its place among the earlier ones, unless it is there
    /// already from a run that was cut off.
    private func keepEarlier(ledgerVersion: Int) throws {
        let parent = JobSet.earlier(in: output.path)
        guard mkdir(parent, 0o777) == 0 || errno == EEXIST else {
            throw SystemError(.open, path: parent, code: errno)
        }
        for name in set.earlierNames(ledgerVersion: ledgerVersion) {
            let earlier = AtomicFolder(name, in: parent)
            if FileManager.default.contentsEqual(atPath: earlier.path, andPath: folder.path) {
                return
            }
            if !JobFolder.isThere(earlier.path) { return try earlier.copy(folder.path) }
        }
        throw JobRefusal.tooManyEarlier(path: parent)
    }

    private func slip(files: [JobFile]) -> JobSlip {
        let head = report.document.heading.head
        return JobSlip(key, of: organization, head: head, report, files: files)
    }

    private func result(_ outcome: JobResult.Outcome, files: [JobFile]) -> JobResult {
        JobResult(
            outcome: outcome,
            figures: report.figures,
            head: report.document.heading.head,
            files: files,
            draftReasonCount: report.draftReasonCount
        )
    }
}
