import MedelCore

/// Money for an insats beside the grant.
struct FundingSourceBody: DescriptionBody {
    struct AmountBody: Codable {
        let year: Int
        let amountOre: Int64
        let isApproximate: Bool
        let excludesVAT: Bool
    }

    static let kind = DescriptionKind.fundingSource

    let schema: Int
    let code: String
    let insats: String?
    let kind: String
    let name: String
    let amounts: [AmountBody]
    let shareBasisPoints: Int?
    let ceilingOre: Int64?
    let matchingBasisPoints: Int?
    let notes: [NoteBody]

    init(_ value: FundingSource) {
        schema = DescriptionForm.current
        code = value.code.text
        insats = value.insats?.text
        kind = value.kind.rawValue
        name = value.name
        amounts = value.amounts.map { amount in
            AmountBody(
                year: amount.year,
                amountOre: amount.amount.ore,
                isApproximate: amount.isApproximate,
                excludesVAT: amount.excludesVAT
            )
        }
        shareBasisPoints = value.share?.basisPoints
        ceilingOre = value.ceiling?.ore
        matchingBasisPoints = value.matching?.basisPoints
        notes = value.notes.map(NoteBody.init)
    }

    var value: FundingSource? {
        let read = amounts.mapAll { body -> FundingSource.Amount? in
            amount(body.amountOre).map { money in
                FundingSource.Amount(
                    year: body.year,
                    amount: money,
                    isApproximate: body.isApproximate,
                    excludesVAT: body.excludesVAT
                )
            }
        }
        guard let code = FundingCode(code), let kind = FundingSource.Kind(rawValue: kind),
            case .read(let insats) = Field(insats, { InsatsCode($0) }), let read,
            case .read(let share) = Field(shareBasisPoints, { Rate(basisPoints: $0) }),
            case .read(let ceiling) = Field(ceilingOre, amount),
            case .read(let matching) = Field(matchingBasisPoints, { Rate(basisPoints: $0) }),
            let notes = notes.mapAll(\.value)
        else { return nil }
        return FundingSource(
            code: code,
            insats: insats,
            kind: kind,
            name: name,
            amounts: read,
            share: share,
            ceiling: ceiling,
            matching: matching,
            notes: notes
        )
    }

    static func code(of value: FundingSource) -> String { value.code.text }
}

/// What the board says with its budget for a year.
struct AssociationBudgetBody: DescriptionBody {
    struct GoalBody: Codable {
        let text: String
        let target: String
        let outcome: String
        let assessment: String?
    }

    struct PlannedBody: Codable {
        let year: Int
        let line: String
        let amountOre: Int64
    }

    static let kind = DescriptionKind.associationBudget

    let schema: Int
    let year: Int
    let decidedOn: String
    let reference: String
    let expectedEquityOre: Int64?
    let motive: String
    let goals: [GoalBody]
    let plan: [PlannedBody]

    init(_ value: AssociationBudget) {
        schema = DescriptionForm.current
        year = value.year
        decidedOn = value.decidedOn.description
        reference = value.reference
        expectedEquityOre = value.expectedEquity?.ore
        motive = value.motive
        goals = value.goals.map { goal in
            GoalBody(
                text: goal.text,
                target: goal.target,
                outcome: goal.outcome,
                assessment: goal.assessment?.rawValue
            )
        }
        plan = value.plan.map { line in
            PlannedBody(year: line.year, line: line.line.rawValue, amountOre: line.amount.ore)
        }
    }

    var value: AssociationBudget? {
        guard let decidedOn = Day(iso: decidedOn),
            case .read(let equity) = Field(expectedEquityOre, amount),
            let goals = goals.mapAll({ $0.value }), let plan = plan.mapAll({ $0.value })
        else { return nil }
        return AssociationBudget(
            year: year,
            decidedOn: decidedOn,
            reference: reference,
            expectedEquity: equity,
            motive: motive,
            goals: goals,
            plan: plan
        )
    }

    static func code(of value: AssociationBudget) -> String { String(value.year) }
}

extension AssociationBudgetBody.GoalBody {
    fileprivate var value: AssociationBudget.Goal? {
        let read = Field(assessment, { AssociationBudget.Goal.Assessment(rawValue: $0) })
        guard case .read(let assessment) = read else { return nil }
        return AssociationBudget.Goal(
            text: text,
            target: target,
            outcome: outcome,
            assessment: assessment
        )
    }
}

extension AssociationBudgetBody.PlannedBody {
    fileprivate var value: PlannedLine? {
        guard let line = AssociationBudgetLine(rawValue: line), let amount = amount(amountOre)
        else { return nil }
        return PlannedLine(year: year, line: line, amount: amount)
    }
}
