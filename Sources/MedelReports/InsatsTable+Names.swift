import MedelCore
import MedelDocument

// What names a row and how it looks.
extension InsatsTable {
    func key(of line: Line) -> String {
        switch line {
        case .row(let place): budgetRows[place].code.text
        case .category(let category): "category:" + (category?.text ?? "none")
        case .opening(let year): "opening:\(year)"
        case .costs: "sum:costs"
        case .incomes: "sum:incomes"
        case .total: "total"
        case .income: "category:INTAKT_FORBUND"
        case .unmapped: "unmapped"
        }
    }

    func title(of line: Line) -> String {
        switch line {
        case .row(let place): label(ofRow: place)
        case .category(let category?) where shares[category] != nil: sumTitle(category)
        case .category(let category?): "\(category.text), utan budgetrad"
        case .category(nil): "Kostnad utan kostnadsslag"
        case .opening(let year): "Ingående läge till och med \(year)"
        case .costs: "Summa kostnader"
        case .incomes: "Summa intäkter"
        case .total: hasIncome ? "Nettokostnad" : "Summa"
        case .income: "Bokförd intäkt från förbundet (ingår inte)"
        case .unmapped: "Utan koppling i insatsens böcker (ingår inte)"
        }
    }

    /// A row's label, with who is paid where rows are of several.
    private func label(ofRow place: Int) -> String {
        let row = budgetRows[place]
        guard let recipient = row.recipient, Set(budgetRows.compactMap(\.recipient)).count > 1
        else { return row.label }
        return "\(row.label) (\(names[recipient] ?? recipient.text))"
    }

    /// The sum of a category, with the names of its rows where others stand between them.
    private func sumTitle(_ category: CostCategoryCode) -> String {
        let places = budgetRows.indices.filter {
            budgetRows[$0].category == category && !budgetRows[$0].isFinancing
        }
        guard let first = places.first, let last = places.last, last - first >= places.count else {
            return "Summa \(category.text)"
        }
        let rows = places.map { label(ofRow: $0) }.joined(separator: " + ")
        return "Summa \(category.text): \(rows)"
    }

    func category(of line: Line) -> String {
        switch line {
        case .row(let place): budgetRows[place].category?.text ?? ""
        case .category(let category): category?.text ?? ""
        case .income: "INTAKT_FORBUND"
        case .opening, .costs, .incomes, .total, .unmapped: ""
        }
    }

    func level(of line: Line) -> Int {
        guard case .row(let place) = line, let category = budgetRows[place].category else {
            return 0
        }
        return shares[category] ?? 0 > 1 ? 1 : 0
    }

    func emphasis(of line: Line) -> TableRow.Emphasis {
        switch line {
        case .row(let place): budgetRows[place].isFinancing ? .memo : .body
        case .category(let category?) where shares[category] != nil: .subtotal
        case .category, .opening: .body
        case .costs, .incomes: .subtotal
        case .total: .total
        case .income, .unmapped: .memo
        }
    }
}
