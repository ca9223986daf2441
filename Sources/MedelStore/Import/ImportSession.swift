import Foundation
import GRDB
public import MedelCore

/// One file on its way into one book, inside one transaction.
///
/// Opened once, then any number of vouchers, then closed. Nothing of it stays if the transaction
/// is rolled back.
public final class ImportSession {
    /// The book that the file is read into.
    public let book: BookRecord

    /// How many vouchers have gone which way so far.
    public internal(set) var tally = ImportTally()

    let facts: FactWriter
    let register: CodingRegister
    let writer: VoucherWriter
    private var file: (id: Int64, year: Int64?)?
    private var newAttachment: Int64?
    /// Bytes that came before the header was read to its end.
    private var heldBytes: [[UInt8]] = []
    private(set) var proposals: [(current: Int64, proposal: Int64)] = []
    /// The vouchers in force that upstream has again after it had something else or nothing.
    public private(set) var returned: [Int64] = []
    var fiscalYears: [(year: FiscalYear, id: Int64)]
    private(set) var fileYears: [Int: FiscalYear] = [:]
    var yearsWithVouchers: [Int64: Bool] = [:]
    private var occurrences: [Int64: OccurrenceCounter] = [:]
    private let lockedMonths: Set<Int>

    init(
        facts: FactWriter,
        reference: BookReference,
        description: BookDescription
    ) throws {
        self.facts = facts
        let database = facts.database
        if let known = try BookRecord.fetch(reference, in: database) {
            book = known
        } else {
            let id = try facts.insert(
                .book,
                [
                    .text(reference.description), .text(description.name),
                    .optional(description.organizationNumber?.description),
                    .text(description.kind.rawValue),
                ]
            )
            book = BookRecord(
                id: id,
                reference: reference,
                name: description.name,
                organizationNumber: description.organizationNumber,
                kind: description.kind
            )
        }
        register = try CodingRegister(facts: facts, book: book.id)
        let key = try Data.fetchOne(database, sql: "SELECT contentKey FROM secret")
        writer = try VoucherWriter(
            facts: facts,
            register: register,
            contentKey: book.kind == .extract ? key.map { [UInt8]($0) } ?? [] : nil
        )
        fiscalYears = try Self.fiscalYears(of: book.id, in: database)
        lockedMonths = try Set(
            Int.fetchAll(
                database,
                sql: "SELECT month FROM currentPeriod WHERE book = ? AND state <> 'open'",
                arguments: [book.id]
            )
        )
    }

    /// Keeps what the file says of itself; before the first voucher.
    public func open(_ file: ImportedFile) throws {
        precondition(self.file == nil, "a session holds one file")
        fileYears = file.years
        if let own = file.years[0] { try refuseOverlap(of: own) }
        let year = try file.years[0].map { try fiscalYearID($0) }
        let id = try facts.insert(
            .importedFile,
            [
                .integer(book.id), .optional(year), .text(file.name), Self.sum(of: file),
                .optional(try attachmentID(for: file)), .text(file.format),
                .text(file.encoding), .text(file.program), .day(file.generatedOn),
                .text(file.rule),
            ]
        )
        self.file = (id, year)
        for bytes in heldBytes { try keep(bytes) }
        heldBytes = []
    }

    /// Keeps the next bytes of the file, if the ledger does not have them already and may have
    /// them; the first ones come before the session is opened.
    public func keep(_ bytes: [UInt8]) throws {
        guard file != nil else {
            heldBytes.append(bytes)
            return
        }
        guard let newAttachment, !bytes.isEmpty else { return }
        try facts.insert(.attachmentPart, [.integer(newAttachment), .blob(bytes)])
    }

    /// Whether vouchers must be paired with those of the book instead of just taken.
    ///
    /// - Parameter year: the file's own year, nil when it names none.
    /// - Returns: false when every voucher of the year is new.
    /// - Throws: `LedgerError`.
    public func mustPair(in year: FiscalYear?) throws -> Bool {
        let known = fiscalYears.filter { year == nil || $0.year == year }
        for entry in known where try hasVouchers(in: entry.id) { return true }
        return false
    }

    /// The hash by which two exports of one voucher are known to be the same.
    public func contentHash(
        of draft: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) -> ContentHash {
        writer.contentHash(of: draft, codings: codings)
    }

    /// Takes a new voucher; one whose month is closed is kept without a month.
    ///
    /// - Parameters:
    ///   - draft: the voucher.
    ///   - codings: the table that its rows point into.
    ///   - hash: the content hash of the whole upstream voucher.
    /// - Throws: `LedgerError`.
    public func take(
        _ draft: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        hash: ContentHash
    ) throws {
        let placement = try place(draft, isProposed: false)
        try writer.write(draft, codings: codings, contentHash: hash, placement)
        tally.taken += 1
        if placement.period == 0 { tally.late += 1 }
    }

    /// Keeps a voucher that differs from a taken one as an open difference.
    ///
    /// - Parameters:
    ///   - draft: the voucher as it is now.
    ///   - codings: the table that its rows point into.
    ///   - hash: the content hash of the whole upstream voucher.
    ///   - current: the voucher in force.
    /// - Throws: `LedgerError`.
    public func propose(
        _ draft: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        hash: ContentHash,
        insteadOf current: Int64
    ) throws {
        let placement = try place(draft, isProposed: true)
        let id = try writer.write(draft, codings: codings, contentHash: hash, placement)
        proposals.append((current: current, proposal: id))
        tally.changed += 1
    }

    /// Notes that upstream has gone back to a proposal that it had left.
    public func reopen(proposal: Int64, insteadOf current: Int64) {
        proposals.append((current: current, proposal: proposal))
        tally.changed += 1
    }

    /// Notes that upstream again has what is in force, after it had something else or nothing.
    public func noteReturn(of current: Int64) { returned.append(current) }

    /// Counts vouchers that are there already.
    public func count(known: Int, leftOut: Int) {
        tally.known += known
        tally.leftOut += leftOut
    }

    /// Account and objects of every row of the book so far.
    public var codings: [Coding] { register.codings }

    private func place(
        _ draft: borrowing VoucherDraft,
        isProposed: Bool
    ) throws -> VoucherEncoding.Placement {
        guard let file else { preconditionFailure("a session is opened before vouchers come") }
        let year = try fiscalYearID(fiscalYear(of: draft.date))
        let month = draft.date.month.number
        let key = VoucherKey(
            series: draft.string(draft.series),
            number: draft.string(draft.number)
        )
        return VoucherEncoding.Placement(
            importedFile: file.id,
            fiscalYear: year,
            occurrence: isProposed ? 0 : try nextOccurrence(of: key, in: year),
            period: lockedMonths.contains(month) ? 0 : month,
            isProposed: isProposed
        )
    }

    private func nextOccurrence(of key: VoucherKey, in year: Int64) throws -> Int {
        if occurrences[year] == nil {
            var counter = OccurrenceCounter()
            let rows = try Row.fetchCursor(
                facts.database,
                sql: """
                    SELECT series, number FROM voucher
                    WHERE fiscalYear = ? AND isProposed = 0 ORDER BY id
                    """,
                arguments: [year]
            )
            while let row = try rows.next() {
                _ = counter.next(VoucherKey(series: row[0], number: row[1]))
            }
            occurrences[year] = counter
        }
        return occurrences[year]?.next(key) ?? 0
    }

    /// The opened file's id, nil before it is opened.
    var openedFileID: Int64? { file?.id }

    /// The opened file's id.
    var fileID: Int64 {
        guard let file else { preconditionFailure("a session is opened before it is closed") }
        return file.id
    }

    private func attachmentID(for file: ImportedFile) throws -> Int64? {
        guard file.keepsBytes else { return nil }
        let known = try Int64.fetchOne(
            facts.database,
            sql: "SELECT id FROM attachment WHERE sha256 = ?",
            arguments: [Data(Digest(hexadecimal: file.sha256)?.bytes ?? [])]
        )
        if let known { return known }
        let id = try facts.insert(.attachment, [Self.sum(of: file), .integer(file.byteCount)])
        newAttachment = id
        return id
    }

    private static func sum(of file: ImportedFile) -> FactValue {
        .blob((Digest(hexadecimal: file.sha256) ?? .zero).bytes)
    }

    private static func fiscalYears(
        of book: Int64,
        in database: Database
    ) throws -> [(year: FiscalYear, id: Int64)] {
        try Row.fetchAll(
            database,
            sql: "SELECT firstDay, lastDay, id FROM fiscalYear WHERE book = ? ORDER BY id",
            arguments: [book]
        ).compactMap { row in
            guard let start = Day(iso: row[0]), let end = Day(iso: row[1]),
                let year = FiscalYear(from: start, through: end)
            else { return nil }
            return (year, row[2])
        }
    }
}
