import MedelCore

extension ManifestReason {
    /// What is wrong and what to write instead, in Swedish.
    public var swedish: String {
        switch self {
        case .file(let reason): reason.swedish
        case .shape(let reason): reason.swedish
        case .value(let reason): reason.swedish
        case .plan(let reason): reason.swedish
        case .decision(let reason): reason.swedish
        case .template(let reason): reason.swedish
        case .budget(let reason): reason.swedish
        case .figure(let reason): reason.swedish
        }
    }
}

extension ManifestFileReason {
    fileprivate var swedish: String {
        switch self {
        case .noFiles: "Mappen innehåller ingen fil som slutar på .yaml eller .yml. Välj rätt mapp."
        case .tooManyFiles(let limit):
            "Mappen innehåller fler än \(limit) filer. Dela upp den eller slå ihop filer."
        case .unreadable(let detail): "Filen kan inte läsas: \(detail)."
        case .fileTooLarge(let limit):
            "Filen är större än \(limit) byte. Dela upp den i flera filer."
        case .notUTF8: "Filen är inte text i UTF-8. Spara den som UTF-8."
        case .syntax(let detail):
            "Filen är inte giltig YAML (\(detail)). Kontrollera indrag, kolon och citattecken."
        case .tooDeep(let limit):
            "Listor och nycklar ligger djupare än \(limit) nivåer. Gör indraget plattare."
        case .tooManyValues(let limit):
            "Filen har fler än \(limit) värden. Dela upp den i flera filer."
        case .tooManyAliases(let limit):
            "Filen har fler än \(limit) upprepningar med *. Skriv ut texten i stället; "
                + "sätt citattecken runt text som börjar med *."
        case .tooManyProblems(let limit):
            "Mappen har fler än \(limit) fel. Rätta de första och försök igen."
        }
    }
}

extension ManifestShapeReason {
    fileprivate var swedish: String {
        switch self {
        case .notMapping: "Här ska stå nycklar med värden, som «code: OSK»."
        case .notList: "Här ska stå en lista: rader som börjar med «- », eller [a, b]."
        case .notText: "Här ska stå en text, ett tal eller ett datum, ingen lista."
        case .keyNotText: "En nyckel ska vara ett ord, ingen lista."
        case .keyRepeated(let key): "Nyckeln \(key) står två gånger. Ta bort den ena."
        case .unknownKey(let key, let known): unknownKeyWords(key, known)
        case .missingKey(let key): "\(key) saknas. Skriv «\(key): …»."
        case .controlCharacter(let key):
            "\(key) innehåller ett styrtecken. Skriv texten på nytt utan det."
        }
    }
}

extension ManifestValueReason {
    fileprivate var swedish: String {
        switch self {
        case .badAmount(let text, let fault):
            "«\(shown(text))» är inget belopp: \(fault.swedish). Skriv 1767000 eller "
                + "\"1767000,50\", utan mellanrum och kr."
        case .badMonth(let text): "«\(shown(text))» är ingen månad. Skriv den som 2017-02."
        case .badDay(let text): "«\(shown(text))» är ingen dag. Skriv den som 2017-02-01."
        case .badDayOfYear(let text):
            "«\(shown(text))» är ingen dag på året. Skriv månad och dag, som 01-31."
        case .badYear(let text): "«\(shown(text))» är inget år. Skriv det som 2017."
        case .badNumber(let text, let least, let most):
            "«\(shown(text))» är inget heltal från \(least) till \(most)."
        case .badCode(let text):
            "«\(shown(text))» är ingen kod. En kod börjar med bokstav eller siffra och har sedan "
                + "bokstäver, siffror, -, _ och punkt, högst 64 byte."
        case .badCategory(let text):
            "«\(shown(text))» är inget kostnadsslag. Skriv versaler, som LON eller KOP_TJANST."
        case .badRowCode(let text):
            "«\(shown(text))» är ingen radkod. Den skrivs som andra koder och är varken total "
                + "eller unmapped."
        case .badChoice(let text, let known):
            "«\(shown(text))» går inte att välja här. Skriv \(either(known))."
        case .badBook(let text):
            "«\(shown(text))» är ingen bok. Skriv association eller owner:KOD."
        case .badTarget(let text):
            "«\(shown(text))» är inget mål. Skriv insats:KOD, area:board, area:administration, "
                + "area:audit, area:unallocated eller area:income."
        case .badObject(let text):
            "«\(shown(text))» är inget objekt. Skriv dimension:kod, som 6:4711."
        case .badScope(let text):
            "«\(shown(text))» är ingen omfattning. Skriv total, budgetYear 1, calendarYear 2017, "
                + "recipient KOD eller category LON."
        case .badBasis(let text):
            "«\(shown(text))» säger inte vad bidraget betalar. Skriv whole (hela kostnaden), "
                + "share 50 (andel i procent), rows lon po (namngivna rader) eller last (sist "
                + "efter övrig finansiering)."
        case .badRate(let text):
            "«\(shown(text))» är ingen procentsats. Skriv den som 4 eller 39,15."
        case .badDigest(let text):
            "«\(shown(text))» är ingen SHA-256. Skriv 64 tecken, 0–9 och a–f."
        case .badRelation(let text):
            "«\(shown(text))» säger inte hur beslutet förhåller sig till ett tidigare. Skriv "
                + "replaces KOD, adds KOD eller moves."
        }
    }
}

private func unknownKeyWords(_ key: String, _ known: [String]) -> String {
    let isNumber = !key.isEmpty && key.allSatisfy(\.isNumber)
    let hint =
        isNumber
        ? "Ett belopp med öre inom { } eller [ ] behöver citattecken: \"1767000,50\"."
        : "Kända nycklar här: \(known.joined(separator: ", "))."
    return "Nyckeln «\(shown(key))» är okänd här. \(hint)"
}

/// A text of a manifest as a sentence shows it: one line, not too long.
private func shown(_ text: String) -> String {
    let line = String(text.prefix(60).map { $0.isNewline ? " " : $0 })
    return text.count > 60 ? line + "…" : line
}

/// Words with «eller» before the last.
private func either(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " eller " + last
}
