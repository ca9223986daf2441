import MedelCore
import MedelDocument

extension FundingYear {
    /// How all insatser and each of them are financed, krona by krona; none without any source.
    func mixSections() throws(MoneyError) -> [Section] {
        guard let table = SourceMixTable(year, mixes).table() else { return [] }
        let names = Dictionary(
            snapshot.plan.fundingSources.map { ($0.code, $0.name) },
            uniquingKeysWith: { first, _ in first }
        )
        var sections = [Section(title: "Källmix per insats \(year)", tables: [table])]
        if let total = try SourceMixTotal(year, mixes, pool, names: names) {
            let section = Section(
                title: "Källmix \(year)",
                paragraphs: [Paragraph(total.sentence, .lead)],
                tables: [try total.table()]
            )
            sections.insert(section, at: 0)
        }
        return sections
    }

    /// What the mixes leave out, and why.
    var mixNotes: [String] {
        guard !mixes.isEmpty else { return [] }
        var notes = SourceMixTable(year, mixes).notes
        if pool == nil {
            notes.append(
                "Varifrån förbundets egna pengar \(year) kommer är inte känt: något medlemsbidrag, "
                    + "någon annan källa till förbundet eller förbundets budget saknas. Förbundets "
                    + "bidrag är därför inte fördelat på parter."
            )
        }
        return notes
    }

    /// The mix of an insats; nil when nobody pays anything or nothing concerns the year.
    static func mix(
        of insats: InsatsOverview,
        _ balance: SourcesAndUses
    ) throws(MoneyError) -> SourceMixTable.Line? {
        guard balance.isOfInterest else { return nil }
        let mix: Result<SourceMix, SourceMixError>
        do {
            mix = .success(try SourceMix(balance))
        } catch .noSource {
            return nil
        } catch {
            mix = .failure(error)
        }
        return SourceMixTable.Line(
            insats: insats.insats.code,
            name: insats.insats.name,
            mix: mix,
            sources: balance.sources,
            incurred: try insats.line(.calendarYear(balance.year))[.incurred]
        )
    }

    /// What the association has to grant of, by who it comes from; nil when a part is not known.
    static func pool(
        _ year: Int,
        _ snapshot: Snapshot,
        _ lines: [FundingMembersTable.Line]
    ) throws(MoneyError) -> PooledFunds? {
        var parts: [(origin: PooledFunds.Origin, figure: Figure)] = []
        for party in Party.allCases {
            let own = lines.filter { $0.member?.party == party }
            parts.append(
                (.party(party), try Figure.sum(own.map { Figure($0.standing?.decided) }))
            )
        }
        let strangers = lines.filter { $0.member == nil }
        parts.append(
            (.strangers, try Figure.sum(strangers.map { Figure($0.standing?.decided) }))
        )
        var statesSavedFunds = false
        for source in snapshot.plan.fundingSources where source.insats == nil && source.isMoney {
            guard source.kind != .members else { continue }
            let own = source.amounts.filter { $0.year == year }
            guard !own.isEmpty else {
                if source.amounts.isEmpty, source.share != nil {
                    parts.append((.source(source.code), Figure(.unknown)))
                }
                continue
            }
            if source.kind == .ownFunds { statesSavedFunds = true }
            parts.append(
                (.source(source.code), Figure(try Money.sum(own.map(\.amount))))
            )
        }
        if !statesSavedFunds {
            parts.append(
                (.savedFunds, try snapshot.plan.savedFundsUsed(in: year, asOf: snapshot.asOf))
            )
        }
        return PooledFunds(parts)
    }
}
