import MedelCore
import Testing

@testable import MedelImport

struct FigureRunTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let count: Int
        var unit = WrittenUnit.krona
        /// In öre; nil for an amount that cannot be read.
        let ore: [Int64?]?
        var doubts = 0

        var testDescription: String { "\(text) as \(count)" }
    }

    static let cases = [
        Case(text: "848 000", count: 1, ore: [848_000_00]),
        Case(text: "9700", count: 1, ore: [9_700_00]),
        Case(text: "0", count: 1, ore: [0]),
        Case(text: "-2 293 000", count: 1, ore: [-2_293_000_00]),
        Case(text: "\u{2212} 6 279", count: 1, ore: [-6_279_00]),
        Case(text: "12 500,50", count: 1, ore: [12_500_50]),
        Case(text: "600.000:-", count: 1, ore: [600_000_00]),
        Case(text: "155 tkr", count: 1, ore: [155_000_00]),
        Case(text: "1,2 mkr", count: 1, ore: [1_200_000_00]),
        Case(text: "1 010", count: 1, unit: .thousand, ore: [1_010_000_00]),
        Case(text: "0,98 1,01", count: 2, unit: .million, ore: [980_000_00, 1_010_000_00]),
        Case(text: "270 000 270 000 270.000", count: 3, ore: [270_000_00, 270_000_00, 270_000_00]),
        Case(text: "20 000 5 000 5 000", count: 3, ore: [20_000_00, 5_000_00, 5_000_00]),
        Case(text: "850 000 0 0", count: 3, ore: [850_000_00, 0, 0]),
        Case(text: "100 200  300 400", count: 2, ore: [100_200_00, 300_400_00]),
        Case(text: "100 200 300 400", count: 2, ore: [100_200_00, 300_400_00], doubts: 1),
        Case(text: "20 000  –  5 000", count: 3, ore: [20_000_00, 0, 5_000_00], doubts: 1),
        Case(
            text: "1\u{A0}767\u{A0}000 1\u{A0}782\u{A0}000",
            count: 2,
            ore: [1_767_000_00, 1_782_000_00]
        ),
        Case(text: "848 000 55 %", count: 1, ore: [848_000_00]),
        Case(text: "1,0 600 000", count: 1, ore: [600_000_00]),
        Case(text: "1 767 000 11", count: 1, ore: [1_767_000_00], doubts: 1),
        Case(text: "12,500", count: 1, ore: [nil], doubts: 1),
        Case(text: "1.200", count: 1, unit: .thousand, ore: [nil], doubts: 1),
        Case(text: "848 000", count: 3, ore: nil),
        Case(text: "270 000 270 000", count: 1, ore: nil),
        Case(text: "9 999 999 999 999", count: 1, ore: nil),
    ]

    @Test(arguments: cases)
    func `figures are read as as many amounts as a row has`(_ test: Case) {
        let run = FigureRun(ApplicationTokenizer.tokens(test.text))
        switch run.read(test.count, in: test.unit) {
        case .amounts(let amounts, let doubts, _):
            #expect(amounts.map { $0?.ore } == test.ore)
            #expect(doubts.count == test.doubts, "\(doubts)")
        case .otherCount: #expect(test.ore == nil)
        }
    }

    @Test(arguments: [
        "2017-02-01", "160901-190831", "15.01.01", "070-123 45 67", "0999-12 34 56", "7:20", "1(8)",
        "2025/0143", "(12 000)", "222000-9993", "2.0.1", "12-14",
    ])
    func `what is no amount is no figure`(_ text: String) {
        let tokens = ApplicationTokenizer.tokens(text)
        #expect(tokens.allSatisfy { $0.figure == nil }, "\(tokens.map(\.text))")
    }
}
