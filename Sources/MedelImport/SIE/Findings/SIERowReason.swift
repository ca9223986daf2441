/// What is wrong about voucher rows.
///
/// Source: SIE 4C #TRANS, #RTRANS, #BTRANS; sie/SPEC 3, 5 nos. 6, 8, 21, 22.
public enum SIERowReason: Hashable, Sendable {
    /// A row has no account.
    case accountMissing
    /// A row stands where no voucher is.
    case rowOutsideVoucher
    /// An amount is missing or no number.
    case amountUnreadable(text: String)
    /// An amount passes the bound of `Money`.
    case amountTooLarge(text: String)
    /// An amount has parts of an öre.
    case amountTooPrecise(text: String)
    /// An amount has a decimal comma.
    case amountWithComma(text: String)
    /// An amount has a plus sign.
    case amountWithPlus(text: String)
    /// A row has no object list, not even an empty one.
    case objectListMissing
    /// An object list has no closing brace.
    case objectListOpen
    /// An object list is not pairs.
    case objectListUneven
    /// A row's date does not exist.
    case rowDateInvalid(text: String)
    /// A text stands where a row's date should.
    case rowDateIsText(text: String)
    /// An #RTRANS is not followed by its #TRANS.
    case correctionWithoutTwin
    /// A row of the correction history cannot be read.
    case correctionUnreadable(label: String)
}

extension SIERowReason {
    var code: SIEFinding.Code {
        switch self {
        case .accountMissing: .accountMissing
        case .rowOutsideVoucher: .rowOutsideVoucher
        case .amountUnreadable: .amountUnreadable
        case .amountTooLarge: .amountTooLarge
        case .amountTooPrecise: .amountTooPrecise
        case .amountWithComma: .amountWithComma
        case .amountWithPlus: .amountWithPlus
        case .objectListMissing: .objectListMissing
        case .objectListOpen: .objectListOpen
        case .objectListUneven: .objectListUneven
        case .rowDateInvalid: .rowDateInvalid
        case .rowDateIsText: .rowDateIsText
        case .correctionWithoutTwin: .correctionWithoutTwin
        case .correctionUnreadable: .correctionUnreadable
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .accountMissing:
            "Raden saknar konto. Rätta verifikationen i källsystemet och exportera på nytt."
        case .rowOutsideVoucher:
            """
            Raden hör inte till någon verifikation (#VER saknas ovanför), så beloppet kan inte \
            placeras. Exportera filen på nytt.
            """
        case .amountUnreadable(let text):
            """
            Beloppet \(text.isEmpty ? "saknas" : "\(text) går inte att läsa"). Skriv med punkt \
            som decimaltecken och utan tusentalsavgränsning.
            """
        case .amountTooLarge(let text):
            "Beloppet \(text) är större än 9 999 999 999 999,99 kr."
        case .amountTooPrecise(let text):
            "Beloppet \(text) har fler än två decimaler. Avrunda i källsystemet."
        case .amountWithComma(let text):
            """
            Beloppet \(text) har decimalkomma; standarden kräver punkt. Det har lästs som \
            kronor och öre.
            """
        case .amountWithPlus(let text):
            """
            Beloppet \(text) har plustecken, som standarden inte tillåter. Det har lästs som \
            positivt.
            """
        case .objectListMissing:
            "Objektlistan {} saknas; raden har lästs som utan objekt."
        case .objectListOpen:
            "Objektlistan saknar avslutande }."
        case .objectListUneven:
            "Objektlistan har inte par av dimension och objekt; det som blev över används inte."
        case .rowDateInvalid(let text):
            "Transaktionsdatumet \(text) är inget datum; verifikationens datum gäller."
        case .rowDateIsText(let text):
            "På datumets plats står en text, som har tagits som radens text: \(text)"
        case .correctionWithoutTwin:
            """
            #RTRANS följs inte av en #TRANS med samma konto, objekt och belopp. Bara #TRANS \
            räknas; kontrollera verifikationen.
            """
        case .correctionUnreadable(let label):
            """
            \(label) saknar konto eller läsbart belopp. Den är bara historik och påverkar inga \
            summor.
            """
        }
    }
}
