import GRDB
import MedelCore

/// Writes the vouchers and postings of one file; the one place where speed is bought with C.
///
/// A posting's text lies where SQLite can read it until the row is stored, so no text is copied.
///
/// Source: STORE 3.1, STYLE 9.
final class VoucherWriter {
    private let facts: FactWriter
    private var batch: VoucherBatch

    /// Prepares the writing of one file's vouchers.
    ///
    /// - Parameters:
    ///   - facts: the event that they belong to.
    ///   - register: the book's codings.
    ///   - contentKey: the key of an extract book's content hashes, nil for a complete one.
    /// - Throws: what SQLite reports.
    init(facts: FactWriter, register: CodingRegister, contentKey: [UInt8]?) throws {
        self.facts = facts
        let columns = FactTable.voucher.columns(encoding: LedgerEncoding.current)
        batch = VoucherBatch(
            facts: facts,
            register: register,
            contentKey: contentKey,
            firstIDs: (
                voucher: try facts.nextID(in: .voucher),
                posting: try facts.nextID(in: .posting)
            ),
            voucherStatement: try RawStatement(
                facts.database,
                insertInto: "voucher",
                ["event"] + columns + ["hash"]
            ),
            postingStatement: try RawStatement(
                facts.database,
                insertInto: "posting",
                ["voucher"] + VoucherEncoding.postingColumns
            )
        )
    }

    /// The hash by which two exports of one voucher are known to be the same.
    func contentHash(
        of draft: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) -> ContentHash {
        batch.contentHash(of: draft, codings: codings)
    }

    /// Writes a voucher; its postings count in the balances unless it is only proposed.
    ///
    /// - Returns: the voucher's id.
    @discardableResult
    func write(
        _ draft: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        contentHash: ContentHash,
        _ placement: VoucherEncoding.Placement
    ) throws -> Int64 {
        let id = try batch.write(draft, codings: codings, contentHash: contentHash, placement)
        for correction in draft.corrections {
            try batch.insert(correction, of: id, draft: draft, codings: codings)
        }
        return id
    }

    /// Ends the writing: covers the rows in the event and brings the balances up to date.
    ///
    /// - Throws: `LedgerError.damaged` when the rows did not get the ids that the event names.
    func finish() throws {
        try expect(batch.lastVoucher, in: .voucher, after: batch.voucherCount)
        try expect(batch.lastPosting, in: .posting, after: batch.postingCount)
        facts.cover(.voucher, count: batch.voucherCount, hasher: batch.voucherHasher)
        facts.cover(.posting, count: batch.postingCount, hasher: DigestHasher())
        try batch.balances.flush(into: facts.database)
    }

    private func expect(_ last: Int64, in table: FactTable, after count: Int) throws {
        guard count > 0 else { return }
        let sql = "SELECT max(id) FROM \(table.name)"
        guard try Int64.fetchOne(facts.database, sql: sql) == last else {
            throw LedgerError.damaged(path: "", detail: "\(table.name): ids")
        }
    }
}
