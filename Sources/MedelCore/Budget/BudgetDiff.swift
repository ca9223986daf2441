/// What differs between two versions of an insats's budget, by row and budget year.
///
/// Applied to the one version it gives the other; turned round it is the difference the other way.
///
/// Source: SPEC 3 (budget versions).
public struct BudgetDiff: Hashable, Sendable {
    /// Something that two versions have each their own of; equal when it is the same in both.
    public struct Pair<Value: Hashable & Sendable>: Hashable, Sendable {
        /// In the version that is gone from.
        public let before: Value
        /// In the version that is gone to.
        public let after: Value

        /// Whether it differs.
        public var differs: Bool { before != after }

        fileprivate var turned: Pair { Pair(before: after, after: before) }
    }

    /// What a version says beside its rows.
    public struct Face: Hashable, Sendable {
        /// The number.
        public let number: Int
        /// The kind.
        public let kind: BudgetVersion.Kind
        /// The day that it holds from.
        public let date: Day
        /// Its years, in order.
        public let years: [BudgetYear]
        /// Its rows' codes, in their frozen order.
        public let order: [BudgetRowCode]
        /// Its remarks.
        public let notes: [SourceNote]
        /// The PO rates that it used.
        public let rates: [PORate]
        /// The decision that it follows from.
        public let decision: DecisionCode?
        /// What has been moved in it.
        public let reallocation: Reallocation?
        /// That it was computed anew.
        public let recomputation: Recomputation?

        fileprivate init(_ version: BudgetVersion) {
            number = version.number
            kind = version.kind
            date = version.date
            years = version.years
            order = version.rows.map(\.code)
            notes = version.notes
            rates = version.rates
            decision = version.decision
            reallocation = version.reallocation
            recomputation = version.recomputation
        }
    }

    /// What a row says beside its amounts.
    public struct RowFace: Hashable, Sendable {
        /// The cost category.
        public let category: CostCategoryCode?
        /// What the source calls it.
        public let label: String
        /// The recipient.
        public let recipient: OwnerCode?
        /// Where its amounts came from.
        public let derivation: BudgetRow.Derivation?

        fileprivate init(_ row: BudgetRow) {
            category = row.category
            label = row.label
            recipient = row.recipient
            derivation = row.derivation
        }
    }

    /// A row that differs.
    public struct Row: Hashable, Sendable {
        /// The row's code.
        public let code: BudgetRowCode

        /// What it says beside its amounts; nil where the version does not have the row.
        public let face: Pair<RowFace?>

        /// By how much the amount of each year changes, by place in `years`.
        public let changes: [Money]
    }

    /// The insats.
    public let insats: InsatsCode

    /// What the versions say beside their rows.
    public let face: Pair<Face>

    /// The years of both versions, in order of time, then as they stand: years with the same
    /// months are the same, and of years without months those with the same label.
    public let years: [BudgetYear]

    /// The rows that differ, in order of code.
    public let rows: [Row]

    /// Whether nothing differs but the number.
    public var isEmpty: Bool {
        rows.isEmpty && face.before.saysTheSame(as: face.after)
    }

    /// The same difference from the other end.
    public var turned: BudgetDiff {
        BudgetDiff(
            insats: insats,
            face: face.turned,
            years: years,
            rows: rows.map { row in
                Row(code: row.code, face: row.face.turned, changes: row.changes.map { -$0 })
            }
        )
    }

    private init(insats: InsatsCode, face: Pair<Face>, years: [BudgetYear], rows: [Row]) {
        self.insats = insats
        self.face = face
        self.years = years
        self.rows = rows
    }
}

extension BudgetDiff {
    /// Compares two versions.
    ///
    /// - Throws: `MoneyError.outOfRange` when an amount changes by more than the bound.
    public init(from old: BudgetVersion, to new: BudgetVersion) throws(MoneyError) {
        precondition(old.insats == new.insats, "versions of one budget")
        let (years, keys) = Self.union(old.years, new.years)
        let (oldPlaces, newPlaces) = (Self.places(keys, old.years), Self.places(keys, new.years))
        let (before, after) = (Self.byCode(old), Self.byCode(new))
        var rows: [Row] = []
        for code in Set(before.keys).union(after.keys).sorted() {
            let (earlier, later) = (before[code], after[code])
            var changes: [Money] = []
            for place in years.indices {
                let less = earlier.flatMap { row in oldPlaces[place].map { row.amounts[$0] } }
                let more = later.flatMap { row in newPlaces[place].map { row.amounts[$0] } }
                changes.append(try (more ?? .zero) - (less ?? .zero))
            }
            let face = Pair(before: earlier.map(RowFace.init), after: later.map(RowFace.init))
            guard face.differs || changes.contains(where: { $0 != .zero }) else { continue }
            rows.append(Row(code: code, face: face, changes: changes))
        }
        self.init(
            insats: old.insats,
            face: Pair(before: Face(old), after: Face(new)),
            years: years,
            rows: rows
        )
    }

    /// The version that the difference leads to.
    ///
    /// - Parameter old: the version that it was taken from.
    /// - Returns: nil for any other version.
    /// - Throws: `MoneyError.outOfRange` when an amount passes the bound.
    public func applied(to old: BudgetVersion) throws(MoneyError) -> BudgetVersion? {
        guard old.insats == insats, Face(old) == face.before else { return nil }
        let (_, keys) = Self.union(old.years, face.after.years)
        let oldPlaces = Self.places(keys, old.years)
        let newKeys = YearKey.of(face.after.years)
        let before = Self.byCode(old)
        let changed = Dictionary(uniqueKeysWithValues: rows.map { ($0.code, $0) })
        var after: [BudgetRow] = []
        for code in face.after.order {
            let row = changed[code]
            guard let text = row.map(\.face.after) ?? before[code].map(RowFace.init) else {
                return nil
            }
            var amounts: [Money] = []
            for key in newKeys {
                guard let place = keys.firstIndex(of: key) else { return nil }
                let less = before[code].flatMap { row in oldPlaces[place].map { row.amounts[$0] } }
                amounts.append(try (less ?? .zero) + (row?.changes[place] ?? .zero))
            }
            after.append(
                BudgetRow(
                    code: code,
                    category: text.category,
                    label: text.label,
                    recipient: text.recipient,
                    amounts: amounts,
                    derivation: text.derivation
                )
            )
        }
        return BudgetVersion(
            insats: insats,
            number: face.after.number,
            kind: face.after.kind,
            date: face.after.date,
            years: face.after.years,
            rows: after,
            notes: face.after.notes,
            rates: face.after.rates,
            decision: face.after.decision,
            reallocation: face.after.reallocation,
            recomputation: face.after.recomputation
        )
    }

    private static func byCode(_ version: BudgetVersion) -> [BudgetRowCode: BudgetRow] {
        Dictionary(version.rows.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every year once, the same whichever of the versions comes first.
    private static func union(
        _ old: [BudgetYear],
        _ new: [BudgetYear]
    ) -> (years: [BudgetYear], keys: [YearKey]) {
        let all = zip(YearKey.of(old) + YearKey.of(new), old + new)
            .map { key, year in (key: key, year: year) }
            .sorted { $0.key.order(named: $0.year.label) < $1.key.order(named: $1.year.label) }
        var seen: Set<YearKey> = []
        let once = all.filter { seen.insert($0.key).inserted }
        return (once.map(\.year), once.map(\.key))
    }

    /// Where each year of a difference stands in a version; nil where it does not.
    private static func places(_ keys: [YearKey], _ years: [BudgetYear]) -> [Int?] {
        let own = YearKey.of(years)
        return keys.map { own.firstIndex(of: $0) }
    }
}

extension BudgetDiff.Face {
    /// Whether nothing but the number differs.
    fileprivate func saysTheSame(as other: BudgetDiff.Face) -> Bool {
        kind == other.kind && date == other.date && years == other.years && order == other.order
            && notes == other.notes && rates == other.rates && decision == other.decision
            && reallocation == other.reallocation && recomputation == other.recomputation
    }
}

/// What makes a budget year of two versions the same.
private struct YearKey: Hashable {
    let months: MonthRange?

    /// The label where there are no months; else empty.
    let label: String

    /// How many years before it in its version have the same months or label.
    let occurrence: Int

    /// The keys of a version's years, in their order.
    static func of(_ years: [BudgetYear]) -> [YearKey] {
        var counts: [YearKey: Int] = [:]
        return years.map { year in
            let label = year.months == nil ? year.label : ""
            let first = YearKey(months: year.months, label: label, occurrence: 0)
            let count = counts[first, default: 0]
            counts[first] = count + 1
            return YearKey(months: year.months, label: label, occurrence: count)
        }
    }

    /// By time, those without months last.
    func order(named name: String) -> (Int, Int, String, Int, String) {
        guard let months else { return (.max, .max, label, occurrence, name) }
        return (months.first.number, months.last.number, label, occurrence, name)
    }
}
