/// What the decisions on an insats grant, taken together as they stood on a day.
///
/// Decisions are taken in order of date. One that *adds to* another is a part of it; one that
/// *replaces* another takes its place and that of all that was added to it. *Moves* change the
/// decision that holds the scope, so that a later replacement takes them away too. A refusal gives
/// no ceiling and takes none away.
///
/// Source: SPEC 3 (decision, ceiling).
public struct Grant: Hashable, Sendable {
    /// What has been decided.
    public enum State: String, CaseIterable, Sendable {
        /// No decision is known.
        case undecided
        /// The insats was refused and nothing is granted.
        case rejected
        /// There is a decision that grants.
        case granted
    }

    /// A ceiling that counts, with the decision that gives it.
    ///
    /// Room that is moved to a scope is given by the decision that moves it; what is moved away
    /// lessens what the decision gave that holds the scope.
    public struct Given: Hashable, Sendable {
        /// The decision.
        public let decision: Decision

        /// The ceiling; below zero where room was moved away.
        public let ceiling: Ceiling
    }

    /// What has been decided.
    public let state: State

    /// The decisions whose ceilings count, in order of date.
    public let decisions: [Decision]

    /// The latest refusal, nil when there is none.
    public let rejection: Decision?

    /// What may be paid at most inside each scope.
    public let ceilings: [Ceiling.Scope: Money]

    /// What the ceilings are made of, each with the decision that gives it, in the order of those that
    /// hold them.
    public let given: [Given]

    /// The terms: each as the latest decision that says it has it.
    public let terms: GrantTerms

    /// The last day that the insats was open; nil while it is.
    public let closedOn: Day?

    /// Takes the decisions of one insats that were made that day or before.
    ///
    /// - Parameters:
    ///   - insats: the insats.
    ///   - decisions: decisions, others' and later ones too.
    ///   - day: the last day that counts.
    ///   - closedOn: the last day that the insats was open, as the insats itself says; a decision
    ///     that closes it closes it on the day of the meeting where nothing is said.
    /// - Throws: `MoneyError.outOfRange` when ceilings together pass the bound.
    public init(
        of insats: InsatsCode,
        _ decisions: [Decision],
        asOf day: Day,
        closedOn: Day? = nil
    ) throws(MoneyError) {
        var register = Register()
        var rejection: Decision?
        var terms = GrantTerms()
        var closing: Day?
        let own = decisions.filter { $0.insats == insats && $0.date <= day }
        for decision in Self.inOrder(own) {
            register.take(decision)
            terms = decision.terms.over(terms)
            if decision.kind == .reject { rejection = decision }
            if decision.kind == .close { closing = closedOn ?? decision.date }
        }
        self.terms = terms
        // A day to come that no meeting has decided closes nothing yet.
        self.closedOn = closing ?? closedOn.flatMap { $0 <= day ? $0 : nil }
        let counted = register.entries.filter { !$0.given.isEmpty || $0.decision.kind != .close }
        self.decisions = counted.map(\.decision).filter { $0.kind != .reject }
        self.rejection = rejection
        var sums: [Ceiling.Scope: Int128] = [:]
        given = register.entries.flatMap(\.given)
        for ceiling in given.lazy.map(\.ceiling) {
            sums[ceiling.scope, default: 0] += Int128(ceiling.amount.ore)
        }
        var ceilings: [Ceiling.Scope: Money] = [:]
        for (scope, ore) in sums { ceilings[scope] = try Money(exact: ore) }
        self.ceilings = ceilings
        if !self.decisions.isEmpty {
            state = .granted
        } else {
            state = rejection == nil ? .undecided : .rejected
        }
    }

    /// Nothing decided.
    static let nothing = Grant()

    private init() {
        state = .undecided
        decisions = []
        rejection = nil
        ceilings = [:]
        given = []
        terms = GrantTerms()
        closedOn = nil
    }

    /// Orders by date; at one meeting a decision comes after the one that it refers to.
    private static func inOrder(_ decisions: [Decision]) -> [Decision] {
        let days = Dictionary(grouping: decisions, by: \.date).sorted { $0.key < $1.key }
        return days.flatMap { day, met in
            var waiting = met.sorted { $0.code < $1.code }
            var ordered: [Decision] = []
            while !waiting.isEmpty {
                let codes = Set(waiting.map(\.code))
                let next = waiting.firstIndex { decision in
                    guard let reference = decision.relation.reference else { return true }
                    return reference == decision.code || !codes.contains(reference)
                }
                ordered.append(waiting.remove(at: next ?? 0))
            }
            return ordered
        }
    }
}

/// The decisions that count so far, each under the one that it was added to.
private struct Register {
    struct Entry {
        let decision: Decision
        let parent: DecisionCode?
        var given: [Grant.Given]
    }

    var entries: [Entry] = []
    private var successors: [DecisionCode: DecisionCode] = [:]

    mutating func take(_ decision: Decision) {
        let ceilings = decision.kind == .reject ? [] : decision.ceilings
        switch decision.relation {
        case .none:
            add(decision, under: nil, ceilings)
        case .adds(let code):
            add(decision, under: current(code), ceilings)
        case .replaces(let code):
            let replaced = current(code)
            let parent = entries.first { $0.decision.code == replaced }?.parent
            remove(replaced)
            if replaced != decision.code { successors[replaced] = decision.code }
            add(decision, under: parent, ceilings)
        case .moves:
            var loose: [Ceiling] = []
            for ceiling in ceilings {
                if let place = holder(of: ceiling.scope) {
                    let giver = ceiling.amount < .zero ? entries[place].decision : decision
                    entries[place].given.append(Grant.Given(decision: giver, ceiling: ceiling))
                } else {
                    loose.append(ceiling)
                }
            }
            add(decision, under: nil, loose)
        }
    }

    private mutating func add(
        _ decision: Decision,
        under parent: DecisionCode?,
        _ ceilings: [Ceiling]
    ) {
        let given = ceilings.map { Grant.Given(decision: decision, ceiling: $0) }
        entries.append(Entry(decision: decision, parent: parent, given: given))
    }

    /// The decision that stands where the named one stood.
    private func current(_ code: DecisionCode) -> DecisionCode {
        var code = code
        while let next = successors[code] { code = next }
        return code
    }

    /// The latest decision with a ceiling of the scope, else the latest with any.
    private func holder(of scope: Ceiling.Scope) -> Int? {
        entries.lastIndex { $0.given.contains { $0.ceiling.scope == scope } }
            ?? entries.lastIndex { !$0.given.isEmpty }
    }

    private mutating func remove(_ code: DecisionCode) {
        var gone: Set<DecisionCode> = [code]
        var count = 0
        while count != gone.count {
            count = gone.count
            for entry in entries {
                if let parent = entry.parent, gone.contains(parent) {
                    gone.insert(entry.decision.code)
                }
            }
        }
        entries.removeAll { gone.contains($0.decision.code) }
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
