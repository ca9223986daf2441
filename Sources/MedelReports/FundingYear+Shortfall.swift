import MedelCore
import MedelDocument

extension FundingYear {
    /// Which grants a shortfall falls on; nil when nothing is missing.
    func shortfallSection() -> Section? {
        guard shortfall.total > .zero else { return nil }
        var text = ["Det saknas \(kronor(shortfall.total)) av finansieringen \(year)."]
        if shortfall.overdue > .zero {
            text.append("Förfallet och inte inbetalt: \(kronor(shortfall.overdue)).")
        }
        if let below = shortfall.belowBudget, below > .zero {
            text.append("Beslutat under budgeterade intäkter: \(kronor(below)).")
        }
        if let room = shortfall.freeRoom {
            text.append(
                "Eget kapital över det lägsta som styrelsen vill ha är "
                    + "\(kronor(max(.zero, room))) och används först."
            )
        } else {
            text.append(
                "Eget kapital över det lägsta är inte känt och är därför inte avräknat: "
                    + roomMissing
            )
        }
        if shortfall.uncovered == .zero {
            text.append("Det räcker, så inget beslut berörs.")
        }
        var paragraphs = [Paragraph(text.joined(separator: " "), .lead)]
        guard !shortfall.hits.isEmpty || shortfall.left > .zero else {
            return Section(title: Self.shortfallTitle, paragraphs: paragraphs)
        }
        paragraphs.append(
            Paragraph(
                "Bidragen beviljas under förutsättning att medlemmarna betalar. Tabellen är en "
                    + "ordning att pröva dem i: de beslut som förbundet betalar av för \(year), "
                    + "senast fattat först och vid samma möte högsta paragraf först. Avslutade "
                    + "insatser prövas inte. Tabellen är inget beslut."
            )
        )
        if shortfall.left > .zero {
            paragraphs.append(
                Paragraph(
                    "\(kronor(shortfall.left)) återstår när årets alla kända bidrag är prövade.",
                    .warning
                )
            )
        }
        return Section(
            title: Self.shortfallTitle,
            paragraphs: paragraphs,
            tables: shortfall.hits.isEmpty ? [] : [shortfallTable]
        )
    }

    private static let shortfallTitle = "Om finansieringen brister"

    private var roomMissing: String {
        if !position.words.isEmpty { return position.words }
        return "styrelsen har inte angett något lägsta eget kapital."
    }

    private var shortfallTable: Table {
        let names = Dictionary(
            snapshot.plan.insatser.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        let rows = shortfall.hits.map { hit in
            let grant = hit.candidate
            return TableRow(
                key: "\(grant.insats.text).\(grant.decision.text)",
                cells: [
                    .text(grant.insats.text), cell(names[grant.insats] ?? ""),
                    .text(grant.decision.text), .date(grant.decidedOn), .amount(grant.payable),
                    .amount(hit.amount),
                ]
            )
        }
        return Table(
            key: "shortfall",
            columns: [
                Column(key: "code", title: "Kod", kind: .text, width: 12),
                Column(key: "insats", title: "Insats", kind: .text, width: 34),
                Column(key: "decision", title: "Beslut", kind: .text, width: 18),
                Column(key: "decidedOn", title: "Beslutat den", kind: .date, width: 16),
                Column(
                    key: "payable",
                    title: "Förbundets del \(year) av beslutet",
                    kind: .amount,
                    width: 20
                ),
                Column(key: "hit", title: "Bristen faller på", kind: .amount, width: 20),
            ],
            leadingCount: 2,
            groups: [
                Table.Group(
                    title: "",
                    columnKeys: ["decision", "decidedOn", "payable", "hit"]
                )
            ],
            rows: rows
        )
    }
}
