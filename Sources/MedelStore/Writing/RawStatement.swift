import GRDB
import GRDBSQLite
import MedelCore

/// A prepared INSERT that is bound and stepped through SQLite's C interface.
///
/// Bound texts are not copied: they must live until `step` returns. Parameters are bound in order.
struct RawStatement: ~Copyable {
    private let statement: OpaquePointer
    private let connection: OpaquePointer
    private var position: Int32 = 0

    init(_ database: Database, insertInto table: String, _ columns: [String]) throws {
        guard let connection = database.sqliteConnection else {
            preconditionFailure("a transaction has a connection")
        }
        let marks = Array(repeating: "?", count: columns.count).joined(separator: ", ")
        let sql =
            "INSERT INTO \(table) (\(columns.joined(separator: ", "))) VALUES (\(marks))"
        var prepared: OpaquePointer?
        let code = sqlite3_prepare_v2(connection, sql, -1, &prepared, nil)
        guard code == SQLITE_OK, let prepared else {
            throw Self.failure(code, connection)
        }
        self.connection = connection
        statement = prepared
    }

    deinit { sqlite3_finalize(statement) }

    mutating func bind(_ value: Int64) {
        position += 1
        sqlite3_bind_int64(statement, position, value)
    }

    mutating func bind(_ value: Int) { bind(Int64(value)) }

    mutating func bindNull() {
        position += 1
        sqlite3_bind_null(statement, position)
    }

    /// Binds UTF-8; nothing is bound as the empty text, not as NULL.
    mutating func bind(text: UnsafeRawBufferPointer) {
        position += 1
        guard let start = text.baseAddress, !text.isEmpty else {
            sqlite3_bind_text(statement, position, "", 0, Self.copied)
            return
        }
        let bytes = start.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(statement, position, bytes, Int32(text.count), nil)
    }

    /// Binds UTF-8; nothing is bound as NULL.
    mutating func bind(textOrNull text: UnsafeRawBufferPointer) {
        if text.isEmpty { bindNull() } else { bind(text: text) }
    }

    mutating func bind(blob: UnsafeRawBufferPointer) {
        position += 1
        sqlite3_bind_blob(statement, position, blob.baseAddress, Int32(blob.count), nil)
    }

    /// Inserts the row; the next bind is the first parameter again.
    mutating func step() throws {
        let code = sqlite3_step(statement)
        guard code == SQLITE_DONE else {
            let failure = Self.failure(code, connection)
            sqlite3_reset(statement)
            throw failure
        }
        sqlite3_reset(statement)
        position = 0
    }

    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    private static func failure(_ code: Int32, _ connection: OpaquePointer) -> DatabaseError {
        DatabaseError(
            resultCode: ResultCode(rawValue: code),
            message: String(cString: sqlite3_errmsg(connection))
        )
    }
}
