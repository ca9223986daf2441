/// How far a report has come.
///
/// Source: SPEC 8.
public enum ReportStatus: String, CaseIterable, Sendable {
    /// Utkast.
    case draft
    /// Klar för styrelsen: nothing is wrong in it.
    case ready

    /// The word that the report carries, in Swedish.
    public var swedish: String {
        switch self {
        case .draft: "Utkast"
        case .ready: "Klar för styrelsen"
        }
    }
}
