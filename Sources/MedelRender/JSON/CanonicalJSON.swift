public import MedelDocument

/// The bytes that a document's checksum is made of: its JSON form without the colophon, the ledger
/// version and the chain head, so that two ledger states with the same figures have the same
/// checksum.
///
/// Source: STORE 5.
public func canonicalJSON(_ document: Document) -> [UInt8] {
    DocumentJSON(document).canonicalBytes()
}
