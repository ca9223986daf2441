import MedelCore

/// The association itself.
struct ProfileBody: DescriptionBody {
    struct MemberBody: Codable {
        let code: String
        let name: String
        let party: String
        let key: Int
        let from: String?
        let through: String?
        let laterKeys: [MemberKeyBody]?

        init(_ member: Member) {
            code = member.code.text
            name = member.name
            party = member.party.rawValue
            key = member.key
            from = member.first?.description
            through = member.last?.description
            laterKeys = member.laterKeys.isEmpty ? nil : member.laterKeys.map(MemberKeyBody.init)
        }

        var value: Member? {
            guard let code = MemberCode(code), let party = Party(rawValue: party),
                case .read(let first) = Field(from, { Month(iso: $0) }),
                case .read(let last) = Field(through, { Month(iso: $0) }),
                let laterKeys = (laterKeys ?? []).mapAll(\.value)
            else { return nil }
            return Member(
                code: code,
                name: name,
                party: party,
                key: key,
                from: first,
                through: last,
                laterKeys: laterKeys
            )
        }
    }

    static let kind = DescriptionKind.profile

    let schema: Int
    let interimClosingMonth: Int?
    let booksClose: String?
    let members: [MemberBody]
    let sharing: SharingBody?
    let instalmentPlan: [InstalmentPartBody]?
    let equityGuidelines: [EquityGuidelineBody]?
    let equityMinOre: Int64?
    let notes: [NoteBody]

    init(_ value: AssociationProfile) {
        schema = DescriptionForm.current
        interimClosingMonth = value.interimClosingMonth
        booksClose = value.booksClose?.description
        members = value.members.map(MemberBody.init)
        sharing = value.sharing == ContributionSharing() ? nil : SharingBody(value.sharing)
        instalmentPlan = value.instalmentPlan.map { $0.parts.map(InstalmentPartBody.init) }
        equityGuidelines =
            value.equityGuidelines.isEmpty
            ? nil : value.equityGuidelines.map(EquityGuidelineBody.init)
        equityMinOre = value.equityMin?.ore
        notes = value.notes.map(NoteBody.init)
    }

    var value: AssociationProfile? {
        guard let members = members.mapAll(\.value), let notes = notes.mapAll(\.value),
            case .read(let booksClose) = Field(booksClose, { BookClosing($0) }),
            case .read(let sharing) = Field(sharing, \.value),
            case .read(let instalmentPlan) = Field(
                instalmentPlan,
                { $0.mapAll(\.value).flatMap { InstalmentPlan($0) } }
            ),
            let guidelines = (equityGuidelines ?? []).mapAll(\.value),
            case .read(let equityMin) = Field(equityMinOre, amount)
        else { return nil }
        return AssociationProfile(
            interimClosingMonth: interimClosingMonth,
            booksClose: booksClose,
            members: members,
            sharing: sharing ?? ContributionSharing(),
            instalmentPlan: instalmentPlan,
            equityGuidelines: guidelines,
            equityMin: equityMin,
            notes: notes
        )
    }

    static func code(of value: AssociationProfile) -> String { "association" }
}

/// The association's own budget of one year, all lines together.
struct AreaBudgetsBody: DescriptionBody {
    struct LineBody: Codable {
        let line: String
        let kind: String
        let amountOre: Int64
        let decidedOn: String
        let reference: String
    }

    static let kind = DescriptionKind.areaBudgets

    let schema: Int
    let year: Int
    let lines: [LineBody]

    init(_ value: [AreaBudget]) {
        schema = DescriptionForm.current
        year = value.first?.year ?? 0
        lines = value.map { budget in
            LineBody(
                line: budget.line.rawValue,
                kind: budget.kind.rawValue,
                amountOre: budget.amount.ore,
                decidedOn: budget.decidedOn.description,
                reference: budget.reference
            )
        }
    }

    var value: [AreaBudget]? {
        lines.mapAll { body in
            guard let line = AssociationBudgetLine(rawValue: body.line),
                let kind = AreaBudget.Kind(rawValue: body.kind),
                let amount = amount(body.amountOre), let day = Day(iso: body.decidedOn)
            else { return nil }
            return AreaBudget(
                year: year,
                line: line,
                kind: kind,
                amount: amount,
                decidedOn: day,
                reference: body.reference
            )
        }
    }

    static func code(of value: [AreaBudget]) -> String { String(value.first?.year ?? 0) }
}

/// Who is paid.
struct RecipientBody: DescriptionBody {
    struct VATBody: Codable {
        let from: String
        let vat: String

        var value: Recipient.VATChange? {
            guard let from = Month(iso: from), let vat = Recipient.VATStatus(rawValue: vat) else {
                return nil
            }
            return Recipient.VATChange(from: from, status: vat)
        }
    }

    static let kind = DescriptionKind.recipient

    let schema: Int
    let code: String
    let name: String
    let vat: String?
    let laterVAT: [VATBody]?

    init(_ value: Recipient) {
        schema = DescriptionForm.current
        code = value.code.text
        name = value.name
        vat = value.vatStatus?.rawValue
        laterVAT =
            value.laterVAT.isEmpty
            ? nil
            : value.laterVAT.map { VATBody(from: $0.from.description, vat: $0.status.rawValue) }
    }

    var value: Recipient? {
        guard let code = OwnerCode(code),
            case .read(let status) = Field(vat, { Recipient.VATStatus(rawValue: $0) }),
            let later = (laterVAT ?? []).mapAll(\.value)
        else { return nil }
        return Recipient(code: code, name: name, vatStatus: status, laterVAT: later)
    }

    static func code(of value: Recipient) -> String { value.code.text }
}
