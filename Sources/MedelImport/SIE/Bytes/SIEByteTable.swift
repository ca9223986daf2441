/// Gives each distinct stretch of bytes a small number, without allocating for one seen before.
///
/// A tag keeps equal bytes apart, as voucher 1 of series A from voucher 1 of series B. The hash is
/// seeded anew for each table, so that a file cannot be made to collide; no result depends on it.
struct SIEByteTable {
    private struct Entry {
        let hash: UInt64
        let start: Int
        let count: Int
        let tag: Int
    }

    private var entries: [Entry] = []
    private var arena: [UInt8] = []
    private var slots = [Int32](repeating: -1, count: 1024)
    private let seed = UInt64.random(in: 1...UInt64.max) | 1

    /// How many distinct stretches there are.
    var count: Int { entries.count }

    /// How many bytes they have together.
    var byteCount: Int { arena.count }

    /// The number of the bytes, nil when they are new.
    func number(of bytes: UnsafeRawBufferPointer, tag: Int = 0) -> Int? {
        let hash = hash(bytes, tag)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            let entry = entries[number]
            if entry.hash == hash, entry.tag == tag, holds(entry, bytes) { return number }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Gives new bytes the next number.
    mutating func add(_ bytes: UnsafeRawBufferPointer, tag: Int = 0) -> Int {
        if entries.count * 2 >= slots.count { grow() }
        let number = entries.count
        let hash = hash(bytes, tag)
        entries.append(Entry(hash: hash, start: arena.count, count: bytes.count, tag: tag))
        arena.append(contentsOf: bytes)
        place(number, hash)
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, entry) in entries.enumerated() { place(number, entry.hash) }
    }

    private mutating func place(_ number: Int, _ hash: UInt64) {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] >= 0 { slot = (slot + 1) & mask }
        slots[slot] = Int32(number)
    }

    private func holds(_ entry: Entry, _ bytes: UnsafeRawBufferPointer) -> Bool {
        guard entry.count == bytes.count else { return false }
        return arena.withUnsafeBytes { arena in
            var at = 0
            while at + 8 <= bytes.count {
                let left = arena.loadUnaligned(fromByteOffset: entry.start + at, as: UInt64.self)
                let right = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
                if left != right { return false }
                at += 8
            }
            while at < bytes.count {
                if arena[entry.start + at] != bytes[at] { return false }
                at += 1
            }
            return true
        }
    }

    private func hash(_ bytes: UnsafeRawBufferPointer, _ tag: Int) -> UInt64 {
        var hash = seed &+ UInt64(truncatingIfNeeded: bytes.count &+ tag &* 8191)
        var at = 0
        while at + 8 <= bytes.count {
            hash = mixed(hash, bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
            at += 8
        }
        var tail: UInt64 = 0
        while at < bytes.count {
            tail = tail << 8 | UInt64(bytes[at])
            at += 1
        }
        return mixed(hash, tail)
    }

    @inline(__always)
    private func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ (seed << 1))
        return product.high ^ product.low
    }
}
