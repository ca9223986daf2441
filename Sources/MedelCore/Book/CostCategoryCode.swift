/// A kostnadsslag's code in the catalogue, such as `LON` or `INTAKT_FORBUND`.
///
/// The catalogue is data with dates of validity; the code is all that rules and rows hold.
///
/// Source: SPEC 3, GUIDE 6.2.
public struct CostCategoryCode: Hashable, Sendable {
    /// The code as written.
    public let text: String

    /// Accepts capital letters A to Z, digits and `_`, a letter first, at most 32 of them.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard let first = text.utf8.first, isCapital(first), text.utf8.count <= 32 else {
            return nil
        }
        let isCode = text.utf8.allSatisfy {
            isCapital($0) || (0x30...0x39).contains($0) || $0 == 0x5F
        }
        guard isCode else { return nil }
        self.text = text
    }
}

extension CostCategoryCode: Comparable {
    /// Orders as text.
    public static func < (left: CostCategoryCode, right: CostCategoryCode) -> Bool {
        left.text < right.text
    }
}

extension CostCategoryCode: CustomStringConvertible {
    /// The code as written.
    public var description: String { text }
}

private func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
