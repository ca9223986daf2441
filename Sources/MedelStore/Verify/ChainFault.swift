/// Something in a ledger file that the chain does not bear out.
public enum ChainFault: Hashable, Sendable {
    /// Numbers of events do not follow on each other.
    case eventMissing(number: Int)
    /// An event's fields are not those that were sealed.
    case eventChanged(number: Int)
    /// An event does not follow on the one before it.
    case eventDetached(number: Int)
    /// An event has no seal, or a seal no event.
    case sealMissing(number: Int)
    /// A row's fields are not those that were hashed.
    case rowChanged(FactName)
    /// A row is as it was, but its stored hash is not.
    case rowHashDamaged(FactName)
    /// A row that an event added is gone.
    case rowMissing(table: String, id: Int, event: Int)
    /// A row that no event added is there.
    case rowAdded(FactName)
    /// Rows of an event and their hashes were written anew together.
    case rowsRewritten(event: Int)
    /// A posting lies with another voucher than its place says.
    case postingMisplaced(id: Int, voucher: FactName)
    /// A table, index, view or trigger is missing, added or changed.
    case schemaChanged(object: String)
    /// The head that was printed elsewhere does not stand in the chain: its end was removed or
    /// written anew.
    case headUnknown(hash: String)
    /// SQLite itself finds the file damaged.
    case fileDamaged(detail: String)
    /// A link in the log of runs does not hold.
    case operationRecordChanged(number: Int)
}

/// How a person finds a fact row again.
public struct FactName: Hashable, Sendable {
    /// The table.
    public let table: String

    /// The row's number in the table.
    public let id: Int

    /// What the row is about: for a voucher its series, number, file and line.
    public let description: String

    init(table: FactTable, id: Int64, description: String = "") {
        self.table = table.name
        self.id = Int(id)
        self.description = description
    }
}

/// What came of verifying a chain.
public struct ChainReport: Sendable {
    /// Where the chain ends, nil in a file without any event.
    public let head: ChainHead?

    /// How many fact rows were hashed.
    public let rowCount: Int

    /// Every fault, at most `faultsMax`.
    public let faults: [ChainFault]

    /// More faults than were kept.
    public let omittedFaultCount: Int

    /// Whether the ledger is as it was written.
    public var isIntact: Bool { faults.isEmpty }

    /// How many faults are named before the rest is only counted.
    public static let faultsMax = 1_000
}
