import MedelCore
import MedelImport
import MedelStore

/// Takes vouchers from the reader into the session, in one of two ways.
///
/// A year that the ledger has nothing of is taken as it comes, in one pass. Else the vouchers are
/// only collected by name and content, paired with those in force, and read once more.
final class ImportSink: SIESink {
    enum Mode {
        case take
        case collect
        case carryOut([Pairing.Action], comparesRows: Bool)
    }

    /// A voucher of another year than the file's own must be paired with that year's.
    struct PairingNeeded: Error {}

    /// A voucher that was collected.
    struct Collected {
        let key: VoucherKey
        let date: Day
        let year: FiscalYear
        let hash: ContentHash
        let line: Int
        /// Whether the rule of an extract keeps anything of it.
        let isKept: Bool
    }

    private let session: ImportSession
    private let begins: (SIEHeader, ImportSession) throws -> Mode
    private(set) var mode = Mode.take
    private(set) var header: SIEHeader?
    private(set) var collected: [Collected] = []
    private var filter: ExtractFilter?
    private var ordinal = 0

    /// The places of vouchers whose rows another rule of the extract keeps otherwise.
    private(set) var recut: [Int] = []

    init(
        session: ImportSession,
        filter: ExtractRule?,
        begins: @escaping (SIEHeader, ImportSession) throws -> Mode
    ) {
        self.session = session
        self.filter = filter.map { ExtractFilter($0) }
        self.begins = begins
    }

    /// The sum of the rows that an extract kept, in öre.
    var keptOre: Int128 { filter?.keptOre ?? 0 }

    func begin(_ header: SIEHeader) throws {
        self.header = header
        mode = try begins(header, session)
    }

    func take(_ voucher: borrowing VoucherDraft, codings: borrowing CodingTable) throws {
        defer { ordinal += 1 }
        guard header?.type == "4" else {
            // Types 1 to 3 have no vouchers; one that has is told of it and keeps its balances.
            session.count(known: 0, leftOut: 1)
            return
        }
        let hash = session.contentHash(of: voucher, codings: codings)
        switch mode {
        case .take:
            if let own = header?.year, !own.contains(voucher.date),
                try session.mustPair(in: session.fiscalYear(of: voucher.date))
            {
                throw PairingNeeded()
            }
            try keep(voucher, codings: codings, hash: hash, insteadOf: nil)
        case .collect: collect(voucher, codings: codings, hash: hash)
        case .carryOut(let actions, let comparesRows):
            guard ordinal < actions.count else { throw ImportRefusal.changedWhileRead }
            try carryOut(actions[ordinal], voucher, codings, hash, comparesRows: comparesRows)
        }
    }

    private func collect(
        _ voucher: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        hash: ContentHash
    ) {
        collected.append(
            Collected(
                key: VoucherKey(
                    series: voucher.string(voucher.series),
                    number: voucher.string(voucher.number)
                ),
                date: voucher.date,
                year: session.fiscalYear(of: voucher.date),
                hash: hash,
                line: voucher.line,
                isKept: filter?.weigh(voucher, codings: codings) ?? true
            )
        )
    }

    private func carryOut(
        _ action: Pairing.Action,
        _ voucher: borrowing VoucherDraft,
        _ codings: borrowing CodingTable,
        _ hash: ContentHash,
        comparesRows: Bool
    ) throws {
        switch action {
        case .take: try keep(voucher, codings: codings, hash: hash, insteadOf: nil)
        case .propose(let current):
            try keep(voucher, codings: codings, hash: hash, insteadOf: current)
        case .reopen(let proposal, let current):
            session.reopen(proposal: proposal, insteadOf: current)
        case .known: session.count(known: 1, leftOut: 0)
        case .same(let current):
            if comparesRows, try differs(voucher, codings, from: current) {
                recut.append(ordinal)
                try keep(voucher, codings: codings, hash: hash, insteadOf: current)
            } else {
                session.count(known: 1, leftOut: 0)
            }
        }
    }

    /// Whether this extract's rule keeps other rows of a voucher than are stored.
    private func differs(
        _ voucher: borrowing VoucherDraft,
        _ codings: borrowing CodingTable,
        from current: Int64
    ) throws -> Bool {
        guard let kept = filter?.apply(to: voucher, codings: codings), let filter else {
            return false
        }
        let stored = try session.storedRows(of: current)
        return !stored.elementsEqual(kept.rows) { old, new in
            old.coding == filter.codings[new.coding] && old.ore == new.amount.ore
        }
    }

    private func keep(
        _ voucher: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        hash: ContentHash,
        insteadOf current: Int64?
    ) throws {
        guard filter != nil else {
            try store(voucher, codings: codings, hash: hash, insteadOf: current)
            return
        }
        let kept = filter?.apply(to: voucher, codings: codings)
        guard let kept, let filter, current != nil || !kept.rows.isEmpty else {
            session.count(known: 0, leftOut: 1)
            return
        }
        try store(kept, codings: filter.codings, hash: hash, insteadOf: current)
    }

    private func store(
        _ voucher: borrowing VoucherDraft,
        codings: borrowing CodingTable,
        hash: ContentHash,
        insteadOf current: Int64?
    ) throws {
        if let current {
            try session.propose(voucher, codings: codings, hash: hash, insteadOf: current)
        } else {
            try session.take(voucher, codings: codings, hash: hash)
        }
    }
}

/// Reads a file's header and stops at its first voucher.
struct HeaderSink: SIESink {
    struct Found: Error {
        let header: SIEHeader
    }

    mutating func begin(_ header: SIEHeader) throws { throw Found(header: header) }

    mutating func take(_ voucher: borrowing VoucherDraft, codings: borrowing CodingTable) {}
}
