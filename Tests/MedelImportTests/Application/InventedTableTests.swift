import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

/// Tables in forms drawn by lot are read as they were written, or it is said that they are not.
struct InventedTableTests {
    @Test(arguments: 0..<600)
    func `a table is read exactly or raises a doubt, whatever its form`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let table = InventedTable(&generator)
        let text = try ApplicationText(Array(table.text.utf8))
        let budget = try #require(ApplicationProposal(text).budget, "\(table.text)")
        if isExact(budget, table) {
            #expect(budget.verdict == .agrees || !table.hasSum || !budget.incomes.isEmpty)
            #expect(budget.verdict != .differs, "\(table.text)")
        } else {
            #expect(!table.isUsual, "\(table.text)")
            #expect(isDoubted(budget), "\(table.text)")
        }
    }

    @Test(arguments: 0..<600)
    func `every amount that is proposed is one that the table was drawn with, or is doubted`(
        _ seed: Int
    ) throws {
        var generator = SeededGenerator(seed: seed)
        let table = InventedTable(&generator)
        let text = try ApplicationText(Array(table.text.utf8))
        let budget = try #require(ApplicationProposal(text).budget)
        let drawn = Set((table.costs + table.incomes).flatMap(\.amounts))
        for row in budget.rows + budget.incomes {
            for amount in row.kronor.compactMap(\.self) where !drawn.contains(amount) {
                #expect(isDoubted(budget), "\(row.label) \(amount) in \(table.text)")
            }
        }
    }

    @Test(arguments: 0..<600)
    func `a row that is written so that it cannot be read is mentioned`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let table = InventedTable(&generator)
        guard table.shape == .oneYear || table.shape == .columns, table.extra == .none else {
            return
        }
        // OCR takes noughts for letters in one row.
        var lines = table.text.split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
        let row = try #require(table.rows.randomElement(using: &generator))
        let place = try #require(lines.firstIndex { $0.hasPrefix(row.label) })
        let label = row.label
        let damaged = lines[place].dropFirst(label.count).replacing("0", with: "O")
        guard damaged != lines[place].dropFirst(label.count) else { return }
        lines[place] = label + damaged
        let text = try ApplicationText(Array(lines.joined(separator: "\n").utf8))
        let budget = try #require(ApplicationProposal(text).budget, "\(lines[place])")
        let isMentioned =
            budget.unplaced.contains { $0.line == place + 1 }
            || budget.rows.contains { $0.line == place + 1 && $0.known == nil }
        #expect(isMentioned || isExact(budget, table), "\(lines.joined(separator: "\n"))")
        #expect(budget.verdict != .agrees || isExact(budget, table))
    }

    private func isExact(_ budget: ApplicationBudget, _ table: InventedTable) -> Bool {
        budget.rows.map(\.label) == table.costs.map(\.label)
            && budget.rows.map(\.kronor) == table.costs.map { $0.amounts.map(Optional.init) }
            && budget.incomes.map(\.kronor) == table.incomes.map { $0.amounts.map(Optional.init) }
            && budget.years.count == table.years
    }

    /// Whether a person is told where to look.
    private func isDoubted(_ budget: ApplicationBudget) -> Bool {
        if budget.verdict == .differs || budget.verdict == .notCompared { return true }
        if budget.unplaced.contains(where: \.hasDigits) { return true }
        let isAboutTable = budget.tableDoubts.contains { doubt in
            switch doubt {
            case .columnsUnknown, .repeatedRows: true
            case .yearUnknown, .mergedTables, .totalColumn, .transposed, .otherColumns,
                .monthsUnknown, .totalTable, .perMonth:
                false
            }
        }
        return isAboutTable
            || (budget.rows + budget.incomes).contains { row in
                row.known == nil || row.doubts.contains(where: isAboutAmount)
            }
    }

    private func isAboutAmount(_ doubt: ApplicationDoubt) -> Bool {
        switch doubt {
        case .ambiguousGroups, .unreadable, .amountCount, .figureAfter, .rowTotal, .smallAmount,
            .mayBeSum, .product:
            true
        case .strokeAsNought, .noAmount, .yearOrAmount, .noCategory, .severalCategories,
            .eligibility, .sign, .strokeBefore, .remark, .noLabel, .runningText, .otherFigures,
            .approximate, .perMonth:
            false
        }
    }

    private func tkr(_ kronor: Int64) -> String {
        String(kronor / 1_000) + (kronor % 1_000 == 0 ? "" : ",\(kronor % 1_000 / 100)")
    }
}
