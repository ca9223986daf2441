import MedelCore
import MedelImport

/// Says in Swedish why an annual report is not made.
func message(for refusal: AnnualReportRefusal) -> String {
    switch refusal {
    case .layoutMissing(let kind, let year):
        "Ingen antagen mall för \(kind.swedish) gäller \(year). Visa mallarna med medel template "
            + "list och anta en med medel template adopt NAMN."
    case .layoutsOverlap(let kind, let year, let names):
        "Flera antagna mallar för \(kind.swedish) gäller \(year): \(names.joined(separator: ", ")). "
            + "Ändra years i den ena och anta den på nytt."
    case .chartMissing:
        "Ingen kontoplan är antagen. Anta en med medel template adopt kommunbas eller medel "
            + "template adopt bas."
    case .brokenTemplate(let name):
        "Den antagna mallen \(name) kan inte läsas av det här programmet. Anta en ny version av "
            + "den med medel template adopt."
    case .nothingBooked(let year):
        "Förbundets bok har ingenting för \(year). Läs in årets fil med medel import sie."
    case .notReady(let errors):
        "Rapporten är inte klar för styrelsen.\n"
            + errors.map { "  - \($0.text)" }.joined(separator: "\n")
            + "\nIngenting är skrivet. Utan --ready blir rapporten ett utkast."
    }
}

extension StatementLayout.Kind {
    fileprivate var swedish: String {
        switch self {
        case .income: "resultaträkningen"
        case .balance: "balansräkningen"
        }
    }
}

/// Says in Swedish why templates are not adopted or shown.
func message(for refusal: TemplateRefusal) -> String {
    switch refusal {
    case .noFolder(let tried):
        "Mappen med mallar finns inte (\(tried.joined(separator: ", "))). Ange den i "
            + "MEDEL_TEMPLATES."
    case .unknown(let name, let known):
        "\(name) är varken en mall eller en fil. Mallar: \(known.joined(separator: ", "))."
    case .broken(let file, let problems):
        "Mallen \(file) har fel och antas inte.\n"
            + problems.map { "  \($0.place): \($0.reason.swedish)" }.joined(separator: "\n")
    }
}
