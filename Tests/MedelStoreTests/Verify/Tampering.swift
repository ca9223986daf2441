import Foundation
import GRDB
import LedgerSupport
import TestSupport

@testable import MedelStore

/// One change of one stored value, drawn from a seed.
struct Tampering {
    let table: String
    let id: Int64
    let column: String
    let before: DatabaseValue
    let after: DatabaseValue

    /// Draws tables, rows and columns evenly until a change can be carried out, and does it while
    /// the table's triggers are away.
    static func perform(
        _ database: Database,
        _ generator: inout SeededGenerator
    ) throws -> Tampering {
        let tables = FactTable.allCases.map(\.name) + ["event", "seal"]
        while true {
            let table = tables.randomElement(using: &generator) ?? "event"
            let ids = try Int64.fetchAll(database, sql: "SELECT id FROM \(table) ORDER BY id")
            guard let id = ids.randomElement(using: &generator),
                let column = try database.columns(in: table).randomElement(using: &generator),
                let before = try value(of: column.name, table, id, database)
            else { continue }
            let drawn = after(before, column, &generator)
            guard let drawn, drawn != before else { continue }
            do {
                try RawLedger.withoutTriggers(on: table, database) {
                    let isText = column.type == "TEXT"
                    try write(drawn, isText: isText, column.name, table, id, database)
                }
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
                continue
            }
            return Tampering(
                table: table,
                id: id,
                column: column.name,
                before: before,
                after: drawn
            )
        }
    }

    /// The value; a text as its bytes.
    private static func value(
        of column: String,
        _ table: String,
        _ id: Int64,
        _ database: Database
    ) throws -> DatabaseValue? {
        try DatabaseValue.fetchOne(
            database,
            sql: """
                SELECT CASE typeof(\(column)) WHEN 'text' THEN CAST(\(column) AS BLOB)
                    ELSE \(column) END
                FROM \(table) WHERE id = ?
                """,
            arguments: [id]
        )
    }

    private static func after(
        _ before: DatabaseValue,
        _ column: ColumnInfo,
        _ generator: inout SeededGenerator
    ) -> DatabaseValue? {
        if !column.isNotNull, column.name != "id", !before.isNull,
            Int.random(in: 0..<4, using: &generator) == 0
        {
            return .null
        }
        switch before.storage {
        case .null: return column.type == "INTEGER" ? 1.databaseValue : Data([0x41]).databaseValue
        case .int64(let number):
            return switch Int.random(in: 0..<3, using: &generator) {
            case 0: (number &+ 1).databaseValue
            case 1: (number &- 1).databaseValue
            default: (number ^ (1 << Int64.random(in: 0..<63, using: &generator))).databaseValue
            }
        case .blob(let data): return change(data, &generator).databaseValue
        case .double, .string: return nil
        }
    }

    /// Flips bits of a byte, adds a byte or takes one away.
    private static func change(_ data: Data, _ generator: inout SeededGenerator) -> Data {
        var bytes = [UInt8](data)
        let place = bytes.indices.randomElement(using: &generator)
        switch Int.random(in: 0..<8, using: &generator) {
        case 0: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place ?? 0)
        case 1: bytes.append(0)
        case 2: if let place { bytes.remove(at: place) } else { bytes.append(0x20) }
        default:
            if let place {
                bytes[place] ^= UInt8.random(in: 1...255, using: &generator)
            } else {
                bytes.append(0x20)
            }
        }
        return Data(bytes)
    }

    private static func write(
        _ value: DatabaseValue,
        isText: Bool,
        _ column: String,
        _ table: String,
        _ id: Int64,
        _ database: Database
    ) throws {
        try database.execute(
            sql: "UPDATE \(table) SET \(column) = \(isText ? "CAST(? AS TEXT)" : "?") WHERE id = ?",
            arguments: [value, id]
        )
    }
}

extension ChainFault {
    /// Whether the fault names a row, an event, or for a posting its voucher.
    func names(_ table: String, _ id: Int64) -> Bool {
        switch self {
        case .rowChanged(let row), .rowHashDamaged(let row), .rowAdded(let row):
            row.table == table && row.id == Int(id)
        case .rowMissing(let name, let missing, _): name == table && missing == Int(id)
        case .postingMisplaced(let posting, let voucher):
            table == "posting" && posting == Int(id)
                || table == voucher.table && voucher.id == Int(id)
        case .eventMissing(let number), .eventChanged(let number), .sealMissing(let number):
            ["event", "seal"].contains(table) && number == Int(id)
        case .eventDetached, .rowsRewritten, .schemaChanged, .headUnknown, .fileDamaged,
            .operationRecordChanged:
            false
        }
    }

    /// The table of a named fact row.
    var table: String? {
        switch self {
        case .rowChanged(let row), .rowHashDamaged(let row), .rowAdded(let row): row.table
        case .rowMissing(let name, _, _): name
        case .postingMisplaced(_, let voucher): voucher.table
        case .eventMissing, .eventChanged, .eventDetached, .sealMissing, .rowsRewritten,
            .schemaChanged, .headUnknown, .fileDamaged, .operationRecordChanged:
            nil
        }
    }
}
