import MedelCore
import MedelImport
import MedelStore

/// A file's vouchers beside those in force, fiscal year by fiscal year, and what is to be done.
///
/// Source: STORE 3.2. What is compared is always upstream as it is now with upstream as it was when
/// it was last read, so that a difference follows upstream and the same content says nothing twice.
struct Pairing {
    typealias Rule = VoucherPairing<VoucherKey, Int64>

    /// What becomes of a voucher of the file.
    enum Action {
        /// It is new.
        case take
        /// It differs from this one in force, in a way that has not been proposed before.
        case propose(Int64)
        /// It is this one in force; an extract's rows may still differ when its rule has changed.
        case same(Int64)
        /// It is as it was when it was last read.
        case known
        /// It is again what was proposed for this one and then left.
        case reopen(proposal: Int64, insteadOf: Int64)
    }

    /// A voucher in force that the file should have and has not.
    struct Gone {
        let id: Int64
        let key: VoucherKey
        let date: Day
    }

    /// An action for each voucher of the file, in its order.
    private(set) var actions: [Action]

    /// The vouchers that are gone, in order of entry.
    private(set) var gone: [Gone] = []

    /// The vouchers in force that upstream has again as they are.
    private(set) var returned: [Int64] = []

    private let collected: [ImportSink.Collected]

    /// Pairs what was collected.
    ///
    /// - Parameters:
    ///   - collected: the file's vouchers, in order.
    ///   - contents: the file.
    ///   - isBatch: whether the file is a batch for import (4I), which speaks for itself only.
    ///   - isWholeBook: whether the whole book is read and not an extract.
    ///   - session: the session, opened.
    /// - Throws: `LedgerError`.
    init(
        _ collected: [ImportSink.Collected],
        contents: SIEContents,
        isBatch: Bool,
        isWholeBook: Bool,
        session: ImportSession
    ) throws {
        self.collected = collected
        actions = Array(repeating: .take, count: collected.count)
        let coverage = isBatch ? nil : contents.coverage
        let coversSeries = isWholeBook && contents.holdsWholeYear
        let years = Set(collected.map(\.year)).union(contents.header.year.map { [$0] } ?? [])
        for year in years.sorted() {
            let force = try session.vouchersInForce(in: year) { key, date in
                guard let coverage, coverage.first <= date, date <= coverage.last else {
                    return false
                }
                return coversSeries || coverage.series.contains(key.series)
            }
            pair(force, with: collected.indices.filter { collected[$0].year == year })
        }
    }

    private mutating func pair(_ force: [VoucherInForce], with places: [Int]) {
        let pairing = Rule(
            existing: force.map(\.voucher),
            incoming: places.map { place in
                let voucher = collected[place]
                return Rule.Incoming(
                    key: voucher.key.isNumbered ? voucher.key : nil,
                    content: voucher.hash
                )
            }
        )
        let byID = Dictionary(uniqueKeysWithValues: force.map { ($0.voucher.id, $0) })
        for (place, fate) in zip(places, pairing.fates) {
            switch fate {
            case .new: actions[place] = .take
            case .same(let id):
                actions[place] = .same(id)
                if byID[id]?.upstream != .asInForce { returned.append(id) }
            case .known(let id), .changed(let id):
                let hash = collected[place].hash
                if byID[id]?.upstream == .changed(hash) {
                    actions[place] = .known
                } else if let proposal = byID[id]?.proposals[hash] {
                    actions[place] = .reopen(proposal: proposal, insteadOf: id)
                } else {
                    actions[place] = .propose(id)
                }
            }
        }
        gone += pairing.gone.compactMap { id in
            guard let voucher = byID[id], voucher.upstream != .gone else { return nil }
            return Gone(id: id, key: voucher.key, date: voucher.date)
        }
    }

    /// Names the vouchers in a report.
    func list(in report: inout ImportReport) {
        for (voucher, action) in zip(collected, actions) {
            let entry = ImportReport.Entry(
                key: voucher.key,
                date: voucher.date,
                line: voucher.line
            )
            switch action {
            case .take: if voucher.isKept { report.new.append(entry) }
            case .propose, .reopen: report.changed.append(entry)
            case .same, .known: break
            }
        }
        report.gone = gone.map { .init(key: $0.key, date: $0.date, line: nil) }
    }
}

extension SIEContents {
    /// Whether movements lead from opening to closing balances, so that no voucher can be missing.
    var holdsWholeYear: Bool { header.year != nil && reconciliation?.holds == true }

    /// The part of the book that the file speaks for.
    ///
    /// A file that holds the whole of its year speaks for it up to #OMFATTN, if it says so. Any
    /// other ledger file speaks for the months from its first to its last voucher, since books
    /// are exported by whole months. A voucher dated outside the file's year makes it speak for no
    /// day of another year.
    var coverage: ImportCoverage? {
        guard let firstVoucherDate, let lastVoucherDate, header.type == "4" else { return nil }
        var first = firstVoucherDate.month.firstDay
        var last = lastVoucherDate.month.lastDay
        if let year = header.year, holdsWholeYear {
            first = min(first, year.start)
            last = max(lastVoucherDate, header.coversThrough ?? year.end)
        }
        if let year = header.year {
            first = max(first, year.start)
            last = min(last, year.end)
        }
        return ImportCoverage(
            from: first,
            through: last,
            series: Set(series.map(\.series))
        )
    }
}
