import MedelCore
import MedelDocument

/// The meaning of the terms in the sheets of equity and plan.
let planDefinitions = [
    Definition(
        "Utrymme för ny verksamhet",
        "Ingående eget kapital och årets intäkter minus vad som är beviljat för året, "
            + "förbundets egna kostnader enligt budget och lägsta eget kapital."
    ),
    Definition(
        "Bundna insatser",
        "Vad styrelsens beslut ger insatserna för året; periodiserat lika över månaderna där "
            + "maxbeloppet inte är per kalenderår."
    ),
    Definition(
        "Eget kapital",
        "Förbundets tillgångar minus avsättningar och skulder, så som balansräkningen visar det."
    ),
]

extension PlanYear {
    /// The year as a column's title.
    var title: String {
        switch basis {
        case .budget: "Budget \(year)"
        case .plan: "Plan \(year)"
        case .missing: "\(year)"
        }
    }

    /// Where the amounts of the year are from, when that is worth saying.
    var basisWords: String {
        switch basis {
        case .budget: ""
        case .plan(let budgetYear): "\(year) är planår i budgetbeslutet för \(budgetYear)."
        case .missing: "Varken budget eller plan är beslutad för \(year)."
        }
    }
}

extension AssociationBudgetLine {
    /// The line's name.
    var swedish: String {
        switch self {
        case .board: "Styrelse"
        case .administration: "Administration"
        case .audit: "Revision"
        case .insatser: "Insatser"
        case .unallocated: "Insatser, ej fördelat"
        case .income: "Intäkter"
        }
    }
}

extension Party {
    /// What the party pays, as a row's name.
    var contributionWords: String {
        switch self {
        case .state: "varav staten"
        case .region: "varav regionen"
        case .municipality: "varav kommunerna"
        }
    }
}

extension AssociationBudget.Goal.Assessment {
    /// The judgement.
    var swedish: String {
        switch self {
        case .met: "Uppnått"
        case .partly: "Delvis uppnått"
        case .missed: "Inte uppnått"
        }
    }
}
