import MedelCore

/// A version of an insats's budget.
struct BudgetBody: DescriptionBody {
    struct YearBody: Codable {
        let label: String
        let months: MonthsBody?

        init(_ year: BudgetYear) {
            label = year.label
            months = year.months.map(MonthsBody.init)
        }

        var value: BudgetYear? {
            guard months == nil || months?.value != nil else { return nil }
            return BudgetYear(label: label, months: months?.value)
        }
    }

    struct RowBody: Codable {
        let code: String
        let category: String?
        let label: String
        let recipient: String?
        let amountsOre: [Int64]

        // Absent from what was kept before there were rules, and from rows without one.
        let derivation: DerivationBody?

        init(_ row: BudgetRow) {
            code = row.code.text
            category = row.category?.text
            label = row.label
            recipient = row.recipient?.text
            amountsOre = row.amounts.map(\.ore)
            derivation = row.derivation.map(DerivationBody.init)
        }

        var value: BudgetRow? {
            guard let code = BudgetRowCode(code), let amounts = amountsOre.mapAll(amount),
                case .read(let category) = Field(category, { CostCategoryCode($0) }),
                case .read(let recipient) = Field(recipient, { OwnerCode($0) }),
                derivation == nil || derivation?.value?.texts.count == amounts.count
            else { return nil }
            return BudgetRow(
                code: code,
                category: category,
                label: label,
                recipient: recipient,
                amounts: amounts,
                derivation: derivation?.value
            )
        }
    }

    static let kind = DescriptionKind.budget

    let schema: Int
    let insats: String
    let number: Int
    let kind: String
    let date: String
    let years: [YearBody]
    let rows: [RowBody]
    let notes: [NoteBody]

    // Absent from what was kept before there were rules, and where there is nothing to say.
    let poRates: [PORateBody]?
    let decision: String?
    let reallocation: ReallocationBody?
    let recomputation: RecomputationBody?

    init(_ value: BudgetVersion) {
        schema = DescriptionForm.current
        insats = value.insats.text
        number = value.number
        kind = value.kind.rawValue
        date = value.date.description
        years = value.years.map(YearBody.init)
        rows = value.rows.map(RowBody.init)
        notes = value.notes.map(NoteBody.init)
        poRates = value.rates.isEmpty ? nil : value.rates.map(PORateBody.init)
        decision = value.decision?.text
        reallocation = value.reallocation.map(ReallocationBody.init)
        recomputation = value.recomputation.map(RecomputationBody.init)
    }

    var value: BudgetVersion? {
        guard let insats = InsatsCode(insats), number > 0,
            let kind = BudgetVersion.Kind(rawValue: kind), let date = Day(iso: date),
            let years = years.mapAll(\.value), let rows = rows.mapAll(\.value),
            let notes = notes.mapAll(\.value), let rates = (poRates ?? []).mapAll(\.value),
            case .read(let decision) = Field(decision, { DecisionCode($0) }),
            reallocation == nil || reallocation?.value != nil,
            recomputation == nil || recomputation?.value != nil,
            rows.allSatisfy({ $0.amounts.count == years.count })
        else { return nil }
        return BudgetVersion(
            insats: insats,
            number: number,
            kind: kind,
            date: date,
            years: years,
            rows: rows,
            notes: notes,
            rates: rates,
            decision: decision,
            reallocation: reallocation?.value,
            recomputation: recomputation?.value
        )
    }

    static func code(of value: BudgetVersion) -> String { "\(value.insats.text)/\(value.number)" }
}
