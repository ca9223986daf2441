import MedelCore

/// Where an insats stood with a recipient when Medel was taken into use.
struct OpeningPositionBody: DescriptionBody {
    static let kind = DescriptionKind.openingPosition

    let schema: Int
    let insats: String
    let recipient: String?
    let year: Int
    let grantedOre: Int64
    let incurredOre: Int64
    let approvedOre: Int64
    let paidOre: Int64
    let advanceOre: Int64
    let source: String
    let confirmedBy: [String]?

    init(_ value: OpeningPosition) {
        schema = DescriptionForm.current
        insats = value.insats.text
        recipient = value.recipient?.text
        year = value.year
        grantedOre = value.granted.ore
        incurredOre = value.incurred.ore
        approvedOre = value.approved.ore
        paidOre = value.paid.ore
        advanceOre = value.advance.ore
        source = value.source
        confirmedBy = value.confirmedBy.isEmpty ? nil : value.confirmedBy
    }

    var value: OpeningPosition? {
        guard let insats = InsatsCode(insats),
            case .read(let recipient) = Field(recipient, { OwnerCode($0) }),
            let granted = amount(grantedOre), let incurred = amount(incurredOre),
            let approved = amount(approvedOre), let paid = amount(paidOre),
            let advance = amount(advanceOre)
        else { return nil }
        return OpeningPosition(
            insats: insats,
            recipient: recipient,
            year: year,
            granted: granted,
            incurred: incurred,
            approved: approved,
            paid: paid,
            advance: advance,
            source: source,
            confirmedBy: confirmedBy ?? []
        )
    }

    static func code(of value: OpeningPosition) -> String {
        "\(value.insats.text)/\(value.recipient?.text ?? "")/\(value.year)"
    }
}
