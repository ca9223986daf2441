import MedelCore
import MedelDocument

/// The picture of one insats: budget, granted and incurred beside each other, year by year.
///
/// By calendar year when any of those has an amount, else by budget year.
struct InsatsChart {
    private static let measures = [Measure.budget, .granted, .incurred]

    /// How many years the summary names one by one.
    private static let namedYearsMax = 6

    private let parts: [InsatsPart]
    private let isByCalendar: Bool

    init(_ parts: [InsatsPart]) {
        func hasAmounts(_ part: InsatsPart) -> Bool {
            Self.measures.contains { part.line[$0].amount != nil }
        }
        let calendar = parts.filter { part in
            if case .calendarYear = part.scope { true } else { false }
        }
        isByCalendar = calendar.contains(where: hasAmounts)
        let budget = parts.filter { part in
            if case .budgetYear = part.scope { true } else { false }
        }
        let chosen = isByCalendar ? calendar : budget
        self.parts = chosen.contains(where: hasAmounts) ? chosen : []
    }

    /// The chart, none when no year has an amount.
    func charts(of table: Table) -> [Chart] {
        let measures = shown
        guard !parts.isEmpty, !measures.isEmpty else { return [] }
        let names = measures.map { $0.title.lowercased() }
        return [
            Chart(
                kind: .columns,
                title: list(names).capitalizedFirst + " per "
                    + (isByCalendar ? "kalenderår" : "budgetår"),
                summary: summary,
                tableKey: table.key,
                labelKey: "label",
                rowKey: "total",
                groups: parts.map { part in measures.map { part.columns.key($0) } }
            )
        ]
    }

    /// The measures of which some year has an amount.
    private var shown: [Measure] {
        Self.measures.filter { measure in parts.contains { $0.line[measure].amount != nil } }
    }

    private var summary: String {
        if parts.count <= Self.namedYearsMax {
            return parts.map { "\($0.title): \(list(amounts(of: $0)))." }.joined(separator: " ")
        }
        let most = shown.compactMap { measure -> String? in
            let known = parts.compactMap { part in
                part.line[measure].amount.map { (title: part.title, amount: $0) }
            }
            guard let highest = known.map(\.amount).max(),
                let year = known.first(where: { $0.amount == highest })
            else { return nil }
            return "\(measure.title) är störst \(year.title.lowercasedFirst), \(kronor(highest))."
        }
        return "\(parts.count) år i följd. " + most.joined(separator: " ")
    }

    /// What a year has of each measure, in words.
    private func amounts(of part: InsatsPart) -> [String] {
        shown.compactMap { measure in
            let name = measure.title.lowercased()
            return switch part.line[measure].value {
            case .known(let amount): "\(name) \(kronor(amount))"
            case .unknown: "\(name) saknas"
            case .notApplicable: nil
            }
        }
    }
}

/// Words with commas and a final *och*.
private func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "inga belopp" }
    return words.dropLast().joined(separator: ", ") + " och " + last
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
