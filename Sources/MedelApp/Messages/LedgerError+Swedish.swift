import MedelCore
public import MedelStore

/// Says in Swedish why a ledger refuses.
func message(for error: LedgerError) -> String {
    switch error {
    case .noSuchFile(let path):
        "Huvudboken \(path) finns inte. Kontrollera --ledger eller MEDEL_LEDGER."
    case .fileExists(let path):
        "\(path) finns redan och skrivs aldrig över. Välj ett annat namn."
    case .noSuchFolder(let path): "Mappen \(path) finns inte. Skapa den först."
    case .notALedger(let path): "\(path) är ingen huvudbok från Medel."
    case .newerLedger(let path):
        "\(path) är skriven av en nyare version av Medel. Uppgradera programmet."
    case .networkFileSystem(let path):
        "\(path) ligger på en nätverksdisk, där fillås inte går att lita på. "
            + "Flytta huvudboken till en lokal disk."
    case .settingRefused(let name):
        "Databasen godtar inte säkerhetsinställningen \(name). Huvudboken öppnas inte."
    case .busy:
        "Någon annan skriver i huvudboken. Ingenting är ändrat. Försök igen om en stund."
    case .cannotWrite(let path, let detail):
        "Det går inte att skriva till \(path) (\(detail)). Disken kan vara full. "
            + "Huvudboken är som den var före försöket; frigör utrymme och försök igen."
    case .readOnly(let path):
        "Det går inte att öppna \(path) för skrivning. Kontrollera rättigheterna till fil och mapp."
    case .damaged(let path, let detail):
        "\(path.isEmpty ? "Huvudboken" : path) är skadad (\(detail)). "
            + "Kör medel ledger verify och återställ från en säkerhetskopia."
    case .operationKeyReused(let key):
        "Åtgärden \(key) har redan utförts med annat innehåll. Ingenting är ändrat."
    case .monthNotOpen:
        "Ändringen skulle flytta belopp i en månad som inte är öppen. Öppna månaden först, "
            + "med motivering."
    case .amountOutOfRange:
        "Ett saldo blir större än 9 999 999 999 999,99 kr. Kontrollera beloppen i filen."
    case .notFound(.mappingRule, let name):
        "Mappningsregel \(name) finns inte i boken eller är redan avslutad. "
            + "Lista reglerna med medel book mappings."
    case .notFound(.book, let name):
        "Boken \(name) finns inte i huvudboken. Visa böckerna med medel ledger info; en ny bok "
            + "blir till när dess första fil läses in."
    case .notFound(.insats, let name):
        "Insatsen \(name) finns inte i planen. Kontrollera koden."
    case .notFound(.budget, let name):
        "Budget \(name) finns inte. Lista versionerna med medel budget list."
    case .notFound(.costCategory, let name):
        "Kostnadsslaget \(name) finns inte i förbundets förteckning. Rätta koden, eller lägg till "
            + "den under costCategories och läs in planen."
    case .notFound(let object, let name): "\(object.swedish) \(name) finns inte i huvudboken."
    case .fiscalYearsOverlap(let file, let book):
        "Filen gäller räkenskapsåret \(file.start)–\(file.end), men boken har verifikationer i "
            + "räkenskapsåret \(book.start)–\(book.end), som överlappar det. "
            + "Exportera filen med samma räkenskapsår som förut."
    case .differenceNotOpen(let number):
        "Skillnad \(number) är inte öppen. Lista de öppna med medel import differences."
    case .voucherHasMonth(let number):
        "Verifikation nr \(number) väntar inte på någon månad i boken. Lista dem som väntar med "
            + "medel book late."
    case .monthNotAssignable(let month, let first, let last):
        "Verifikationen kan inte räknas i \(month). Välj en månad från dess egen, \(first), till "
            + "och med \(last)."
    case .monthOutOfRange(let month, let first, let last):
        "\(month) ligger för långt bort. Välj månader från \(first) till och med \(last)."
    case .reasonMissing: "Beslutet kräver en motivering. Ange den med --reason."
    case .brokenBackup(let path, let fault):
        "Säkerhetskopian \(path) är skadad: \(message(for: fault)) Den återställs inte."
    }
}

extension LedgerObject {
    fileprivate var swedish: String {
        switch self {
        case .book: "Boken"
        case .difference: "Skillnaden"
        case .voucher: "Verifikationen"
        case .mappingRule: "Mappningsregeln"
        case .insats: "Insatsen"
        case .budget: "Budgeten"
        case .costCategory: "Kostnadsslaget"
        }
    }
}

/// Says in Swedish what the chain does not bear out.
public func message(for fault: ChainFault) -> String {
    switch fault {
    case .eventMissing(let number): "Händelse \(number) saknas."
    case .eventChanged(let number): "Händelse \(number) är ändrad."
    case .eventDetached(let number): "Händelse \(number) följer inte på den före."
    case .sealMissing(let number): "Händelse \(number) saknar sitt sigill."
    case .rowChanged(let row): "\(name(row)) är ändrad."
    case .rowHashDamaged(let row): "\(name(row)) är oskadd, men dess kontrollsumma är ändrad."
    case .rowMissing(let table, let id, let event):
        "\(swedish(table).capitalizedFirst) nr \(id), från händelse \(event), är borttagen."
    case .rowAdded(let row): "\(name(row)) är tillagd utanför kedjan."
    case .rowsRewritten(let event):
        "Rader från händelse \(event) är omskrivna tillsammans med sina kontrollsummor."
    case .postingMisplaced(let id, let voucher):
        "Transaktionsrad \(id) är flyttad från \(name(voucher))."
    case .schemaChanged(let object): "Databasens \(object) är ändrad, tillagd eller borttagen."
    case .headUnknown(let hash):
        "Kedjan innehåller inte kedjehuvudet \(hash): kedjans sista del är borttagen eller "
            + "omskriven."
    case .fileDamaged(let detail): "Filen är skadad: \(detail)."
    case .operationRecordChanged(let number): "Körlogg \(number) är ändrad."
    }
}

private func name(_ row: FactName) -> String {
    let description = row.description.isEmpty ? "" : " (\(row.description))"
    return "\(swedish(row.table).capitalizedFirst) nr \(row.id)\(description)"
}

/// What a revisor calls the rows of a table.
private func swedish(_ table: String) -> String {
    switch table {
    case "ledger": "huvudbokens uppgift"
    case "book": "bok"
    case "fiscalYear": "räkenskapsår"
    case "attachment", "attachmentPart": "bilaga"
    case "importedFile", "importResult": "inläst fil"
    case "importFinding": "anmärkning"
    case "account": "konto"
    case "dimension": "dimension"
    case "object": "objekt"
    case "coding": "kontering"
    case "declaredBalance": "uppgivet saldo"
    case "voucher": "verifikation"
    case "posting": "transaktionsrad"
    case "correction": "rättad rad"
    case "difference": "skillnad"
    case "resolution": "beslut om skillnad"
    case "voucherVersion": "verifikationsversion"
    case "periodLock": "månadsstängning"
    case "periodAssignment": "tilldelad månad"
    case "mappingRule", "mappingRuleEnd": "mappningsregel"
    default: "rad i \(table)"
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
