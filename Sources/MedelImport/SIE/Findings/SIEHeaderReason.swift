public import MedelCore

/// What is wrong about the identification items.
///
/// Source: SIE 4C ch. 6, 11; sie/SPEC 5 nos. 9, 10, 16, 17.
public enum SIEHeaderReason: Hashable, Sendable {
    /// The amounts are not in Swedish kronor.
    case currencyNotSEK(currency: String)
    /// An item that the standard demands is missing.
    case itemMissing(label: String)
    /// An item stands in a file of a type that must not have it.
    case itemForbidden(label: String, type: String)
    /// The file does not say its type.
    case typeAbsent
    /// The file states a type that does not exist.
    case typeInvalid(text: String)
    /// A system has marked the file as read.
    case alreadyRead
    /// #FORMAT says something else than PC8.
    case formatNotPC8(text: String)
    /// The date of export does not exist.
    case generatedInvalid(text: String)
    /// There is no organisation number.
    case organizationNumberMissing
    /// The organisation number has another form.
    case organizationNumberMalformed(text: String)
    /// The organisation number's last digit disagrees with the others.
    case organizationNumberCheckDigit(number: OrganizationNumber)
    /// The organisation number is written without hyphen or with a prefix.
    case organizationNumberForm(text: String, number: OrganizationNumber)
    /// A fiscal year has no valid dates.
    case yearInvalid(text: String)
    /// A fiscal year ends before it starts.
    case yearReversed(text: String)
    /// The file does not say which fiscal year it covers.
    case yearAbsent
    /// The date that balances cover is not in the file's years.
    case coverageInvalid(text: String)
}

extension SIEHeaderReason {
    var code: SIEFinding.Code {
        switch self {
        case .currencyNotSEK: .currencyNotSEK
        case .itemMissing: .itemMissing
        case .itemForbidden: .itemForbidden
        case .typeAbsent: .typeAbsent
        case .typeInvalid: .typeInvalid
        case .alreadyRead: .alreadyRead
        case .formatNotPC8: .formatNotPC8
        case .generatedInvalid: .generatedInvalid
        case .organizationNumberMissing: .organizationNumberMissing
        case .organizationNumberMalformed: .organizationNumberMalformed
        case .organizationNumberCheckDigit: .organizationNumberCheckDigit
        case .organizationNumberForm: .organizationNumberForm
        case .yearInvalid: .yearInvalid
        case .yearReversed: .yearReversed
        case .yearAbsent: .yearAbsent
        case .coverageInvalid: .coverageInvalid
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .currencyNotSEK(let currency):
            "Filens valuta är \(currency). Bara svenska kronor (SEK) kan läsas in."
        case .itemMissing(let label):
            "\(label) saknas fast standarden kräver den."
        case .itemForbidden(let label, let type):
            """
            \(label) får inte finnas i en fil av typ \(type). Kontrollera att rätt exporttyp valdes i \
            källsystemet.
            """
        case .typeAbsent:
            "#SIETYP saknas; filen antas vara av typ 1."
        case .typeInvalid(let text):
            "#SIETYP \(text) finns inte; bara 1, 2, 3 och 4."
        case .alreadyRead:
            """
            #FLAGGA 1: filen är märkt som redan inläst i något system. Medel känner själv igen \
            det som redan är inläst.
            """
        case .formatNotPC8(let text):
            "#FORMAT \(text) är inte tillåtet; bara PC8. Teckentabellen avgörs av filens byte."
        case .generatedInvalid(let text):
            "#GEN har inget giltigt datum (\(text))."
        case .organizationNumberMissing:
            """
            Organisationsnummer saknas, så filen kan inte knytas till rätt bok automatiskt. \
            Kontrollera företagsnamnet.
            """
        case .organizationNumberMalformed(let text):
            "Organisationsnumret \(text) har fel form; det ska vara NNNNNN-NNNN."
        case .organizationNumberCheckDigit(let number):
            """
            Organisationsnumret \(number) har fel kontrollsiffra. Ofta är det ett påhittat \
            nummer i ett övningsföretag.
            """
        case .organizationNumberForm(let text, let number):
            "Organisationsnumret \(text) läses som \(number)."
        case .yearInvalid(let text):
            """
            #RAR \(text) saknar giltigt första och sista datum. Verifikationerna placeras efter \
            mottagarens räkenskapsår.
            """
        case .yearReversed(let text):
            "#RAR \(text): sista dagen är före den första."
        case .yearAbsent:
            """
            Filen säger inte vilket räkenskapsår den gäller (#RAR 0). Verifikationerna placeras \
            efter sina datum.
            """
        case .coverageInvalid(let text):
            "#OMFATTN \(text) är inget datum i filens räkenskapsår och används inte."
        }
    }
}
