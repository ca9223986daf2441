import Foundation
import TestSupport
import Testing

/// One sheet in five forms, as the built program writes them.
struct SheetTests {
    /// A book with hostile texts and the largest amounts that there are.
    static let hostile = """
        #FLAGGA 0
        #PROGRAM "Prov" "1"
        #FORMAT PC8
        #GEN 20260115
        #SIETYP 4
        #ORGNR 222000-9993
        #FNAMN "=1+1"
        #RAR 0 20250101 20251231
        #KONTO 1930 "=HYPERLINK(1)"
        #KONTO 4510 "+46 70"
        #DIM 6 "Insats"
        #OBJEKT 6 "I01" "@namn"
        #VER "A" 1 20250110 "=2+5"
        {
        #TRANS 4510 {6 "I01"} 9999999999999.99 20250110 "=SUM(A1:A9)"
        #TRANS 1930 {} -9999999999999.99 20250110 "-2+3"
        }
        #VER "A" 2 20250211 "+46"
        {
        #TRANS 4510 {} 0.01 20250211 "@SUM(1)"
        #TRANS 1930 {} -0.01 20250211 "'text"
        }
        #VER "A" 3 20250312 "semikolon; komma, citat"
        {
        #TRANS 4510 {6 "I01"} 0.00 20250312 "a;b,c"
        #TRANS 1930 {} 0.00 20250312 ""
        }

        """

    private static func withSheets(_ body: (Program) throws -> Void) throws {
        try Program.run { medel in
            try medel.createLedger()
            try medel.importFiles(["sie/exempellan-2024-4e.se"])
            try medel.write(hostile, to: "hostile.se")
            try medel.importFiles(["hostile.se"], into: "owner:PROV")
            for rule in [
                "association --object 6:I01 --target insats:VAGVAL",
                "owner:PROV --object 6:I01 --target insats:VAGVAL --category KONSULT",
                "association --account 60 --target area:administration --category ADMIN",
                "association --account 1 --target area:board",
            ] {
                let words = rule.split(separator: " ").map(String.init)
                try medel(["book", "map", "--book"] + words + Program.performer)
            }
            try body(medel)
        }
    }

    private static func read(
        _ form: String,
        of book: String,
        _ selection: [String],
        with medel: Program
    ) throws -> SheetForms.Reading {
        let name = "ark.\(form)"
        try medel(
            ["sheet", "postings", "--book", book, "--format", form, "--output", name] + selection
        )
        return try SheetForms.read(form, at: medel.folder.appending(path: name))
    }

    static let selections: [[String]] = [
        [],
        ["--account", "45"],
        ["--from", "2024-06-01"],
        ["--to", "2024-06-30"],
        ["--from", "2024-03-01", "--to", "2024-03-31"],
        ["--insats", "VAGVAL"],
        ["--unmapped"],
        ["--unmapped", "--account", "5", "--from", "2024-02-01"],
        ["--account", "99"],
        ["--area", "audit"],
    ]

    @Test(arguments: selections)
    func `a filter holds in every form`(_ selection: [String]) throws {
        try Self.withSheets { medel in
            let expected = try Self.read("json", of: "association", selection, with: medel)
            #expect(expected.sum == expected.rows.reduce(0) { $0 + $1.ore })
            for form in SheetForms.names {
                let reading = try Self.read(form, of: "association", selection, with: medel)
                #expect(reading.rows.count == expected.rows.count, "\(form)")
                let pairs = zip(reading.rows, expected.rows)
                if let pair = pairs.first(where: { $0 != $1 }) {
                    Issue.record("\(form): \(pair.0) is not \(pair.1)")
                }
                if let sum = reading.sum { #expect(sum == expected.sum, "\(form)") }
            }
        }
    }

    @Test func `filters select what they say`() throws {
        try Self.withSheets { medel in
            func rows(_ selection: [String]) throws -> [SheetForms.Row] {
                try Self.read("json", of: "association", selection, with: medel).rows
            }
            let all = try rows([])
            let path = Program.samples.appending(path: "exempellan-2024-4e.se").path
            let file = try NaiveSIE(path: path)
            #expect(all.count == 212)
            #expect(all.reduce(0) { $0 + $1.ore } == file.movements.values.reduce(0, +))
            for account in file.movements.keys {
                let sum = try rows(["--account", account]).reduce(0) { $0 + $1.ore }
                #expect(sum == file.movements[account], "\(account)")
            }
            #expect(try rows(["--account", "45"]) == all.filter { $0.account.hasPrefix("45") })
            let mapped = try rows(["--insats", "VAGVAL"])
            #expect(!mapped.isEmpty)
            // Balance accounts are not mapped; in this book nothing else is on accounts 1 and 2.
            let result = all.filter { $0.account >= "3" }
            #expect(mapped.allSatisfy { $0.account >= "3" })
            #expect(all.filter { $0.account < "3" }.allSatisfy { $0.target.isEmpty })
            #expect(mapped == all.filter { $0.target == "VAGVAL" })
            let administration = try rows(["--area", "administration"])
            #expect(administration == all.filter { $0.target == "administration" })
            #expect(Set(administration.map(\.category)) == ["ADMIN"])
            #expect(try rows(["--area", "board"]).isEmpty)
            #expect(try rows(["--unmapped"]) == result.filter { $0.target == "utan koppling" })
            #expect(
                Set(all.map(\.target)) == ["", "VAGVAL", "administration", "utan koppling"]
            )
            let first = try rows(["--to", "2024-06-30"])
            #expect(try first + rows(["--from", "2024-07-01"]) == all)
        }
    }

    @Test func `text stays text and fifteen digits stay fifteen digits`() throws {
        let largest = 999_999_999_999_999
        try Self.withSheets { medel in
            let expected = [
                ("4510", "=SUM(A1:A9)", largest, "VAGVAL", "KONSULT"),
                ("1930", "-2+3", -largest, "", ""),
                ("4510", "@SUM(1)", 1, "utan koppling", ""),
                ("1930", "'text", -1, "", ""),
                ("4510", "a;b,c", 0, "VAGVAL", "KONSULT"),
            ].map { account, text, ore, target, category in
                SheetForms.Row(
                    account: account,
                    text: text,
                    ore: ore,
                    target: target,
                    category: category
                )
            }
            for form in SheetForms.names {
                let reading = try Self.read(form, of: "owner:PROV", [], with: medel)
                #expect(reading.rows.map(\.ore) == expected.map(\.ore) + [0], "\(form)")
                if form != "csv" {
                    // CSV for people puts a sign before what a sheet would take for a formula.
                    #expect(Array(reading.rows.prefix(5)) == expected, "\(form)")
                }
            }
            let workbook = try ReadWorkbook(path: medel.folder.appending(path: "ark.xlsx").path)
            let formulas = workbook.sheets[0].cells.filter { $0.value.formula != nil }
            #expect(formulas.keys.allSatisfy { $0.hasPrefix("G") })
            let people = try String(
                contentsOf: medel.folder.appending(path: "ark.csv"),
                encoding: .utf8
            )
            for line in people.split(whereSeparator: \.isNewline) {
                let fields = line.split(separator: ";")
                #expect(!fields.contains { $0.hasPrefix("=") || $0.hasPrefix("@") }, "\(line)")
            }
        }
    }

    @Test(arguments: SheetForms.names)
    func `time zone and language do not show`(_ form: String) throws {
        try Self.withSheets { medel in
            let outputs = try medel.places().map { place in
                try medel(
                    ["sheet", "postings", "--book", "association", "--format", form],
                    environment: place
                )
            }
            #expect(outputs[0] == outputs[1])
            #expect(outputs[0].count > 1_000)
        }
    }

    @Test(arguments: SheetForms.names)
    func `an empty sheet says so`(_ form: String) throws {
        try Program.run { medel in
            try medel.createLedger()
            let reading = try Self.read(form, of: "association", [], with: medel)
            #expect(reading.rows.isEmpty)
            guard form != "csv-machine" else { return }
            let file = medel.folder.appending(path: "ark.\(form)")
            let shown =
                form == "xlsx"
                ? try ReadWorkbook(path: file.path).sheets[0].cells.values.map { "\($0.value)" }
                    .joined() : try String(contentsOf: file, encoding: .utf8)
            #expect(shown.contains("Det finns inga transaktionsrader i urvalet."))
        }
    }
}
