import MedelCore

extension ManifestReading {
    /// Takes values that are there already, with the checks of those that are read.
    mutating func enter(_ values: AssociationPlan, at place: ManifestPlace) {
        for value in values.contributions {
            check(year: value.year, at: place)
            refer(to: .member, value.member.text, at: place)
            contributions.append(Placed(value: value, place: place))
        }
        for value in values.areaBudgets {
            check(year: value.year, at: place)
            check(value.reference, "reference", at: place)
            areaBudgets.append(Placed(value: value, place: place))
        }
        for value in values.fundingSources { enter(value, at: place) }
        for value in values.insatser {
            for count in value.participants {
                check(year: count.year, at: place)
                for number in [count.planned, count.reported] { check(number, at: place) }
            }
            insatser.append(Placed(value: value, place: place))
        }
    }

    private mutating func enter(_ source: FundingSource, at place: ManifestPlace) {
        check(source.name, "name", at: place)
        for note in source.notes { check(note.text, note.kind.rawValue, at: place) }
        for amount in source.amounts { check(year: amount.year, at: place) }
        for case .some(let rate) in [source.share, source.matching] where rate < .zero {
            findings.add(place, .value(.badRate(rate.description)))
        }
        noteEmptyFunding(source.kind, source.amounts, source.share, at: place)
        if let insats = source.insats { refer(to: .insats, insats.text, at: place) }
        fundingSources.append(Placed(value: source, place: place))
    }

    private func check(year: Int, at place: ManifestPlace) {
        guard manifestYear(String(year)) == nil else { return }
        findings.add(place, .value(.badYear(String(year))))
    }

    private func check(_ number: Int?, at place: ManifestPlace) {
        guard let number, !Self.participants.contains(number) else { return }
        let range = Self.participants
        findings.add(
            place,
            .value(.badNumber(String(number), least: range.lowerBound, most: range.upperBound))
        )
    }

    private func check(_ text: String, _ key: String, at place: ManifestPlace) {
        if text.trimmed.isEmpty { findings.add(place, .shape(.missingKey(key))) }
        if text.hasControlCharacter {
            findings.add(place, .shape(.controlCharacter(key: key)))
        }
    }
}
