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
