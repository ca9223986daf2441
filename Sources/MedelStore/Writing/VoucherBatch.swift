import GRDB
import MedelCore

/// The statements and sums of a run of vouchers, bound and stepped row by row.
struct VoucherBatch: ~Copyable {
    private(set) var voucherCount = 0
    private(set) var postingCount = 0

    /// Over the vouchers' row hashes so far.
    private(set) var voucherHasher = DigestHasher()

    var balances = BalanceAccumulator()

    private let facts: FactWriter
    private let register: CodingRegister
    private let contentKey: [UInt8]?
    private var voucherStatement: RawStatement
    private var postingStatement: RawStatement
    private let firstVoucher: Int64
    private let firstPosting: Int64
    private var hasher = DigestHasher()
    private var encoder = RowEncoder()
    private let contentBytes: UnsafeMutableRawBufferPointer
    private let hashBytes: UnsafeMutableRawBufferPointer
    private var codingIDs: [Int64] = []
    private var codingEncodings: [[UInt8]] = []
    /// Those of the table that content hashes are taken by; an extract's is not the one it writes.
    private var upstreamEncodings: [[UInt8]] = []
    private var date = DateText()
    private var registeredOn = DateText()
    private var rowDate = DateText()

    /// - Parameters:
    ///   - facts: the event that the rows belong to.
    ///   - register: the book's codings.
    ///   - contentKey: the key of an extract book's content hashes, nil for a complete one.
    ///   - firstIDs: the ids of the first voucher and the first posting.
    ///   - voucherStatement: what inserts a voucher, all columns in order.
    ///   - postingStatement: what inserts a posting.
    init(
        facts: FactWriter,
        register: CodingRegister,
        contentKey: [UInt8]?,
        firstIDs: (voucher: Int64, posting: Int64),
        voucherStatement: consuming RawStatement,
        postingStatement: consuming RawStatement
    ) {
        self.facts = facts
        self.register = register
        self.contentKey = contentKey
        firstVoucher = firstIDs.voucher
        firstPosting = firstIDs.posting
        self.voucherStatement = voucherStatement
        self.postingStatement = postingStatement
        contentBytes = .allocate(byteCount: Digest.byteCount, alignment: 8)
        hashBytes = .allocate(byteCount: Digest.byteCount, alignment: 8)
    }

    deinit {
        contentBytes.deallocate()
        hashBytes.deallocate()
    }

    /// The id of the voucher that was written last.
    var lastVoucher: Int64 { firstVoucher + Int64(voucherCount) - 1 }

    /// The id of the posting that was written last.
    var lastPosting: Int64 { firstPosting + Int64(postingCount) - 1 }

    mutating func contentHash(
        of draft: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) -> ContentHash {
        Self.encode(codings, into: &upstreamEncodings)
        encoder.removeAll()
        VoucherEncoding.appendContent(of: draft, codings: upstreamEncodings, to: &encoder)
        if let contentKey {
            keyedDigest(of: encoder.encoded, key: contentKey, into: contentBytes)
        } else {
            hasher.reset()
            hasher.update(encoder.encoded)
            hasher.finish(into: contentBytes)
        }
        return ContentHash(digest: UnsafeRawBufferPointer(contentBytes))
    }

    mutating func write(
        _ draft: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        contentHash: ContentHash,
        _ placement: VoucherEncoding.Placement
    ) throws -> Int64 {
        Self.encode(codings, into: &codingEncodings)
        while codingIDs.count < codingEncodings.count { codingIDs.append(0) }
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
        return id
    }

    /// Encodes what the table has got since the last voucher.
    private static func encode(
        _ codings: borrowing CodingTable,
        into encodings: inout [[UInt8]]
    ) {
        while encodings.count < codings.codings.count {
            let coding = codings.codings[encodings.count]
            var encoder = RowEncoder()
            encoder.append(coding.account.text)
            encoder.append(coding.objectText)
            encodings.append(encoder.bytes)
        }
    }
}

// MARK: - Rows in SQLite and in the hash

extension VoucherBatch {
    /// Binds and encodes a voucher column by column, in the order of its table.
    private mutating func insertVoucher(
        id: Int64,
        firstPosting: Int64,
        draft: borrowing VoucherDraft,
        storage: UnsafeRawBufferPointer,
        contentHash: ContentHash,
        _ placement: VoucherEncoding.Placement
    ) throws {
        encoder.removeAll()
        encoder.append(FactTable.voucher.rawValue)
        // SQLite numbers the row itself, one after the last, which spares it a search.
        encoder.append(id)
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
        contentHash.store(in: contentBytes)
        encoder.append(blob: UnsafeRawBufferPointer(contentBytes))
        voucherStatement.bind(blob: UnsafeRawBufferPointer(contentBytes))
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
        hasher.update(encoder.encoded)
        hasher.finish(into: hashBytes)
        voucherHasher.update(UnsafeRawBufferPointer(hashBytes))
        voucherStatement.bind(blob: UnsafeRawBufferPointer(hashBytes))
        try voucherStatement.step()
    }

    private mutating func emit(_ value: Int64) {
        encoder.append(value)
        voucherStatement.bind(value)
    }

    private mutating func emit(_ text: UnsafeRawBufferPointer) {
        encoder.append(text: text)
        voucherStatement.bind(text: text)
    }

    private mutating func insertPostings(
        of voucher: Int64,
        draft: borrowing VoucherDraft,
        storage: UnsafeRawBufferPointer,
        month: Int
    ) throws {
        for row in draft.rows {
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
        }
    }

    /// Adds a row of the correction history.
    func insert(
        _ correction: VoucherDraft.Correction,
        of voucher: Int64,
        draft: borrowing VoucherDraft,
        codings: borrowing CodingTable
    ) throws {
        let row = correction.row
        try facts.insert(
            .correction,
            [
                .integer(voucher), .text(correction.kind.rawValue),
                .integer(try register.id(of: codings[row.coding])), .integer(row.amount.ore),
                .day(row.date), .text(draft.string(row.text)),
                .text(draft.string(row.quantity)), .text(draft.string(row.signature)),
                .integer(row.line),
            ]
        )
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

    /// Writes the thirty-two bytes.
    func store(in bytes: UnsafeMutableRawBufferPointer) {
        bytes.storeBytes(of: word0.bigEndian, toByteOffset: 0, as: UInt64.self)
        bytes.storeBytes(of: word1.bigEndian, toByteOffset: 8, as: UInt64.self)
        bytes.storeBytes(of: word2.bigEndian, toByteOffset: 16, as: UInt64.self)
        bytes.storeBytes(of: word3.bigEndian, toByteOffset: 24, as: UInt64.self)
    }
}
