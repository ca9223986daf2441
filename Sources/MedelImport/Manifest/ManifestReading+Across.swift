import MedelCore

extension ManifestReading {
    /// Notes what only shows when every file has been read.
    func checkAcross() {
        for reference in references where !knows(reference.thing, reference.code) {
            // Without a catalogue any category may be used.
            if reference.thing == .costCategory, costCategories.isEmpty { continue }
            let reason: ManifestPlanReason =
                switch home {
                case .folder: .unknownReference(reference.thing, reference.code)
                case .ledger: .notInLedger(reference.thing, reference.code)
                }
            findings.add(reference.place, .plan(reason))
        }
        checkParents()
        checkDecisions()
        checkBudgetDecisions()
        checkCourse()
        checkScopes()
        checkFinancing()
        checkBudgets()
        checkCategoryDates()
        checkInstalments()
        checkAmounts()
        checkBudgetCeilings()
        checkDays()
    }

    /// No insats is a part of itself.
    private func checkParents() {
        let parents = Dictionary(
            insatser.map { ($0.value.code, $0.value.parent) },
            uniquingKeysWith: { first, _ in first }
        )
        var seen: Set<InsatsCode> = []
        for insats in insatser {
            // Each chain is followed until it ends or meets what an earlier one has gone through.
            var chain: Set<InsatsCode> = []
            var next: InsatsCode? = insats.value.code
            while let code = next, !seen.contains(code) {
                seen.insert(code)
                chain.insert(code)
                next = parents[code] ?? nil
            }
            if let next, chain.contains(next) {
                findings.add(insats.place, .plan(.parentCycle(next.text)))
            }
        }
    }

    private func checkDecisions() {
        var byCode: [DecisionCode: Decision] = [:]
        for decision in decisions { byCode[decision.value.code] = decision.value }
        var firstGrants: [InsatsCode: Placed<Decision>] = [:]
        for decision in decisions.sorted(by: { $0.value.date < $1.value.date }) {
            let value = decision.value
            switch value.relation {
            case .replaces where decision.isKept, .adds where decision.isKept: break
            case .replaces(let earlier), .adds(let earlier):
                if earlier == value.code {
                    findings.add(decision.place, .decision(.refersToItself))
                } else if let other = byCode[earlier], other.insats != value.insats {
                    findings.add(
                        decision.place,
                        .decision(.decisionOfOtherInsats(earlier, other.insats))
                    )
                } else if let other = byCode[earlier], other.date > value.date {
                    findings.add(
                        decision.place,
                        .decision(.relationToLater(earlier, other.date))
                    )
                }
            case .none:
                guard value.kind == .grant else { break }
                if let first = firstGrants[value.insats] { noteSecond(decision, after: first) }
                firstGrants[value.insats] = firstGrants[value.insats] ?? decision
            case .moves: break
            }
        }
    }

    /// A second first grant is told where it can be changed: at what is read.
    private func noteSecond(_ second: Placed<Decision>, after first: Placed<Decision>) {
        guard !isSettled(first, second) else { return }
        let (new, other) = second.isKept ? (first, second) : (second, first)
        findings.add(new.place, .decision(.secondGrant(first: other.value.code)))
    }

    /// A budget follows from a decision on the same insats.
    private func checkBudgetDecisions() {
        var byCode: [DecisionCode: Decision] = [:]
        for decision in decisions { byCode[decision.value.code] = decision.value }
        for draft in budgetDrafts {
            guard let code = draft.decision, let decision = byCode[code],
                decision.insats != draft.insats
            else { continue }
            findings.add(
                draft.decisionPlace,
                .decision(.decisionOfOtherInsats(code, decision.insats))
            )
        }
    }
}
