/// What manifests describe: the association, its plan and its decisions, one thing to a row.
///
/// Shipped, so frozen. Source: SPEC 3, STORE 2.1.
enum Migration002Descriptions {
    static let name = "002 descriptions"

    static let statements: [String] =
        [descriptions] + Migration001Ledger.refusals(of: "description")

    /// A version never changes; the latest of a kind and code is the one in force.
    private static let descriptions = """
        CREATE TABLE description (
            id INTEGER PRIMARY KEY,
            \(Migration001Ledger.event),
            kind TEXT NOT NULL CHECK (kind IN (
                'profile', 'areaBudgets', 'contribution', 'recipient', 'insats', 'budget',
                'decision', 'openingPosition')),
            code TEXT NOT NULL CHECK (code <> ''),
            version INTEGER NOT NULL CHECK (version > 0),
            body TEXT NOT NULL CHECK (body <> ''),
            \(Migration001Ledger.hash),
            UNIQUE (kind, code, version)
        ) STRICT;
        CREATE VIEW currentDescription AS
        SELECT * FROM description
        WHERE version = (
            SELECT max(version) FROM description AS other
            WHERE other.kind = description.kind AND other.code = description.code);
        """
}
