/// Writes values in the one form that hashes are taken of: a tag, then little-endian integers and
/// length-prefixed bytes, so that no two rows of values share a form.
///
/// Source: STORE 2.2.
struct RowEncoder {
    private(set) var bytes: [UInt8] = []

    private enum Tag: UInt8 {
        case null = 0
        case integer = 1
        case text = 2
        case blob = 3
    }

    init() { bytes.reserveCapacity(1_024) }

    mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

    mutating func appendNull() { bytes.append(Tag.null.rawValue) }

    mutating func append(_ integer: Int64) {
        bytes.append(Tag.integer.rawValue)
        appendRaw(UInt64(bitPattern: integer))
    }

    mutating func append(_ integer: Int) { append(Int64(integer)) }

    mutating func append(text: UnsafeRawBufferPointer) {
        bytes.append(Tag.text.rawValue)
        appendRaw(UInt64(text.count))
        bytes.append(contentsOf: text)
    }

    /// Appends nothing as null, as an absent text is stored.
    mutating func append(textOrNull text: UnsafeRawBufferPointer) {
        if text.isEmpty { appendNull() } else { append(text: text) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0)) }
    }

    mutating func append(blob: some Collection<UInt8>) {
        bytes.append(Tag.blob.rawValue)
        appendRaw(UInt64(blob.count))
        bytes.append(contentsOf: blob)
    }

    /// Appends what another encoder has written.
    mutating func append(encoded: [UInt8]) { bytes.append(contentsOf: encoded) }

    private mutating func appendRaw(_ value: UInt64) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}
