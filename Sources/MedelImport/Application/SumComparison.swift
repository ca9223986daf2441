import MedelCore

/// Compares the sums that a table prints with what its rows add up to.
struct SumComparison {
    private(set) var sums: [PrintedSum] = []
    private let entries: [TableReading.Entry]
    private let count: Int

    init(_ reading: TableReading) {
        entries = reading.entries
        count = reading.count
        for place in entries.indices {
            guard case .sum(let sum) = entries[place] else { continue }
            let compared = compare(place, sum.kind, sum.amounts, isIncome: sum.isIncome)
            let leavesOut = leavesIncomeOut(sum.label, before: place)
            let outcome =
                compared == .agreesWithAll && leavesOut ? .agreesWithoutIncome : compared
            sums.append(
                PrintedSum(
                    label: sum.label,
                    line: sum.line,
                    amounts: sum.amounts,
                    outcome: outcome,
                    written: sum.written
                )
            )
        }
    }

    /// What the comparisons come to.
    func verdict() -> SumVerdict {
        let rows = entries.compactMap { entry in
            if case .row(let row, _) = entry { return row }
            return nil
        }
        let isUnread = rows.contains { row in
            row.known?.count != count || row.doubts.contains(where: \.isAboutReading)
        }
        if sums.contains(where: \.isDifference) { return .differs }
        let hasOtherTotal = rows.contains { row in row.doubts.contains(where: \.isOtherTotal) }
        if hasOtherTotal { return .differs }
        if isUnread || sums.contains(where: { $0.outcome == .notCompared }) { return .notCompared }
        if sums.contains(where: { $0.outcome == .agreesWithoutIncome }) {
            return .agreesWithoutIncome
        }
        if sums.contains(where: { $0.outcome == .agreesWithAll }) { return .agrees }
        if sums.contains(where: { $0.outcome == .agreesOverYears }) { return .agreesOverYears }
        return sums.isEmpty ? .noSum : .partly
    }

    private func compare(
        _ place: Int,
        _ kind: SumLabel,
        _ printed: [Money?],
        isIncome: Bool
    ) -> PrintedSum.Outcome {
        let amounts = printed.compactMap(\.self)
        if count > 1, amounts.count == 1, printed.count == 1 {
            return compareOverYears(amounts[0], kind, entries[..<place], isIncome: isIncome)
        }
        guard amounts.count == count, printed.count == count else { return .notCompared }
        let before = entries[..<place]
        if kind == .applied { return compareApplied(amounts) }
        if kind == .incomes || isIncome && kind != .net {
            return compareIncomes(amounts, before)
        }
        guard let all = add(rows(before.isEmpty || costs(before).isEmpty ? entries[...] : before)),
            let costs = add(costs(costs(before).isEmpty ? entries[...] : before))
        else { return .notCompared }
        switch kind {
        case .net:
            return amounts == all ? .agreesWithNet : .differs(computed: all)
        case .costs, .part, .incomes, .applied:
            let coversAll =
                self.costs(before).isEmpty
                || self.costs(entries[...]).count == self.costs(before).count
            if amounts == costs { return coversAll ? .agreesWithAll : .agreesWithPart }
            if amounts == all, all != costs { return .agreesWithNet }
            // Costs can go on beside the sum, and then it is of all of them.
            if amounts == add(self.costs(entries[...])) { return .agreesWithAll }
            guard let part = add(part(before)) else { return .notCompared }
            if amounts == part, !part.isEmpty, hasSum(before) { return .agreesWithPart }
            return .differs(computed: kind == .part && hasSum(before) ? part : costs)
        }
    }

    /// Compares one amount with all years together.
    private func compareOverYears(
        _ amount: Money,
        _ kind: SumLabel,
        _ before: ArraySlice<TableReading.Entry>,
        isIncome: Bool
    ) -> PrintedSum.Outcome {
        guard let costs = add(costs(entries[...])), let all = add(rows(entries[...])),
            let before = add(isIncome ? incomes(before) : self.costs(before)),
            let sum = try? Money.sum(costs), let net = try? Money.sum(all),
            let part = try? Money.sum(before)
        else { return .notCompared }
        if isIncome || kind == .incomes {
            return amount == part || amount == -part
                ? .agreesWithIncomes : .differs(computed: [-part])
        }
        if amount == sum, kind != .net { return .agreesOverYears }
        if amount == net { return .agreesWithNet }
        return .differs(computed: [kind == .net ? net : sum])
    }

    /// Compares with all costs less what others than the association pay.
    private func compareApplied(_ amounts: [Money]) -> PrintedSum.Outcome {
        let costs = costs(entries[...])
        let others = incomes(entries[...]).filter { $0.category?.text != "INTAKT_FORBUND" }
        guard !costs.isEmpty, let sum = add(costs + others) else { return .notCompared }
        guard amounts == sum || amounts == sum.map({ -$0 }) else { return .differs(computed: sum) }
        return amounts == add(costs) ? .agreesWithAll : .agreesWithNet
    }

    /// Whether an income among the rows above is no part of a sum that is not said to be of costs.
    private func leavesIncomeOut(_ label: String, before place: Int) -> Bool {
        if RowLabel.isAppliedFor(label) { return false }
        let isOfCosts = label.split(separator: " ").map { ApplicationWords.core($0) }
            .contains { $0.contains("kostnad") || $0.hasPrefix("utgift") }
        guard !isOfCosts else { return false }
        return incomes(entries[..<place]).contains { row in
            !row.standsApart && row.known?.allSatisfy { $0 == .zero } != true
        }
    }

    private func compareIncomes(
        _ amounts: [Money],
        _ before: ArraySlice<TableReading.Entry>
    ) -> PrintedSum.Outcome {
        guard let sum = add(incomes(before)) else { return .notCompared }
        let isSame = amounts == sum || amounts == sum.map { -$0 }
        return isSame ? .agreesWithIncomes : .differs(computed: sum.map { -$0 })
    }

    /// The sums of rows, year by year; nil when an amount is not known or there are too many.
    private func add(_ rows: [ApplicationRow]) -> [Money]? {
        guard rows.allSatisfy({ $0.known?.count == count }) else { return nil }
        var sums: [Money] = []
        for year in 0..<count {
            guard let sum = try? Money.sum(rows.compactMap { $0.amounts[year] }) else { return nil }
            sums.append(sum)
        }
        return sums
    }

    private func rows(_ entries: ArraySlice<TableReading.Entry>) -> [ApplicationRow] {
        entries.compactMap { entry in
            if case .row(let row, _) = entry { return row }
            return nil
        }
    }

    private func costs(_ entries: ArraySlice<TableReading.Entry>) -> [ApplicationRow] {
        entries.compactMap { entry in
            if case .row(let row, isIncome: false) = entry { return row }
            return nil
        }
    }

    private func incomes(_ entries: ArraySlice<TableReading.Entry>) -> [ApplicationRow] {
        entries.compactMap { entry in
            if case .row(let row, isIncome: true) = entry { return row }
            return nil
        }
    }

    /// The costs since the sum before.
    private func part(_ before: ArraySlice<TableReading.Entry>) -> [ApplicationRow] {
        let start = before.lastIndex(where: isSum)
        return costs(before[(start.map { $0 + 1 } ?? before.startIndex)...])
    }

    private func hasSum(_ before: ArraySlice<TableReading.Entry>) -> Bool {
        before.contains(where: isSum)
    }

    /// Whether an entry adds up the rows above it.
    private func isSum(_ entry: TableReading.Entry) -> Bool {
        if case .sum(let sum) = entry { return sum.kind != .applied }
        return false
    }
}

extension PrintedSum {
    /// Whether the rows add up to something else.
    var isDifference: Bool {
        if case .differs = outcome { return true }
        return false
    }
}

extension ApplicationDoubt {
    /// Whether a row's own total is another than its years'.
    var isOtherTotal: Bool {
        if case .rowTotal = self { return true }
        return false
    }
}
