/// The sum of a file's items, as #KSUMMA wants it.
///
/// CRC-32 over labels and field contents as CP437 bytes; not over blanks between fields, quotes,
/// braces and line ends; of `\"` only the quote. Bytes are gathered and taken eight at a time.
///
/// Source: SIE 4C 10.3-10.15; sie/SPEC 4.
struct SIECheckSum {
    private static let pendingBytesMax = 8192

    private var state: UInt32 = 0xFFFF_FFFF
    private var pending: [UInt8] = []

    init() { pending.reserveCapacity(Self.pendingBytesMax + 256) }

    /// Takes the next bytes.
    mutating func take(_ bytes: some Sequence<UInt8>) {
        pending.append(contentsOf: bytes)
        if pending.count >= Self.pendingBytesMax { flush() }
    }

    /// The sum of all bytes so far.
    var value: UInt32 {
        mutating get {
            flush()
            return ~state
        }
    }

    private mutating func flush() {
        state = pending.withUnsafeBytes { Self.advance(state, $0) }
        pending.removeAll(keepingCapacity: true)
    }

    private static func advance(_ start: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
        tables.withUnsafeBufferPointer { table in
            var crc = start
            var at = 0
            while at + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
                let mixed = word ^ UInt64(crc)
                crc = 0
                for lane in 0..<8 {
                    let byte = Int(mixed >> (UInt64(lane) * 8) & 0xFF)
                    crc ^= table[(7 - lane) * 256 + byte]
                }
                at += 8
            }
            while at < bytes.count {
                crc = crc >> 8 ^ table[Int((crc ^ UInt32(bytes[at])) & 0xFF)]
                at += 1
            }
            return crc
        }
    }

    /// Eight tables of 256, the first is the plain one of polynomial EDB88320h.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var crc = UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            tables[byte] = crc
        }
        for place in 256..<tables.count {
            let before = tables[place - 256]
            tables[place] = before >> 8 ^ tables[Int(before & 0xFF)]
        }
        return tables
    }()
}
