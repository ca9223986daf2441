public import MedelCore
import MedelImport
public import MedelStore

/// Who does something and when, injected so that nothing below reads a clock.
public struct Performer: Sendable {
    /// The name, which the ledger keeps outside the chain.
    public let actor: String

    /// The moment.
    public let now: Timestamp

    /// Names a performer.
    public init(actor: String, now: Timestamp) {
        self.actor = actor
        self.now = now
    }

    /// The day on a calendar in Sweden; nil outside the years that have one.
    var today: Day? { now.dayInStockholm }
}

/// Reads a SIE file into a book: one file, one operation, one event, wholly or not at all.
///
/// Source: SPEC 6, STORE 3.2 and 3.6.
public struct ImportSIE: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Reads one file.
    ///
    /// - Returns: what became of it; a refusal for what stands in the file is a result with
    ///   findings.
    /// - Throws: `ImportRefusal` for what does not fit the book, `SourceFileError`, `LedgerError`.
    public func callAsFunction(_ path: String, _ request: ImportRequest) throws -> ImportReport {
        let source = try SourceSummary(path)
        var report = ImportReport(path: path, result: .refused)
        do {
            switch try read(source, request) {
            case .recorded(let value, let head):
                report = value
                report.result =
                    request.isDryRun
                    ? .wouldBeRecorded
                    : .recorded(ledgerVersion: head.ledgerVersion, head: head.hash)
            case .unchanged:
                report.result = .alreadyRead
            }
        } catch is FileImport.AlreadyRead {
            report.result = .alreadyRead
        } catch let refused as RefusedFile {
            report.findings = refused.findings
            if !request.isDryRun { try note(refusalOf: source, "findings") }
        } catch let refusal as ImportRefusal {
            if !request.isDryRun { try note(refusalOf: source, "\(refusal)") }
            throw refusal
        }
        return report
    }

    /// Takes the file as it comes, and starts again with pairing where that turns out to be needed.
    private func read(
        _ source: SourceSummary,
        _ request: ImportRequest
    ) throws -> Outcome<ImportReport> {
        func attempt(pairsAlways: Bool) throws -> Outcome<ImportReport> {
            try ledger.importFile(
                operation(for: source, request),
                into: request.book,
                describedAs: description(of: source, request),
                commits: !request.isDryRun
            ) { session in
                try FileImport(
                    source: source,
                    request: request,
                    session: session,
                    pairsAlways: pairsAlways
                ).run()
            }
        }
        do {
            return try attempt(pairsAlways: false)
        } catch is ImportSink.PairingNeeded {
            return try attempt(pairsAlways: true)
        }
    }

    private func operation(for source: SourceSummary, _ request: ImportRequest) -> Operation {
        Operation(
            kind: .importFile,
            inputDigest: source.sha256,
            subject: "\(source.name) → \(request.book)",
            actor: performer.actor,
            time: performer.now
        )
    }

    private func description(
        of source: SourceSummary,
        _ request: ImportRequest
    ) -> BookDescription {
        let name = source.header.name
        return BookDescription(
            name: name.isEmpty ? request.book.description : name,
            organizationNumber: source.header.organizationNumber,
            kind: request.extract == nil ? .complete : .extract
        )
    }

    private func note(refusalOf source: SourceSummary, _ reason: String) throws {
        try ledger.note(
            kind: "importRefused",
            detail: "\(source.name) \(source.sha256) \(reason)",
            actor: performer.actor,
            time: performer.now
        )
    }
}

/// A file whose own contents stop it.
struct RefusedFile: Error {
    let findings: [ImportFinding]
}
