/// What a finished document says about itself: which ledger state it was drawn from, and a checksum
/// by which a changed figure is noticed.
///
/// Source: SPEC 7 (Forms), STORE 5.
public struct Colophon: Hashable, Sendable {
    /// The number of the ledger's last event.
    public let ledgerVersion: Int

    /// The chain head in hexadecimal.
    public let head: String

    /// SHA-256 of the canonical JSON, as 64 lower-case hexadecimal digits.
    public let checksum: String

    /// Further lines such as the status *Utkast* and the templates with their digests; in Swedish,
    /// in order.
    public let lines: [String]

    /// Describes a document's origin.
    ///
    /// - Parameters:
    ///   - heading: whose ledger version and head it is.
    ///   - checksum: 64 lower-case hexadecimal digits.
    ///   - lines: what else is to be said, in Swedish.
    public init(of heading: Heading, checksum: String, lines: [String] = []) {
        precondition(Self.isChecksum(checksum), "a checksum is 64 lower-case hexadecimal digits")
        ledgerVersion = heading.ledgerVersion
        head = heading.head
        self.checksum = checksum
        self.lines = lines
    }

    /// Whether a text is 64 lower-case hexadecimal digits.
    public static func isChecksum(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
