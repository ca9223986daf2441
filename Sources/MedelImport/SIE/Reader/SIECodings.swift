internal import MedelCore

/// The codings of a file, found again by the bytes that a row writes them with.
struct SIECodings {
    /// What rows have done on a coding.
    struct Use {
        /// The sum of the rows in öre.
        var sumOre: Int128 = 0

        /// The line of the first row; zero when only balances use it.
        var firstLine = 0
    }

    private(set) var table = CodingTable()

    /// What rows have done, by coding.
    private(set) var uses: [Use] = []

    private var spellings = SIEByteTable()
    private var codingOfSpelling: [CodingTable.Index] = []

    /// The coding that is spelled so, nil when the spelling is new.
    func index(spelled bytes: UnsafeRawBufferPointer) -> CodingTable.Index? {
        guard let number = spellings.number(of: bytes) else { return nil }
        return codingOfSpelling[number]
    }

    /// Keeps a coding and its spelling.
    ///
    /// - Returns: nil when it would be one more than `max`.
    mutating func add(
        _ coding: Coding,
        spelled bytes: UnsafeRawBufferPointer,
        max: Int
    ) -> CodingTable.Index? {
        let index = table.index(of: coding)
        if index.value == uses.count { uses.append(Use()) }
        guard uses.count <= max else { return nil }
        // Spellings beyond the limit are parsed each time instead of kept.
        if spellings.count < max, spellings.byteCount < 1 << 27 {
            _ = spellings.add(bytes)
            codingOfSpelling.append(index)
        }
        return index
    }

    /// Adds a row's amount to its coding.
    mutating func book(_ amount: Money, on index: CodingTable.Index, line: Int) {
        uses[index.value].sumOre += Int128(amount.ore)
        if uses[index.value].firstLine == 0 { uses[index.value].firstLine = line }
    }
}
