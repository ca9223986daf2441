import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

/// R3 and the budget's own sheets with rows that follow rules.
@Suite struct BudgetSheetTests {
    private static func code(_ text: String) throws -> BudgetRowCode {
        try #require(BudgetRowCode(text))
    }

    private static func plan(
        _ code: String,
        _ category: String,
        _ content: BudgetRowPlan.Content
    ) throws -> BudgetRowPlan {
        BudgetRowPlan(
            code: try self.code(code),
            category: CostCategoryCode(category),
            label: "Rad \(code)",
            recipient: nil,
            content: content
        )
    }

    private static func percent(
        _ points: Int,
        of base: [String],
        _ rounding: RowRounding = .ore,
        cap: Int64? = nil,
        includesItself: Bool = false
    ) throws -> BudgetRowPlan.Content {
        let rule = PercentRule(
            base: try base.map(code),
            rate: try #require(Rate(basisPoints: points)),
            caps: try cap.map { ore in try [0, 1].map { _ in try Money(ore: ore) } },
            includesItself: includesItself
        )
        return .rule(.percent(rule), rounding)
    }

    private static func plans(_ generator: inout SeededGenerator) throws -> [BudgetRowPlan] {
        func ore() throws -> Money {
            try Money(ore: Int64.random(in: 0...90_000_000, using: &generator))
        }
        let charges = ChargesRule(base: [try code("lon")], basis: .sector(.municipality))
        var plans = [
            try plan("lon", "LON", .amounts([ore(), ore()])),
            try plan("resor", "RESOR", .amounts([ore(), ore()])),
            try plan("po", "PO", .rule(.charges(charges), .ore)),
        ]
        var base = ["lon", "resor"]
        for (place, rule) in Rounding.allCases.enumerated() {
            let unit = RoundingUnit.allCases[place % RoundingUnit.allCases.count]
            let points = Int.random(in: 0...3_500, using: &generator)
            let isCapped = Bool.random(using: &generator)
            plans.append(
                try plan(
                    "p\(place)",
                    "ADM_OH",
                    percent(
                        points,
                        of: base,
                        RowRounding(unit: unit, rule: rule),
                        cap: isCapped ? Int64.random(in: 0...9_000_000, using: &generator) : nil,
                        includesItself: Bool.random(using: &generator)
                    )
                )
            )
            base.append("p\(place)")
        }
        return plans
    }

    private static func years() throws -> [BudgetYear] {
        [2019, 2020].map { year in
            BudgetYear(label: "\(year)", months: MonthRange(calendarYear: year))
        }
    }

    private static func rates() throws -> PORateTable {
        PORateTable(
            try [(2019, 3_915), (2020, 4_015)].map { year, points in
                PORate(
                    sector: .municipality,
                    year: year,
                    rate: try #require(Rate(basisPoints: points)),
                    status: .final,
                    source: "SKR"
                )
            }
        )
    }

    private static func version(
        _ plans: [BudgetRowPlan],
        number: Int = 1
    ) throws -> BudgetVersion {
        let computed = BudgetEvaluation(plans, years: try years(), rates: try rates())
        return BudgetVersion(
            insats: try #require(InsatsCode("KRUS")),
            number: number,
            kind: number == 1 ? .granted : .revised,
            date: try #require(Day(iso: "2018-11-20")),
            years: try years(),
            rows: try #require(computed.rows, "\(computed.faults)"),
            notes: [],
            rates: computed.rates,
            decision: DecisionCode("2018-41")
        )
    }

    private static func sheet(_ version: BudgetVersion) throws -> Document {
        var build = Build()
        try build.insats("KRUS")
        build.plan.budgets = [version]
        return try InsatsSheet.make(version.insats, try build.snapshot(asOf: "2020-12-31"))
    }

    private static func history(_ versions: [BudgetVersion]) throws -> BudgetHistory {
        var build = Build()
        try build.insats("KRUS")
        try build.decide("2018-41", on: "KRUS", "2018-11-20", ceilings: [(.total, 1)])
        let snapshot = try build.snapshot(asOf: "2020-12-31")
        return BudgetHistory(
            association: snapshot.association,
            ledgerVersion: 7,
            head: snapshot.head,
            created: snapshot.created,
            insats: build.plan.insatser[0],
            decisions: build.plan.decisions,
            entries: versions.map {
                BudgetHistory.Entry(
                    version: $0,
                    event: $0.number + 4,
                    time: snapshot.created,
                    actor: "ekonom",
                    reason: $0.number == 1 ? "" : "ny sats"
                )
            }
        )
    }

    @Test(.enabled(if: LibreOffice.isPresent), arguments: 0..<8)
    func `LibreOffice recalculates percent rows to the same öre`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let document = try Self.sheet(try Self.version(Self.plans(&generator)))
        let table = try #require(document.tables.first)
        let percents = table.rows.flatMap { row in
            row.formulas.values.filter { if case .percent = $0 { true } else { false } }
        }
        #expect(percents.count == 12)
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "r3.xlsx")
            try render(document, as: .xlsx, to: .file(path: file.path))
            var checked = 0
            for written in try ReadWorkbook(path: file.path).sheets {
                let rows = try LibreOffice.recalculated(file, in: folder, sheet: written.name)
                for (reference, cell) in written.cells {
                    guard let formula = cell.formula, formula.contains("*100,0)*"),
                        case .number(let digits) = cell.value
                    else { continue }
                    let letters = reference.prefix { $0.isLetter }
                    let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
                    let row = try #require(Int(reference.dropFirst(letters.count))) - 1
                    let shown = rows[row][column].replacing(",", with: ".")
                        .replacing("\u{2212}", with: "-")
                    let value = try #require(Double(digits))
                    #expect(abs((Double(shown) ?? .nan) - value) < 0.004, "\(formula)")
                    checked += 1
                }
            }
            #expect(checked == 12)
        }
    }

    @Test func `a percent row in Excel refers to its base rows`() throws {
        let plans = [
            try Self.plan(
                "adm",
                "ADM_OH",
                Self.percent(400, of: ["lon", "resor"], cap: 7_000_000)
            ),
            try Self.plan("lon", "LON", .amounts([Money(ore: 10_000_000), Money(ore: 0)])),
            try Self.plan("resor", "RESOR", .amounts([Money(ore: 25), Money(ore: 1)])),
        ]
        let document = try Self.sheet(try Self.version(plans))
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "r3.xlsx")
            try render(document, as: .xlsx, to: .file(path: file.path))
            let formulas = try ReadWorkbook(path: file.path).sheets.flatMap { sheet in
                sheet.cells.values.compactMap(\.formula).filter { $0.contains("*400/") }
            }
            #expect(formulas.count == 2)
            for formula in formulas {
                let parts = formula.split(separator: ":")
                #expect(formula.hasPrefix("MIN(70000.00,MAX(-70000.00,ROUND(ROUND(SUM("))
                #expect(formula.hasSuffix(")*100,0)*400/10000,0)/100))"))
                #expect(parts.count == 2)
            }
        }
    }

    @Test func `an amount that is not what the rule gives is no formula, and is said`() throws {
        var generator = SeededGenerator(seed: 3)
        let version = try Self.version(Self.plans(&generator))
        let move = Reallocation.Move(
            from: try Self.code("lon"),
            to: try Self.code("p0"),
            year: 1,
            amount: try Money(ore: 100)
        )
        let moved = try version.moving([move], number: 2, date: version.date)
        let document = try Self.sheet(moved)
        let table = try #require(document.tables.first)
        let row = try #require(table.rows.first { $0.key == "p0" })
        #expect(row.formulas["period.1.budget"] == nil)
        #expect(row.formulas["period.2.budget"] != nil)
        #expect(document.remarks.contains("Raden p0 har andra belopp än regeln ger"))
    }

    @Test func `derivations stand in a part of their own, and without rules there is none`() throws
    {
        var generator = SeededGenerator(seed: 1)
        let document = try Self.sheet(try Self.version(Self.plans(&generator)))
        #expect(document.sections.map(\.title) == ["", "Så är raderna beräknade"])
        #expect(document.tables[1].rows.count == 12)
        #expect(
            document.remarks.contains("PO-pålägg för kommun 2019: 39,15 % (slutligt). Källa: SKR")
        )
        let amounts = BudgetRowPlan.Content.amounts([.zero, try Money(ore: 5)])
        let plain = try Self.sheet(Self.version([Self.plan("lon", "LON", amounts)]))
        #expect(plain.sections.count == 1)
    }

    @Test(arguments: 0..<20)
    func `the difference adds up from version to version in every form`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let old = try Self.version(Self.plans(&generator))
        let new = try Self.version(Self.plans(&generator), number: 2)
        let history = try Self.history([old, new])
        let document = try BudgetSheets.difference(from: 1, to: 2, of: history)
        let costs = { (version: BudgetVersion) in
            version.rows.flatMap(\.amounts).reduce(Int64(0)) { $0 + $1.ore }
        }
        #expect(try document.ore("budget", "before") == costs(old))
        #expect(try document.ore("budget", "after") == costs(new))
        #expect(try document.ore("total", "change") == costs(new) - costs(old))
        let back = try BudgetSheets.difference(from: 2, to: 1, of: history)
        #expect(try back.ore("total", "change") == costs(old) - costs(new))
        for format in OutputFormat.allCases {
            #expect(try !document.bytes(as: format).isEmpty)
        }
        let text = String(decoding: try document.bytes(as: .text), as: UTF8.self)
        #expect(text.contains("Till version 2, reviderad 2018-11-20; beslut 2018-41, § 3"))
        #expect(text.contains("av ekonom (händelse 6); skäl: ny sats"))
    }

    @Test func `a version compared with itself says that nothing differs`() throws {
        var generator = SeededGenerator(seed: 2)
        let version = try Self.version(Self.plans(&generator))
        let history = try Self.history([version])
        let document = try BudgetSheets.difference(from: 1, to: 1, of: history)
        #expect(document.tables[0].rows.map(\.key) == ["budget"])
        #expect(document.remarks.contains("Versionerna säger samma sak."))
    }

    @Test func `the list says which version holds, and a version that is not there is refused`()
        throws
    {
        var generator = SeededGenerator(seed: 2)
        let old = try Self.version(Self.plans(&generator))
        let new = try Self.version(Self.plans(&generator), number: 2)
        let history = try Self.history([old, new])
        let list = try BudgetSheets.list(history)
        #expect(try list.cell("version.1", "holds") == .text(""))
        #expect(try list.cell("version.2", "holds") == .text("gäller"))
        #expect(try list.cell("version.2", "reason") == .text("ny sats"))
        let shown = try BudgetSheets.show(nil, of: history)
        #expect(shown.heading.title.hasPrefix("Budget, version 2"))
        let total = new.rows.reduce(Int64(0)) { $0 + $1.amounts[0].ore }
        #expect(try shown.ore("total", "year.1") == total)
        #expect(throws: SheetRefusal.unknownBudget(new.insats, number: 3)) {
            try BudgetSheets.show(3, of: history)
        }
        let empty = try Self.history([])
        #expect(throws: SheetRefusal.nothingToShow(.insats)) { try BudgetSheets.list(empty) }
    }
}
