import MedelCore
import MedelImport
import MedelStore

/// A file's vouchers beside those in force, fiscal year by fiscal year.
struct Pairing {
    typealias Rule = VoucherPairing<VoucherKey, Int64>

    /// A voucher in force that the file should have and has not.
    struct Gone {
        let id: Int64
        let key: VoucherKey
        let date: Day
    }

    /// A fate for each voucher of the file, in its order.
    private(set) var fates: [Rule.Fate]

    /// The vouchers that are gone, in order of entry.
    private(set) var gone: [Gone] = []

    private let collected: [ImportSink.Collected]

    init(
        _ collected: [ImportSink.Collected],
        contents: SIEContents,
        session: ImportSession
    ) throws {
        self.collected = collected
        fates = Array(repeating: .new, count: collected.count)
        let years = Set(collected.map(\.year)).union(contents.header.year.map { [$0] } ?? [])
        for year in years.sorted() {
            let places = collected.indices.filter { collected[$0].year == year }
            let force = try session.vouchersInForce(
                in: year,
                coverage: contents.coverage
            )
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
            for (place, fate) in zip(places, pairing.fates) { fates[place] = fate }
            let missing = Set(pairing.gone)
            gone += force.filter { missing.contains($0.voucher.id) }.map {
                Gone(id: $0.voucher.id, key: $0.key, date: $0.date)
            }
        }
    }

    /// Names the vouchers in a report.
    func list(in report: inout ImportReport) {
        for (voucher, fate) in zip(collected, fates) where voucher.isKept || fate != .new {
            let entry = ImportReport.Entry(
                key: voucher.key,
                date: voucher.date,
                line: voucher.line
            )
            switch fate {
            case .new: report.new.append(entry)
            case .changed: report.changed.append(entry)
            case .same, .known: break
            }
        }
        report.gone = gone.map { .init(key: $0.key, date: $0.date, line: nil) }
    }
}
