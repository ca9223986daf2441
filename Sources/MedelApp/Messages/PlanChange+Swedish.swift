import MedelCore
import MedelReports
public import MedelStore

extension PlanChange {
    /// What has become of what, in Swedish.
    public var swedish: String {
        let what =
            switch action {
            case .added: "ny"
            case .changed(let version): versionWords(version)
            case .ended: "avslutad"
            }
        let replaced = replacesEntry ? "; ersätter det som har registrerats med kommando" : ""
        return "\(subject.swedish): \(what)\(replaced)"
    }

    /// A new budget has its number in its name already.
    private func versionWords(_ version: Int) -> String {
        if case .budget = subject { return "ändrad, tidigare versioner finns kvar" }
        return "ändrad, version \(version)"
    }
}

extension PlanChange.Subject {
    /// That what a command has entered holds, in Swedish.
    public var keptWords: String {
        "\(swedish): det som har registrerats med kommando gäller; mappen är oförändrad."
    }

    /// What it is about, in Swedish.
    public var swedish: String {
        switch self {
        case .profile: "Förbundet och dess medlemmar"
        case .areaBudgets(let year): "Förbundets budget \(year)"
        case .contribution(let year, let member): "Bidrag \(year) från \(member.text)"
        case .recipient(let code): "Mottagare \(code)"
        case .insats(let code): "Insats \(code)"
        case .budget(let code, let number, let kind):
            "Budget \(number) för \(code) (\(word(for: kind)))"
        case .decision(let code): "Beslut \(code.text)"
        case .openingPosition(let insats, let recipient, let year):
            "Ingående läge \(year) för \(insats)" + (recipient.map { " hos \($0)" } ?? "")
        case .associationBudget(let year): "Budgetbeslut \(year)"
        case .costCategory(let code): "Kostnadsslag \(code.text)"
        case .eligibilityRule(let code): "Regel om stödberättigande \(code.text)"
        case .fundingSource(let code): "Finansieringskälla \(code.text)"
        case .mappingRule(let book, let rule): "Mappningsregel för \(book): \(words(for: rule))"
        }
    }

    private func words(for rule: MappingRule) -> String {
        let object = rule.object.map { " \($0.dimension):\($0.code)" } ?? ""
        let account = rule.accountPrefix.isEmpty ? "alla konton" : "konto \(rule.accountPrefix)…"
        let category = rule.category.map { " \($0)" } ?? ""
        return "\(account)\(object) → \(rule.target)\(category)"
    }
}

/// Says in Swedish why a plan is not taken.
func message(for refusal: PlanRefusal) -> String {
    switch refusal {
    case .decisionsChanged(let codes):
        "Beslut ändras aldrig, men innehållet är ett annat än huvudbokens för "
            + codes.map(\.text).joined(separator: ", ")
            + ". Återställ det som stod och lägg till ett nytt beslut som säger om det ersätter "
            + "(replaces) eller läggs till (adds) det gamla."
    case .ceilingsLowered(let lowerings):
        lowerings.map(\.swedish).joined(separator: "\n")
            + "\nIngenting är sparat. Höj maxbeloppet till minst det som har upparbetats, eller "
            + "rätta bokföringen först."
    }
}
