import MedelCore

extension ManifestReading {
    /// That the decisions on each insats can follow on each other: no circle, nothing granted after
    /// the insats is closed, and room moved only where there is room.
    func checkCourse() {
        let insatser = Dictionary(
            insatser.map { ($0.value.code, $0.value) },
            uniquingKeysWith: { first, _ in first }
        )
        for (code, decisions) in Dictionary(grouping: decisions, by: \.value.insats) {
            checkCircles(decisions)
            let closing = decisions.filter { $0.value.kind == .close }
                .min { $0.value.date < $1.value.date }
            for decision in decisions where !decision.value.ceilings.isEmpty {
                if let closing { check(decision, isNotAfter: closing) }
                guard !decision.isKept else { continue }
                checkRecipients(decision, insatser[code]?.recipients ?? [])
                checkMove(decision, among: decisions.map(\.value))
            }
        }
    }

    /// A grant after the insats was closed is told where it can be changed: at what is read.
    private func check(_ decision: Placed<Decision>, isNotAfter closing: Placed<Decision>) {
        let day = closing.value.date
        guard decision.value.date > day, !isSettled(decision, closing) else { return }
        let place = decision.isKept ? closing.place : decision.place
        findings.add(place, .decision(.grantAfterClose(day)))
    }

    /// Decisions of one day may refer to each other, but not in a circle.
    private func checkCircles(_ decisions: [Placed<Decision>]) {
        let earlier = Dictionary(
            decisions.map { ($0.value.code, $0.value.relation.reference) },
            uniquingKeysWith: { first, _ in first }
        )
        for decision in decisions where !decision.isKept {
            var seen: Set<DecisionCode> = []
            var next = decision.value.relation.reference
            while let code = next, seen.insert(code).inserted {
                if code == decision.value.code, seen.count > 1 {
                    findings.add(decision.place, .decision(.relationCircle))
                }
                next = earlier[code] ?? nil
            }
        }
    }

    private func checkRecipients(_ decision: Placed<Decision>, _ recipients: [OwnerCode]) {
        guard !recipients.isEmpty else { return }
        for case .recipient(let owner) in decision.value.ceilings.map(\.scope)
        where !recipients.contains(owner) {
            findings.add(decision.place, .decision(.ceilingRecipientUnknown(owner)))
        }
    }

    /// Moved room stays in one kind of scope, and does not make a ceiling where there was none.
    private func checkMove(_ decision: Placed<Decision>, among decisions: [Decision]) {
        let value = decision.value
        guard value.relation == .moves else { return }
        guard Set(value.ceilings.map(\.scope.kind)).count == 1 else {
            return findings.add(decision.place, .decision(.movesAcrossKinds))
        }
        let known = decisions.filter { $0.date <= value.date && $0.code != value.code }
            .flatMap(\.ceilings).map(\.scope)
        for ceiling in value.ceilings {
            let hasRoom =
                switch ceiling.scope {
                case .total, .recipient, .category: known.contains(ceiling.scope)
                case .budgetYear, .calendarYear:
                    known.contains { $0.kind == ceiling.scope.kind }
                }
            if !hasRoom {
                findings.add(decision.place, .decision(.movesWithoutCeiling(ceiling.scope.words)))
            }
        }
    }
}

extension Decision.Relation {
    /// The decision that is named, nil when none is.
    fileprivate var reference: DecisionCode? {
        switch self {
        case .none, .moves: nil
        case .replaces(let code), .adds(let code): code
        }
    }
}

extension Ceiling.Scope {
    /// What kind of scope it is, whichever year or recipient.
    fileprivate var kind: String {
        switch self {
        case .total: "total"
        case .budgetYear: "budgetYear"
        case .calendarYear: "calendarYear"
        case .recipient: "recipient"
        case .category: "category"
        }
    }

    /// The scope in the manifest's words.
    fileprivate var words: String {
        switch self {
        case .total: kind
        case .budgetYear(let number): "\(kind) \(number)"
        case .calendarYear(let year): "\(kind) \(year)"
        case .recipient(let owner): "\(kind) \(owner.text)"
        case .category(let category): "\(kind) \(category.text)"
        }
    }
}
