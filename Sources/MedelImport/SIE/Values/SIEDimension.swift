/// A dimension that objects belong to.
///
/// Source: SIE 4C 8.4, 8.17, #DIM, #UNDERDIM.
public struct SIEDimension: Hashable, Sendable {
    /// The number.
    public let number: Int

    /// The name: the file's, or the standard's for a reserved one that the file only uses.
    public let name: String

    /// The dimension above, of a sub-dimension.
    public let parent: Int?

    /// The line of declaration; nil for a reserved dimension that the file only uses.
    public let line: Int?

    /// The standard's name of a reserved dimension, nil for a free one.
    public static func reservedName(_ number: Int) -> String? {
        switch number {
        case 1: "Kostnadsställe"
        case 2: "Kostnadsbärare"
        case 6: "Projekt"
        case 7: "Anställd"
        case 8: "Kund"
        case 9: "Leverantör"
        case 10: "Faktura"
        case 3...5, 11...19: "Reserverad dimension \(number)"
        default: nil
        }
    }
}
