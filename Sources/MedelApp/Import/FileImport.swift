import MedelCore
import MedelImport
import MedelStore

/// One file's way into a session: read, paired where the year is known, judged, closed.
struct FileImport {
    let source: SourceSummary
    let request: ImportRequest
    let session: ImportSession

    /// Whether every voucher is paired, also where the file's own year is new.
    let pairsAlways: Bool

    /// A file that has nothing new to say.
    struct AlreadyRead: Error {}

    func run() throws -> ImportReport {
        try fit(source.header)
        if try isKnown() { throw AlreadyRead() }
        let sink = ImportSink(session: session, filter: request.extract) { header, session in
            try session.open(importedFile(header))
            return try pairsAlways || session.mustPair(in: header.year) ? .collect : .take
        }
        let contents = try read(into: sink, keepingBytes: true)
        var report = ImportReport(path: source.path, result: .wouldBeRecorded)
        let changes = try RegisterChanges(contents, session: session, request: request)
        var gone: [Int64] = []
        if case .collect = sink.mode {
            gone = try carryOut(sink.collected, contents, in: &report)
        }
        report.keptSum = try keptSum(sink.keptOre)
        report.findings = contents.findings.map(ImportFinding.init) + changes.findings
        try session.close(register(contents, changes), gone: gone)
        report.taken = session.tally.taken
        report.known = session.tally.known
        report.leftOut = session.tally.leftOut
        report.late = session.tally.late
        if try saysNothingNew(report, changes) { throw AlreadyRead() }
        return report
    }

    /// Pairs the vouchers with those in force and reads the file once more to do what follows.
    ///
    /// - Returns: the vouchers in force that are gone.
    private func carryOut(
        _ collected: [ImportSink.Collected],
        _ contents: SIEContents,
        in report: inout ImportReport
    ) throws -> [Int64] {
        let pairing = try Pairing(
            collected,
            contents: contents,
            isBatch: source.isImportFile,
            isWholeBook: request.extract == nil,
            session: session
        )
        let otherFiles = try session.filesRead(otherThanBy: rule)
        let second = ImportSink(session: session, filter: request.extract) { _, _ in
            .carryOut(pairing.actions, comparesRows: !otherFiles.isEmpty)
        }
        _ = try read(into: second, keepingBytes: false)
        pairing.returned.forEach(session.noteReturn)
        pairing.list(in: &report)
        report.changed += second.recut.map { place in
            let voucher = collected[place]
            return .init(key: voucher.key, date: voucher.date, line: voucher.line)
        }
        return pairing.gone.map(\.id)
    }

    private var rule: String { request.extract?.text ?? "" }

    /// Whether the same bytes have been read before, so that nothing changes: an old file is
    /// oftener read by mistake than because upstream has gone back to it.
    ///
    /// A control total is tried on a known file too.
    private func isKnown() throws -> Bool {
        guard request.extract?.controlTotal == nil, !request.readsAgain else { return false }
        return try session.hasRead(sha256: source.sha256, rule: rule)
    }

    private func saysNothingNew(
        _ report: ImportReport,
        _ changes: RegisterChanges
    ) throws -> Bool {
        guard try session.hasRead(sha256: source.sha256, rule: rule) else { return false }
        if !request.readsAgain { return true }
        return report.taken == 0 && report.changed.isEmpty && report.gone.isEmpty
            && session.returned.isEmpty && changes.findings.isEmpty
    }

    private func read(into sink: ImportSink, keepingBytes: Bool) throws -> SIEContents {
        var digest = FileDigest()
        var file = try SourceFile(source.path) { bytes in
            digest.update(bytes)
            if keepingBytes { try session.keep(Array(bytes)) }
        }
        var sink = sink
        let contents = try SIEReader.read(
            &file,
            as: source.format,
            isImportFile: source.isImportFile,
            into: &sink
        )
        // A file at fault may not have been read to its end, so its faults come first.
        try judge(contents, begunWith: sink.header)
        guard digest.finish() == source.sha256 else { throw ImportRefusal.changedWhileRead }
        return contents
    }

    private func fit(_ header: SIEHeader) throws {
        let kind: BookKind = request.extract == nil ? .complete : .extract
        guard session.book.kind == kind else {
            throw ImportRefusal.otherKind(book: session.book.kind)
        }
        if let own = session.book.organizationNumber, let other = header.organizationNumber,
            own != other
        {
            throw ImportRefusal.otherOrganization(file: other, book: own)
        }
    }

    private func judge(_ contents: SIEContents, begunWith header: SIEHeader?) throws {
        let acceptsUnbalanced = request.acceptsUnbalanced || session.book.kind == .extract
        guard contents.isAccepted(despite: acceptsUnbalanced ? [.voucherUnbalanced] : []) else {
            throw RefusedFile(findings: contents.findings.map(ImportFinding.init))
        }
        guard header?.years == contents.header.years,
            header?.organizationNumber == contents.header.organizationNumber
        else { throw ImportRefusal.identityAfterVouchers }
    }

    private func keptSum(_ ore: Int128) throws -> Money? {
        guard let rule = request.extract else { return nil }
        guard let kept = try? Money(exact: ore) else { throw ImportRefusal.amountOutOfRange }
        if let expected = rule.controlTotal, expected != kept {
            throw ImportRefusal.controlTotal(kept: kept, expected: expected)
        }
        return kept
    }

    private func importedFile(_ header: SIEHeader) -> ImportedFile {
        ImportedFile(
            name: source.name,
            sha256: source.sha256,
            byteCount: source.format.byteCount,
            format: formatName(header),
            encoding: source.format.encoding.rawValue,
            program: [header.program, header.programVersion].filter { !$0.isEmpty }
                .joined(separator: " "),
            generatedOn: header.generatedOn,
            years: header.years,
            rule: rule,
            keepsBytes: request.extract == nil
        )
    }

    private func formatName(_ header: SIEHeader) -> String {
        guard header.type == "4" else { return "SIE \(header.type)" }
        return source.isImportFile ? "SIE 4I" : "SIE 4E"
    }

    /// Names, balances and findings; of an extract only the names of what its rows are on, since
    /// the rest, and what findings quote, is the whole book's.
    private func register(
        _ contents: SIEContents,
        _ changes: RegisterChanges
    ) -> ImportedRegister {
        let isWhole = request.extract == nil
        let kept = request.extract?.nameableObjects ?? []
        let codings = session.codings
        let accounts = Set(codings.map(\.account))
        let dimensions = Set(codings.flatMap(\.objects).map(\.dimension))
        return ImportedRegister(
            accounts: contents.accounts.filter { isWhole || accounts.contains($0.number) }.map {
                .init(number: $0.number, name: $0.name, kind: $0.kind?.rawValue)
            },
            dimensions: contents.dimensions.filter {
                isWhole || dimensions.contains($0.number)
            }.map {
                .init(number: $0.number, name: $0.name, parent: $0.parent)
            },
            objects: contents.objects.filter { isWhole || kept.contains($0.reference) }.map {
                .init(reference: $0.reference, name: $0.name)
            },
            balances: isWhole ? contents.balances : [],
            codings: contents.codings,
            coverage: contents.coverage.map { $0.first...$0.last },
            findings: (contents.findings.map(ImportFinding.init) + changes.findings).map {
                KeptFinding(
                    severity: $0.severity,
                    code: $0.code,
                    line: $0.line,
                    message: isWhole ? $0.message : ""
                )
            }
        )
    }
}
