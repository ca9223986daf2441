import Foundation
import GRDB
import Glibc
import MedelCore

extension Ledger {
    /// Runs `body` and names what SQLite reports in the ledger's own terms.
    static func translatingErrors<Value>(
        path: String,
        _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch let error as DatabaseError {
            throw translated(error, path: path)
        }
    }

    private static func translated(_ error: DatabaseError, path: String) -> any Error {
        let detail = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_BUSY, .SQLITE_LOCKED: return LedgerError.busy
        case .SQLITE_IOERR where !mayWrite(path): return LedgerError.readOnly(path: path)
        case .SQLITE_FULL, .SQLITE_IOERR:
            return LedgerError.cannotWrite(path: path, detail: detail)
        case .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            return LedgerError.readOnly(path: path)
        case .SQLITE_CORRUPT: return LedgerError.damaged(path: path, detail: detail)
        case .SQLITE_NOTADB: return LedgerError.notALedger(path: path)
        case .SQLITE_CONSTRAINT where detail == "the month is closed":
            return LedgerError.monthNotOpen
        default: return error
        }
    }

    /// Whether the file and its folder may be written; asks without opening the file.
    private static func mayWrite(_ path: String) -> Bool {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        return access(path, W_OK) == 0 && access(folder, W_OK) == 0
    }
}
