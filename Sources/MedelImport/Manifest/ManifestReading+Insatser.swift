import MedelCore

extension ManifestReading {
    static let insatsKeys = [
        "code", "name", "purpose", "from", "through", "kind", "mode", "parent",
        "plannedParticipants", "attribution", "recipients", "closedOn", "source", "assumed",
        "remark", "participants", "budgets", "decisions", "openingPositions", "fundingSources",
    ]
    private static let openingKeys = [
        "recipient", "year", "granted", "incurred", "approved", "paid", "advance", "source",
        "confirmedBy",
    ]

    mutating func readInsats(_ entry: ManifestEntry) {
        let code = entry.required("code", entry.insatsCode)
        let name = entry.required("name", entry.text)
        let mode: Insats.Mode? = entry.required("mode") { entry.choice($0) }
        let attribution: Insats.Attribution? = entry.required("attribution") { entry.choice($0) }
        let months = entry.months()
        let kind: Insats.Kind? = entry.choice("kind")
        let parent = entry.insatsCode("parent")
        let participants = entry.number("plannedParticipants", 0...1_000_000)
        let closedOn = entry.day("closedOn")
        let recipients = readRecipients(of: entry)
        let notes = entry.notes()
        if let code { describe(.insats, code.text, at: entry.place(of: "code")) }
        if let parent { refer(to: .insats, parent.text, at: entry.place(of: "parent")) }
        if mode == .own, !recipients.isEmpty {
            entry.note("recipients", .plan(.recipientsInOwnMode))
        }
        // What stands below is read even when the insats itself is faulty, for its own faults.
        let insats = code ?? Self.unnamed
        readBudgets(of: insats, months: months, entry)
        readDecisions(of: insats, entry)
        for item in entry.entries("openingPositions", keys: Self.openingKeys) {
            readOpeningPosition(of: insats, mode: mode, item)
        }
        for item in entry.entries("fundingSources", keys: Self.fundingKeys) {
            readFunding(of: insats, item)
        }
        let counts = entry.entries("participants", keys: ["year", "planned", "reported"])
            .compactMap(readParticipants)
        guard let code, let name, let mode, let attribution else { return }
        let value = Insats(
            code: code,
            name: name,
            purpose: entry.text("purpose") ?? "",
            months: months,
            kind: kind,
            mode: mode,
            parent: parent,
            plannedParticipants: participants,
            attribution: attribution,
            recipients: recipients,
            closedOn: closedOn,
            participants: counts.sorted { $0.year < $1.year },
            notes: notes
        )
        insatser.append(Placed(value: value, place: entry.place))
    }

    /// Stands in for a code that cannot be read; its insats is never taken.
    private static var unnamed: InsatsCode {
        guard let code = InsatsCode("0") else { preconditionFailure("a digit is a code") }
        return code
    }

    private mutating func readRecipients(of entry: ManifestEntry) -> [OwnerCode] {
        var codes: [OwnerCode] = []
        let place = entry.place(of: "recipients")
        for text in entry.texts("recipients") {
            guard let code = OwnerCode(text) else {
                findings.add(place, .value(.badCode(text)))
                continue
            }
            if codes.contains(code) {
                findings.add(place, .plan(.duplicate(.recipient, text, first: place)))
            }
            codes.append(code)
            refer(to: .recipient, text, at: place)
        }
        return codes
    }

    private mutating func readOpeningPosition(
        of insats: InsatsCode,
        mode: Insats.Mode?,
        _ entry: ManifestEntry
    ) {
        let recipient = entry.ownerCode("recipient")
        if mode == .grant, !entry.has("recipient") {
            entry.note("recipient", .shape(.missingKey("recipient")))
        }
        if mode == .own, entry.has("recipient") {
            entry.note("recipient", .plan(.recipientsInOwnMode))
        }
        let year = entry.required("year", entry.year)
        let keys = ["granted", "incurred", "approved", "paid", "advance"]
        let amounts = keys.map { entry.required($0, entry.amount) }
        let source = entry.required("source", entry.text)
        if let recipient {
            refer(to: .recipient, recipient.text, at: entry.place(of: "recipient"))
        }
        guard let year, let source else { return }
        let code = [insats.text, recipient?.text ?? "egen regi", String(year)]
        describe(.openingPosition, code.joined(separator: " "), at: entry.place)
        let read = amounts.compactMap(\.self)
        guard read.count == keys.count else { return }
        let value = OpeningPosition(
            insats: insats,
            recipient: recipient,
            year: year,
            granted: read[0],
            incurred: read[1],
            approved: read[2],
            paid: read[3],
            advance: read[4],
            source: source,
            confirmedBy: entry.texts("confirmedBy")
        )
        if !value.isConfirmed { findings.add(entry.place, .plan(.positionNotConfirmed)) }
        openingPositions.append(Placed(value: value, place: entry.place))
    }
}
