extension Int {
    /// Reads ASCII digits only: no sign, no space, at most eighteen of them.
    init?(digits bytes: some Collection<UInt8>) {
        guard !bytes.isEmpty, bytes.count <= 18 else { return nil }
        var value = 0
        for byte in bytes {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        self = value
    }
}

/// A whole number in decimal with leading zeros up to `width`.
func padded(_ value: Int, to width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
}
