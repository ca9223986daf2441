import GRDB
public import MedelCore

extension Ledger {
    /// Every version of the members' contributions, with when and by whom it was registered.
    ///
    /// - Parameter year: the calendar year; nil for all.
    /// - Returns: versions in order of year, member and number.
    /// - Throws: `LedgerError.damaged` when a row cannot be read.
    ///
    /// Source: STORE 2.1.
    public func contributionVersions(year: Int? = nil) throws -> [ContributionVersion] {
        try read { try Self.contributionVersions(year: year, in: $0) }
    }

    static func contributionVersions(
        year: Int? = nil,
        in database: Database
    ) throws -> [ContributionVersion] {
        guard try database.tableExists(FactTable.description.name) else { return [] }
        let rows = try Row.fetchAll(
            database,
            sql: """
                SELECT description.id, version, body, event.time, actor.name, event.id
                FROM description
                JOIN event ON event.id = description.event
                LEFT JOIN actor ON actor.id = event.actor
                WHERE kind = ? ORDER BY description.id
                """,
            arguments: [ContributionBody.kind.rawValue]
        )
        var versions: [ContributionVersion] = []
        for row in rows {
            guard let contribution = ContributionBody.read(row[2]),
                let recorded = Timestamp(iso: row[3])
            else {
                throw LedgerError.damaged(path: "", detail: "description \(row[0] as Int64)")
            }
            guard year == nil || contribution.year == year else { continue }
            versions.append(
                ContributionVersion(
                    number: row[1],
                    contribution: contribution,
                    recorded: recorded,
                    actor: row[4],
                    ledgerVersion: Int(row[5] as Int64)
                )
            )
        }
        return versions.sorted { $0.order < $1.order }
    }
}

extension ContributionVersion {
    fileprivate var order: (Int, MemberCode, Int) {
        (contribution.year, contribution.member, number)
    }
}
