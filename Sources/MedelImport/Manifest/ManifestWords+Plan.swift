import MedelCore

extension ManifestPlanReason {
    /// What is wrong and what to write instead, in Swedish.
    var swedish: String {
        switch self {
        case .associationRepeated(let first):
            "association står redan i \(first). Den får stå en gång i mappen."
        case .duplicate(let thing, let code, let first):
            "\(thing.swedish) \(code) finns redan i \(first). Ändra koden eller ta bort den ena."
        case .unknownReference(.decision, let code):
            "Beslut \(code) finns varken i mappen eller i huvudboken. Kontrollera stavningen eller "
                + "beskriv det \(ManifestThing.decision.home)."
        case .unknownReference(.costCategory, let code):
            "\(ManifestThing.costCategory.swedish) \(code) finns varken i mappen eller i huvudboken. "
                + "Kontrollera stavningen eller beskriv det \(ManifestThing.costCategory.home)."
        case .unknownReference(let thing, let code):
            "\(thing.swedish) \(code) finns inte i mappen. Kontrollera stavningen eller "
                + "beskriv den \(thing.home)."
        case .notInLedger(.decision, let code):
            "Beslut \(code) finns inte i huvudboken. Kontrollera stavningen, eller lägg först till "
                + "det med medel decision add."
        case .notInLedger(let thing, let code):
            "\(thing.swedish) \(code) finns inte i huvudboken. Kontrollera stavningen, eller läs "
                + "först in en plan som beskriver koden."
        case .fundingOfOther(let code, let insats):
            "Finansieringskälla \(code.text) finns redan för "
                + "\(insats.map { "insats \($0)" } ?? "förbundet"). Ange en annan kod."
        case .instalmentsExceed(let member, let year, let sum, let decided):
            "Delbetalningarna från \(member.text) för \(year) är tillsammans "
                + "\(AmountText.kronorAndOre.text(sum)) kr, mer än det beslutade, "
                + "\(AmountText.kronorAndOre.text(decided)) kr. Rätta beloppen eller lägg in en "
                + "återbetalning (refund)."
        case .parentCycle(let code):
            "Insats \(code) är en del av sig själv. Ändra parent."
        case .halfPeriod: "Både from och through ska anges, eller ingen av dem."
        case .monthsReversed(let first, let last):
            "Första månaden \(first) är senare än den sista, \(last). Byt plats på dem."
        case .yearsOverlap(let earlier, let later):
            "Budgetåren «\(earlier)» och «\(later)» har månader gemensamt. Ändra from eller "
                + "through."
        case .yearOutsideInsats(let label, let months):
            "Budgetåret «\(label)» har månader utanför insatsens, "
                + "\(months.first)–\(months.last)."
        case .amountCount(let expected, let found):
            "Raden har \(found) belopp men budgeten \(expected) budgetår. Skriv ett belopp för "
                + "varje år; sätt citattecken runt belopp med öre."
        case .recipientsInOwnMode:
            "En insats i egen regi (mode: own) har inga mottagare. Ta bort dem eller skriv "
                + "mode: grant."
        case .sharesNotWhole:
            "Parternas andelar ska summera till 100 procent, och ingen är mindre än noll."
        case .instalmentsNotWhole:
            "Delarna ska vara större än noll, summera till 100 procent och ha var sin dag."
        case .vatMonthRepeated:
            "Två momsstatusar börjar samma månad. Skriv en status för varje månad den ändras."
        case .planYearUnknown(let year, let budgetYear):
            "\(year) är inget av planåren \(budgetYear + 1) och \(budgetYear + 2)."
        case .fundingEmpty:
            "Källan har varken belopp eller andel. Skriv amounts, eller share i procent."
        case .positionNotConfirmed:
            "Det ingående läget är inte bekräftat av två personer. Skriv confirmedBy: [A, B]."
        case .daysReversed(let first, let last):
            "Första dagen \(first) är senare än den sista, \(last). Byt plats på dem."
        case .eligibilityEmpty:
            "Regeln gäller inga rader. Skriv words (ord i radens namn), categories (kostnadsslag) "
                + "eller båda."
        case .categoryNotHeld(let code, let year):
            "Kostnadsslaget \(code.text) gäller inte under \(year). Välj ett annat eller ändra "
                + "from och through under costCategories."
        case .budgetLate(let year, let day):
            "Budgeten för \(year) är beslutad \(day), efter den 30 november året före "
                + "(finsamlagen 23 §)."
        case .budgetDeficit(let year, let deficit, let hasMotive):
            "Kostnaderna för \(year) är \(AmountText.kronorAndOre.text(deficit)) kr högre än "
                + "intäkterna (kommunallagen 11 kap. 5 §)."
                + (hasMotive ? "" : " Ange skälet: motive i associationBudgets.")
        }
    }
}

extension ManifestDecisionReason {
    /// What is wrong and what to write instead, in Swedish.
    var swedish: String {
        switch self {
        case .relationMissing(let kind):
            kind == .carryOver || kind == .reallocate
                ? "Ett beslut av slaget \(kind) flyttar utrymme. Skriv «relation: moves»."
                : "Ett beslut av slaget \(kind) måste säga hur det förhåller sig till ett "
                    + "tidigare. Ersätter det: «relation: replaces KOD». Läggs det till: "
                    + "«relation: adds KOD»."
        case .relationNotAllowed(let kind): notAllowedWords(kind)
        case .secondGrant(let first):
            "Insatsen har redan ett första beslut, \(first.text). Skriv «relation: replaces "
                + "\(first.text)» om det ersätts, «relation: adds \(first.text)» om det här "
                + "läggs till."
        case .refersToItself: "Beslutet hänvisar till sig självt. Ange det tidigare beslutets kod."
        case .decisionOfOtherInsats(let code, let insats):
            "Beslut \(code.text) gäller insats \(insats). Hänvisa till ett beslut om samma insats."
        case .ceilingsMissing(let kind):
            "Ett beslut av slaget \(kind) behöver minst ett maxbelopp. Skriv "
                + "«ceilings: [{ scope: total, amount: … }]»."
        case .ceilingsNotAllowed(let kind):
            "Ett beslut av slaget \(kind) har inga maxbelopp. Ta bort ceilings."
        case .ceilingRepeated(let scope):
            "Beslutet har redan ett maxbelopp för \(scope). Slå ihop dem eller ändra scope."
        case .ceilingNegative:
            "Ett maxbelopp är inte mindre än noll, utom där utrymme flyttas (relation: moves)."
        case .movesNotZero(let sum):
            "Flyttat utrymme ska summera till noll men ger "
                + "\(AmountText.kronorAndOre.text(sum)) kr. Rätta beloppen."
        case .ceilingYearUnknown(let number, let count):
            "Insatsens budget har \(count) budgetår, så ett maxbelopp för budgetår \(number) kan "
                + "aldrig gälla. Rätta scope eller lägg till budgetåret."
        case .ceilingYearUnproven(let number):
            "Insatsen har ingen budget, så maxbeloppet för budgetår \(number) gäller inget än. Lägg "
                + "in budgeten."
        case .ceilingOutsideInsats(let year, let months):
            "Insatsen pågår \(months.first) – \(months.last), så ett maxbelopp för \(year) kan "
                + "aldrig gälla. Rätta scope eller insatsens månader."
        case .categoryNotBudgeted(let category):
            "Ingen rad i insatsens budget har kostnadsslaget \(category.text), som beslutet "
                + "begränsar. Kontrollera koden."
        case .categoryUnknown(let category):
            "Varken insatsens budget eller någon mappningsregel har kostnadsslaget "
                + "\(category.text), så gränsen kan aldrig gälla. Rätta koden."
        case .relationToLater(let code, let day):
            "Beslut \(code.text) är fattat \(day), efter det här. Ett beslut kan bara ersätta "
                + "eller läggas till ett tidigare. Rätta date eller relation."
        case .relationCircle:
            "Besluten hänvisar till varandra i en cirkel. Ange vilket som kom först."
        case .alreadyReplaced(let code, let other, let last):
            "Beslut \(code.text) är redan ersatt av \(other.text). Vad menas: «relation: replaces "
                + "\(last.text)» eller «relation: adds \(last.text)»?"
        case .grantAfterClose(let day):
            "Insatsen avslutades \(day). Rätta datumet, eller beskriv en ny insats."
        case .ceilingRecipientUnknown(let owner):
            "\(owner.text) är inte mottagare av insatsen. Lägg till den i recipients eller ändra "
                + "maxbeloppet."
        case .movesAcrossKinds:
            "Utrymme flyttas mellan maxbelopp av samma slag, till exempel från ett år till ett "
                + "annat. Dela upp beslutet."
        case .movesWithoutCeiling(let scope):
            "Beslutet flyttar utrymme till eller från \(scope), där insatsen inte har något "
                + "maxbelopp. Använd slaget amend och ange maxbeloppen."
        case .toleranceEmpty: "Ange percent, amount eller båda."
        case .basisRowUnknown(let row):
            "Ingen budget för insatsen har raden \(row.text), som bidraget ska gälla."
        case .financingMissing(let year):
            "Beslutet gäller \(year) och är fattat under det året. Ange hur det finansieras: "
                + "«financing: …» (kommunallagen 11 kap. 15 §)."
        }
    }

    private func notAllowedWords(_ kind: Decision.Kind) -> String {
        switch kind {
        case .carryOver, .reallocate:
            "Ett beslut av slaget \(kind) flyttar utrymme. Skriv «relation: moves»."
        case .reject, .close:
            "Ett beslut av slaget \(kind) ändrar inga maxbelopp. Ta bort relation."
        case .grant, .amend, .exception:
            "Ett beslut av slaget \(kind) flyttar inget utrymme. Skriv «relation: replaces KOD» "
                + "eller «relation: adds KOD», eller använd slaget reallocate."
        }
    }
}

extension ManifestThing {
    fileprivate var swedish: String {
        switch self {
        case .member: "Medlem"
        case .recipient: "Mottagare"
        case .insats: "Insats"
        case .decision: "Beslut"
        case .row: "Budgetrad"
        case .budget: "Budget"
        case .contribution: "Bidrag"
        case .areaBudget: "Förbundsbudget"
        case .openingPosition: "Ingående läge"
        case .mappingRule: "Mappningsregel"
        case .fundingSource: "Finansieringskälla"
        case .associationBudget: "Förbundsbudget"
        case .eligibilityRule: "Regel"
        case .poRate: "PO-pålägg"
        case .costCategory: "Kostnadsslag"
        }
    }

    /// Where a thing is described.
    fileprivate var home: String {
        switch self {
        case .member: "under association: members"
        case .recipient: "under recipients"
        case .insats: "under insatser"
        case .decision: "under insatsens decisions"
        case .row: "under budgetens rows"
        case .budget: "under insatsens budgets"
        case .contribution: "under contributions"
        case .areaBudget: "under areaBudget"
        case .openingPosition: "under insatsens openingPositions"
        case .mappingRule: "under mapping"
        case .fundingSource: "under fundingSources"
        case .associationBudget: "under associationBudgets"
        case .eligibilityRule: "under eligibility"
        case .poRate: "under poRates"
        case .costCategory: "under costCategories"
        }
    }
}

extension AmountFault {
    /// What is wrong with an amount, in a few words.
    var swedish: String {
        switch self {
        case .empty: "det är tomt"
        case .tooLong: "det är för långt"
        case .noDigits: "det börjar inte med siffror"
        case .unexpected(let character, let position): "«\(character)» på plats \(position)"
        case .ambiguousMark(let mark): "«\(mark)» kan vara tusental eller decimaler"
        case .badGrouping: "siffrorna står inte i grupper om tre"
        case .noDecimals: "det saknas siffror efter decimaltecknet"
        case .partOfOre: "det är inte hela ören"
        case .outOfRange: "det är för stort"
        case .unknownUnit(let unit): "«\(unit)» är ingen känd enhet"
        }
    }
}
