/// The character set that a file's bytes are in, whatever its #FORMAT says.
///
/// Source: SIE 4C 5.8 (only CP437 is legal); sie/SPEC 5 no. 1 (what files really are).
public enum SIEEncoding: String, CaseIterable, Sendable {
    /// No byte above 127.
    case ascii
    /// IBM PC8, code page 437.
    case cp437
    /// UTF-8, with or without byte order mark.
    case utf8 = "utf-8"
    /// ISO 8859-1; bytes 128 to 159 are read as Windows-1252.
    case latin1
}
