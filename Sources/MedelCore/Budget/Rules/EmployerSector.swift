/// What kind of employer pays a wage, which decides its PO rate.
///
/// Source: GUIDE 5.2: municipalities, regions and the state have rates of their own.
public enum EmployerSector: String, CaseIterable, Sendable {
    /// A municipality.
    case municipality
    /// A region.
    case region
    /// A state authority.
    case state
    /// Anybody else.
    case other

    /// The word in a derivation, in Swedish.
    public var swedish: String {
        switch self {
        case .municipality: "kommun"
        case .region: "region"
        case .state: "stat"
        case .other: "annan arbetsgivare"
        }
    }
}
