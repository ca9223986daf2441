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
            ), set.isWhole(published.jobFiles, wanting: formats, in: output.path)
        {
            return result(.unchanged, files: published.jobFiles)
        }
        let formats = formats + formsToKeep(of: published).filter { !formats.contains($0) }
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
        guard let published else {
            try folder.publish()
            return .made
        }
        let step = PublishStep(
            made: made.publishedFigures,
            published: published.publishedFigures
        )
        if case .keepSameBytes = step, set.isWhole(made.jobFiles, in: output.path) {
            folder.discard()
            return .alreadyThere
        }
        if try isContained(in: made) {
            try folder.replace()
            return .made
        }
        try keepEarlier(ledgerVersion: published.ledgerVersion)
        try folder.replace()
        return .replaced
    }

    /// Whether every file that lies in the place is one of the new set's, to the byte.
    private func isContained(in made: JobSlip) throws -> Bool {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).allSatisfy { name in
            name == JobSlip.fileName
                || made.jobFiles.contains {
                    $0.name == name && JobFileState(of: $0, in: folder.path) == .unchanged
                }
        }
    }

    /// The forms of the set that lies there, which stay as long as its figures do.
    private func formsToKeep(of published: JobSlip?) -> [OutputFormat] {
        guard let published, published.figures == report.figures else { return [] }
        return set.formats(of: published.jobFiles)
    }

    /// The slip of the set that lies in the place; nil when nothing does.
    private func published() throws -> JobSlip? {
        guard JobFolder.isThere(folder.path) else { return nil }
        guard let found = JobSlip.read(in: folder.path), found.isOfSamePeriod(as: slip(files: []))
        else { throw JobRefusal.placeTaken(path: folder.path) }
        return found
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
