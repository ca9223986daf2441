/// A figure of the overview line, in the order in which every view shows them.
///
/// Source: SPEC 5. The words are those of docs/glossary.md.
public enum Measure: String, CaseIterable, Sendable {
    /// Budget.
    case budget
    /// Beviljat.
    case granted
    /// Bundet.
    case committed
    /// Upparbetat.
    case incurred
    /// Rekvirerat.
    case claimed
    /// Godkänt.
    case approved
    /// Utbetalt.
    case paid
    /// Kvar att rekvirera.
    case remaining
    /// Prognos.
    case forecast
    /// Avvikelse.
    case deviation
    /// Kvar att förbruka, beside the line.
    case unspent

    /// The measures that make up the line itself.
    public static let line = allCases.filter { $0 != .unspent }

    /// The name that people read, in Swedish.
    public var title: String {
        switch self {
        case .budget: "Budget"
        case .granted: "Beviljat"
        case .committed: "Bundet"
        case .incurred: "Upparbetat"
        case .claimed: "Rekvirerat"
        case .approved: "Godkänt"
        case .paid: "Utbetalt"
        case .remaining: "Kvar"
        case .forecast: "Prognos"
        case .deviation: "Avvikelse"
        case .unspent: "Kvar att förbruka"
        }
    }

    /// What the figure means, in one Swedish text that every sheet, page and document shares.
    public var definition: String {
        switch self {
        case .budget:
            "Den budget som gäller på rapportdagen. En insats utan beviljad budget visas med den "
                + "ansökta, märkt ansökt."
        case .granted:
            "Vad styrelsens beslut högst medger (maxbelopp). Ett belopp per kalenderår som inget "
                + "beslut anger är periodiserat, alltså fördelat lika över månaderna, och stoppar "
                + "ingenting."
        case .committed: "Beviljat minus godkänt, för insatser som inte är avslutade."
        case .incurred:
            "Faktisk kostnad i mottagarnas bokföring, efter andra intäkter men före bidraget från "
                + "förbundet. För egen regi, styrelse, administration och revision förbundets egen "
                + "bokföring."
        case .claimed: "Vad mottagarna hittills har rekvirerat, i beviljade kronor."
        case .approved: "Vad förbundet hittills har godkänt av det rekvirerade."
        case .paid: "Vad förbundet hittills har betalat ut till mottagarna."
        case .remaining:
            "Kvar att rekvirera: beviljat minus godkänt och minus reserverat för rekvisitioner som "
                + "inte är avgjorda."
        case .forecast: "Beräknat utfall för helåret."
        case .deviation:
            "Budget minus prognos för helåret. Lägre kostnad än budget är positivt."
        case .unspent: "Beviljat minus upparbetat."
        }
    }

    /// Why the figure is not there as long as nothing of its kind has been registered.
    var absence: String? {
        switch self {
        case .budget, .granted, .incurred, .unspent: nil
        case .committed: "Bundet kräver Godkänt, som saknas så länge inga rekvisitioner finns."
        case .claimed: "Rekvirerat saknas: inga rekvisitioner är registrerade i Medel."
        case .approved: "Godkänt saknas: inga rekvisitioner är registrerade i Medel."
        case .paid: "Utbetalt saknas: inga utbetalningar är registrerade i Medel."
        case .remaining: "Kvar kräver Godkänt, som saknas så länge inga rekvisitioner finns."
        case .forecast: "Prognos saknas: ingen prognos är registrerad i Medel."
        case .deviation: "Avvikelse kräver Prognos, som saknas."
        }
    }
}
