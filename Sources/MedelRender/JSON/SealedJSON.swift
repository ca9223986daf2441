import MedelDocument

/// What a JSON file says about itself, and the bytes that its checksum must be made of.
///
/// Texts in the file hold no line breaks, so the lines are those of the form and the canonical bytes
/// are cut out of it without reading it anew. A file that was laid out again by another program is
/// refused, since its bytes are no longer those that were sealed.
///
/// Source: STORE 5.
public struct SealedJSON: Hashable, Sendable {
    /// The checksum that the file states: 64 lower-case hexadecimal digits.
    public let statedChecksum: String

    /// The number of the ledger's last event, as the file states it.
    public let ledgerVersion: Int

    /// The chain head in hexadecimal, as the file states it.
    public let head: String

    /// What the checksum is made of; equal to `canonicalJSON` of the document.
    public let canonicalBytes: [UInt8]

    /// Reads what a file says about itself.
    ///
    /// - Parameter bytes: a document's JSON form, to the last byte.
    /// - Throws: `SealedJSONError` when the bytes are not such a form, when it has no colophon, or
    ///   when heading and colophon name different ledger states.
    public init(_ bytes: [UInt8]) throws(SealedJSONError) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count > 6, lines.popLast()?.isEmpty == true, let last = lines.popLast(),
            lines[0].starts(with: "{\"title\":".utf8), last.last == UInt8(ascii: "}")
        else { throw .notADocument }
        guard let seal = last.between("\"colophon\":{", "}}") else { throw .noColophon }
        guard let version = lines[3].between("\"ledgerVersion\":", ","),
            let head = lines[4].between("\"head\":\"", "\","),
            let before = lines.last, before.elementsEqual("],".utf8)
        else { throw .notADocument }
        let state = Array("\"ledgerVersion\":".utf8) + version + Array(",\"head\":\"".utf8) + head
        guard let rest = seal.after(state + Array("\",\"checksum\":\"".utf8)) else {
            throw .differentLedgerStates
        }
        let checksum = String(decoding: rest.prefix(64), as: UTF8.self)
        guard Colophon.isChecksum(checksum),
            rest.dropFirst(64).between("\",\"lines\":[", "]") != nil,
            let number = Int(String(decoding: version, as: UTF8.self)),
            version.elementsEqual(String(number).utf8)
        else { throw .notADocument }
        lines.removeSubrange(3...4)
        lines.removeLast()
        statedChecksum = checksum
        ledgerVersion = number
        self.head = String(decoding: head, as: UTF8.self)
        canonicalBytes = Array(lines.joined(separator: [0x0A])) + Array("\n]}\n".utf8)
    }
}

/// Why a file's checksum cannot be made again.
public enum SealedJSONError: Error, Hashable, Sendable {
    /// The bytes are not a document's JSON form as the program writes it.
    case notADocument
    /// The document has no colophon and so states no checksum.
    case noColophon
    /// Heading and colophon name different ledger versions or heads.
    case differentLedgerStates
}

extension ArraySlice<UInt8> {
    /// What follows after a beginning; nil when it begins otherwise.
    fileprivate func after(_ beginning: [UInt8]) -> ArraySlice<UInt8>? {
        starts(with: beginning) ? dropFirst(beginning.count) : nil
    }

    /// What stands between a beginning and an end; nil when either is not there.
    fileprivate func between(_ beginning: String, _ end: String) -> ArraySlice<UInt8>? {
        guard let rest = after(Array(beginning.utf8)), rest.count >= end.utf8.count,
            rest.suffix(end.utf8.count).elementsEqual(end.utf8)
        else { return nil }
        return rest.dropLast(end.utf8.count)
    }
}
