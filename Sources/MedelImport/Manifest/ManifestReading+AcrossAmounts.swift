import MedelCore

extension ManifestReading {
    /// That amounts can be what they stand for, and can be summed.
    ///
    /// What a ledger took before is not held against what is said now.
    func checkAmounts() {
        for contribution in contributions { checkSigns(of: contribution) }
        checkSources()
        checkSums()
    }

    private func checkSigns(of contribution: Placed<Contribution>) {
        let value = contribution.value
        let before = standing(value)
        let asked = value.asked ?? .zero
        if value.amount != before?.amount && value.amount < .zero
            || value.asked != before?.asked && asked < .zero
        {
            findings.add(
                contribution.place,
                .figure(.contributionNegative(value.member, year: value.year))
            )
        }
        for payment in value.payments where payment.amount <= .zero {
            if before?.payments.contains(where: { $0.amount == payment.amount }) == true {
                continue
            }
            findings.add(
                contribution.place,
                .figure(
                    .instalmentNotAboveZero(value.member, year: value.year, payment.amount)
                )
            )
        }
    }

    /// Sources pay something, and not more than the whole together.
    private func checkSources() {
        for source in fundingSources {
            let value = source.value
            let amounts = value.amounts.map(\.amount) + [value.ceiling].compactMap(\.self)
            if amounts.contains(where: { $0 < .zero }) {
                findings.add(source.place, .figure(.fundingNegative(value.code)))
            }
            if value.share == .zero {
                findings.add(source.place, .figure(.fundingShareZero(value.code)))
            }
        }
        let read = Set(fundingSources.map(\.value.code))
        let all =
            fundingSources.map(\.value) + known.fundingSources.filter { !read.contains($0.code) }
        for (insats, sources) in Dictionary(grouping: all.filter(\.isMoney), by: \.insats) {
            let sum = sources.reduce(0) { $0 + ($1.share?.basisPoints ?? 0) }
            let last = fundingSources.last {
                $0.value.insats == insats && $0.value.isMoney && $0.value.share != nil
            }
            guard sum > Rate.basisPointsMax, let last else { continue }
            findings.add(
                last.place,
                .figure(.fundingSharesAboveWhole(insats, basisPoints: sum))
            )
        }
    }

    /// All that sheets may come to sum is inside the bound, else the largest that is read is named.
    private func checkSums() {
        var parts: [(amount: Money, place: ManifestPlace, reason: ManifestFigureReason)] = []
        for contribution in contributions {
            let value = contribution.value
            for amount in value.amounts {
                parts.append(
                    (
                        amount, contribution.place,
                        .contributionTooLarge(value.member, year: value.year, amount)
                    )
                )
            }
        }
        for line in areaBudgets where !line.isKept {
            let value = line.value
            parts.append(
                (
                    value.amount, line.place,
                    .budgetLineTooLarge(value.line, year: value.year, value.amount)
                )
            )
        }
        for source in fundingSources {
            for one in source.value.amounts {
                parts.append(
                    (
                        one.amount, source.place,
                        .fundingTooLarge(source.value.code, year: one.year, one.amount)
                    )
                )
            }
        }
        let sum = parts.map(\.amount).reduce(beside) { $0 + Int128($1.ore.magnitude) }
        let largest = parts.max { $0.amount.ore.magnitude < $1.amount.ore.magnitude }
        guard sum > Int128(Money.max.ore), let largest else { return }
        findings.add(largest.place, .figure(largest.reason))
    }

    /// The öre that a ledger has beside what is read.
    private var beside: Int128 {
        let contributed = known.contributions.filter { one in
            !contributions.contains {
                $0.value.member == one.member && $0.value.year == one.year
            }
        }
        let lines = known.areaBudgets.filter { one in
            !areaBudgets.contains { !$0.isKept && $0.value.isSameEntry(as: one) }
        }
        let read = Set(fundingSources.map(\.value.code))
        let sources = known.fundingSources.filter { !read.contains($0.code) }
        let amounts =
            contributed.flatMap(\.amounts) + lines.map(\.amount)
            + sources.flatMap { $0.amounts.map(\.amount) }
        return amounts.reduce(Int128(0)) { $0 + Int128($1.ore.magnitude) }
    }

    /// The budget that goes before the others costs no more than the grant, where that alone pays.
    func checkBudgetCeilings() {
        let paidByOthers = Set((fundingSources.map(\.value) + known.fundingSources).map(\.insats))
        let all = decisions.map(\.value)
        for (insats, versions) in Dictionary(grouping: budgets, by: \.value.insats) {
            let decided = versions.filter { $0.value.kind != .applied }
            guard !paidByOthers.contains(insats),
                let latest = decided.map(\.value).latest,
                let budget = decided.last(where: { $0.value == latest }), !budget.isKept,
                let day = all.filter({ $0.insats == insats }).map(\.date).max(),
                let grant = try? Grant(of: insats, all, asOf: day),
                grant.terms.basis ?? .wholeCost == .wholeCost,
                let ceiling = grant.ceilings[.total],
                let cost = try? Money.sum(
                    latest.rows.filter { !$0.isFinancing }.flatMap(\.amounts)
                ), cost > ceiling
            else { continue }
            findings.add(
                budget.place,
                .figure(.budgetAboveCeiling(insats, budget: cost, ceiling: ceiling))
            )
        }
    }

    /// The contribution as the ledger has it.
    func standing(_ contribution: Contribution) -> Contribution? {
        known.contributions.first {
            $0.member == contribution.member && $0.year == contribution.year
        }
    }
}

extension Contribution {
    /// All that it says in kronor.
    fileprivate var amounts: [Money] {
        [amount] + [asked].compactMap(\.self) + payments.map(\.amount)
    }
}
