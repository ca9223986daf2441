import Foundation
import GRDB

/// Follows the rows of one table in order of id beside the ranges that the events name.
///
/// Tells which event a row belongs to, finds gaps and surplus rows, and sums up row hashes by
/// event.
struct TableWalk {
    let table: FactTable
    private let chain: EventChain
    private let ranges: [(ids: Range<Int64>, event: Int64)]
    private var position = 0
    private var expected: Int64
    private(set) var faults: [ChainFault] = []

    /// Events that lack a row, so that their digest cannot agree.
    private(set) var incompleteEvents: Set<Int64> = []

    /// The digest over the recomputed hashes of each event's rows.
    private(set) var hashers: [Int64: DigestHasher] = [:]

    /// Rows whose recomputed hash is not the stored one, by event.
    private(set) var suspects: [Int64: [FactName]] = [:]

    /// The rows that are missing or whose hash does not hold.
    var untrustedIDs: Set<Int64> {
        let changed = suspects.values.joined().map { Int64($0.id) }
        let missing = faults.compactMap { fault -> Int64? in
            if case .rowMissing(_, let id, _) = fault { Int64(id) } else { nil }
        }
        return Set(changed).union(missing)
    }

    private static let missingMax: Int64 = 1_000

    init(table: FactTable, chain: EventChain) {
        self.table = table
        self.chain = chain
        ranges = chain.ranges(of: table)
        expected = ranges.first?.ids.lowerBound ?? 0
    }

    /// Takes the next row.
    ///
    /// - Parameters:
    ///   - id: the row's id, larger than all before.
    ///   - claimedEvent: the event that the row names.
    ///   - recomputed: the hash of what is stored, nil for rows without one.
    ///   - stored: the hash that is stored.
    ///   - name: how a person finds the row; asked for only when something is wrong.
    mutating func visit(
        id: Int64,
        claimedEvent: Int64?,
        recomputed: [UInt8]?,
        stored: [UInt8]?,
        name: () -> FactName
    ) {
        skip(to: id)
        var owner: Int64?
        if position < ranges.count, ranges[position].ids.contains(id) {
            owner = ranges[position].event
            expected = id + 1
        } else if claimedEvent.map({ chain.trusted[$0] != nil || !chain.numbers.contains($0) })
            ?? chain.faults.isEmpty
        {
            faults.append(.rowAdded(name()))
        }
        guard let recomputed else { return }
        if let owner { hashers[owner, default: DigestHasher()].update(recomputed) }
        if recomputed != stored { suspects[owner ?? 0, default: []].append(name()) }
    }

    /// Says that there are no more rows.
    mutating func finish() { skip(to: .max) }

    private mutating func skip(to id: Int64) {
        while position < ranges.count {
            let range = ranges[position]
            let end = min(id, range.ids.upperBound)
            if expected < range.ids.lowerBound { expected = range.ids.lowerBound }
            if expected < end {
                incompleteEvents.insert(range.event)
                for missing in expected..<min(end, expected + Self.missingMax) {
                    faults.append(
                        .rowMissing(table: table.name, id: Int(missing), event: Int(range.event))
                    )
                }
                expected = end
            }
            guard id >= range.ids.upperBound else { return }
            position += 1
        }
    }
}
