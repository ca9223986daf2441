import GRDB
import MedelCore

/// Writes vouchers and their postings with prepared statements and raw binds; the one place where
/// speed is bought with C.
///
/// Source: STORE 3.1, STYLE 9.
final class VoucherWriter {
    private let facts: FactWriter
    private let register: CodingRegister
    private let contentKey: [UInt8]?
    private var voucherStatement: RawStatement
    private var postingStatement: RawStatement
    private let firstVoucher: Int64
    private let firstPosting: Int64
    private var voucherCount = 0
    private var postingCount = 0
    private var voucherHasher = DigestHasher()
    private var hasher = DigestHasher()
    private var encoder = RowEncoder()
    private var hash = [UInt8](repeating: 0, count: Digest.byteCount)
    private var codingIDs: [Int64] = []
    private var codingEncodings: [[UInt8]] = []
    /// The codings as the file has them; an extract is written with a table of its own.
    private var contentEncodings: [[UInt8]] = []
    private var balances = BalanceAccumulator()
    private var date = DateText()
    private var registeredOn = DateText()
    private var rowDate = DateText()

    /// Prepares the writing of one file's vouchers.
    ///
    /// - Parameters:
    ///   - facts: the event that they belong to.
    ///   - register: the book's codings.
    ///   - contentKey: the key of an extract book's content hashes, nil for a complete one.
    /// - Throws: what SQLite reports.
    init(facts: FactWriter, register: CodingRegister, contentKey: [UInt8]?) throws {
        self.facts = facts
        self.register = register
        self.contentKey = contentKey
        firstVoucher = try facts.nextID(in: .voucher)
        firstPosting = try facts.nextID(in: .posting)
        let columns = FactTable.voucher.columns(encoding: LedgerEncoding.current)
        voucherStatement = try RawStatement(
            facts.database,
            insertInto: "voucher",
            ["id", "event"] + columns + ["hash"]
        )
        postingStatement = try RawStatement(
            facts.database,
            insertInto: "posting",
            ["id", "voucher"] + VoucherEncoding.postingColumns
        )
    }

    deinit {
        voucherStatement.finalize()
        postingStatement.finalize()
        for text in [date, registeredOn, rowDate] { text.deallocate() }
    }

    /// The hash by which two exports of one voucher are known to be the same.
    func contentHash(
        of draft: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) throws -> ContentHash {
        while contentEncodings.count < codings.codings.count {
            contentEncodings.append(Self.encoding(of: codings.codings[contentEncodings.count]))
        }
        encoder.removeAll()
        VoucherEncoding.appendContent(of: draft, codings: contentEncodings, to: &encoder)
        if let contentKey {
            keyedDigest(of: encoder.bytes, key: contentKey, into: &hash)
        } else {
            hasher.reset()
            hasher.update(encoder.bytes)
            hasher.finish(into: &hash)
        }
        return hash.withUnsafeBytes { ContentHash(digest: $0) }
    }

    /// Writes a voucher; its postings count in the balances if it is taken.
    ///
    /// - Returns: the voucher's id.
    @discardableResult
    func write(
        _ draft: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        contentHash: ContentHash,
        _ placement: VoucherEncoding.Placement
    ) throws -> Int64 {
        prepare(codings)
        let id = firstVoucher + Int64(voucherCount)
        let posting = firstPosting + Int64(postingCount)
        for row in draft.rows where codingIDs[row.coding.value] == 0 {
            codingIDs[row.coding.value] = try register.id(of: codings[row.coding])
        }
        try draft.storage.withUnsafeBytes { storage in
            try insertVoucher(
                id: id,
                firstPosting: posting,
                draft: draft,
                storage: storage,
                contentHash: contentHash,
                placement
            )
            try insertPostings(
                of: id,
                firstID: posting,
                draft: draft,
                storage: storage,
                month: placement.period
            )
        }
        if !placement.isProposed {
            for row in draft.rows {
                let coding = codingIDs[row.coding.value]
                try balances.add(row.amount.ore, coding: coding, month: placement.period)
            }
        }
        voucherCount += 1
        postingCount += draft.rows.count
        for correction in draft.corrections {
            try insert(correction, of: id, draft: draft, coding: codings[correction.row.coding])
        }
        return id
    }

    /// Ends the writing: covers the rows in the event and brings the balances up to date.
    func finish() throws {
        facts.cover(.voucher, count: voucherCount, hasher: voucherHasher)
        facts.cover(.posting, count: postingCount, hasher: DigestHasher())
        try balances.flush(into: facts.database)
    }

    private func prepare(_ codings: borrowing CodingTable) {
        while codingIDs.count < codings.codings.count {
            codingEncodings.append(Self.encoding(of: codings.codings[codingIDs.count]))
            codingIDs.append(0)
        }
    }

    private static func encoding(of coding: Coding) -> [UInt8] {
        var encoder = RowEncoder()
        encoder.append(coding.account.text)
        encoder.append(coding.objectText)
        return encoder.bytes
    }
}

extension ContentHash {
    /// Takes the thirty-two bytes of a digest.
    init(digest bytes: UnsafeRawBufferPointer) {
        func word(_ place: Int) -> UInt64 {
            UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place * 8, as: UInt64.self))
        }
        self.init(word(0), word(1), word(2), word(3))
    }
}

extension VoucherWriter {
    /// Binds and encodes a voucher column by column, in the order of its table.
    private func insertVoucher(
        id: Int64,
        firstPosting: Int64,
        draft: borrowing VoucherDraft,
        storage: UnsafeRawBufferPointer,
        contentHash: ContentHash,
        _ placement: VoucherEncoding.Placement
    ) throws {
        encoder.removeAll()
        encoder.append(FactTable.voucher.rawValue)
        emit(id)
        emit(facts.event)
        emit(placement.importedFile)
        emit(placement.fiscalYear)
        emit(storage[of: draft.series])
        emit(storage[of: draft.number])
        emit(Int64(placement.occurrence))
        emit(date(draft.date))
        emit(Int64(placement.period))
        emit(storage[of: draft.text])
        if let day = draft.registeredOn {
            emit(registeredOn(day))
        } else {
            encoder.appendNull()
            voucherStatement.bindNull()
        }
        emit(storage[of: draft.signature])
        emit(Int64(draft.line))
        emit(placement.isProposed ? 1 : 0)
        try contentHash.bytes.withUnsafeBytes { content in
            encoder.append(blob: content)
            voucherStatement.bind(blob: content)
            emit(firstPosting)
            emit(Int64(draft.rows.count))
            VoucherEncoding.appendRows(
                of: draft,
                storage: storage,
                month: placement.period,
                codings: codingEncodings,
                to: &encoder
            )
            hasher.reset()
            hasher.update(encoder.bytes)
            hasher.finish(into: &hash)
            voucherHasher.update(hash)
            try hash.withUnsafeBytes { hash in
                voucherStatement.bind(blob: hash)
                try voucherStatement.step()
            }
        }
    }

    private func emit(_ value: Int64) {
        encoder.append(value)
        voucherStatement.bind(value)
    }

    private func emit(_ text: UnsafeRawBufferPointer) {
        encoder.append(text: text)
        voucherStatement.bind(text: text)
    }

    private func insertPostings(
        of voucher: Int64,
        firstID: Int64,
        draft: borrowing VoucherDraft,
        storage: UnsafeRawBufferPointer,
        month: Int
    ) throws {
        var id = firstID
        for row in draft.rows {
            postingStatement.bind(id)
            postingStatement.bind(voucher)
            postingStatement.bind(codingIDs[row.coding.value])
            postingStatement.bind(month)
            postingStatement.bind(row.amount.ore)
            if let day = row.date {
                postingStatement.bind(text: rowDate(day))
            } else {
                postingStatement.bindNull()
            }
            postingStatement.bind(textOrNull: storage[of: row.text])
            postingStatement.bind(textOrNull: storage[of: row.quantity])
            postingStatement.bind(textOrNull: storage[of: row.signature])
            postingStatement.bind(row.line)
            try postingStatement.step()
            id += 1
        }
    }

    private func insert(
        _ correction: VoucherDraft.Correction,
        of voucher: Int64,
        draft: borrowing VoucherDraft,
        coding: Coding
    ) throws {
        let row = correction.row
        try facts.insert(
            .correction,
            [
                .integer(voucher), .text(correction.kind.rawValue),
                .integer(try register.id(of: coding)), .integer(row.amount.ore), .day(row.date),
                .text(draft.string(row.text)), .text(draft.string(row.quantity)),
                .text(draft.string(row.signature)), .integer(row.line),
            ]
        )
    }
}
