public import MedelCore

/// What is wrong with a budget row's rule, or with a PO rate.
public enum ManifestBudgetReason: Hashable, Sendable {
    /// A row has neither amounts nor a rule.
    case contentMissing(known: [String])
    /// A row has amounts and a rule, or two rules.
    case contentRepeated([String])
    /// A row of amounts that somebody wrote says how it is rounded.
    case roundingWithoutRule
    /// No percentage of a day's semestertillägg.
    case badDayPercent(String)
    /// No number with at most two decimals.
    case badQuantity(String)
    /// No number of posts.
    case badPosts(String)
    /// No employment rate.
    case badEmployment(String)
    /// A raise has neither percent nor amount, or both.
    case raiseForm
    /// A semestertillägg is stated in neither way, or in both.
    case holidayForm
    /// A PO is stated in neither way, or in both.
    case poForm
    /// An income row has an amount above zero, which would raise the cost.
    case incomeAboveZero(String)
    /// What the rule itself is refused for.
    case rule(BudgetRuleFault.Reason)
}

extension ManifestBudgetReason {
    /// What is wrong and what to write instead, in Swedish.
    var swedish: String {
        switch self {
        case .contentMissing(let known):
            "Raden har varken belopp eller regel. Skriv en av \(known.joined(separator: ", "))."
        case .contentRepeated(let keys):
            "Raden har både \(keys.joined(separator: " och ")). Behåll en av dem."
        case .roundingWithoutRule:
            "roundTo och rounding hör till en regel. Ta bort dem från en rad med amounts."
        case .badDayPercent(let text):
            "«\(text)» är ingen procentsats per dag. Skriv ett tal med högst fyra decimaler och "
                + "decimalkomma, som \"0,605\"."
        case .badQuantity(let text):
            "«\(text)» är inget antal. Skriv ett tal med högst två decimaler och decimalkomma, "
                + "som \"1,75\"."
        case .badPosts(let text):
            "«\(text)» är inget antal tjänster. Skriv 0 eller mer med högst två decimaler, som "
                + "\"1,75\"."
        case .badEmployment(let text):
            "«\(text)» är ingen sysselsättningsgrad. Skriv procent från 0 till 100, som 80."
        case .raiseForm: "En lönehöjning har antingen percent eller amount."
        case .holidayForm:
            "Semestertillägg anges antingen med perDay och days eller med share."
        case .poForm: "PO anges antingen med sector eller med percent och source."
        case .incomeAboveZero(let category):
            "Raden är en intäkt (\(category)) men har ett belopp över noll, som skulle höja "
                + "kostnaden. Skriv intäkter med minus, som -90000, eller ändra category."
        case .rule(let reason): reason.swedish
        }
    }
}

extension BudgetRuleFault.Reason {
    /// What is wrong and what to write instead, in Swedish.
    public var swedish: String {
        switch self {
        case .unknownRow(let code):
            "Budgeten har ingen rad \(code.text). Kontrollera stavningen i of."
        case .circle(let codes):
            "Raderna bygger på varandra i en cirkel: "
                + (codes + codes.prefix(1)).map(\.text).joined(separator: " → ")
                + ". Ta bort en av dem ur of; en procent som ingår i sin egen bas skrivs "
                + "includesItself: true."
        case .missingRate(let sector, let year):
            "PO-pålägget för \(sector.swedish) \(year) saknas. Lägg till det under poRates i "
                + "mappen: «- { sector: \(sector.rawValue), year: \(year), percent: \"…\", "
                + "status: preliminary, source: … }», eller i mallen po och anta den."
        case .monthsUnknown(let label):
            "Budgetåret «\(label)» har inga månader, och raden räknas per månad. Skriv from och "
                + "through på budgetåret."
        case .valueCount(let expected, let found):
            "Här står \(found) värden men budgeten har \(expected) budgetår. Skriv ett värde för "
                + "varje år, eller ett enda utan lista."
        case .boughtStaff:
            "Köpt personal faktureras och har varken po eller holiday. Ta bort dem, eller bought."
        case .chargesOnBoughtStaff(let code):
            "Raden \(code.text) är köpt personal som faktureras; PO läggs inte på den. Ta bort "
                + "den ur of."
        case .chargesOnCharges(let code):
            "Raden \(code.text) är ingen lön utan PO: den har redan PO eller är en procentrad. Ta "
                + "bort den ur of."
        case .noRestForBase:
            "En procent som ingår i sin egen bas är minst 0 och mindre än 100. Ändra rate."
        case .outOfRange:
            "Ett belopp blir för stort. Månadslön är från 0 till 10 000 000 kr och en rad högst "
                + "9 999 999 999 999,99 kr."
        }
    }
}
