import MedelCore

/// An insats.
struct InsatsBody: DescriptionBody {
    struct ParticipantsBody: Codable {
        let year: Int
        let planned: Int?
        let reported: Int?

        init(_ count: ParticipantCount) {
            year = count.year
            planned = count.planned
            reported = count.reported
        }

        var value: ParticipantCount {
            ParticipantCount(year: year, planned: planned, reported: reported)
        }
    }

    static let kind = DescriptionKind.insats

    let schema: Int
    let code: String
    let name: String
    let purpose: String
    let months: MonthsBody?
    let kind: String?
    let mode: String
    let parent: String?
    let plannedParticipants: Int?
    let attribution: String
    let recipients: [String]
    let closedOn: String?
    let participants: [ParticipantsBody]?
    let notes: [NoteBody]

    init(_ value: Insats) {
        schema = DescriptionForm.current
        code = value.code.text
        name = value.name
        purpose = value.purpose
        months = value.months.map(MonthsBody.init)
        kind = value.kind?.rawValue
        mode = value.mode.rawValue
        parent = value.parent?.text
        plannedParticipants = value.plannedParticipants
        attribution = value.attribution.rawValue
        recipients = value.recipients.map(\.text)
        closedOn = value.closedOn?.description
        participants =
            value.participants.isEmpty ? nil : value.participants.map(ParticipantsBody.init)
        notes = value.notes.map(NoteBody.init)
    }

    var value: Insats? {
        guard let code = InsatsCode(code), let mode = Insats.Mode(rawValue: mode),
            let attribution = Insats.Attribution(rawValue: attribution),
            case .read(let kind) = Field(kind, { Insats.Kind(rawValue: $0) }),
            case .read(let parent) = Field(parent, { InsatsCode($0) }),
            case .read(let closedOn) = Field(closedOn, { Day(iso: $0) }),
            let recipients = recipients.mapAll({ OwnerCode($0) }),
            let notes = notes.mapAll(\.value), months == nil || months?.value != nil
        else { return nil }
        return Insats(
            code: code,
            name: name,
            purpose: purpose,
            months: months?.value,
            kind: kind,
            mode: mode,
            parent: parent,
            plannedParticipants: plannedParticipants,
            attribution: attribution,
            recipients: recipients,
            closedOn: closedOn,
            participants: (participants ?? []).map(\.value),
            notes: notes
        )
    }

    static func code(of value: Insats) -> String { value.code.text }
}

/// A version of an insats's budget.
struct BudgetBody: DescriptionBody {
    struct YearBody: Codable {
        let label: String
        let months: MonthsBody?

        init(_ year: BudgetYear) {
            label = year.label
            months = year.months.map(MonthsBody.init)
        }

        var value: BudgetYear? {
            guard months == nil || months?.value != nil else { return nil }
            return BudgetYear(label: label, months: months?.value)
        }
    }

    struct RowBody: Codable {
        let code: String
        let category: String?
        let label: String
        let recipient: String?
        let amountsOre: [Int64]

        init(_ row: BudgetRow) {
            code = row.code.text
            category = row.category?.text
            label = row.label
            recipient = row.recipient?.text
            amountsOre = row.amounts.map(\.ore)
        }

        var value: BudgetRow? {
            guard let code = BudgetRowCode(code), let amounts = amountsOre.mapAll(amount),
                case .read(let category) = Field(category, { CostCategoryCode($0) }),
                case .read(let recipient) = Field(recipient, { OwnerCode($0) })
            else { return nil }
            return BudgetRow(
                code: code,
                category: category,
                label: label,
                recipient: recipient,
                amounts: amounts
            )
        }
    }

    static let kind = DescriptionKind.budget

    let schema: Int
    let insats: String
    let number: Int
    let kind: String
    let date: String
    let years: [YearBody]
    let rows: [RowBody]
    let notes: [NoteBody]

    init(_ value: BudgetVersion) {
        schema = DescriptionForm.current
        insats = value.insats.text
        number = value.number
        kind = value.kind.rawValue
        date = value.date.description
        years = value.years.map(YearBody.init)
        rows = value.rows.map(RowBody.init)
        notes = value.notes.map(NoteBody.init)
    }

    var value: BudgetVersion? {
        guard let insats = InsatsCode(insats), number > 0,
            let kind = BudgetVersion.Kind(rawValue: kind), let date = Day(iso: date),
            let years = years.mapAll(\.value), let rows = rows.mapAll(\.value),
            let notes = notes.mapAll(\.value),
            rows.allSatisfy({ $0.amounts.count == years.count })
        else { return nil }
        return BudgetVersion(
            insats: insats,
            number: number,
            kind: kind,
            date: date,
            years: years,
            rows: rows,
            notes: notes
        )
    }

    static func code(of value: BudgetVersion) -> String { "\(value.insats.text)/\(value.number)" }
}
