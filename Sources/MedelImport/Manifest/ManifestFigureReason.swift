public import MedelCore

/// An amount, a share, a number or a day that cannot be, or that is hardly meant.
public enum ManifestFigureReason: Hashable, Sendable {
    /// A funding source pays less than nothing.
    case fundingNegative(FundingCode)
    /// A funding source's share is not above zero.
    case fundingShareZero(FundingCode)
    /// The sources of an insats, or of the association, pay more than the whole together.
    case fundingSharesAboveWhole(InsatsCode?, basisPoints: Int)
    /// A tolerance is below zero.
    case toleranceNegative
    /// A member has decided, or is asked for, less than nothing.
    case contributionNegative(MemberCode, year: Int)
    /// An instalment or a refund of a contribution is not above zero.
    case instalmentNotAboveZero(MemberCode, year: Int, Money)
    /// A contribution is larger than can be summed with the other amounts.
    case contributionTooLarge(MemberCode, year: Int, Money)
    /// A line of the association's budget is larger than can be summed with the other amounts.
    case budgetLineTooLarge(AssociationBudgetLine, year: Int, Money)
    /// A funding source's amount is larger than can be summed with the other amounts.
    case fundingTooLarge(FundingCode, year: Int, Money)
    /// An instalment has come in on a day that has not been.
    case receivedInFuture(Day, today: Day)
    /// An instalment has come in more than a year before the year that it is for.
    case receivedTooEarly(Day, year: Int)
    /// Something was decided on a day that has not been.
    case decidedInFuture(Day, today: Day)
    /// A contribution takes the place of one that was decided later.
    case decidedBeforeStanding(Day, standing: Day)
    /// A change of a line that has no original.
    case changeWithoutOriginal(AssociationBudgetLine, year: Int)
    /// A change that was decided before the original.
    case changeBeforeOriginal(AssociationBudgetLine, Day, original: Day)
    /// The original of a line stands already, with another amount or decision.
    case originalStands(AreaBudget)
    /// Participants are reported for a year that has not begun.
    case reportedBeforeYear(Int)
    /// Participants are counted for a year that has none of the insats's months.
    case countedOutsideInsats(InsatsCode, year: Int, MonthRange)
    /// A contribution from somebody who is no member that year.
    case contributionOutsideMembership(MemberCode, year: Int)
    /// A granted or revised budget costs more than the insats's total ceiling.
    case budgetAboveCeiling(InsatsCode, budget: Money, ceiling: Money)

    /// Whether it can be taken all the same.
    public var isWarning: Bool {
        switch self {
        case .fundingSharesAboveWhole, .decidedBeforeStanding, .reportedBeforeYear,
            .countedOutsideInsats, .contributionOutsideMembership, .budgetAboveCeiling:
            true
        case .fundingNegative, .fundingShareZero, .toleranceNegative, .contributionNegative,
            .instalmentNotAboveZero, .contributionTooLarge, .budgetLineTooLarge, .fundingTooLarge,
            .receivedInFuture, .receivedTooEarly, .decidedInFuture, .changeWithoutOriginal,
            .changeBeforeOriginal, .originalStands:
            false
        }
    }
}

extension ManifestFigureReason {
    /// What is wrong and what to do, in Swedish.
    var swedish: String {
        switch self {
        case .fundingNegative(let code):
            "\(code.text) har ett belopp mindre än noll. Ange vad källan betalar; en minskning "
                + "skrivs genom att källans belopp sänks."
        case .fundingShareZero(let code):
            "\(code.text) har andelen 0 procent. Ange en andel större än noll, eller belopp."
        case .fundingSharesAboveWhole(let insats, let points):
            "Källorna för \(insats.map { "insats \($0)" } ?? "förbundet") betalar tillsammans "
                + "\(percent(points)) procent av kostnaden. Mer än 100 är dubbelfinansiering. "
                + "Kontrollera andelarna."
        case .toleranceNegative: "Toleransen är mindre än noll. Ange hur mycket som får flyttas."
        case .contributionNegative(let member, let year):
            "Bidraget från \(member.text) för \(year) är mindre än noll. Ange noll eller mer; det "
                + "som betalas tillbaka är en återbetalning (refund)."
        case .instalmentNotAboveZero(let member, let year, let amount):
            "Delbetalningen \(kronor(amount)) från \(member.text) för \(year) ska vara större än "
                + "noll, även en återbetalning (refund). Rätta beloppet."
        case .contributionTooLarge(let member, let year, let amount):
            "Bidraget från \(member.text) för \(year) har beloppet \(kronor(amount)). "
                + Self.tooLarge
        case .budgetLineTooLarge(let line, let year, let amount):
            "Budgetraden \(line.rawValue) \(year) är \(kronor(amount)). " + Self.tooLarge
        case .fundingTooLarge(let code, let year, let amount):
            "\(code.text) har beloppet \(kronor(amount)) för \(year). " + Self.tooLarge
        case .receivedInFuture(let day, let today):
            "Betalningen kan inte ha kommit in \(day), för i dag är det \(today). Rätta dagen."
        case .receivedTooEarly(let day, let year):
            "Betalningen kan inte ha kommit in \(day), mer än ett år före \(year) som bidraget "
                + "gäller. Rätta dagen eller året."
        case .decidedInFuture(let day, let today):
            "Beslutet kan inte ha fattats \(day), för i dag är det \(today). Rätta dagen, eller "
                + "lägg in beslutet när det är fattat."
        case .decidedBeforeStanding(let day, let standing):
            "Bidraget som gällde är beslutat \(standing), senare än det här (\(day)), som nu "
                + "gäller i stället. Kontrollera dagen."
        case .changeWithoutOriginal(let line, let year):
            "Raden \(line.rawValue) \(year) har ingen ursprunglig budget att ändra. Lägg först in "
                + "den (original)."
        case .changeBeforeOriginal(let line, let day, let original):
            "Ändringen av \(line.rawValue) är beslutad \(day), före den ursprungliga budgeten "
                + "(\(original)). Rätta dagen."
        case .originalStands(let line):
            "Raden \(line.line.rawValue) \(line.year) (original) är redan \(kronor(line.amount)), "
                + "beslutad \(line.decidedOn), \(line.reference). Den ursprungliga budgeten ändras "
                + "aldrig av ett senare beslut: skriv «kind: change». Är den felskriven, rätta "
                + "planen och läs in den med medel load."
        case .reportedBeforeYear(let year):
            "\(year) har inte börjat, så inga deltagare kan ha rapporterats. Kontrollera året."
        case .countedOutsideInsats(let insats, let year, let months):
            "Insats \(insats) pågår \(months.first) – \(months.last), inte under \(year). "
                + "Kontrollera året."
        case .contributionOutsideMembership(let member, let year):
            "\(member.text) är inte medlem \(year). Kontrollera året, eller medlemmens månader "
                + "(from och through)."
        case .budgetAboveCeiling(let insats, let budget, let ceiling):
            "Budgeten för \(insats) är \(kronor(budget)), mer än maxbeloppet för hela insatsen, "
                + "\(kronor(ceiling)). Det som går över bär mottagaren. Kontrollera budgeten."
        }
    }

    private static let tooLarge =
        "Tillsammans med planens övriga belopp är det mer än 9 999 999 999 999,99 kr, som är det "
        + "största Medel räknar med. Rätta beloppet."
}

private func kronor(_ amount: Money) -> String { AmountText.kronorAndOre.text(amount) + " kr" }

private func percent(_ basisPoints: Int) -> String {
    let (whole, rest) = basisPoints.quotientAndRemainder(dividingBy: 100)
    return rest == 0 ? String(whole) : "\(whole),\(rest < 10 ? "0" : "")\(rest)"
}
