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
            checkReplacements(decisions)
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

    /// A decision is replaced once: what replaces it again could replace, or add to, what did.
    ///
    /// What stands in a ledger already is history, which never changes.
    private func checkReplacements(_ decisions: [Placed<Decision>]) {
        let byEarlier = Dictionary(grouping: decisions) { $0.value.relation.replaced }
        var successors: [DecisionCode: DecisionCode] = [:]
        for (earlier, all) in byEarlier {
            guard let earlier else { continue }
            // What the ledger has came first, whatever its day.
            let first = all.min { left, right in order(left) < order(right) }
            guard let first, first.value.code != earlier else { continue }
            successors[earlier] = first.value.code
        }
        for (earlier, first) in successors {
            for decision in byEarlier[earlier] ?? [] where decision.value.code != first {
                guard !isTold(decision) else { continue }
                findings.add(
                    decision.place,
                    .decision(
                        .alreadyReplaced(
                            earlier,
                            by: first,
                            last: last(first, successors)
                        )
                    )
                )
            }
        }
    }

    private func order(_ decision: Placed<Decision>) -> (Int, Day, DecisionCode) {
        (isTold(decision) ? 0 : 1, decision.value.date, decision.value.code)
    }

    /// The decision that stands last where one replaces the other; a circle is told elsewhere.
    private func last(
        _ code: DecisionCode,
        _ successors: [DecisionCode: DecisionCode]
    ) -> DecisionCode {
        var code = code
        var seen: Set<DecisionCode> = [code]
        while let next = successors[code], seen.insert(next).inserted { code = next }
        return code
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
        guard !isTold(decision) else { return }
        let before = decisions.filter { $0.date <= value.date && $0.code != value.code }
        let known = Set(before.filter { $0.relation != .moves }.flatMap(\.ceilings).map(\.scope))
        for ceiling in value.ceilings where !known.contains(ceiling.scope) {
            findings.add(decision.place, .decision(.movesWithoutCeiling(ceiling.scope.words)))
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

    /// The decision whose place it takes, nil when it takes none.
    fileprivate var replaced: DecisionCode? {
        switch self {
        case .none, .moves, .adds: nil
        case .replaces(let code): code
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
