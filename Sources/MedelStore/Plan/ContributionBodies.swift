import MedelCore

/// What a member has decided to pay for a year.
struct ContributionBody: DescriptionBody {
    struct PaymentBody: Codable {
        let kind: String?
        let invoiced: String?
        let due: String?
        let received: String?
        let amountOre: Int64

        init(_ payment: ContributionPayment) {
            kind = payment.kind?.rawValue
            invoiced = payment.invoiced?.description
            due = payment.due?.description
            received = payment.received?.description
            amountOre = payment.amount.ore
        }

        var value: ContributionPayment? {
            guard let amount = amount(amountOre),
                case .read(let kind) = Field(kind, { ContributionPayment.Kind(rawValue: $0) }),
                case .read(let invoiced) = Field(invoiced, { Day(iso: $0) }),
                case .read(let due) = Field(due, { Day(iso: $0) }),
                case .read(let received) = Field(received, { Day(iso: $0) })
            else { return nil }
            return ContributionPayment(
                kind: kind,
                invoiced: invoiced,
                due: due,
                received: received,
                amount: amount
            )
        }
    }

    static let kind = DescriptionKind.contribution

    let schema: Int
    let year: Int
    let member: String
    let amountOre: Int64
    let decidedOn: String?
    let askedOre: Int64?
    let payments: [PaymentBody]

    init(_ value: Contribution) {
        schema = DescriptionForm.current
        year = value.year
        member = value.member.text
        amountOre = value.amount.ore
        decidedOn = value.decidedOn?.description
        askedOre = value.asked?.ore
        payments = value.payments.map(PaymentBody.init)
    }

    var value: Contribution? {
        guard let member = MemberCode(member), let amount = amount(amountOre),
            case .read(let day) = Field(decidedOn, { Day(iso: $0) }),
            case .read(let asked) = Field(askedOre, MedelStore.amount),
            let payments = payments.mapAll(\.value)
        else { return nil }
        return Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: day,
            asked: asked,
            payments: payments
        )
    }

    static func code(of value: Contribution) -> String { "\(value.year)/\(value.member.text)" }
}

/// A later key of a member.
struct MemberKeyBody: Codable {
    let year: Int
    let kind: String
    let weight: Int

    init(_ key: MemberKey) {
        year = key.year
        kind = key.kind.rawValue
        weight = key.weight
    }

    var value: MemberKey? {
        MemberKey.Kind(rawValue: kind).map { MemberKey(from: year, kind: $0, weight: weight) }
    }
}

/// How the parties share.
struct SharingBody: Codable {
    struct SharesBody: Codable {
        let year: Int
        let state: Int
        let region: Int
        let municipality: Int
    }

    let unit: String
    let balancing: String?
    let shares: [SharesBody]

    init(_ sharing: ContributionSharing) {
        unit = sharing.unit.rawValue
        balancing = sharing.balancing?.text
        shares = sharing.shares.map { shares in
            SharesBody(
                year: shares.year,
                state: shares.state.basisPoints,
                region: shares.region.basisPoints,
                municipality: shares.municipality.basisPoints
            )
        }
    }

    var value: ContributionSharing? {
        let read = shares.mapAll { body -> ContributionSharing.Shares? in
            guard let state = Rate(basisPoints: body.state),
                let region = Rate(basisPoints: body.region),
                let municipality = Rate(basisPoints: body.municipality)
            else { return nil }
            return ContributionSharing.Shares(
                from: body.year,
                state: state,
                region: region,
                municipality: municipality
            )
        }
        guard let unit = SplitUnit(rawValue: unit), let read,
            case .read(let balancing) = Field(balancing, { MemberCode($0) })
        else { return nil }
        return ContributionSharing(unit: unit, balancing: balancing, shares: read)
    }
}

/// A step of what counts as a reasonable equity.
struct EquityGuidelineBody: Codable {
    let year: Int
    let contributionsMaxOre: Int64?
    let shareBasisPoints: Int?
    let amountOre: Int64?
    let source: String

    init(_ step: EquityGuideline) {
        year = step.year
        contributionsMaxOre = step.contributionsMax?.ore
        shareBasisPoints = step.share?.basisPoints
        amountOre = step.amount?.ore
        source = step.source
    }

    var value: EquityGuideline? {
        guard case .read(let most) = Field(contributionsMaxOre, amount),
            case .read(let share) = Field(shareBasisPoints, { Rate(basisPoints: $0) }),
            case .read(let limit) = Field(amountOre, amount)
        else { return nil }
        return EquityGuideline(
            from: year,
            contributionsMax: most,
            share: share,
            amount: limit,
            source: source
        )
    }
}
