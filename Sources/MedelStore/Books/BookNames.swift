import GRDB
public import MedelCore

/// The latest names of a book's accounts, dimensions and objects.
public struct BookNames: Sendable {
    private var accounts: [String: String] = [:]

    /// The accounts' classes, `T`, `S`, `K` or `I`, by number.
    public private(set) var kinds: [String: String] = [:]

    /// The dimensions' names by number.
    public private(set) var dimensions: [Int: String] = [:]

    /// The objects' names.
    public private(set) var objects: [ObjectReference: String] = [:]

    init(book: Int64, database: Database) throws {
        // A later row overwrites an earlier one: names change, numbers stay.
        let accountRows = try Row.fetchCursor(
            database,
            sql: "SELECT number, name, kind FROM account WHERE book = ? ORDER BY id",
            arguments: [book]
        )
        while let row = try accountRows.next() {
            let number: String = row[0]
            accounts[number] = row[1] as String
            kinds[number] = row[2] as String?
        }
        let dimensionRows = try Row.fetchCursor(
            database,
            sql: "SELECT number, name FROM dimension WHERE book = ? ORDER BY id",
            arguments: [book]
        )
        while let row = try dimensionRows.next() { dimensions[row[0]] = row[1] as String }
        let objectRows = try Row.fetchCursor(
            database,
            sql: "SELECT dimension, code, name FROM object WHERE book = ? ORDER BY id",
            arguments: [book]
        )
        while let row = try objectRows.next() {
            objects[ObjectReference(dimension: row[0], code: row[1])] = row[2] as String
        }
    }

    /// Whether an account belongs to the balance sheet: by its declared class, else by its digit.
    public func isBalance(_ number: AccountNumber) -> Bool {
        AccountClass(of: number, declared: kinds[number.text])?.isBalance ?? false
    }

    /// An account's name, nil when no file has declared it.
    public func account(_ number: AccountNumber) -> String? { accounts[number.text] }
}
