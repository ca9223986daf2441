import MedelCore

extension ManifestReading {
    /// That days and years can be, seen from today where it is known.
    ///
    /// What a ledger took before is not held against what is said now.
    func checkDays() {
        for decision in decisions where !decision.isKept && !isTold(decision) {
            check(decidedOn: decision.value.date, decision.place)
        }
        for contribution in contributions { check(contribution) }
        for budget in associationBudgets where !budget.isKept {
            check(decidedOn: budget.value.decidedOn, budget.place)
        }
        for line in areaBudgets where !line.isKept { check(line) }
        checkMembership()
        checkParticipants()
    }

    /// Whether the ledger has the decision, which never changes.
    func isTold(_ decision: Placed<Decision>) -> Bool {
        kept[.decision]?.contains(decision.value.code.text) == true
    }

    private func check(decidedOn day: Day, _ place: ManifestPlace) {
        guard let today, day > today else { return }
        findings.add(place, .figure(.decidedInFuture(day, today: today)))
    }

    private func check(_ contribution: Placed<Contribution>) {
        let value = contribution.value
        let before = standing(value)
        if let day = value.decidedOn, day != before?.decidedOn || value.amount != before?.amount {
            check(decidedOn: day, contribution.place)
            if let standing = before?.decidedOn, day < standing {
                findings.add(
                    contribution.place,
                    .figure(.decidedBeforeStanding(day, standing: standing))
                )
            }
        }
        let known = Set(before?.payments.compactMap(\.received) ?? [])
        for case .some(let day) in value.payments.map(\.received) where !known.contains(day) {
            if let today, day > today {
                findings.add(
                    contribution.place,
                    .figure(.receivedInFuture(day, today: today))
                )
            }
            if day.year < value.year - 1 {
                findings.add(
                    contribution.place,
                    .figure(.receivedTooEarly(day, year: value.year))
                )
            }
        }
    }

    private func check(_ line: Placed<AreaBudget>) {
        let value = line.value
        if known.areaBudgets.contains(value) { return }
        check(decidedOn: value.decidedOn, line.place)
        // A folder is the whole plan and may be put right; what is added never changes it.
        if home == .ledger, value.kind == .original,
            let standing = known.areaBudgets.first(where: value.isSameEntry)
        {
            findings.add(line.place, .figure(.originalStands(standing)))
        }
        guard value.kind == .change else { return }
        let original = areaBudgets.first {
            $0.value.kind == .original && $0.value.year == value.year
                && $0.value.line == value.line
        }
        guard let original else {
            return findings.add(
                line.place,
                .figure(.changeWithoutOriginal(value.line, year: value.year))
            )
        }
        guard value.decidedOn < original.value.decidedOn else { return }
        findings.add(
            line.place,
            .figure(
                .changeBeforeOriginal(
                    value.line,
                    value.decidedOn,
                    original: original.value.decidedOn
                )
            )
        )
    }

    /// Who pays for a year is a member in it.
    private func checkMembership() {
        let members = profile?.value.members ?? known.profile?.members ?? []
        let byCode = Dictionary(
            members.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for contribution in contributions {
            let value = contribution.value
            guard value != standing(value), let member = byCode[value.member],
                member.months(in: value.year) == 0
            else { continue }
            findings.add(
                contribution.place,
                .figure(.contributionOutsideMembership(value.member, year: value.year))
            )
        }
    }

    private func checkParticipants() {
        for insats in insatser where !insats.isKept {
            let value = insats.value
            let before = known.insatser.first { $0.code == value.code }?.participants ?? []
            for count in value.participants where !before.contains(count) {
                let isReported = count.reported != nil
                if isReported, let today, count.year > today.year {
                    findings.add(insats.place, .figure(.reportedBeforeYear(count.year)))
                }
                guard let months = value.months,
                    count.year < months.first.year || count.year > months.last.year
                else { continue }
                findings.add(
                    insats.place,
                    .figure(.countedOutsideInsats(value.code, year: count.year, months))
                )
            }
        }
    }
}
