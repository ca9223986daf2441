extension UnsafeRawBufferPointer {
    /// The first place of a byte at or after `start`, eight bytes at a time.
    func firstPlace(of wanted: UInt8, from start: Int) -> Int? {
        let pattern = 0x0101_0101_0101_0101 &* UInt64(wanted)
        var at = start
        while at + 8 <= count {
            let word = loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian ^ pattern
            let hit = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
            if hit != 0 { return at + hit.trailingZeroBitCount / 8 }
            at += 8
        }
        while at < count {
            if self[at] == wanted { return at }
            at += 1
        }
        return nil
    }
}
