import Foundation
import GRDB
import MedelCore

/// Recomputes every hash of a ledger and names what does not agree.
///
/// Source: STORE 2.3.
struct ChainVerifier {
    let database: Database
    private var faults: [ChainFault] = []
    private var omittedFaultCount = 0
    private var rowCount = 0
    private var walks: [FactTable: TableWalk] = [:]

    init(_ database: Database) { self.database = database }

    /// Goes through schema, events and rows.
    ///
    /// - Parameter head: a head that was printed elsewhere, which must stand in the chain.
    /// - Returns: every fault, in order of event and table.
    /// - Throws: what SQLite reports when the file cannot be read at all.
    mutating func verify(against head: String?) throws -> ChainReport {
        try verifyFile()
        try verifySchema()
        let chain = try EventChain(database)
        chain.faults.forEach { add($0) }
        var damagedCodings: Set<Int64> = []
        for table in FactTable.allCases where table != .voucher && table != .posting {
            let walk = try walkRows(of: table, chain: chain)
            if table == .coding {
                damagedCodings = walk.untrustedIDs
            }
            walks[table] = walk
        }
        try walkVouchers(chain: chain, damagedCodings: damagedCodings)
        for table in FactTable.allCases { walks[table]?.faults.forEach { add($0) } }
        weigh(against: chain)
        try verifyOperationRecords()
        if let head, !chain.hashes.contains(head.lowercased()) {
            add(.headUnknown(hash: head))
        }
        return ChainReport(
            head: try? ChainHead.read(database),
            rowCount: rowCount,
            faults: faults,
            omittedFaultCount: omittedFaultCount
        )
    }

    private mutating func add(_ fault: ChainFault) {
        guard faults.count < ChainReport.faultsMax else {
            omittedFaultCount += 1
            return
        }
        faults.append(fault)
    }

    private mutating func verifyFile() throws {
        // Not the quick check, which lets an index hide a row that its table has.
        let rows = try String.fetchAll(database, sql: "PRAGMA integrity_check(10)")
        for row in rows where row != "ok" { add(.fileDamaged(detail: row)) }
    }

    private mutating func verifySchema() throws {
        let migration = try LedgerSchema.lastMigration(in: database)
        let expected = try LedgerSchema.expected(through: migration)
        let actual = try LedgerSchema.objects(in: database)
        let names = Set(expected.keys).union(actual.keys).sorted()
        for name in names where expected[name] != actual[name] {
            add(.schemaChanged(object: name))
        }
    }

    private mutating func walkRows(of table: FactTable, chain: EventChain) throws -> TableWalk {
        var walk = TableWalk(table: table, chain: chain)
        // A file of an older program lacks a later table; rows that events name are then missing.
        guard try database.tableExists(table.name) else {
            walk.finish()
            return walk
        }
        let columns = table.columns(encoding: LedgerEncoding.current)
        let list = (["id", "event"] + columns + ["hash"]).joined(separator: ", ")
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT \(list) FROM \(table.name) ORDER BY id"
        )
        var encoder = RowEncoder()
        while let row = try rows.next() {
            rowCount += 1
            encoder.removeAll()
            encoder.append(table.rawValue)
            for column in 0..<columns.count + 2 { try encoder.append(row, at: column) }
            let stored = [UInt8](row[columns.count + 2] as Data)
            let id: Int64 = row[0]
            walk.visit(
                id: id,
                claimedEvent: row[1],
                recomputed: encoder.digest.bytes,
                stored: stored
            ) {
                FactName(table: table, id: id, description: table.describe(row))
            }
        }
        walk.finish()
        return walk
    }

    private mutating func walkVouchers(chain: EventChain, damagedCodings: Set<Int64>) throws {
        var verifier = try VoucherVerifier(
            database,
            chain: chain,
            damagedCodings: damagedCodings
        )
        try verifier.verify()
        rowCount += verifier.rowCount
        walks[.voucher] = verifier.vouchers
        walks[.posting] = verifier.postings
        verifier.faults.forEach { add($0) }
    }

    /// Decides, where a row's recomputed and stored hash differ, which of them is damaged, and finds
    /// rows that were rewritten together with their hashes.
    private mutating func weigh(against chain: EventChain) {
        for walk in walks.sorted(by: { $0.key.rawValue < $1.key.rawValue }).map(\.value) {
            walk.suspects[0]?.forEach { add(.rowChanged($0)) }
        }
        for (event, sealed) in chain.trusted.sorted(by: { $0.key < $1.key }) {
            let digests = sealed.contents.entries.map { entry in
                var hasher = walks[entry.table]?.hashers[event] ?? DigestHasher()
                return (table: entry.table, count: entry.count, digest: hasher.finish())
            }
            let agrees = rowsDigest(digests) == sealed.rowsDigest
            var suspects: [FactName] = []
            var isIncomplete = false
            for table in FactTable.allCases {
                suspects += walks[table]?.suspects[event] ?? []
                isIncomplete =
                    isIncomplete
                    || walks[table]?.incompleteEvents.contains(event) == true
            }
            for suspect in suspects {
                add(agrees ? .rowHashDamaged(suspect) : .rowChanged(suspect))
            }
            if suspects.isEmpty, !agrees, !isIncomplete {
                add(.rowsRewritten(event: Int(event)))
            }
        }
    }

    private mutating func verifyOperationRecords() throws {
        for number in try OperationLog.brokenLinks(in: database) {
            add(.operationRecordChanged(number: number))
        }
    }
}

extension RowEncoder {
    /// Appends a column of a row that a cursor stands on; a text as its bytes, since a string
    /// would end at a zero byte and repair what is no UTF-8.
    mutating func append(_ row: Row, at column: Int) throws {
        let value: DatabaseValue = row[column]
        guard case .string = value.storage else {
            append(value)
            return
        }
        try row.withUnsafeData(atIndex: column) { data in
            (data ?? Data()).withUnsafeBytes { append(text: $0) }
        }
    }

    /// Appends a value in the form that it was hashed in when it was written.
    mutating func append(_ value: DatabaseValue) {
        switch value.storage {
        case .null: appendNull()
        case .int64(let integer): append(integer)
        case .string(let text): append(text)
        case .blob(let data): data.withUnsafeBytes { append(blob: $0) }
        // No column is a real; a file that holds one must not pass.
        case .double(let real): append("real \(real)")
        }
    }
}
