/// What is wrong about how texts are written.
///
/// Source: SIE 4C 5.7, 5.8; sie/SPEC 5 nos. 1-5.
public enum SIETextReason: Hashable, Sendable {
    /// The bytes are not CP437.
    case encodingNotPC8(encoding: SIEEncoding)
    /// A few bytes look like letters of another character set.
    case mixedEncodings(major: SIEEncoding, majorLetters: Int, minorLetters: Int)
    /// A character was lost before the file was written.
    case replacementCharacter
    /// CP437 has been read as Windows-1252 before the file was written.
    case mojibake
    /// UTF-8 has been encoded twice.
    case doubleEncoded
    /// A text has a character below 32.
    case controlCharacter
    /// A quote inside a text was not escaped.
    case quoteRepaired
    /// A text has no closing quote.
    case quoteMissing
    /// A name with blanks has no quotes.
    case nameNotQuoted
}

extension SIETextReason {
    var code: SIEFinding.Code {
        switch self {
        case .encodingNotPC8: .encodingNotPC8
        case .mixedEncodings: .mixedEncodings
        case .replacementCharacter: .replacementCharacter
        case .mojibake: .mojibake
        case .doubleEncoded: .doubleEncoded
        case .controlCharacter: .controlCharacter
        case .quoteRepaired: .quoteRepaired
        case .quoteMissing: .quoteMissing
        case .nameNotQuoted: .nameNotQuoted
        }
    }

    /// The reason in Swedish, and what to do about it.
    var swedish: String {
        switch self {
        case .encodingNotPC8(let encoding):
            """
            Filen är i \(encoding.swedish) fast SIE kräver PC8 (CP437). Den läses som \
            \(encoding.swedish); kontrollera å, ä och ö i namnen.
            """
        case .mixedEncodings(let major, let majorLetters, let minorLetters):
            """
            Filen läses som \(major.swedish) (\(majorLetters) svenska tecken), men \
            \(minorLetters) byte tyder på en annan teckentabell. Några namn kan se fel ut.
            """
        case .replacementCharacter:
            """
            Texten har tecknet \u{FFFD}: ett tecken har gått förlorat före exporten och kan \
            inte återskapas. Rätta namnet i källsystemet.
            """
        case .mojibake:
            """
            Texten har tecken som ” eller „ mitt i ord: CP437 har någon gång lästs som \
            Windows-1252. Exportera direkt från källsystemet utan att öppna filen i en \
            textredigerare.
            """
        case .doubleEncoded:
            """
            Texten har teckenpar som Ã¥: UTF-8 har kodats två gånger. Exportera direkt från \
            källsystemet.
            """
        case .controlCharacter:
            "Texten har styrtecken, som standarden inte tillåter. De är kvar i texten."
        case .quoteRepaired:
            """
            Ett citattecken inne i en text saknar omvänt snedstreck (\\). Texten har lästs till \
            sista citattecknet; ofta är det ett ö som blivit \".
            """
        case .quoteMissing:
            """
            Avslutande citattecken saknas; texten har lästs till radens slut. Ofta har texten \
            kapats vid en viss bredd.
            """
        case .nameNotQuoted:
            """
            Namnet har blanksteg men saknar citattecken; hela resten av raden har tagits som \
            namn.
            """
        }
    }
}
