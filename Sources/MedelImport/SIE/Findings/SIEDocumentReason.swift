/// What is wrong about the file as a whole.
///
/// Source: SIE 4C ch. 5, 10; sie/SPEC 4, 5 nos. 19, 23.
public enum SIEDocumentReason: Hashable, Sendable {
    /// The file is something else than SIE 1 to 4.
    case notSIE(kind: SIEKind)
    /// A line is longer than the reader keeps in memory.
    case lineTooLong(bytesMax: Int)
    /// There are more distinct codings than a book can have.
    case tooManyCodings(countMax: Int)
    /// There are more declarations than the reader keeps in memory.
    case tooMuchDeclared(countMax: Int)
    /// A voucher has more rows or text than the reader keeps in memory.
    case voucherTooLarge(rowsMax: Int)
    /// There are more voucher series than a book can have.
    case tooManySeries(countMax: Int)
    /// The file ends before the voucher does.
    case cutInVoucher
    /// The file starts with #KSUMMA and does not end with it.
    case checksumMissing
    /// The stated sum is not that of the content.
    case checksumWrong(stated: String, computed: UInt32)
    /// A sum is stated that no first #KSUMMA has announced.
    case checksumWithoutStart
    /// An item stands after the sum that ends the file.
    case itemAfterChecksum
    /// A line has no label.
    case lineNotUnderstood
    /// A label is not in the standard; the line of its first use.
    case unknownLabel(label: String)
}

extension SIEDocumentReason {
    var code: SIEFinding.Code {
        switch self {
        case .notSIE: .notSIE
        case .lineTooLong: .lineTooLong
        case .tooManyCodings: .tooManyCodings
        case .tooMuchDeclared: .tooMuchDeclared
        case .voucherTooLarge: .voucherTooLarge
        case .tooManySeries: .tooManySeries
        case .cutInVoucher: .cutInVoucher
        case .checksumMissing: .checksumMissing
        case .checksumWrong: .checksumWrong
        case .checksumWithoutStart: .checksumWithoutStart
        case .itemAfterChecksum: .itemAfterChecksum
        case .lineNotUnderstood: .lineNotUnderstood
        case .unknownLabel: .unknownLabel
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .notSIE(let kind):
            "\(kind.swedish) Exportera bokföringen på nytt som SIE typ 4 (.se eller .si)."
        case .lineTooLong(let bytesMax):
            """
            Raden är längre än \(bytesMax) byte, så filen är troligen skadad. Exportera den på \
            nytt.
            """
        case .tooManyCodings(let countMax):
            """
            Filen har fler än \(countMax) olika kombinationer av konto och objekt. Dela \
            exporten på flera filer.
            """
        case .tooMuchDeclared(let countMax):
            """
            Filen deklarerar fler än \(countMax) konton, objekt, dimensioner, saldon eller \
            textbyte. Dela exporten på flera filer.
            """
        case .voucherTooLarge(let rowsMax):
            """
            Verifikationen har fler än \(rowsMax) rader eller för mycket text. Dela den i \
            källsystemet.
            """
        case .tooManySeries(let countMax):
            """
            Filen har fler än \(countMax) verifikationsserier, vilket tyder på att fälten i \
            #VER är förskjutna.
            """
        case .cutInVoucher:
            """
            Filen slutar mitt i en verifikation (avslutande } saknas). Överföringen har \
            troligen avbrutits; hämta filen på nytt.
            """
        case .checksumMissing:
            """
            Filen börjar med #KSUMMA men har ingen kontrollsumma sist, så den är avkortad. \
            Hämta filen på nytt.
            """
        case .checksumWrong(let stated, let computed):
            """
            Kontrollsumman stämmer inte: filen säger \(stated), innehållet ger \(computed). \
            Filen har ändrats efter exporten; hämta den på nytt.
            """
        case .checksumWithoutStart:
            "#KSUMMA med värde utan inledande #KSUMMA, så summan kan inte kontrolleras."
        case .itemAfterChecksum:
            """
            Posten står efter kontrollsumman och skyddas inte av den. Någon kan ha lagt till \
            rader; jämför med källsystemet.
            """
        case .lineNotUnderstood:
            """
            Raden börjar inte med en etikett (#) och har hoppats över. Ofta är det \
            fortsättningen på en text med radbrytning.
            """
        case .unknownLabel(let label):
            "Etiketten \(label) finns inte i standarden och har hoppats över."
        }
    }
}
