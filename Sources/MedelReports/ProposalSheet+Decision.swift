import MedelCore
import MedelDocument

extension ProposalSheet {
    /// The decision as the minutes could word it, and what it leaves of the room.
    static func question(
        _ proposal: GrantProposal,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> [Paragraph] {
        var paragraphs = [Paragraph(try wording(proposal), .proposal)]
        let begun = proposal.years.contains { year in
            year.year.map { $0 <= snapshot.asOf.year } ?? false
        }
        if begun {
            paragraphs.append(
                Paragraph(
                    "Beslutet gäller ett år som har börjat. Det ska ange hur bidraget finansieras "
                        + "(kommunallagen 11 kap. 15 §): insatser ej fördelat, eget kapital eller "
                        + "annan källa.",
                    .lead
                )
            )
        }
        if let room = room(proposal) { paragraphs.append(Paragraph(room, .lead)) }
        for row in proposal.layout.version.rows where row.isIncomeAboveZero {
            paragraphs.append(Paragraph(incomeWords(row), .warning))
        }
        return paragraphs
    }

    private static func wording(_ proposal: GrantProposal) throws(MoneyError) -> String {
        let insats = proposal.insats.insats
        let known = proposal.years.compactMap { year in
            year.sought.amount.map { (label: year.label, amount: $0, year: year) }
        }
        guard known.count == proposal.years.count, !known.isEmpty else {
            return "Vad förbundet ska betala per år framgår inte av underlaget. Ange maxbelopp per "
                + "år i beslutet om \(insats.name)."
        }
        let paid = known.filter { $0.amount > .zero }
        guard !paid.isEmpty else {
            return
                "Andra källor betalar hela kostnaden enligt ansökan, så det finns inget belopp att "
                + "bevilja \(insats.name)."
        }
        var text = "Styrelsen beviljar \(insats.name) högst "
        text += list(paid.map { "\(short($0.amount)) för \($0.label)" })
        if paid.count > 1 {
            text += ", tillsammans \(short(try Money.sum(paid.map(\.amount))))"
        }
        text += ". "
        let replaced = paid.filter { $0.year.grantedBefore.amount.map { $0 > .zero } ?? false }
        if !replaced.isEmpty {
            text += "Det ersätter vad som redan är beviljat för \(list(replaced.map(\.label))). "
        }
        switch insats.mode {
        case .grant:
            text +=
                "Bidraget avser upparbetade kostnader och betalas efter rekvisition, under "
                + "förutsättning att medlemmarna betalar sina bidrag till förbundet."
        case .own:
            text +=
                "Förbundet driver insatsen i egen regi; beloppet är det mesta som den får kosta, "
                + "under förutsättning att medlemmarna betalar sina bidrag till förbundet."
        }
        return text
    }

    /// What is left of the year's budget or plan; nil when no year's is known.
    private static func room(_ proposal: GrantProposal) -> String? {
        let parts = proposal.years.compactMap { year -> String? in
            guard let number = year.year, let free = year.freeAfter.amount else { return nil }
            let source = if case .plan = year.basis { " enligt plan" } else { "" }
            return free < .zero
                ? "\(number) saknas \(short(-free))\(source)"
                : "\(number) är \(short(free)) fritt\(source)"
        }
        guard !parts.isEmpty else { return nil }
        return "Efter beslutet: \(parts.joined(separator: "; "))."
    }

    private static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " och " + last
    }

    /// An amount as minutes write it: without öre where there are none.
    private static func short(_ amount: Money) -> String {
        guard amount.ore % 100 == 0 else { return kronor(amount) }
        return AmountText.kronor.text(amount) + "\u{A0}kr"
    }
}

/// What is wrong with an income row that would raise the cost, and what to do.
func incomeWords(_ row: BudgetRow) -> String {
    "Raden \(row.label) är en intäkt men har ett belopp över noll"
        + (row.isFinancing ? "." : ", så den höjer kostnaden.")
        + " Skriv beloppet med minus i planen och läs in den med medel load."
}
