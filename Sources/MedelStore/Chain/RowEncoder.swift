/// Writes values in the one form that hashes are taken of: a tag, then little-endian integers and
/// length-prefixed bytes, so that no two rows of values share a form.
///
/// Keeps its memory between rows, since every row of a million goes through it.
///
/// Source: STORE 2.2.
struct RowEncoder: ~Copyable {
    private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1_024, alignment: 8)
    private var count = 0

    private enum Tag: UInt8 {
        case null = 0
        case integer = 1
        case text = 2
        case blob = 3
    }

    init() {}

    deinit { buffer.deallocate() }

    /// What has been written since the last `removeAll`.
    var bytes: [UInt8] { Array(encoded) }

    /// What has been written, valid until the next change.
    var encoded: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: buffer[..<count]) }

    /// The digest over what has been written.
    var digest: Digest {
        var hasher = DigestHasher()
        hasher.update(encoded)
        return hasher.finish()
    }

    mutating func removeAll() { count = 0 }

    mutating func appendNull() { reserve(1)[0] = Tag.null.rawValue }

    mutating func append(_ integer: Int64) {
        let room = reserve(9)
        room[0] = Tag.integer.rawValue
        room.storeBytes(of: integer.littleEndian, toByteOffset: 1, as: Int64.self)
    }

    mutating func append(_ integer: Int) { append(Int64(integer)) }

    mutating func append(text: UnsafeRawBufferPointer) { append(text, tag: .text) }

    /// Appends nothing as null, as an absent text is stored.
    mutating func append(textOrNull text: UnsafeRawBufferPointer) {
        if text.isEmpty { appendNull() } else { append(text: text) }
    }

    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(text: UnsafeRawBufferPointer($0)) }
    }

    mutating func append(blob: UnsafeRawBufferPointer) { append(blob, tag: .blob) }

    mutating func append(blob: [UInt8]) {
        blob.withUnsafeBytes { append(blob: $0) }
    }

    /// Appends what another encoder has written.
    mutating func append(encoded bytes: [UInt8]) {
        bytes.withUnsafeBytes { reserve($0.count).copyMemory(from: $0) }
    }

    private mutating func append(_ bytes: UnsafeRawBufferPointer, tag: Tag) {
        let room = reserve(9 + bytes.count)
        room[0] = tag.rawValue
        room.storeBytes(of: UInt64(bytes.count).littleEndian, toByteOffset: 1, as: UInt64.self)
        UnsafeMutableRawBufferPointer(rebasing: room[9...]).copyMemory(from: bytes)
    }

    /// Makes room for as many bytes and counts them as written.
    private mutating func reserve(_ added: Int) -> UnsafeMutableRawBufferPointer {
        let needed = count + added
        if needed > buffer.count {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(needed, buffer.count * 2),
                alignment: 8
            )
            larger.copyMemory(from: encoded)
            buffer.deallocate()
            buffer = larger
        }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer[count..<needed])
        count = needed
        return room
    }
}
