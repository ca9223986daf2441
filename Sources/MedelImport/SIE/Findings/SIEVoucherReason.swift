public import MedelCore

/// What is wrong about vouchers.
///
/// Source: SIE 4C #VER; sie/SPEC 5 nos. 8-13, 18.
public enum SIEVoucherReason: Hashable, Sendable {
    /// A voucher has no valid date.
    case voucherDateInvalid(text: String, isShifted: Bool)
    /// A voucher's rows do not sum to zero.
    case voucherUnbalanced(series: String, number: String, sumOre: Int128)
    /// A voucher is dated outside year 0.
    case voucherOutsideYear(series: String, number: String, date: Day)
    /// A series and number are used again.
    case duplicateVoucher(series: String, number: String)
    /// There are too many vouchers to look for duplicates among all of them.
    case duplicateCheckStopped(countMax: Int)
    /// A number is lower than the one before in its series.
    case numberOrder(series: String, number: String)
    /// A voucher has no rows.
    case emptyVoucher(series: String, number: String)
    /// The opening brace of a voucher's rows is missing.
    case blockNotOpened
    /// The closing brace of a voucher's rows is missing.
    case blockNotClosed
    /// A brace stands where no voucher is.
    case blockWithoutVoucher
    /// The date of registration does not exist.
    case registrationDateInvalid(text: String)
}

extension SIEVoucherReason {
    var code: SIEFinding.Code {
        switch self {
        case .voucherDateInvalid: .voucherDateInvalid
        case .voucherUnbalanced: .voucherUnbalanced
        case .voucherOutsideYear: .voucherOutsideYear
        case .duplicateVoucher: .duplicateVoucher
        case .duplicateCheckStopped: .duplicateCheckStopped
        case .numberOrder: .numberOrder
        case .emptyVoucher: .emptyVoucher
        case .blockNotOpened: .blockNotOpened
        case .blockNotClosed: .blockNotClosed
        case .blockWithoutVoucher: .blockWithoutVoucher
        case .registrationDateInvalid: .registrationDateInvalid
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .voucherDateInvalid(let text, let isShifted):
            """
            Verifikationen har inget giltigt datum (\(text.isEmpty ? "tomt" : text)). \
            \(isShifted ? "Serien saknas, så fälten står ett steg fel; skriv \"\" för tom serie." : "Datum ska skrivas ÅÅÅÅMMDD.")
            """
        case .voucherUnbalanced(let series, let number, let sumOre):
            """
            Verifikation \(series) \(number) balanserar inte: raderna summerar till \
            \(swedishAmount(sumOre)). Rätta i källsystemet eller godkänn särskilt vid \
            inläsningen.
            """
        case .voucherOutsideYear(let series, let number, let date):
            "Verifikation \(series) \(number) är daterad \(date), utanför filens räkenskapsår."
        case .duplicateVoucher(let series, let number):
            """
            Verifikation \(series) \(number) förekommer flera gånger i filen. Alla behålls; de \
            hålls isär med ordningsnummer.
            """
        case .duplicateCheckStopped(let countMax):
            "Dubblettkontrollen av verifikationsnummer slutade efter \(countMax) verifikationer."
        case .numberOrder(let series, let number):
            "Verifikation \(series) \(number) kommer efter ett högre nummer i samma serie."
        case .emptyVoucher(let series, let number):
            """
            Verifikation \(series) \(number) har inga rader. Den behålls så att numreringen \
            inte förskjuts.
            """
        case .blockNotOpened:
            "{ saknas efter #VER; raderna har förts till verifikationen ovanför."
        case .blockNotClosed:
            "} saknas efter verifikationens rader; den har avslutats här."
        case .blockWithoutVoucher:
            "{ eller } utan #VER har hoppats över."
        case .registrationDateInvalid(let text):
            "Registreringsdatumet \(text) är inget datum och används inte."
        }
    }
}
