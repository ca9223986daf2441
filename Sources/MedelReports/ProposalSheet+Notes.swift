import MedelCore
import MedelDocument

extension ProposalSheet {
    /// What the board needs to know and to say when it decides.
    static func notes(
        _ proposal: GrantProposal,
        _ snapshot: Snapshot,
        _ equity: EquityStanding?
    ) throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        for year in proposal.years {
            // What is sought is then below zero: others already pay more than the cost.
            guard let other = year.other.amount, other > .zero,
                let sought = year.sought.amount, sought < .zero
            else { continue }
            let code = proposal.insats.insats.code
            notes.add("Fel: " + financedTwiceWords(code, year: year.label, -sought))
        }
        addFinancing(proposal, to: &notes)
        try addAdministration(proposal, to: &notes)
        for flag in proposal.flags {
            notes.add(
                "Att pröva, \(flag.label): \(flag.rule.text) (\(flag.rule.source))"
            )
        }
        if snapshot.plan.eligibilityRules.isEmpty {
            notes.add(
                "Inga regler om stödberättigande är antagna i huvudboken, så raderna är inte "
                    + "prövade."
            )
        } else if proposal.flags.isEmpty {
            notes.add("Ingen rad träffas av förbundets regler om stödberättigande.")
        }
        if proposal.layout.version.hasOtherIncome, (proposal.total.other.amount ?? .zero) > .zero {
            notes.add(
                "Budgeten har egna intäkter och insatsen har andra källor. Kontrollera att samma "
                    + "pengar inte är avdragna två gånger."
            )
        }
        for source in proposal.approximate {
            notes.add("Annan finansiering från \(source.name) är ungefärlig (cirka).")
        }
        if !(try proposal.projectYears()).isEmpty {
            notes.add(
                "Budgetåren är inte kalenderår. Tabellens belopp per kalenderår är periodiserade, "
                    + "alltså fördelade över månaderna, och är inga maxbelopp."
            )
        }
        addRoom(proposal, to: &notes)
        addEquity(snapshot, equity, to: &notes)
        if proposal.layout.months == nil {
            notes.add("Budgetårens månader är inte kända, så utrymme per kalenderår saknas.")
        }
        if proposal.total.participants == nil {
            notes.add("Planerat antal deltagare är inte angivet för alla år.")
        }
        notes.addCategories(
            proposal.layout.version.rows.map(\.category),
            snapshot.plan
        )
        notes.addVAT(of: proposal.insats.insats, snapshot.plan, in: snapshot.asOf.month)
        notes.add(proposal.insats.insats.notes)
        notes.add(proposal.layout.version.notes)
        return notes.notes
    }

    private static func addFinancing(
        _ proposal: GrantProposal,
        to notes: inout SheetNotes
    ) {
        if let note = proposal.insats.grant.decisions.last?.financing, !note.isEmpty {
            notes.add("Finansiering enligt senaste beslut: \(note).")
        }
        if let basis = proposal.insats.grant.terms.basis { notes.add(words(for: basis)) }
    }

    private static func addAdministration(
        _ proposal: GrantProposal,
        to notes: inout SheetNotes
    ) throws(MoneyError) {
        let version = proposal.layout.version
        let max = proposal.insats.grant.terms.administrationMax
        for (place, year) in version.years.enumerated() {
            guard let share = try AdministrationShare(of: version, year: place, max: max) else {
                continue
            }
            notes.add(administrationWords(share, year.label))
        }
    }

    private static func addRoom(
        _ proposal: GrantProposal,
        to notes: inout SheetNotes
    ) {
        for year in proposal.years {
            guard let number = year.year else { continue }
            if case .plan(let budgetYear) = year.basis {
                notes.add(
                    "\(number): utrymmet är enligt flerårsplanen i budgeten för \(budgetYear) "
                        + "(kommunallagen 11 kap. 6 §). Planen är ingen budget och kan ändras."
                )
            }
            if year.freeBefore.amount == nil {
                let codes = year.ungranted.map(\.text).joined(separator: ", ")
                let what =
                    year.basis == .missing
                    ? "varken budget eller flerårsplan för insatser är inläst"
                    : codes.isEmpty
                        ? "budgeten för insatser är inte känd"
                        : "vad som är beviljat är inte känt för \(codes)"
                notes.add("\(number): \(what), så fritt utrymme saknas.")
            } else if let free = year.freeAfter.amount, free < .zero {
                notes.add(
                    "\(number): det sökta ryms inte i årets \(year.basisWord); "
                        + "\(kronor(-free)) saknas."
                )
            }
        }
    }

    private static func addEquity(
        _ snapshot: Snapshot,
        _ equity: EquityStanding?,
        to notes: inout SheetNotes
    ) {
        if let equity, let opening = equity.opening {
            let result = equity.result.map { " Årets bokförda resultat hittills är \(kronor($0))." }
            notes.add(
                "Eget kapital vid ingången av \(equity.year) var \(kronor(opening)).\(result ?? "") "
                    + "Det ingår inte i det fria utrymmet; se \(Report.equity.title.lowercased())."
            )
        } else {
            notes.add(
                "Eget kapital ingår inte i det fria utrymmet, eftersom det inte är känt i "
                    + "underlaget."
            )
        }
        if let least = snapshot.plan.profile?.equityMin {
            notes.add("Styrelsen vill behålla minst \(kronor(least)) i eget kapital.")
        }
    }
}

extension GrantProposal.Year {
    /// What the room is by.
    fileprivate var basisWord: String {
        if case .plan = basis { "plan" } else { "budget" }
    }
}

/// The share of administration in words, held against the agreement's limit if there is one.
func administrationWords(_ share: AdministrationShare, _ year: String) -> String {
    var text =
        "Administration \(year): \(kronor(share.administration)) av \(kronor(share.costs))"
    if let points = share.basisPoints, let rate = Rate(basisPoints: Int(points)) {
        text += ", \(rate)\u{A0}%"
    }
    guard let max = share.max else { return text + "." }
    return share.isAbove
        ? text + ", över avtalets högst \(max)\u{A0}%."
        : text + ", inom avtalets högst \(max)\u{A0}%."
}
