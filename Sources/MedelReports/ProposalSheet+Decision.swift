import MedelCore
import MedelDocument

extension ProposalSheet {
    /// The decision as the minutes could word it, and what it leaves of the room.
    static func question(
        _ proposal: GrantProposal,
        _ snapshot: Snapshot
    ) throws(MoneyError) -> [Paragraph] {
        if let settled = try settled(proposal, snapshot) {
            return [Paragraph(settled, .proposal)] + waiting(proposal, snapshot)
        }
        var paragraphs = [Paragraph(try wording(proposal), .proposal)]
        paragraphs += waiting(proposal, snapshot)
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
        guard let amounts = try amounts(proposal) else {
            return "Vad förbundet ska betala per år framgår inte av underlaget. Ange maxbelopp per "
                + "år i beslutet om \(insats.name)."
        }
        guard !amounts.isEmpty else {
            return
                "Andra källor betalar hela kostnaden enligt ansökan, så det finns inget belopp att "
                + "bevilja \(insats.name)."
        }
        var text = "Styrelsen beviljar \(insats.name) högst \(amounts). "
        let replaced = proposal.years.filter { year in
            (year.grantedBefore.amount ?? .zero) > .zero && (year.sought.amount ?? .zero) > .zero
        }
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

    /// The amounts that are sought, each with its year: by budget year where those are no calendar
    /// years; in one sum where other money is only known by calendar year.
    ///
    /// - Returns: nil when an amount is not known, empty when nothing is sought.
    static func amounts(_ proposal: GrantProposal) throws(MoneyError) -> String? {
        let projectYears = try proposal.projectYears()
        let years: [(label: String, sought: Figure)] =
            projectYears.isEmpty
            ? proposal.years.map { ($0.label, $0.sought) }
            : projectYears.map { year in
                ("\(year.label) (\(year.months.first)–\(year.months.last))", year.sought)
            }
        let known = years.compactMap { year in
            year.sought.amount.map { (label: year.label, amount: $0) }
        }
        guard known.count == years.count, !known.isEmpty else {
            guard let first = projectYears.first, let last = projectYears.last,
                let whole = proposal.total.sought.amount
            else { return nil }
            guard whole > .zero else { return "" }
            return "\(short(whole)) för \(first.months.first)–\(last.months.last) i allt (andra "
                + "källors belopp är angivna per kalenderår, så summan är inte delad på budgetår)"
        }
        let paid = known.filter { $0.amount > .zero }
        guard !paid.isEmpty else { return "" }
        let parts = list(paid.map { "\(short($0.amount)) för \($0.label)" })
        guard paid.count > 1 else { return parts }
        return parts + ", tillsammans \(short(try Money.sum(paid.map(\.amount))))"
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
