import MedelCore
import MedelDocument

/// How a krona of each insats's cost is financed in a year, source by source: the fourth part of R4.
///
/// Source: issue 5 (every payment can be traced to its source mix).
struct SourceMixTable {
    /// An insats with its mix, or why there is none.
    struct Line {
        let insats: InsatsCode
        let name: String
        let mix: Result<SourceMix, SourceMixError>
        let sources: [SourceShare]

        /// What the insats has cost in the year.
        let incurred: Figure
    }

    let year: Int
    let lines: [Line]

    init(_ year: Int, _ lines: [Line]) {
        self.year = year
        self.lines = lines
    }

    /// The columns of numbers; the last only where something is known of it.
    static func columns(_ year: Int, showsIncurred: Bool) -> [Column] {
        [
            Column(key: "amount", title: "Betalar \(year)", kind: .amount, width: 16),
            Column(key: "share", title: "Andel", kind: .basisPoints, width: 10),
        ]
            + (showsIncurred
                ? [
                    Column(
                        key: "incurred",
                        title: "Av upparbetat \(year)",
                        kind: .amount,
                        width: 18
                    )
                ]
                : [])
    }

    private var showsIncurred: Bool { lines.contains { $0.incurred.amount != nil } }

    /// A row for each source of each insats; nil when no insats has any.
    func table() -> Table? {
        guard !lines.isEmpty else { return nil }
        let leading = [
            Column(key: "code", title: "Kod", kind: .text, width: 13),
            Column(key: "insats", title: "Insats", kind: .text, width: 30),
            Column(key: "source", title: "Källa", kind: .text, width: 38),
        ]
        let columns = leading + Self.columns(year, showsIncurred: showsIncurred)
        return Table(
            key: "sourceMix",
            columns: columns,
            leadingCount: 3,
            groups: [
                Table.Group(title: "Källmix", columnKeys: columns.dropFirst(3).map(\.key))
            ],
            rows: lines.flatMap(rows)
        )
    }

    private func rows(_ line: Line) -> [TableRow] {
        let leading: [Cell] = [.text(line.insats.text), cell(line.name)]
        guard case .success(let mix) = line.mix else {
            let isAbove = if case .failure(.aboveCost) = line.mix { true } else { false }
            let title = isAbove ? "källorna överstiger kostnaden" : "inte känd"
            let cells: [Cell] =
                [.text(title), .amount(nil), .empty]
                + (showsIncurred ? [.amount(nil)] : [])
            return [TableRow(key: line.insats.text + ".unknown", cells: leading + cells)]
        }
        let costs = line.incurred.amount.map(mix.split)
        return zip(mix.parts, mix.shares).enumerated().map { place, pair in
            let (part, share) = pair
            let cost = costs.map { Figure($0[place].amount) } ?? Figure(line.incurred.value)
            return TableRow(
                key: "\(line.insats.text).\(part.origin.key)",
                cells: leading + [
                    .text(part.origin.title(line.sources)), .amount(part.amount),
                    .basisPoints(share.basisPoints),
                ] + (showsIncurred ? [cell(cost)] : [])
            )
        }
    }

    /// Why an insats has no mix, and what is not seen in those that have.
    var notes: [String] {
        var notes: [String] = []
        for line in lines {
            guard case .failure(let error) = line.mix else { continue }
            switch error {
            case .noSource: continue
            case .aboveCost(let over):
                notes.append(
                    "\(line.insats): källorna betalar \(kronor(over)) mer än kostnaden \(year), så "
                        + "källmixen visas inte förrän beloppen är rättade. Insatsen är inte med i "
                        + "summan över insatser."
                )
            case .unknown(let origin):
                notes.append(
                    "\(line.insats): källmixen \(year) är inte känd, eftersom det inte är känt vad "
                        + "\(origin.payer(line.sources)) betalar. Insatsen är inte med i summan över "
                        + "insatser."
                )
            }
        }
        let costless = lines.filter { line in
            if case .success = line.mix { line.incurred.value == .unknown } else { false }
        }
        if !costless.isEmpty {
            notes.append(
                "Upparbetat \(year) är inte känt för "
                    + "\(costless.map(\.insats.text).joined(separator: ", ")), så det är inte "
                    + "fördelat på källor."
            )
        }
        return notes
    }
}

extension SourceMix.Origin {
    /// The name of a row.
    var key: String {
        switch self {
        case .grant: "grant"
        case .source(let code): "source." + code.text
        case .uncovered: "uncovered"
        }
    }

    func title(_ sources: [SourceShare]) -> String {
        switch self {
        case .grant: "Förbundets bidrag"
        case .source(let code):
            sources.first { $0.source.code == code }.map { share in
                let mark = share.isApproximate ? " (cirka)" : ""
                return share.source.name + mark
            } ?? code.text
        case .uncovered: "Saknar finansiering"
        }
    }

    /// Who pays, in a sentence.
    fileprivate func payer(_ sources: [SourceShare]) -> String {
        switch self {
        case .grant: "förbundet"
        case .source, .uncovered: title(sources)
        }
    }
}
