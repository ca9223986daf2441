import Foundation
import GRDB
public import MedelCore

/// An event as it is stored: one business operation, one transaction, one link of the chain.
struct EventRow {
    let id: Int64
    let encoding: Int
    let time: String
    let actor: String
    let operation: String
    let operationKey: String
    let inputDigest: Digest
    let subject: String
    let reason: String
    var previous = Digest.zero
    var contents = ""
    var rowsDigest = Digest.zero

    /// The hash that the chain goes on from.
    var hash: Digest {
        var encoder = RowEncoder()
        encoder.append("medel event")
        encoder.append(encoding)
        encoder.append(id)
        encoder.append(blob: previous.bytes)
        for text in [time, actor, operation, operationKey] { encoder.append(text) }
        encoder.append(blob: inputDigest.bytes)
        for text in [subject, reason, contents] { encoder.append(text) }
        encoder.append(blob: rowsDigest.bytes)
        return encoder.digest
    }

    /// Writes who, when and what, before any row that refers to it.
    func insertEvent(into database: Database) throws {
        try database.execute(
            literal: """
                INSERT INTO event (
                    id, encoding, time, actor, operation, operationKey, inputDigest, subject,
                    reason)
                VALUES (
                    \(id), \(encoding), \(time), \(actor), \(operation), \(operationKey),
                    \(Data(inputDigest.bytes)), \(subject), \(reason))
                """
        )
    }

    /// Writes the seal over the event and its rows, after all of them.
    func insertSeal(into database: Database) throws {
        try database.execute(
            literal: """
                INSERT INTO seal (id, previous, contents, rowsDigest, hash)
                VALUES (
                    \(id), \(Data(previous.bytes)), \(contents), \(Data(rowsDigest.bytes)),
                    \(Data(hash.bytes)))
                """
        )
    }
}

/// Where the chain of a ledger ends.
public struct ChainHead: Hashable, Sendable {
    /// The number of the last event: the ledger version.
    public let ledgerVersion: Int

    /// The last event's hash as sixty-four hexadecimal digits.
    public let hash: String

    /// When the last event was written: the time of the ledger state.
    public let time: Timestamp
}

extension ChainHead {
    static func read(_ database: Database) throws -> ChainHead {
        let sql = """
            SELECT event.id, seal.hash, event.time FROM event JOIN seal ON seal.id = event.id
            ORDER BY event.id DESC LIMIT 1
            """
        guard let row = try Row.fetchOne(database, sql: sql),
            let time = Timestamp(iso: row[2])
        else { throw LedgerError.damaged(path: "", detail: "no event") }
        let hash: Data = row[1]
        return ChainHead(
            ledgerVersion: Int(row[0] as Int64),
            hash: hexadecimal(hash),
            time: time
        )
    }
}
