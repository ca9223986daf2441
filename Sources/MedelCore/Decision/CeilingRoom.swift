/// The room that decisions leave under every ceiling at once, as claims are submitted and decided.
///
/// Each ceiling holds what is approved and what is reserved for claims not yet decided; their sum
/// never passes it, whatever is done in whatever order. A correction below zero gives room back
/// when it is approved and not before, except to other rows of its own claim.
///
/// Source: SPEC 4.1–4.3, STORE 4.3; GUIDE 4.3.
public struct CeilingRoom: Sendable {
    /// A claim's hold on room until it is decided.
    public struct Reservation: Hashable, Sendable {
        /// What was asked for, row by row.
        public let asked: [CeilingUse]

        /// What is held of each row; what is left of the row passed a ceiling.
        public let held: [CeilingUse]
    }

    /// What names a reservation.
    public struct ReservationID: Hashable, Sendable {
        let number: Int
    }

    /// The insats.
    public let insats: InsatsCode

    /// What is granted as the decisions stand.
    public private(set) var grant: Grant

    /// Reservations that wait for a decision.
    public private(set) var open: [ReservationID: Reservation] = [:]

    private let years: [BudgetYear]
    private var decisions: [Decision] = []
    private var approved: [Key: Int128] = [:]
    private var sums: [Ceiling.Scope: Int128] = [:]
    private var nextNumber = 1

    fileprivate struct Key: Hashable {
        let month: Month
        let category: CostCategoryCode?
        let recipient: OwnerCode?
    }

    /// Starts from where the insats stood when Medel was taken into use; nothing is granted yet.
    ///
    /// - Parameters:
    ///   - insats: the insats.
    ///   - years: the budget years that ceilings refer to.
    ///   - positions: opening positions, of which what was approved uses room.
    public init(_ insats: InsatsCode, years: [BudgetYear], from positions: [OpeningPosition]) {
        self.insats = insats
        self.years = years
        grant = Grant.nothing
        for position in positions where position.insats == insats {
            for use in position.uses(\.approved, years: years) { book(use) }
        }
    }

    /// The smallest room under the ceilings that a use is inside, whatever its amount.
    ///
    /// - Returns: zero where no ceiling gives money for it, or where one is full.
    /// - Throws: `MoneyError.outOfRange` when corrections have given more room than there are
    ///   amounts.
    public func room(for use: CeilingUse) throws(MoneyError) -> Money {
        try Money(exact: max(0, room(for: use, besides: [])))
    }

    /// Takes a decision: a grant, a change, a move or a closing, at its place among the others.
    ///
    /// - Throws: `CeilingRoomFault.belowUsed` when a ceiling would come below what it holds, and
    ///   then nothing has changed.
    public mutating func decide(_ decision: Decision) throws(CeilingRoomFault) {
        guard decision.insats == insats else { throw .otherInsats(decision.insats) }
        let later = decisions + [decision]
        let last = later.map(\.date).max() ?? decision.date
        let changed: Grant
        do {
            changed = try Grant(of: insats, later, asOf: last)
        } catch {
            throw .outOfRange
        }
        if let full = shortfall(under: changed) { throw .belowUsed(full) }
        decisions = later
        grant = changed
        sums = [:]
        for (key, ore) in approved { count(key, ore) }
    }

    /// Submits a claim: holds min(asked, room) of each row, in the rows' order, those below zero
    /// first.
    ///
    /// - Returns: what the claim holds, under a name for deciding it.
    public mutating func reserve(_ rows: [CeilingUse]) -> (ReservationID, Reservation) {
        let held = limited(rows)
        let id = ReservationID(number: nextNumber)
        nextNumber += 1
        let reservation = Reservation(asked: rows, held: held)
        open[id] = reservation
        return (id, reservation)
    }

    /// Approves some or all of what a reservation holds and gives the rest back.
    ///
    /// - Parameters:
    ///   - id: the reservation.
    ///   - amounts: for each row what is approved, between zero and what is held.
    /// - Returns: what was approved; less than asked only where a row below zero, on which another
    ///   leant, was not approved.
    /// - Throws: `CeilingRoomFault.notOpen`, `.notHeld` for another amount or count of rows.
    public mutating func approve(
        _ id: ReservationID,
        _ amounts: [Money]
    ) throws(CeilingRoomFault) -> [CeilingUse] {
        guard let reservation = open[id] else { throw .notOpen }
        guard amounts.count == reservation.held.count else { throw .notHeld }
        for (amount, row) in zip(amounts, reservation.held) {
            let bounds = min(.zero, row.amount)...max(.zero, row.amount)
            guard bounds.contains(amount) else { throw .notHeld }
        }
        open[id] = nil
        let rows = zip(reservation.held, amounts).map { $0.replacing($1) }
        let taken = limited(rows)
        for use in taken { book(use) }
        return taken
    }

    /// Rejects a claim: all that it holds is given back.
    ///
    /// - Throws: `CeilingRoomFault.notOpen`.
    public mutating func release(_ id: ReservationID) throws(CeilingRoomFault) {
        guard open.removeValue(forKey: id) != nil else { throw .notOpen }
    }

    /// Approves costs straight away: min(asked, room) of each, in order, those below zero first.
    ///
    /// - Returns: what was approved; the rest is *kostnad över maxbelopp, bärs av mottagaren*.
    public mutating func approve(_ rows: [CeilingUse]) -> [CeilingUse] {
        let taken = limited(rows)
        for use in taken { book(use) }
        return taken
    }

    /// What is approved inside a scope, opening positions too.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func approved(in scope: Ceiling.Scope) throws(MoneyError) -> Money {
        try Money(exact: used(in: scope))
    }

    /// What open reservations hold inside a scope, each at least zero.
    ///
    /// - Throws: `MoneyError.outOfRange` when the sum passes the bound.
    public func reserved(in scope: Ceiling.Scope) throws(MoneyError) -> Money {
        try Money(exact: held(in: scope))
    }

    /// The riktbelopp that approved costs have passed, with what is to happen then; they stop
    /// nothing.
    ///
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    public func passedGuidelines() throws(MoneyError) -> [(guideline: Guideline, used: Money)] {
        var passed: [(guideline: Guideline, used: Money)] = []
        for guideline in grant.terms.guidelines {
            let used = try approved(in: .category(guideline.category))
            if used > guideline.amount { passed.append((guideline, used)) }
        }
        return passed
    }
}

/// Why a step is not taken; the room is as it was.
public enum CeilingRoomFault: Error, Hashable, Sendable {
    /// A ceiling would come below what it holds.
    case belowUsed(Ceiling.Scope)
    /// The decision is on another insats.
    case otherInsats(InsatsCode)
    /// The reservation has been decided, or never was.
    case notOpen
    /// An amount is not between zero and what the row holds.
    case notHeld
    /// Ceilings together pass the bound of an amount.
    case outOfRange
}

extension CeilingRoom {
    /// The rows cut to the room that there is, in their own order.
    private func limited(_ rows: [CeilingUse]) -> [CeilingUse] {
        var taken: [CeilingUse] = []
        var limited = rows
        let order = rows.indices.sorted { left, right in
            (rows[left].amount < .zero ? 0 : 1, left) < (rows[right].amount < .zero ? 0 : 1, right)
        }
        for place in order {
            let row = rows[place]
            let room = max(0, room(for: row, besides: taken))
            // A part of an amount is an amount.
            let amount =
                row.amount <= .zero || Int128(row.amount.ore) <= room
                ? row.amount : Money(within: room)
            limited[place] = row.replacing(amount)
            taken.append(limited[place])
        }
        return limited
    }

    /// Room in öre, when rows of the same claim have been taken already; below zero where a ceiling
    /// is passed.
    private func room(for use: CeilingUse, besides own: [CeilingUse]) -> Int128 {
        guard grant.covers(use, years: years) else { return 0 }
        var smallest: Int128?
        for (scope, ceiling) in grant.ceilings where scope.contains(use, years: years) {
            var room = Int128(ceiling.ore) - used(in: scope) - held(in: scope)
            for row in own where scope.contains(row, years: years) {
                room -= Int128(row.amount.ore)
            }
            smallest = min(smallest ?? room, room)
        }
        return smallest ?? 0
    }

    private func used(in scope: Ceiling.Scope) -> Int128 {
        if let sum = sums[scope] { return sum }
        guard grant.ceilings[scope] == nil else { return 0 }
        return approved.reduce(0) { sum, entry in
            scope.contains(entry.key, years: years) ? sum + entry.value : sum
        }
    }

    private func held(in scope: Ceiling.Scope) -> Int128 {
        open.values.reduce(0) { sum, reservation in
            let net = reservation.held.reduce(Int128(0)) { net, row in
                scope.contains(row, years: years) ? net + Int128(row.amount.ore) : net
            }
            return sum + max(0, net)
        }
    }

    /// A ceiling of another grant that is below what it would hold, or a use that would have none.
    private func shortfall(under other: Grant) -> Ceiling.Scope? {
        for (scope, ceiling) in other.orderedCeilings {
            let used = approved.reduce(Int128(0)) { sum, entry in
                scope.contains(entry.key, years: years) ? sum + entry.value : sum
            }
            if used + held(in: scope) > Int128(ceiling.ore) { return scope }
        }
        for (scope, _) in grant.orderedCeilings where other.ceilings[scope] == nil {
            let bare = approved.reduce(Int128(0)) { sum, entry in
                let use = entry.key.use
                return scope.contains(use, years: years) && !other.covers(use, years: years)
                    ? sum + entry.value : sum
            }
            let isHeld = open.values.contains { reservation in
                reservation.held.contains { row in
                    row.amount > .zero && scope.contains(row, years: years)
                        && !other.covers(row, years: years)
                }
            }
            if bare > 0 || isHeld { return scope }
        }
        return nil
    }

    private mutating func book(_ use: CeilingUse) {
        guard use.amount != .zero else { return }
        let key = Key(month: use.month, category: use.category, recipient: use.recipient)
        approved[key, default: 0] += Int128(use.amount.ore)
        count(key, Int128(use.amount.ore))
    }

    private mutating func count(_ key: Key, _ ore: Int128) {
        for scope in grant.ceilings.keys where scope.contains(key, years: years) {
            sums[scope, default: 0] += ore
        }
    }
}

extension CeilingRoom.Key {
    fileprivate var use: CeilingUse {
        CeilingUse(month: month, category: category, recipient: recipient, amount: .zero)
    }
}

extension Ceiling.Scope {
    fileprivate func contains(_ key: CeilingRoom.Key, years: [BudgetYear]) -> Bool {
        contains(key.use, years: years)
    }
}
