/// The upper half of IBM code page 437, to and from Unicode.
///
/// Source: SIE 4C 5.8; Unicode's mapping table cp437_DOSLatinUS.
enum CodePage437 {
    /// Bytes 128 to 255 in order.
    static let upperHalf = Array(
        """
        ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
        └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
        """.unicodeScalars
    )

    /// The byte of each character beyond ASCII.
    static let byteOfScalar: [UInt32: UInt8] = Dictionary(
        uniqueKeysWithValues: upperHalf.enumerated().map { ($1.value, UInt8($0 + 128)) }
    )
}
