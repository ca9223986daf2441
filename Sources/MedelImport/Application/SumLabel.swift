/// What a row's label says that the row is.
enum SumLabel: Hashable, Sendable {
    /// The sum of all costs.
    case costs
    /// The sum of some rows.
    case part
    /// The sum of incomes.
    case incomes
    /// Costs less incomes.
    case net
    /// What the association is asked for: costs less other incomes.
    case applied

    /// Reads a label; nil when it names no sum.
    init?(_ label: String) {
        let words = label.split { $0.isWhitespace || $0 == ":" }.map { ApplicationWords.core($0) }
            .filter { !$0.isEmpty }
        guard let first = words.first, let last = words.last else { return nil }
        if RowLabel.isAppliedFor(label) {
            self = .applied
            return
        }
        let isSum = Self.isSumWord(first) || words.count <= 4 && Self.isSumWord(last)
        let isNet = words.contains { word in Self.netStems.contains { word.hasPrefix($0) } }
        guard isSum || isNet && words.count <= 4 else { return nil }
        if isNet {
            self = .net
            return
        }
        if words.contains(where: { $0.hasPrefix("intakt") || $0.hasPrefix("finansier") }) {
            self = .incomes
            return
        }
        if first.hasPrefix("delsum") {
            self = .part
            return
        }
        let others = words.filter { !Self.isSumWord($0) && !Self.isFiller($0) }
        self = others.isEmpty ? .costs : .part
    }

    /// Whether a word means a sum.
    static func isSumWord(_ core: String) -> Bool {
        sumWords.contains(core)
    }

    private static func isFiller(_ word: String) -> Bool {
        fillers.contains(word) || word.hasPrefix("kostnad") || word.hasPrefix("budget")
            || word.hasPrefix("projektkostn") || word.hasPrefix("insatskostn")
            || word.hasPrefix("utgift") || Int(word) != nil
    }

    private static let sumWords: Set<String> = [
        "summa", "summor", "totalt", "total", "totala", "totalsumma", "delsumma", "delsummor",
        "slutsumma", "s:a", "nettokostnad", "totalkostnad", "sum",
    ]

    private static let fillers: Set<String> = [
        "for", "alla", "ar", "per", "i", "kr", "tkr", "mkr", "sek", "hela", "insatsen",
        "projektet", "av", "samtliga", "inkl", "inklusive", "perioden",
    ]

    private static let netStems = ["netto", "resultat", "differens", "underskott", "overskott"]
}
