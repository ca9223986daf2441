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
        case .row(let place): budgetRows[place].label
        case .category(let category?) where shares[category] != nil: "Summa \(category.text)"
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
