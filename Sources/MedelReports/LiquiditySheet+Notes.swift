import MedelCore
import MedelDocument

extension LiquiditySheet {
    /// What is left out, where it is from and what to do about it.
    static func notes(
        _ plan: LiquidityPlan,
        _ year: Int,
        _ snapshot: Snapshot,
        _ positions: [FinancialPosition]
    ) -> [Note] {
        var notes = SheetNotes()
        if let last = plan.lines.last(where: \.isBooked) {
            notes.add("Månaderna till och med \(last.month.swedish) är enligt bokföringen.")
        } else if let position = positions.first(where: { $0.absence != nil }) {
            notes.add(position.words)
        } else if plan.lines.first?.opening.amount == nil {
            notes.add(
                "Ingående bank är inte känd: förbundets bok är inte inläst för \(year) till och "
                    + "med \(snapshot.asOf)."
            )
        }
        if plan.followsInstalmentPlan {
            notes.add(
                "Bidrag, eller delar av dem, utan registrerade delbetalningar väntas de dagar som "
                    + "förbundets betalningsplan anger."
            )
        }
        for loose in plan.undated { notes.add(words(on: loose, year, snapshot)) }
        if plan.lines.contains(where: { !$0.isBooked }) {
            if let amount = plan.unallocated.amount, amount != .zero {
                notes.add(
                    "Insatser, ej fördelat: budgetens \(kronor(amount)) för \(year) ingår inte, "
                        + "eftersom ingen insats har fått dem."
                )
            }
            for release in plan.released { notes.add(release.words(in: year)) }
        }
        if !plan.unknownGrants.isEmpty {
            let codes = plan.unknownGrants.map(\.text).joined(separator: ", ")
            notes.add(
                "Vad som är beviljat \(year) är inte känt för \(codes), så väntade betalningar "
                    + "till insatser saknas."
            )
        }
        if plan.lines.contains(where: { !$0.isBooked && $0.ownCosts.value == .unknown }) {
            notes.add(
                "Förbundets egna kostnader saknas: budgeten eller det upparbetade är inte känt."
            )
        }
        if plan.lines.contains(where: { !$0.isBooked }) {
            notes.add(
                "Förfallna delbetalningar väntas den första månaden som inte är bokförd. Vad "
                    + "förbundet redan är skyldigt vid den sista bokförda månaden ingår inte."
            )
        }
        return notes.notes
    }

    /// Money that has no place in the months, and what to do about it.
    private static func words(
        on loose: LiquidityPlan.Undated,
        _ year: Int,
        _ snapshot: Snapshot
    ) -> String {
        let amount = loose.amount.map(kronor) ?? "ett okänt belopp"
        switch loose.source {
        case .member(let code, let own):
            let members = snapshot.plan.profile?.members ?? []
            let name = members.first { $0.code == code }?.name ?? code.text
            let part = own == year ? "bidraget" : "bidraget för \(own)"
            return "\(name): när \(amount) av \(part) kommer in är inte känt, och beloppet ingår "
                + "inte. Registrera delbetalningen med förfallodag, eller när den kom in."
        case .source(let source):
            return "Källan \(source.text): \(amount) saknar betaldag och ingår inte."
        }
    }
}
