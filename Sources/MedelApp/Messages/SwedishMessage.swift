import Glibc
import MedelCore
import MedelDocument
import MedelImport
import MedelRender
import MedelReports
import MedelStore

/// Says in Swedish what is wrong, where, and what to do.
///
/// The one place where reasons become sentences.
///
/// - Returns: nil for an error that has no words of its own.
public func swedishMessage(for error: any Error) -> String? {
    switch error {
    case let error as LedgerError: message(for: error)
    case let error as ImportRefusal: message(for: error)
    case let error as SourceFileError: message(for: error)
    case let error as PlanRefusal: message(for: error)
    case let error as PeriodLockError: message(for: error)
    case let error as SystemError: message(for: error)
    case let error as SheetRefusal: message(for: error)
    case let error as ContributionSplitError: error.swedish
    case let error as ContributionRefusal: error.swedish
    case let error as AnnualReportRefusal: message(for: error)
    case let error as TemplateRefusal: message(for: error)
    case let error as JobRefusal: message(for: error)
    case let error as ApplicationFault: error.swedish
    case let error as PDFTextError: error.swedish
    case let error as ProposalRefusal: error.swedish
    case let error as ReallocationFault: message(for: error)
    case let error as InstalmentFault: message(for: error)
    case let error as AreaBudgetStands: message(for: error)
    case is MoneyError:
        "En summa är större än 9 999 999 999 999,99 kr. Kontrollera beloppen i underlaget."
    default: nil
    }
}

private func message(for error: SourceFileError) -> String {
    switch error {
    case .missing(let path): "Filen \(path) finns inte. Kontrollera sökvägen."
    case .isFolder(let path): "\(path) är en mapp. Ange en fil."
    case .notRegular(let path):
        "\(path) är ingen vanlig fil utan till exempel ett rör eller en enhet. Spara innehållet i "
            + "en fil och ange den."
    case .isFile(let path): "\(path) är en fil. Ange mappen som den ligger i."
    case .unreadable(let path, let detail): "Filen \(path) kan inte läsas: \(detail)."
    }
}

private func message(for error: SystemError) -> String {
    let what =
        switch error.operation {
        case .open: "kan inte skapas"
        case .read: "kan inte läsas"
        case .write, .sync: "kan inte skrivas"
        case .rename: "kan inte läggas på sin plats"
        }
    let reason =
        switch error.code {
        case ENOENT: "Mappen finns inte. Skapa den först."
        case EACCES, EPERM, EROFS: "Rättigheter saknas. Välj en annan mapp."
        case ENOSPC, EDQUOT, EFBIG: "Disken är full. Frigör utrymme och försök igen."
        case EISDIR: "Det är en mapp. Ange en fil."
        default: "Systemet svarar: \(String(cString: strerror(error.code)))."
        }
    return "Filen \(error.path) \(what). \(reason)"
}

private func message(for refusal: SheetRefusal) -> String {
    switch refusal {
    case .nothingToShow(let report):
        "Underlag saknas: varken plan eller böcker har något som \(report.title) kan visa. "
            + "Läs in en plan med medel load eller en bok med medel import."
    case .nothingInYear(let need, let gap): "Underlag saknas: " + need.missing(gap) + gap.remedy
    case .noBudgetYet(let code, let day, let first?):
        "Insatsen \(code) har ingen budget den \(day). Den första gäller från \(first): ange den "
            + "dagen eller en senare med --as-of."
    case .noBudgetYet(let code, _, nil):
        "Insatsen \(code) har ingen budget. Lägg in den i planen och läs in den med medel load."
    case .unknownInsats(let code):
        "Insatsen \(code) finns inte i planen. Kontrollera koden."
    case .insatsNowhere(let code):
        "Insatsen \(code) finns varken i planen eller i någon mappningsregel. Kontrollera koden, "
            + "läs in planen med medel load eller lägg till en regel med medel book map."
    case .sharesMissing(let error): error.swedish
    case .unknownBudget(let code, let number?):
        "Insatsen \(code) har ingen budget \(number). Lista versionerna med medel budget list."
    case .unknownBudget(let code, nil):
        "Insatsen \(code) har ingen budget. Läs in en plan med medel load."
    case .nothingToDecide(let code, let day, let budgets):
        "Insatsen \(code) har ingen ansökan som är nyare än "
            + (day.map { "det senaste beslutet \($0)" } ?? "budgeten")
            + ". Läs in den nya ansökan med medel load, eller välj en budget med --version: "
            + budgets.map(\.swedish).joined(separator: "; ") + "."
    case .unknownDecision(let code):
        "Beslutet \(code.text) finns inte den dagen. Lista besluten med medel decision list."
    case .amountOutOfRange:
        "En summa är större än 9 999 999 999 999,99 kr. Kontrollera beloppen i underlaget."
    }
}

private func message(for error: PeriodLockError) -> String {
    switch error {
    case .reasonMissing(let month):
        "\(month) kan öppnas bara med en motivering. Ange den med --reason."
    }
}

private func message(for refusal: ImportRefusal) -> String {
    switch refusal {
    case .findings: "Filen avvisas. Se fynden ovan."
    case .otherOrganization(let file, let book):
        "Filen gäller organisationsnummer \(file), men boken hör till \(book). "
            + "Välj rätt fil eller rätt bok."
    case .identityAfterVouchers:
        "Filen anger organisationsnummer eller räkenskapsår först efter verifikationerna. "
            + "Exportera den på nytt."
    case .changedWhileRead: "Filen ändrades medan den lästes. Läs in den igen."
    case .otherKind(.complete):
        "Boken är fullständig och kan inte ta emot ett utdrag. Läs in hela boken eller välj en annan."
    case .otherKind(.extract):
        "Boken är ett utdrag. Ange vad som ska behållas med --keep."
    case .controlTotal(let kept, let expected):
        "Utdragets rader summerar till \(kept.plain) men kontrollsumman är \(expected.plain). "
            + "Kontrollera urvalet och kontrollsumman."
    case .amountOutOfRange:
        "Utdragets summa är för stor. Kontrollera beloppen i filen."
    }
}

extension Money {
    /// The amount as a sentence shows it.
    fileprivate var plain: String { AmountText.kronorAndOre.text(self) }
}

/// Whether an error means that the ledger's file cannot be trusted.
public func isBrokenLedger(_ error: any Error) -> Bool {
    switch error as? LedgerError {
    case .damaged, .brokenBackup, .settingRefused: true
    default: false
    }
}
