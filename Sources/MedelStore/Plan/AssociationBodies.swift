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

        init(_ member: Member) {
            code = member.code.text
            name = member.name
            party = member.party.rawValue
            key = member.key
            from = member.first?.description
            through = member.last?.description
        }

        var value: Member? {
            guard let code = MemberCode(code), let party = Party(rawValue: party),
                case .read(let first) = Field(from, { Month(iso: $0) }),
                case .read(let last) = Field(through, { Month(iso: $0) })
            else { return nil }
            return Member(
                code: code,
                name: name,
                party: party,
                key: key,
                from: first,
                through: last
            )
        }
    }

    static let kind = DescriptionKind.profile

    let schema: Int
    let interimClosingMonth: Int?
    let booksClose: String?
    let members: [MemberBody]
    let notes: [NoteBody]

    init(_ value: AssociationProfile) {
        schema = DescriptionForm.current
        interimClosingMonth = value.interimClosingMonth
        booksClose = value.booksClose?.description
        members = value.members.map(MemberBody.init)
        notes = value.notes.map(NoteBody.init)
    }

    var value: AssociationProfile? {
        guard let members = members.mapAll(\.value), let notes = notes.mapAll(\.value),
            case .read(let booksClose) = Field(booksClose, { BookClosing($0) })
        else { return nil }
        return AssociationProfile(
            interimClosingMonth: interimClosingMonth,
            booksClose: booksClose,
            members: members,
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

/// What a member has decided to pay for a year.
struct ContributionBody: DescriptionBody {
    struct PaymentBody: Codable {
        let due: String?
        let received: String?
        let amountOre: Int64

        init(_ payment: ContributionPayment) {
            due = payment.due?.description
            received = payment.received?.description
            amountOre = payment.amount.ore
        }

        var value: ContributionPayment? {
            guard let amount = amount(amountOre),
                case .read(let due) = Field(due, { Day(iso: $0) }),
                case .read(let received) = Field(received, { Day(iso: $0) })
            else { return nil }
            return ContributionPayment(due: due, received: received, amount: amount)
        }
    }

    static let kind = DescriptionKind.contribution

    let schema: Int
    let year: Int
    let member: String
    let amountOre: Int64
    let decidedOn: String?
    let payments: [PaymentBody]

    init(_ value: Contribution) {
        schema = DescriptionForm.current
        year = value.year
        member = value.member.text
        amountOre = value.amount.ore
        decidedOn = value.decidedOn?.description
        payments = value.payments.map(PaymentBody.init)
    }

    var value: Contribution? {
        guard let member = MemberCode(member), let amount = amount(amountOre),
            case .read(let day) = Field(decidedOn, { Day(iso: $0) }),
            let payments = payments.mapAll(\.value)
        else { return nil }
        return Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: day,
            payments: payments
        )
    }

    static func code(of value: Contribution) -> String { "\(value.year)/\(value.member.text)" }
}

/// Who is paid.
struct RecipientBody: DescriptionBody {
    static let kind = DescriptionKind.recipient

    let schema: Int
    let code: String
    let name: String
    let vat: String?

    init(_ value: Recipient) {
        schema = DescriptionForm.current
        code = value.code.text
        name = value.name
        vat = value.vatStatus?.rawValue
    }

    var value: Recipient? {
        guard let code = OwnerCode(code),
            case .read(let status) = Field(vat, { Recipient.VATStatus(rawValue: $0) })
        else { return nil }
        return Recipient(code: code, name: name, vatStatus: status)
    }

    static func code(of value: Recipient) -> String { value.code.text }
}
