extension Insats {
    /// The insats with participants of a year counted.
    ///
    /// - Parameters:
    ///   - year: the calendar year.
    ///   - planned: how many are planned for; nil keeps what is known.
    ///   - reported: how many took part; nil keeps what is known.
    /// - Returns: the insats with its counts in order of year.
    public func counting(year: Int, planned: Int?, reported: Int?) -> Insats {
        let before = participants.first { $0.year == year }
        let count = ParticipantCount(
            year: year,
            planned: planned ?? before?.planned,
            reported: reported ?? before?.reported
        )
        let others = participants.filter { $0.year != year }
        return Insats(
            code: code,
            name: name,
            purpose: purpose,
            months: months,
            kind: kind,
            mode: mode,
            parent: parent,
            plannedParticipants: plannedParticipants,
            attribution: attribution,
            recipients: recipients,
            closedOn: closedOn,
            participants: (others + [count]).sorted { $0.year < $1.year },
            notes: notes
        )
    }
}
