import GRDB
import MedelCore

extension PlanWriter {
    private static let load = Operation.Kind.loadPlan.rawValue

    /// Whether a folder is being loaded and a version came in some other way.
    func replacesEntry(_ kind: DescriptionKind, _ code: String, _ version: Int) throws -> Bool {
        guard isLoading else { return false }
        return try Bool.fetchOne(
            database,
            sql: """
                SELECT event.operation <> :load
                FROM description
                JOIN event ON event.id = description.event
                WHERE kind = :kind AND code = :code AND version = :version
                """,
            arguments: [
                "load": Self.load, "kind": kind.rawValue, "code": code, "version": version,
            ]
        ) ?? false
    }

    /// The codes of what came with a folder.
    func codesLoaded(of kind: DescriptionKind) throws -> Set<String> {
        try String.fetchSet(
            database,
            sql: """
                SELECT code
                FROM description
                JOIN event ON event.id = description.event
                WHERE kind = :kind AND event.operation = :load
                """,
            arguments: ["load": Self.load, "kind": kind.rawValue]
        )
    }

    /// Whether a folder says what it said when it was loaded last, or what has been entered since:
    /// what holds now was then entered after it.
    func isEnteredSince<Body: DescriptionBody>(
        _ value: Body.Value,
        as body: Body.Type
    ) throws -> Bool {
        try String.fetchAll(
            database,
            sql: """
                SELECT body
                FROM description
                WHERE kind = :kind AND code = :code AND version >= coalesce(
                    (SELECT max(version) FROM description AS other
                        JOIN event ON event.id = other.event
                        WHERE other.kind = :kind AND other.code = :code
                            AND event.operation = :load),
                    1)
                """,
            arguments: [
                "load": Self.load, "kind": Body.kind.rawValue, "code": Body.code(of: value),
            ]
        ).contains { Body.read($0) == value }
    }
}
