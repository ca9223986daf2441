public import MedelCore

/// Why a question about contributions cannot be answered.
public enum ContributionRefusal: Error, Hashable, Sendable {
    /// No association is described, so there are no members.
    case membersMissing
    /// No calendar has the year.
    case yearOutOfRange(Int)
    /// The member has no contribution that year, so nothing that is paid in parts.
    case notDecided(MemberCode, year: Int)

    /// What is wrong and what to do.
    var swedish: String {
        switch self {
        case .membersMissing:
            "Underlag saknas: inga medlemmar är inlagda. Läs in en plan med medel load."
        case .yearOutOfRange(let year):
            "Året \(year) finns inte. Ange ett kalenderår, till exempel 2026."
        case .notDecided(let member, let year):
            "\(member.text) har inget bidrag för \(year). Kontrollera koden och året, eller "
                + "registrera bidraget först med medel contributions decide."
        }
    }
}
