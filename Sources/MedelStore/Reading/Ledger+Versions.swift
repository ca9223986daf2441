import Foundation
import GRDB
import MedelCore

extension Ledger {
    /// Where the chain ended at each version up to now, the latest first.
    ///
    /// - Parameter countMax: how many are wanted at most.
    /// - Returns: the heads, the present one first.
    /// - Throws: `LedgerError.damaged` when an event cannot be read.
    public func versions(countMax: Int) throws -> [ChainHead] {
        try read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT seal.id, seal.hash, event.time FROM seal
                    JOIN event ON event.id = seal.id
                    ORDER BY seal.id DESC LIMIT ?
                    """,
                arguments: [countMax]
            )
            return try rows.map { row in
                guard let hash = Digest([UInt8](row[1] as Data)),
                    let time = Timestamp(iso: row[2] as String)
                else { throw LedgerError.damaged(path: path, detail: "event \(row[0] as Int)") }
                return ChainHead(ledgerVersion: row[0], hash: hash.description, time: time)
            }
        }
    }
}
