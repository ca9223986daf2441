import MedelCore
import MedelReports

extension SheetRefusal.YearNeed {
    /// What there is nothing of for the year.
    func missing(_ year: Int, asOf day: Day?) -> String {
        let by = day.map { " till och med \($0)" } ?? ""
        return switch self {
        case .budget: "Underlag saknas: varken budget eller plan för \(year) är beslutad\(by). "
        case .budgetAndBook:
            "Underlag saknas: varken budget eller plan för \(year) är beslutad\(by), och förbundets "
                + "bok säger inget om årets eget kapital. "
        case .contributions: "Underlag saknas: inga medlemsbidrag för \(year) är inlästa. "
        case .contributionsAndBook:
            "Underlag saknas: varken medlemsbidrag för \(year) eller förbundets bok för året är "
                + "inläst\(by). "
        }
    }
}

extension [Int] {
    /// Which years can be asked for, or how to get any.
    var askInstead: String {
        isEmpty
            ? "Läs in planen med medel load och boken med medel import."
            : "Det finns för \(yearText): ange ett av de åren med --year, eller läs in det som saknas "
                + "med medel load."
    }

    /// Years in order, with those in a row as one: `2023–2025 och 2027`.
    private var yearText: String {
        var runs: [ClosedRange<Int>] = []
        for year in Set(self).sorted() {
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
