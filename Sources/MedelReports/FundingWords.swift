public import MedelCore
import MedelDocument

extension Party {
    /// The party as a row's name.
    var swedish: String {
        switch self {
        case .state: "Staten"
        case .region: "Regionen"
        case .municipality: "Kommunerna"
        }
    }
}

extension PartyShares.Basis {
    /// By what rule the parties share.
    var swedish: String {
        switch self {
        case .law:
            "Staten betalar hälften, regionerna och kommunerna en fjärdedel var (5 § finsamlagen)."
        case .lawWithoutRegion:
            "Ingen region deltar: staten och kommunen betalar hälften var (5 a § finsamlagen)."
        case .agreed(let year):
            "Parternas andelar är de som medlemmarna har avtalat från \(year)."
        }
    }
}

extension SplitUnit {
    /// The unit in running text.
    var swedish: String {
        switch self {
        case .ore: "öre"
        case .krona: "hela kronor"
        }
    }
}

extension MemberKey.Kind {
    /// What a key says.
    var swedish: String {
        switch self {
        case .fixed: "fast andel"
        case .population: "folkmängd"
        case .own: "egen nyckel"
        }
    }
}

extension ContributionStanding.Mark {
    /// Whether the mark is about what was decided, and not about what has come in.
    var isOfDecision: Bool {
        switch self {
        case .undecided, .late, .lower, .instalmentsDiffer: true
        case .overdue, .paidInExcess: false
        }
    }

    /// The mark in a few words.
    var swedish: String {
        switch self {
        case .undecided: "inte beslutat"
        case .late: "beslutat efter budgeten"
        case .lower: "lägre än begärt"
        case .instalmentsDiffer: "delbetalningar avviker"
        case .overdue: "förfallet"
        case .paidInExcess: "mer inbetalt än beslutat"
        }
    }
}

extension ContributionSplitError {
    /// What is wrong and what to do.
    public var swedish: String {
        switch self {
        case .partyWithoutPayers(let party, let year):
            "\(party.swedish) har en andel \(year) men ingen medlem som betalar den. Lägg in en "
                + "medlem med nyckel över noll, eller avtalade andelar (contributionSharing)."
        case .balancingNotMember(let member, let year):
            "\(member.text) ska ta avrundningen men är inte medlem \(year). Ändra balancing i "
                + "contributionSharing."
        case .balancingWithoutWeight(let member, let year):
            "\(member.text) ska ta avrundningen men betalar ingenting \(year). Ändra balancing i "
                + "contributionSharing."
        case .negativeKey(let member, let year):
            "\(member.text) har en nyckel under noll \(year). Rätta nyckeln."
        case .keyTooLarge(let member, let year):
            "\(member.text) har en för stor nyckel \(year). Ange ett mindre tal."
        }
    }
}

extension ContributionFinding {
    /// What is found, with the difference.
    func swedish(_ year: Int) -> String {
        switch self {
        case .partyOffShare(let party, let decided, let byShare):
            "\(party.swedish) har beslutat \(kronor(decided)) för \(year), men andelen av vad alla "
                + "har beslutat är \(kronor(byShare)); skillnaden är "
                + "\(difference(decided, byShare))."
        case .contributionMissing(let member):
            "\(member.text) är medlem \(year) men har inget bidrag inlagt."
        case .notMember(let member):
            "\(member.text) har ett bidrag för \(year) men är inte medlem det året."
        case .sharesMissing(let error):
            "Andelarna för \(year) kan inte räknas ut: \(error.swedish)"
        }
    }

    private func difference(_ decided: Money, _ byShare: Money) -> String {
        // Both are parts of one sum, or that sum is the bound: then nothing is shown.
        (try? decided - byShare).map(kronor) ?? ""
    }
}

extension FundingSource.Kind {
    /// The kind as a row's or column's name.
    var swedish: String {
        switch self {
        case .members: "Medlemsbidrag"
        case .ownFunds: "Sparade medel"
        case .otherAssociation: "Annat samordningsförbund"
        case .esf: "ESF"
        case .arvsfonden: "Arvsfonden"
        case .partyCash: "Part, kontant"
        case .other: "Övriga"
        case .inKind: "Nedlagd tid och lokaler"
        }
    }
}

extension SourceShare.Mark {
    /// The mark in a few words, for a cell; empty for one that only a remark says.
    var short: String {
        switch self {
        case .approximate: "cirka"
        case .excludesVAT: "exkl. moms"
        case .computed(let rate): "\(rate.plainPercent) av kostnaden"
        case .limited: "upp till taket"
        case .passesCeiling: "över taket"
        case .passesShare: "över andelen"
        case .costMissing: "kostnaden saknas"
        case .unmatched: "saknar motfinansiering"
        case .matchingUnknown: "motfinansiering okänd"
        }
    }

    /// What must be known, as a sentence; empty where the mark says it.
    var sentence: String {
        switch self {
        case .approximate, .excludesVAT, .computed, .matchingUnknown: ""
        case .limited(let ceiling): "beloppet stannar vid taket \(kronor(ceiling)) i allt."
        case .passesCeiling(let over):
            "de utlovade beloppen går över finansiärens tak med \(kronor(over))."
        case .passesShare(let over):
            "beloppet går över finansiärens andel av kostnaden med \(kronor(over))."
        case .costMissing: "insatsens budget är inte känd, så andelen kan inte räknas ut."
        case .unmatched(let others, let required):
            "finansiären kräver att andra lägger in \(kronor(required)), men de lägger in "
                + "\(kronor(others)). Nedlagd tid räknas inte in."
        }
    }
}

/// What an insats's sources pay beyond its cost, as an error; the reader is told
/// that it is one by how it is shown.
///
/// Source: SPEC 3 (funding source): financing above cost is dubbelfinansiering.
func financedTwiceWords(
    _ insats: InsatsCode,
    year: String,
    _ over: Money
) -> String {
    "Dubbelfinansiering av \(insats.text) \(year). Källorna betalar \(kronor(over)) mer än "
        + "kostnaden. Sänk bidraget eller rätta källornas belopp."
}

extension Rate {
    /// The rate without decimals that say nothing: `40 %`, `39,15 %`.
    var plainPercent: String {
        let text = description
        let short = text.hasSuffix(",00") ? String(text.dropLast(3)) : text
        return short + "\u{A0}%"
    }
}

extension FinancialPosition {
    /// Why the balances are not known, when they are not.
    var words: String {
        switch absence {
        case .nothingBooked:
            "Tillgångar och skulder är inte kända: förbundets bok är inte inläst till och med "
                + "\(day.month)."
        case .templatesMissing:
            "Tillgångar och skulder är inte kända: ingen kontoplan är antagen. Anta en med medel "
                + "template adopt."
        case .unbalanced(let difference):
            "Tillgångar och skulder visas inte: balansräkningen den \(day) går inte ihop, "
                + "skillnaden är \(kronor(difference))."
        case nil: ""
        }
    }
}
