/// Descriptions of any kind: which kinds there are is for the program to say, not for a constraint
/// that each new kind would have to rebuild.
///
/// Shipped, so frozen. Source: STORE 2.1.
enum Migration003Kinds {
    static let name = "003 kinds"

    static let statements: [String] =
        [rebuild] + Migration001Ledger.refusals(of: "description") + [current]

    // The rows move with their numbers, events and hashes as they are. Triggers go with the table.
    private static let rebuild = """
        DROP VIEW currentDescription;
        CREATE TABLE descriptionOfAnyKind (
            id INTEGER PRIMARY KEY,
            \(Migration001Ledger.event),
            kind TEXT NOT NULL CHECK (kind <> ''),
            code TEXT NOT NULL CHECK (code <> ''),
            version INTEGER NOT NULL CHECK (version > 0),
            body TEXT NOT NULL CHECK (body <> ''),
            \(Migration001Ledger.hash),
            UNIQUE (kind, code, version)
        ) STRICT;
        INSERT INTO descriptionOfAnyKind (id, event, kind, code, version, body, hash)
        SELECT id, event, kind, code, version, body, hash FROM description ORDER BY id;
        DROP TABLE description;
        ALTER TABLE descriptionOfAnyKind RENAME TO description;
        """

    private static let current = """
        CREATE VIEW currentDescription AS
        SELECT * FROM description
        WHERE version = (
            SELECT max(version) FROM description AS other
            WHERE other.kind = description.kind AND other.code = description.code);
        """
}
