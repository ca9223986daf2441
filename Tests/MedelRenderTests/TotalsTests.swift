import MedelCore
import MedelDocument
import Testing

@Suite struct TotalsTests {
    let columns = [
        Column(key: "a", title: "Belopp", kind: .amount, width: 9, isSummed: true),
        Column(key: "n", title: "Antal", kind: .count, width: 9, isSummed: true),
        Column(key: "b", title: "Annat", kind: .amount, width: 9),
    ]

    @Test func `what is empty counts as nothing, what is unknown makes the sum unknown`() throws {
        var totals = Totals(of: columns)
        totals.add(Row(key: "1", cells: [.empty, .count(2), .amount(.max)]))
        totals.add(Row(key: "2", cells: [.amount(try Money(ore: -5)), .empty, .amount(.max)]))
        #expect(try totals.cells() == [.amount(try Money(ore: -5)), .count(2), .empty])
        #expect(totals.notes.isEmpty)
        totals.add(Row(key: "3", cells: [.amount(nil), .count(1), .empty]))
        #expect(try totals.cells() == [.amount(nil), .count(3), .empty])
        #expect(
            totals.notes.map(\.text)
                == ["Summan av Belopp saknas, eftersom minst ett belopp saknas."]
        )
        #expect(totals.rowCount == 3)
    }

    @Test func `a sum may pass the limit on the way but not at the end`() throws {
        var totals = Totals(of: columns)
        totals.add(Row(key: "1", cells: [.amount(.max), .count(.max), .empty]))
        totals.add(Row(key: "2", cells: [.amount(.max), .count(.max), .empty]))
        #expect(throws: TotalsError.outOfRange(column: "a")) { try totals.cells() }
        totals.add(Row(key: "3", cells: [.amount(-.max), .empty, .empty]))
        #expect(throws: TotalsError.outOfRange(column: "n")) { try totals.cells() }
        totals.add(Row(key: "4", cells: [.empty, .count(-.max), .empty]))
        #expect(try totals.cells() == [.amount(.max), .count(.max), .empty])
    }
}
