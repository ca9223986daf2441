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
    /// R6: equity and utrymme för ny verksamhet.
    case equity
    /// R7: the budget year and two plan years.
    case plan

    /// The number by which documents refer to the sheet.
    public var number: String {
        switch self {
        case .total: "R1"
        case .insatser: "R2"
        case .insats: "R3"
        case .equity: "R6"
        case .plan: "R7"
        }
    }

    /// The title, in Swedish.
    public var title: String {
        switch self {
        case .total: "Ekonomisk uppföljning, totalt"
        case .insatser: "Uppföljning per insats"
        case .insats: "Insats i detalj"
        case .equity: "Eget kapital och utrymme för ny verksamhet"
        case .plan: "Flerårsplan"
        }
    }
}
