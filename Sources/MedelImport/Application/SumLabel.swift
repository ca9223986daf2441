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
        let words = label.split(whereSeparator: \.isWhitespace).flatMap { word in
            // `S:a` is one word, `Summa:500` is two.
            ApplicationWords.core(word) == "s:a"
                ? ["s:a"] : word.split(separator: ":").map { ApplicationWords.core($0) }
        }
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
        sumWords.contains(core) || isMisreadSumWord(core)
    }

    /// Whether OCR has made a sum's word of it: `Surnma`, `Totait`.
    static func isMisreadSumWord(_ core: String) -> Bool {
        guard core.utf8.count > 3, !sumWords.contains(core) else { return false }
        return misreadSums.contains(shape(core))
    }

    /// The word with letters that OCR takes for one another made the same.
    private static func shape(_ word: String) -> String {
        var shape = ""
        for character in word {
            switch character {
            case "l", "i", "1", "|", "j", "t", "f", "!": shape.append("l")
            case "0", "c", "e", "q": shape.append("o")
            case "5": shape.append("s")
            case "v": shape.append("u")
            default: shape.append(character)
            }
        }
        // An m falls apart, and a doubled one is read as one.
        shape = shape.replacing("rn", with: "m").replacing("nn", with: "m")
            .replacing("ln", with: "m").replacing("nl", with: "m").replacing("n", with: "m")
            .replacing("rm", with: "m").replacing("mr", with: "m")
        while shape.contains("mm") { shape = shape.replacing("mm", with: "m") }
        return shape
    }

    private static let misreadSums = Set(
        ["summa", "summor", "totalt", "totala", "totalsumma", "delsumma", "slutsumma"].map(shape)
    )

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
