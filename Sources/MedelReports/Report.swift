/// The sheets that are made from a snapshot.
///
/// Source: SPEC 7; GUIDE 7 for their columns.
public enum Report: String, CaseIterable, Sendable {
    /// R1: styrelse, administration, revision and insatser together.
    case total
    /// R2: a line for each insats.
    case insatser
    /// R3: one insats by budget row, budget year and calendar year.
    case insats
    /// R4: members' contributions and other sources.
    case funding
    /// R6: equity and utrymme för ny verksamhet.
    case equity
    /// R7: the budget year and two plan years.
    case plan
    /// R12: each member's share of what the association has and owes.
    case membersShare
    /// R17: the bank month by month.
    case liquidity
    /// R14: an insats's budget put before the board.
    case proposal
    /// The decision log.
    case decisions
    /// What is left under the ceilings of an insats.
    case rooms

    /// The number by which documents refer to the sheet; empty for one without a number.
    public var number: String {
        switch self {
        case .total: "R1"
        case .insatser: "R2"
        case .insats: "R3"
        case .funding: "R4"
        case .equity: "R6"
        case .plan: "R7"
        case .membersShare: "R12"
        case .liquidity: "R17"
        case .proposal: "R14"
        case .decisions, .rooms: ""
        }
    }

    /// The title, in Swedish.
    public var title: String {
        switch self {
        case .total: "Ekonomisk uppföljning, totalt"
        case .insatser: "Uppföljning per insats"
        case .insats: "Insats i detalj"
        case .funding: "Finansiering"
        case .equity: "Eget kapital och utrymme för ny verksamhet"
        case .plan: "Flerårsplan"
        case .membersShare: "Medlemsandelar"
        case .liquidity: "Likviditetsplan"
        case .proposal: "Beslutsunderlag"
        case .decisions: "Beslutslogg"
        case .rooms: "Utrymme under maxbelopp"
        }
    }
}
