import MedelCore
import MedelDocument

/// The meaning of the terms in the sheets of equity and plan.
///
/// - Parameter bound: what the sheet calls the row of what insatser bind.
/// - Returns: the definitions, in the order that they stand.
func planDefinitions(bound: String) -> [Definition] {
    [
        Definition(
            "Utrymme för ny verksamhet",
            "Ingående eget kapital och årets intäkter minus vad som är beviljat för året, "
                + "förbundets egna kostnader enligt budget och lägsta eget kapital."
        ),
        Definition(
            bound,
            "Vad styrelsens beslut ger insatserna för året; periodiserat lika över månaderna där "
                + "maxbeloppet inte är per kalenderår. En avslutad insats binder ingenting efter "
                + "avslutsåret, och det året vad den har kostat."
        ),
        Definition(
            "Eget kapital",
            "Förbundets tillgångar minus avsättningar och skulder, så som balansräkningen visar det."
        ),
    ]
}

extension PlanYear.Release {
    /// What has become free, in a sentence.
    func words(in year: Int) -> String {
        "\(insats.text) är avslutad \(closedOn): \(kronor(amount)) av det som var beviljat för "
            + "\(year) är frigjort."
    }
}

extension PlanYear {
    /// The year as a column's title.
    var title: String {
        switch basis {
        case .budget: "Budget \(year)"
        case .plan: "Plan \(year)"
        case .missing: "\(year)"
        }
    }

    /// How the year ends: by the book where it says, else as the lines come to.
    var lastKnownClosing: Figure { bookedClosing.map { Figure($0) } ?? closing }

    /// What the book has beyond the lines when the year ends; nothing until it says.
    func beyondLines() throws(MoneyError) -> Figure {
        guard let bookedClosing else { return .notApplicable }
        return try .difference(Figure(bookedClosing), minus: closing)
    }

    /// That the year ends by the book and not as the lines come to; empty when they agree.
    var bookedWords: String {
        guard let bookedClosing, let planned = closing.amount, planned != bookedClosing else {
            return ""
        }
        return "Eget kapital vid årets slut \(year) är bokfört: \(kronor(bookedClosing)). Enligt "
            + "budget eller plan hade det blivit \(kronor(planned)); skillnaden är en egen rad."
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
