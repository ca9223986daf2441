import MedelCore
import MedelReports

extension SheetRefusal.YearNeed {
    /// What there is nothing of for the year, as a sentence.
    func missing(_ gap: SheetRefusal.YearGap) -> String {
        let by = gap.asOf.map { " till och med \($0)" } ?? ""
        return switch self {
        case .budget: "varken budget eller plan för \(gap.year) är beslutad\(by). "
        case .budgetAndBook:
            "varken budget eller plan för \(gap.year) är beslutad\(by), och förbundets bok säger "
                + "inget om årets eget kapital. "
        case .contributions: "inga medlemsbidrag för \(gap.year) är inlästa. "
        case .contributionsAndBook:
            "varken medlemsbidrag för \(gap.year) eller förbundets bok för året är inläst\(by). "
        }
    }
}

extension SheetRefusal.YearGap {
    /// Which day or year can be asked for, or how to get any.
    var remedy: String {
        if let later {
            return "Beslutet är från \(later): ange den dagen eller en senare med --as-of."
        }
        return known.isEmpty
            ? "Läs in planen med medel load och boken med medel import."
            : "Det finns för \(knownText): ange ett av de åren med --year, eller läs in \(year) med "
                + "medel load."
    }

    /// Years in order, with those in a row as one: `2023–2025 och 2027`.
    private var knownText: String {
        var runs: [ClosedRange<Int>] = []
        for year in known {
            if let last = runs.last, last.upperBound == year - 1 {
                runs[runs.count - 1] = last.lowerBound...year
            } else {
                runs.append(year...year)
            }
        }
        let texts = runs.map { run in
            run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
        }
        guard texts.count > 1, let last = texts.last else { return texts.joined() }
        return texts.dropLast().joined(separator: ", ") + " och " + last
    }
}
