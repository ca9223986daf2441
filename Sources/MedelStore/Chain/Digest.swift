import CCrypto

/// A SHA-256 sum, thirty-two bytes.
struct Digest: Hashable, Sendable {
    let bytes: [UInt8]

    /// Thirty-two zero bytes, what the first event has as its predecessor.
    static let zero = Digest(unchecked: [UInt8](repeating: 0, count: Digest.byteCount))

    static let byteCount = 32

    init?(_ bytes: [UInt8]) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    fileprivate init(unchecked bytes: [UInt8]) { self.bytes = bytes }

    /// Sums up bytes in one go.
    init(of bytes: [UInt8]) {
        var hasher = DigestHasher()
        hasher.update(bytes)
        self = hasher.finish()
    }
}

extension Digest: CustomStringConvertible {
    /// Sixty-four hexadecimal digits, as heads are printed.
    var description: String { hexadecimal(bytes) }

    init?(hexadecimal text: String) {
        let digits = Array(text.utf8)
        guard digits.count == Self.byteCount * 2 else { return nil }
        var bytes: [UInt8] = []
        for position in stride(from: 0, to: digits.count, by: 2) {
            let pair = String(decoding: digits[position...position + 1], as: UTF8.self)
            guard let byte = UInt8(pair, radix: 16) else { return nil }
            bytes.append(byte)
        }
        self.bytes = bytes
    }
}

/// Bytes as lower-case hexadecimal digits.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
        text.append(digits[Int(byte >> 4)])
        text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
}

/// Sums up bytes as they come.
struct DigestHasher {
    private var context = SHA256_CTX()

    init() { SHA256_Init(&context) }

    mutating func update(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
    }

    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        _ = SHA256_Update(&context, bytes.baseAddress, bytes.count)
    }

    mutating func finish() -> Digest {
        var bytes = [UInt8](repeating: 0, count: Digest.byteCount)
        SHA256_Final(&bytes, &context)
        return Digest(unchecked: bytes)
    }

    /// Writes the sum into thirty-two bytes, without an allocation.
    mutating func finish(into target: UnsafeMutableRawBufferPointer) {
        precondition(target.count == Digest.byteCount, "room for a digest")
        SHA256_Final(target.baseAddress?.assumingMemoryBound(to: UInt8.self), &context)
    }

    mutating func reset() { SHA256_Init(&context) }
}

/// Sums up the bytes of a file that somebody hands over, chunk by chunk.
public struct FileDigest {
    private var hasher = DigestHasher()

    /// Starts with no bytes.
    public init() {}

    /// Takes the next bytes.
    public mutating func update(_ bytes: UnsafeRawBufferPointer) { hasher.update(bytes) }

    /// Takes the next bytes.
    public mutating func update(_ bytes: [UInt8]) { hasher.update(bytes) }

    /// The sum as sixty-four hexadecimal digits; ends the digest.
    public mutating func finish() -> String { hasher.finish().description }
}

/// A keyed SHA-256 sum (HMAC), which nobody without the key can guess the input of.
func keyedDigest(
    of bytes: UnsafeRawBufferPointer,
    key: [UInt8],
    into target: UnsafeMutableRawBufferPointer
) {
    precondition(target.count == Digest.byteCount, "room for a digest")
    var length: UInt32 = 0
    HMAC(
        EVP_sha256(),
        key,
        Int32(key.count),
        bytes.baseAddress?.assumingMemoryBound(to: UInt8.self),
        bytes.count,
        target.baseAddress?.assumingMemoryBound(to: UInt8.self),
        &length
    )
}
