import Glibc

/// Runs a body with numbers written as in C, whatever locale the process has chosen.
///
/// The Excel library formats numbers with `printf`; a decimal comma would destroy the file.
/// Only the calling thread is affected.
func withNeutralLocale<Value>(_ body: () throws -> Value) throws -> Value {
    let categories = Int32(1) << LC_NUMERIC | Int32(1) << LC_CTYPE | Int32(1) << LC_TIME
    guard let neutral = newlocale(categories, "C", nil) else {
        throw WorkbookError(.create, code: 0)
    }
    let previous = uselocale(neutral)
    defer {
        uselocale(previous)
        freelocale(neutral)
    }
    return try body()
}
