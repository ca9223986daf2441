import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

/// Years that follow each other, and what files declare of them.
struct YearTests {
    /// A file with balances in kronor as `IB 1930 500`, and one voucher of a cost paid by bank.
    private struct File {
        var year = 2025
        var generatedOn = "20250701"
        var labels: [String] = []
        var cost = 0

        var bytes: [UInt8] {
            let lines =
                [
                    "#FLAGGA 0", "#PROGRAM \"Prov\" 1", "#FORMAT PC8", "#GEN \(generatedOn)",
                    "#SIETYP 4", "#ORGNR 222000-9993", "#FNAMN \"Prov\"",
                    "#RAR 0 \(year)0101 \(year)1231", "#RAR -1 \(year - 1)0101 \(year - 1)1231",
                    "#KONTO 1930 \"Bank\"", "#KONTO 2010 \"Eget kapital\"",
                    "#KONTO 2099 \"Resultat\"", "#KONTO 4010 \"Kostnad\"",
                    "#KONTO 9010 \"Kassa\"",
                ] + labels.map { "#" + $0 }
                + (cost == 0
                    ? []
                    : [
                        "#VER A \(year)\(cost) \(year)0115 \"Köp\"", "{",
                        "#TRANS 4010 {} \(cost)", "#TRANS 1930 {} \(-cost)", "}",
                    ])
            return Array(lines.joined(separator: "\r\n").utf8)
        }
    }

    private static func places(
        _ rule: CheckRule,
        _ files: [File]
    ) throws -> [String] {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            for (number, file) in files.enumerated() {
                try test.read(file.bytes, named: "\(number).se")
            }
            return try test.ledger.check(.strict).findings.filter { $0.rule == rule }.map {
                let amount = $0.amount.map { " \(AmountText.machine.text($0))" } ?? ""
                return $0.place + amount
            }
        }
    }

    /// What the journal's opening entry and vouchers sum to, by account, in kronor.
    private static func opening(_ files: [File]) throws -> (day: String, kronor: [String: Int64])? {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            for (number, file) in files.enumerated() {
                try test.read(file.bytes, named: "\(number).se")
            }
            guard let opening = try test.ledger.openingBalances(of: test.book()) else { return nil }
            let amounts = opening.amounts.map { ($0.account.text, $0.amount.ore / 100) }
            return (opening.date.description, Dictionary(uniqueKeysWithValues: amounts))
        }
    }

    @Test func `a book opens before its first year, though a later one is the first to tell`()
        throws
    {
        let files = [
            File(year: 2024, cost: 100),
            File(
                labels: [
                    "IB 0 1930 400", "IB 0 2010 -500", "IB 0 2099 100", "UB 0 1930 390",
                    "UB 0 2010 -500", "UB 0 2099 100", "RES 0 4010 10",
                ],
                cost: 10
            ),
        ]
        for order in [files, files.reversed()] {
            let opening = try #require(try Self.opening(order))
            #expect(opening.day == "2024-01-01")
            #expect(opening.kronor == ["1930": 500, "2010": -500, "2099": 100])
            #expect(try Self.places(.yearsFollow, order) == [])
        }
    }

    @Test func `without opening balances the year before's closing ones stand in`() throws {
        let file = File(
            labels: [
                "UB 0 1930 400", "UB 0 2010 -500", "UB -1 1930 500", "UB -1 2010 -500",
                "RES 0 4010 100",
            ],
            cost: 100
        )
        let opening = try #require(try Self.opening([file]))
        #expect(opening.day == "2025-01-01")
        #expect(opening.kronor == ["1930": 500, "2010": -500])
        #expect(try Self.places(.openingAndMovementsGiveClosing, [file]) == [])
        #expect(try Self.places(.yearsFollow, [file]) == [])
    }

    @Test func `a missing year is named, and what it leaves open`() throws {
        let files = [
            File(
                year: 2023,
                labels: [
                    "IB 0 1930 500", "IB 0 2010 -500", "UB 0 1930 400", "UB 0 2010 -500",
                    "RES 0 4010 100",
                ],
                cost: 100
            ),
            File(
                labels: [
                    "IB 0 1930 200", "IB 0 2010 -200", "UB 0 1930 190", "UB 0 2010 -200",
                    "RES 0 4010 10",
                ],
                cost: 10
            ),
        ]
        #expect(
            try Self.places(.yearsFollow, files) == [
                "räkenskapsår saknas mellan 2023-12-31 och 2025-01-01", "konto 1930 2025 -200.00",
                "konto 20… (eget kapital) 2025 200.00",
            ]
        )
    }

    /// Three years of which each costs a hundred, with what equity opens the two later ones.
    private static func years(openings: [Int]) -> [File] {
        (0..<3).map { index in
            let bank = 500 - 100 * index
            let equity = index == 0 ? -500 : openings[index - 1]
            return File(
                year: 2023 + index,
                labels: [
                    "IB 0 1930 \(bank)", "IB 0 2010 \(equity)", "UB 0 1930 \(bank - 100)",
                    "UB 0 2010 \(equity)", "RES 0 4010 100",
                ],
                cost: 100
            )
        }
    }

    @Test(arguments: [[-500, -500], [-400, -300], [-500, -400], [-500, -300], [-400, -400]])
    func `results may be moved into equity or not`(_ openings: [Int]) throws {
        #expect(try Self.places(.yearsFollow, Self.years(openings: openings)) == [])
    }

    @Test func `equity that takes over what is no result is found once`() throws {
        #expect(
            try Self.places(.yearsFollow, Self.years(openings: [-401, -301])) == [
                "konto 20… (eget kapital) 2024 -1.00"
            ]
        )
    }

    @Test func `the declared class tells what a balance account is`() throws {
        let files = [
            File(
                labels: [
                    "KTYP 9010 T", "IB 0 9010 5", "IB 0 1930 100", "IB 0 2010 -105", "UB 0 9010 5",
                    "UB 0 1930 90", "UB 0 2010 -105", "RES 0 4010 10",
                ],
                cost: 10
            ),
            File(
                year: 2026,
                labels: [
                    "KTYP 9010 T", "IB 0 9010 5", "IB 0 1930 90", "IB 0 2010 -95", "UB 0 9010 5",
                    "UB 0 1930 90", "UB 0 2010 -95",
                ]
            ),
        ]
        #expect(try Self.places(.yearsFollow, files) == [])
        #expect(try Self.places(.openingAndMovementsGiveClosing, files) == [])
    }

    @Test func `what a file leaves out of its closing balances is zero`() throws {
        let file = File(
            labels: ["IB 0 1930 500", "IB 0 2010 -500", "UB 0 2010 -500"],
            cost: 100
        )
        #expect(
            try Self.places(.openingAndMovementsGiveClosing, [file]) == [
                "konto 1930 2025 400.00", "konto 4010 2025 100.00",
            ]
        )
    }

    @Test func `a result account may have a closing balance of zero beside its result`() throws {
        let file = File(
            labels: [
                "IB 0 1930 500", "IB 0 2010 -500", "UB 0 1930 400", "UB 0 2010 -500",
                "UB 0 4010 0", "RES 0 4010 100",
            ],
            cost: 100
        )
        #expect(try Self.places(.openingAndMovementsGiveClosing, [file]) == [])
    }

    @Test func `the file that was written last counts, in whatever order they are read`() throws {
        let early = File(
            generatedOn: "20250331",
            labels: ["IB 0 1930 500", "IB 0 2010 -500", "UB 0 1930 500", "UB 0 2010 -500"]
        )
        let late = File(
            labels: [
                "OMFATTN 20250630", "IB 0 1930 500", "IB 0 2010 -500", "UB 0 1930 400",
                "UB 0 2010 -500", "RES 0 4010 100",
            ],
            cost: 100
        )
        let budget = File(generatedOn: "20250801", labels: ["PBUDGET 0 202501 4010 {} 100"])
        for files in [[early, late, budget], [late, budget, early]] {
            #expect(try Self.places(.openingAndMovementsGiveClosing, files) == [])
        }
    }
}
