import MedelCore

/// Everything that has been approved and is held, kept as one long list and summed anew each time.
struct NaiveRoom {
    var approved: [CeilingUse] = []
    var open: [CeilingRoom.ReservationID: [CeilingUse]] = [:]

    /// The scopes of a grant that hold more than they may.
    func passed(_ ceilings: [Ceiling.Scope: Money], years: [BudgetYear]) -> [Ceiling.Scope] {
        ceilings.filter { scope, ceiling in
            let sum = { (uses: [CeilingUse]) in
                uses.filter { isInside($0, scope, years) }.reduce(0) { $0 + Int($1.amount.ore) }
            }
            let plain = sum(approved) + open.values.reduce(0) { $0 + sum($1) }
            let strict = sum(approved) + open.values.reduce(0) { $0 + max(0, sum($1)) }
            return max(plain, strict) > Int(ceiling.ore)
        }.map(\.key)
    }

    /// Ceilings by taking every decision from the first again, without any register.
    static func ceilings(_ decisions: [Decision]) -> [Ceiling.Scope: Int] {
        var parents: [DecisionCode: DecisionCode] = [:]
        var names: [DecisionCode: DecisionCode] = [:]
        var held: [(code: DecisionCode, amounts: [Ceiling.Scope: Int])] = []
        func name(_ code: DecisionCode) -> DecisionCode { names[code].map(name) ?? code }
        func isUnder(_ code: DecisionCode, _ root: DecisionCode) -> Bool {
            code == root || (parents[code].map { isUnder($0, root) } ?? false)
        }
        for decision in decisions {
            var amounts: [Ceiling.Scope: Int] = [:]
            for ceiling in decision.ceilings { amounts[ceiling.scope] = Int(ceiling.amount.ore) }
            switch decision.relation {
            case .none: break
            case .adds(let code): parents[decision.code] = name(code)
            case .replaces(let code):
                let old = name(code)
                held.removeAll { isUnder($0.code, old) }
                parents[decision.code] = parents[old]
                names[old] = decision.code
            case .moves:
                for (scope, ore) in amounts {
                    let place = held.lastIndex { $0.amounts[scope] != nil } ?? held.count - 1
                    held[place].amounts[scope, default: 0] += ore
                }
                continue
            }
            held.append((decision.code, amounts))
        }
        return held.reduce(into: [:]) { sums, entry in
            for (scope, ore) in entry.amounts { sums[scope, default: 0] += ore }
        }
    }

    private func isInside(_ use: CeilingUse, _ scope: Ceiling.Scope, _ years: [BudgetYear]) -> Bool
    {
        switch scope {
        case .total: true
        case .budgetYear(let number): years[number - 1].months?.months.contains(use.month) ?? false
        case .calendarYear(let year): use.month.number / 100 == year
        case .recipient(let owner): use.recipient?.text == owner.text
        case .category(let category): use.category?.text == category.text
        }
    }
}
