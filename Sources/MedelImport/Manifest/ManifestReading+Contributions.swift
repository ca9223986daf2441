import MedelCore

extension ManifestReading {
    static let guidelineKeys = ["from", "contributionsMax", "share", "amount", "source"]
    private static let paymentKeys = ["kind", "invoiced", "due", "received", "amount"]

    mutating func readContribution(_ entry: ManifestEntry) {
        let year = entry.required("year", entry.year)
        let member = entry.required("member", entry.memberCode)
        let amount = entry.required("amount", entry.amount)
        let decidedOn = entry.day("decidedOn")
        let asked = entry.amount("asked")
        let payments = entry.entries("payments", keys: Self.paymentKeys).compactMap(readPayment)
        if let member { refer(to: .member, member.text, at: entry.place(of: "member")) }
        guard let year, let member, let amount else { return }
        describe(.contribution, "\(year) \(member.text)", at: entry.place)
        let value = Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: decidedOn,
            asked: asked,
            payments: payments
        )
        contributions.append(Placed(value: value, place: entry.place))
    }

    private func readPayment(_ entry: ManifestEntry) -> ContributionPayment? {
        let kind: ContributionPayment.Kind? = entry.choice("kind")
        let invoiced = entry.day("invoiced")
        let due = entry.day("due")
        let received = entry.day("received")
        guard let amount = entry.required("amount", entry.amount) else { return nil }
        return ContributionPayment(
            kind: kind,
            invoiced: invoiced,
            due: due,
            received: received,
            amount: amount
        )
    }

    func readMemberKey(_ entry: ManifestEntry) -> MemberKey? {
        let year = entry.required("from", entry.year)
        let kind: MemberKey.Kind? = entry.required("kind") { entry.choice($0) }
        let weight = entry.required("weight") { entry.number($0, 0...1_000_000_000) }
        guard let year, let kind, let weight else { return nil }
        return MemberKey(from: year, kind: kind, weight: weight)
    }

    /// How the parties share; as the law says where the manifest does not.
    mutating func readSharing(_ association: ManifestEntry) -> ContributionSharing {
        let keys = ["unit", "balancing", "shares"]
        guard association.has("contributionSharing"),
            let entry = association.entry("contributionSharing", keys: keys)
        else { return ContributionSharing() }
        let unit: SplitUnit? = entry.choice("unit")
        let balancing = entry.memberCode("balancing")
        if let balancing {
            refer(to: .member, balancing.text, at: entry.place(of: "balancing"))
        }
        let shares = entry.entries("shares", keys: ["from", "state", "region", "municipality"])
            .compactMap(readShares)
        return ContributionSharing(
            unit: unit ?? .krona,
            balancing: balancing,
            shares: shares.sorted { $0.year < $1.year }
        )
    }

    private func readShares(_ entry: ManifestEntry) -> ContributionSharing.Shares? {
        let year = entry.required("from", entry.year)
        let state = entry.required("state", entry.rate)
        let region = entry.required("region", entry.rate)
        let municipality = entry.required("municipality", entry.rate)
        guard let year, let state, let region, let municipality else { return nil }
        let shares = ContributionSharing.Shares(
            from: year,
            state: state,
            region: region,
            municipality: municipality
        )
        if shares == nil { findings.add(entry.place, .plan(.sharesNotWhole)) }
        return shares
    }

    /// Reads when contributions fall due; nil when nothing is said.
    func readInstalmentPlan(_ association: ManifestEntry) -> InstalmentPlan? {
        guard association.has("instalmentPlan") else { return nil }
        let entries = association.entries("instalmentPlan", keys: ["due", "share"])
        let parts = entries.compactMap { entry -> InstalmentPlan.Part? in
            let due = entry.required("due", entry.dayOfYear)
            let share = entry.required("share", entry.rate)
            guard let due, let share else { return nil }
            return InstalmentPlan.Part(due: due, share: share)
        }
        guard parts.count == association.list("instalmentPlan").count else { return nil }
        let plan = InstalmentPlan(parts)
        if plan == nil { association.note("instalmentPlan", .plan(.instalmentsNotWhole)) }
        return plan
    }

    func readEquityGuideline(_ entry: ManifestEntry) -> EquityGuideline? {
        let year = entry.required("from", entry.year)
        let contributionsMax = entry.amount("contributionsMax")
        let share = entry.rate("share")
        let amount = entry.amount("amount")
        let source = entry.required("source", entry.text)
        guard let year, let source else { return nil }
        return EquityGuideline(
            from: year,
            contributionsMax: contributionsMax,
            share: share,
            amount: amount,
            source: source
        )
    }
}
