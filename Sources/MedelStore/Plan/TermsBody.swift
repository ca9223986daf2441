import MedelCore

/// The terms of a grant as a decision's body holds them.
struct TermsBody: Codable {
    struct GuidelineBody: Codable {
        let category: String
        let amountOre: Int64
        let action: String
    }

    let basis: String?
    let shareBasisPoints: Int?
    let rows: [String]?
    let guidelines: [GuidelineBody]?
    let tolerancePoints: Int?
    let toleranceOre: Int64?
    let lastCostDay: String?
    let administrationMax: Int?

    init(_ terms: GrantTerms) {
        (basis, shareBasisPoints, rows) =
            switch terms.basis {
            case .wholeCost: ("wholeCost", nil, nil)
            case .share(let rate): ("share", rate.basisPoints, nil)
            case .rows(let rows): ("rows", nil, rows.map(\.text))
            case .lastAfterOther: ("lastAfterOther", nil, nil)
            case nil: (nil, nil, nil)
            }
        guidelines =
            terms.guidelines.isEmpty
            ? nil
            : terms.guidelines.map { guideline in
                GuidelineBody(
                    category: guideline.category.text,
                    amountOre: guideline.amount.ore,
                    action: guideline.action.rawValue
                )
            }
        tolerancePoints = terms.tolerance?.rate?.basisPoints
        toleranceOre = terms.tolerance?.amount?.ore
        lastCostDay = terms.lastCostDay?.description
        administrationMax = terms.administrationMax?.basisPoints
    }

    var value: GrantTerms? {
        guard case .read(let basis) = basisValue,
            let guidelines = (guidelines ?? []).mapAll({ $0.value }),
            case .read(let rate) = Field(tolerancePoints, { Rate(basisPoints: $0) }),
            case .read(let amount) = Field(toleranceOre, amount),
            case .read(let day) = Field(lastCostDay, { Day(iso: $0) }),
            case .read(let administration) = Field(administrationMax, { Rate(basisPoints: $0) })
        else { return nil }
        return GrantTerms(
            basis: basis,
            guidelines: guidelines,
            tolerance: RowTolerance(rate: rate, amount: amount),
            lastCostDay: day,
            administrationMax: administration
        )
    }

    private var basisValue: Field<FundingBasis> {
        switch (basis, shareBasisPoints, rows) {
        case (nil, nil, nil): .read(nil)
        case ("wholeCost", nil, nil): .read(.wholeCost)
        case ("lastAfterOther", nil, nil): .read(.lastAfterOther)
        case ("share", let points?, nil):
            Field(Rate(basisPoints: points), { FundingBasis.share($0) })
        case ("rows", nil, let rows?):
            Field(rows, { $0.mapAll { BudgetRowCode($0) }.map { FundingBasis.rows($0) } })
        default: .broken
        }
    }
}

extension TermsBody.GuidelineBody {
    fileprivate var value: Guideline? {
        guard let category = CostCategoryCode(category), let amount = amount(amountOre),
            let action = Guideline.Action(rawValue: action)
        else { return nil }
        return Guideline(category: category, amount: amount, action: action)
    }
}
