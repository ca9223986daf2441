import MedelCore
import MedelDocument

/// What must be known to read R4: what is late, off the shares, approximate or missing.
struct FundingNotes {
    let funding: FundingYear

    init(_ funding: FundingYear) { self.funding = funding }

    private var year: Int { funding.year }

    func make() throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        try addMembers(to: &notes)
        addSources(to: &notes)
        addBalances(to: &notes)
        for note in funding.mixNotes { notes.add(note) }
        notes.add(funding.profile?.notes ?? [])
        return notes.notes
    }

    /// What concerns the members only.
    func members() throws(MoneyError) -> [Note] {
        var notes = SheetNotes()
        try addMembers(to: &notes)
        notes.add(funding.profile?.notes ?? [])
        return notes.notes
    }

    private func addMembers(to notes: inout SheetNotes) throws(MoneyError) {
        if let profile = funding.profile {
            notes.add(
                PartyShares(in: year, profile.sharing, members: profile.members).basis.swedish
            )
        }
        if funding.lines.isEmpty, funding.profile?.members.isEmpty == false {
            notes.add("Medlemmarnas bidrag för \(year) är inte kända: inga är inlagda i planen.")
        }
        for line in funding.lines {
            let name = line.member?.name ?? line.code.text
            guard let standing = line.standing else { continue }
            let contribution = standing.contribution
            if standing.marks.contains(.undecided) {
                notes.add("\(name): inget beslut om bidraget är känt till och med arkets dag.")
            }
            if standing.marks.contains(.late), let day = contribution.decidedOn {
                notes.add(
                    "\(name) beslutade sitt bidrag den \(day), efter förbundets budget för \(year)."
                )
            }
        }
        if funding.lines.contains(where: { $0.standing != nil && $0.standing?.invoiced == nil }) {
            notes.add(
                "Fakturerat är inte känt där en delbetalning saknar fakturadatum och sätt."
            )
        }
        if funding.lines.contains(where: asksNothingKnown) {
            notes.add("Vad förbundet har begärt är inte känt för alla medlemmar.")
        }
        guard let profile = funding.profile, !funding.lines.isEmpty else { return }
        let decided = funding.lines.compactMap { line in
            line.standing.flatMap { $0.decided == nil ? nil : $0.contribution }
        }
        guard decided.count == funding.lines.compactMap(\.standing).count else { return }
        for finding in try ContributionSplit.findings(decided, year: year, profile) {
            notes.add(finding.swedish(year))
        }
    }

    private func asksNothingKnown(_ line: FundingMembersTable.Line) -> Bool {
        guard let contribution = line.standing?.contribution else { return false }
        return contribution.asked == nil && contribution.amount != .zero
    }

    private func addSources(to notes: inout SheetNotes) {
        for source in funding.snapshot.plan.fundingSources where source.insats == nil {
            guard source.amounts.contains(where: { $0.year == year }) || source.share != nil else {
                continue
            }
            if source.amounts.isEmpty {
                notes.add(
                    "\(source.name): andelen gäller förbundet som helhet, så beloppet är inte känt."
                )
            }
            if !source.isMoney {
                notes.add("\(source.name) är nedlagd tid eller lokaler och ingår inte i summorna.")
            }
            notes.add(source.notes, about: source.name)
        }
        if funding.snapshot.plan.fundingSources.contains(where: \.isIncome) {
            notes.add(
                "Vad som är fakturerat och inbetalt visas bara för medlemmarnas bidrag; andra "
                    + "källors betalningar registreras inte i planen."
            )
        }
    }

    private func addBalances(to notes: inout SheetNotes) {
        var hasSpread = false
        for (_, balance) in funding.balances where balance.isOfInterest {
            let code = balance.insats.text
            if balance.grant.notes.contains(.spread) { hasSpread = true }
            for share in balance.sources {
                let name = share.source.name
                for mark in share.marks where !mark.sentence.isEmpty {
                    notes.add("\(code), \(name): \(mark.sentence)")
                }
                if share.figure.value != .notApplicable {
                    notes.add(share.source.notes, about: "\(code), \(name)")
                }
            }
            for share in balance.inKind where share.figure.value != .notApplicable {
                notes.add("\(code), \(share.source.name): visas som memo och ingår inte i summan.")
            }
            if let basis = balance.limitingBasis, let granted = balance.granted.amount,
                let grant = balance.grant.amount
            {
                notes.add(
                    "\(code): beviljat \(year) är \(kronor(granted)) men förbundets del av "
                        + "budgeten är \(kronor(grant)). \(words(for: basis))"
                )
            }
            switch balance.isBalanced {
            case true: continue
            case false:
                if let difference = balance.difference.amount {
                    let isShort = difference < .zero
                    notes.add(
                        isShort
                            ? "\(code): \(kronor(-difference)) av budgeten \(year) saknar finansiering."
                            : "\(code): finansieringen \(year) är \(kronor(difference)) större än budgeten."
                    )
                }
            case nil:
                for reason in balance.uses.notes + balance.grant.notes where reason != .spread {
                    notes.add("\(code): \(reason.text)")
                }
            }
        }
        if hasSpread {
            notes.add(
                "Beviljat per kalenderår är för minst en insats periodiserat: fördelat lika över "
                    + "månaderna, utan att stoppa någonting."
            )
        }
    }
}

/// The meaning of the terms in the sheets of financing.
let fundingDefinitions = [
    Definition("Begärt enligt budget", "Vad förbundet har bett medlemmen om för året."),
    Definition(
        "Beslutat",
        "Vad medlemmen själv har beslutat att betala. Det är beslutat och inte begärt som räknas."
    ),
    Definition(
        "Fakturerat",
        "Delbetalningar som är fakturerade eller rekvirerade till och med dagen."
    ),
    Definition("Inbetalt", "Vad som har kommit in till och med dagen, minus återbetalningar."),
    Definition(
        "För mycket inbetalt",
        "Vad en medlem har betalt utöver sitt beslut. Det minskar inte vad andra ska betala."
    ),
    Definition(
        "Rest",
        "Vad som är beslutat och inte inbetalt, medlem för medlem: beslutat minus inbetalt, plus vad "
            + "som är för mycket inbetalt."
    ),
    Definition(
        "Varav förfallet",
        "Delbetalningar vars förfallodag har passerat utan att pengarna har kommit in."
    ),
    Definition(
        "Förbundets del",
        "Vad förbundet betalar av insatsens budget för året: beviljat, men inte mer än vad bidraget "
            + "enligt beslutet avser (hela kostnaden, en andel, vissa rader eller det som återstår "
            + "efter övrig finansiering)."
    ),
    Definition(
        "Finansierat",
        "Förbundets del och pengar från andra källor. Nedlagd tid och lokaler ingår inte."
    ),
    Definition(
        "Källmix",
        "Hur årets kostnad är tänkt att betalas, källa för källa. Samma andelar gäller varje krona: "
            + "upparbetat är fördelat efter dem till öret, och så kan också en enskild kostnad eller "
            + "betalning delas."
    ),
    Definition(
        "Förbundets bidrag",
        "Betalas ur förbundets gemensamma pengar, som är delade efter vad parterna har beslutat, "
            + "andra källor till förbundet och sparade medel. Sparade medel är beloppet som en källa "
            + "anger; anges inget är de vad budgetens kostnader överstiger dess intäkter med."
    ),
    Definition("cirka", "Källan anger beloppet som ungefärligt."),
]
