import GRDB

/// The names behind the opaque ids that events carry, kept outside the chain so that a name can be
/// erased.
enum ActorRegister {
    /// A name's id; a new name gets one.
    static func id(of name: String, in database: Database) throws -> String {
        let known = try String.fetchOne(
            database,
            sql: "SELECT id FROM actor WHERE name = ? ORDER BY id",
            arguments: [name]
        )
        if let known { return known }
        let kind = try String.fetchOne(database, sql: "SELECT kind FROM ledger")
        return try add(name, isSample: kind == LedgerIdentity.Kind.sample.rawValue, to: database)
    }

    /// Gives a name an id: a random one, or in a sample ledger one that follows from the name, so
    /// that the same steps give the same chain.
    @discardableResult
    static func add(_ name: String, isSample: Bool, to database: Database) throws -> String {
        let bytes =
            isSample
            ? Array(Digest(of: Array("actor \(name)".utf8)).bytes.prefix(8))
            : randomBytes(count: 8)
        let id = "actor-" + hexadecimal(bytes)
        try database.execute(
            sql: "INSERT INTO actor (id, name) VALUES (?, ?)",
            arguments: [id, name]
        )
        return id
    }
}
