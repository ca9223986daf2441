import Foundation
import MedelCore
import MedelDocument
import MedelImport
public import MedelRender
public import MedelStore

/// Finds out whether the file of an annual report is as it was made.
///
/// A JSON file holds its own checksum. Every other form is held against the same report made anew,
/// which takes the ledger.
///
/// Source: SPEC 7, STORE 5.
public struct VerifyReport: Sendable {
    /// What became of the file since it was made.
    public enum Verdict: Hashable, Sendable {
        /// Nothing in its figures and texts, by its own checksum.
        ///
        /// The version that it states, the head and the colophon's lines are not under the checksum.
        case sound(ledgerVersion: Int)
        /// Nothing: the ledger, still at that version, gives the same bytes.
        case same(ledgerVersion: Int)
        /// Nothing: the ledger gives the same bytes, in a form that does not tell its version.
        case sameRows(ledgerVersion: Int)
        /// The ledger has gone on, and says whether the figures still are the same.
        case overtaken(from: Int, to: Int, figuresAreSame: Bool)
        /// It has been changed, or was not made from this ledger.
        case changed
        /// It is no report of that form.
        case notAReport
    }

    /// How many ledger versions back a file is looked for.
    public static let versionsMax = 500

    /// Prepares the use case.
    public init() {}

    /// Judges a JSON file by itself.
    public func callAsFunction(json bytes: [UInt8]) -> Verdict {
        guard let sealed = try? SealedJSON(bytes) else { return .notAReport }
        guard FiguresChecksum.of(sealed.canonicalBytes) == sealed.statedChecksum else {
            return .changed
        }
        return .sound(ledgerVersion: sealed.ledgerVersion)
    }

    /// Judges a file by the ledger.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - format: its form.
    ///   - year: the calendar year that it reports.
    ///   - ledger: the ledger that it was made from.
    /// - Returns: what can be said of the file.
    /// - Throws: `AnnualReportRefusal` when the ledger cannot make the report, `LedgerError`.
    public func callAsFunction(
        _ bytes: [UInt8],
        _ format: OutputFormat,
        year: Int,
        _ ledger: Ledger
    ) throws -> Verdict {
        if format == .json {
            let verdict = self(json: bytes)
            guard case .sound = verdict else { return verdict }
        }
        let versions = try ledger.versions(countMax: Self.versionsMax)
        guard let present = versions.first?.ledgerVersion else { return .changed }
        let reports = try reports(year, ledger)
        if format == .csvMachine {
            // It holds keys and rows only, so no other version could give other bytes.
            let isSame = try reports.contains { try drawn($0.document, format) == bytes }
            return isSame ? .sameRows(ledgerVersion: present) : .changed
        }
        let named = format == .xlsx ? versions : versions.filter { names($0.hash, bytes) }
        for version in named {
            for report in reports {
                let document = report.document.asOf(version)
                guard try drawn(document, format) == bytes else { continue }
                return version.ledgerVersion == present
                    ? .same(ledgerVersion: present)
                    : .overtaken(from: version.ledgerVersion, to: present, figuresAreSame: true)
            }
        }
        guard let version = named.first, format != .xlsx, version.ledgerVersion != present else {
            return .changed
        }
        return .overtaken(from: version.ledgerVersion, to: present, figuresAreSame: false)
    }

    /// The report as a draft and, where nothing is wrong, as ready.
    private func reports(_ year: Int, _ ledger: Ledger) throws -> [AnnualReport] {
        let make = MakeAnnualReport(ledger)
        let draft = try make(year: year)
        return draft.errors.isEmpty ? [draft, try make(year: year, status: .ready)] : [draft]
    }

    private func names(_ head: String, _ bytes: [UInt8]) -> Bool {
        Data(bytes).range(of: Data(head.utf8)) != nil
    }

    private func drawn(_ document: Document, _ format: OutputFormat) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try render(document, as: format, to: .bytes { bytes += $0 })
        return bytes
    }
}

extension Document {
    /// The document as it would have been made at another version with the same figures.
    fileprivate func asOf(_ version: ChainHead) -> Document {
        let heading = Heading(
            title: heading.title,
            association: heading.association,
            scope: heading.scope,
            asOf: heading.asOf,
            ledgerVersion: version.ledgerVersion,
            head: version.hash,
            created: version.time
        )
        return Document(
            heading: heading,
            sections: sections,
            notes: notes,
            definitions: definitions,
            colophon: colophon.map {
                Colophon(of: heading, checksum: $0.checksum, lines: $0.lines)
            }
        )
    }
}

/// The bytes of a report's file.
///
/// - Throws: `SourceFileError` when it cannot be read or is larger than any report.
public func reportBytes(of path: String) throws -> [UInt8] {
    let bytesMax = 100_000_000
    let bytes = try SourceFile.bytes(of: path, countMax: bytesMax)
    guard bytes.count <= bytesMax else {
        throw SourceFileError.unreadable(path: path, detail: "filen är större än 100 MB")
    }
    return bytes
}
