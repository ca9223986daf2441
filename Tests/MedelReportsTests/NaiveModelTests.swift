import MedelCore
import MedelDocument
import MedelReports
import Testing

/// The sheets against a model that shares no code with them.
@Suite struct NaiveModelTests {
    @Test(arguments: 0..<500)
    func `R2 and R3 agree with loops over postings and decisions`(_ seed: Int) throws {
        let association = try RandomAssociation(seed: seed)
        let model = try NaiveModel(association)
        let snapshot = try association.build.snapshot(asOf: association.asOf)
        guard let sheet = try made({ try InsatserSheet.make(snapshot) }) else { return }
        for insats in association.build.plan.insatser where insats.months != nil {
            let row = insats.code.text
            for (prefix, year) in [("", 2025), ("total.", nil as Int?)]
            where touches(insats, year, model) {
                if !model.isRejected(insats) {
                    let budget = model.budget(insats, year: year)
                    #expect(try sheet.ore(row, prefix + "budget") == budget)
                    let incurred = model.incurred(insats, year: year)
                    #expect(try sheet.ore(row, prefix + "incurred") == incurred)
                }
                let granted = model.granted(insats, year: year)
                #expect(try sheet.ore(row, prefix + "granted") == granted)
            }
            if insats.mode == .grant, !model.isRejected(insats) {
                #expect(try sheet.ore(row, "total.booked") == model.booked(insats))
            }
            guard let detail = try? InsatsSheet.make(insats.code, snapshot) else { continue }
            try expectFirstYear(of: insats, in: detail, model)
            for (prefix, year) in [("calendar.2025.", 2025), ("total.", nil as Int?)]
            where detail.tables[0].place(ofColumn: prefix + "budget") != nil {
                for measure in ["budget", "granted", "incurred"] {
                    let whole = try sheet.cell(row, "total." + measure)
                    let year = year == nil ? whole : try sheet.cell(row, measure)
                    #expect(try detail.cell("total", prefix + measure) == year)
                }
            }
        }
    }

    @Test(arguments: 0..<500)
    func `R1 agrees with loops over postings and decisions`(_ seed: Int) throws {
        let association = try RandomAssociation(seed: seed)
        let model = try NaiveModel(association)
        let snapshot = try association.build.snapshot(asOf: association.asOf)
        guard let sheet = try made({ try TotalSheet.make(snapshot) }) else { return }
        var total: Int64? = 0
        for line in AssociationBudgetLine.allCases where line != .income {
            let budget = model.area(line)
            let shown = try sheet.ore(line.rawValue, "budget")
            #expect(shown == budget || (shown == nil && budget == 0))
            total = total.flatMap { sum in budget.map { sum + $0 } }
        }
        let shown = try sheet.ore("total", "budget")
        #expect(shown == total || (shown == nil && total == 0))
        let year = MonthRange(calendarYear: 2025)
        for area in ["board", "administration", "audit", "unallocated"] {
            let cost = model.cost(
                "association",
                insats: nil,
                area: area,
                year: 2025,
                months: year
            )
            #expect(try sheet.ore(area, "incurred") == cost)
        }
        let insatser = association.build.plan.insatser
        guard !insatser.isEmpty, insatser.allSatisfy({ $0.months != nil && !model.isRejected($0) })
        else { return }
        var incurred: Int64? = 0
        var granted: Int64? = 0
        var touched = false
        for insats in insatser where touches(insats, 2025, model) {
            touched = true
            incurred = incurred.flatMap { sum in
                model.incurred(insats, year: 2025).map { sum + $0 }
            }
            granted = granted.flatMap { sum in model.granted(insats, year: 2025).map { sum + $0 } }
        }
        guard touched else { return }
        #expect(try sheet.ore("insatser", "incurred") == incurred)
        #expect(try sheet.ore("insatser", "granted") == granted)
    }

    @Test func `the associations hold moves, replaced moves and opening positions`() throws {
        var (moved, taken, opened) = (0, 0, 0)
        for seed in 0..<500 {
            let plan = try RandomAssociation(seed: seed).build.plan
            let moves = plan.decisions.filter { $0.relation == .moves }
            moved += moves.count
            for case .replaces(let first) in plan.decisions.map(\.relation) {
                let new = plan.decisions.first { $0.relation == .replaces(first) }
                taken += moves.count { $0.insats == new?.insats && $0.date < new?.date ?? $0.date }
            }
            opened += plan.openingPositions.count
        }
        #expect(moved > 400)
        #expect(taken > 50)
        #expect(opened > 200)
    }

    /// The year before that of the sheet, and the one after, where R3 has columns for them.
    private func expectFirstYear(
        of insats: Insats,
        in detail: Document,
        _ model: NaiveModel
    ) throws {
        let table = try #require(detail.tables.first)
        for year in [2024, 2026]
        where table.place(ofColumn: "calendar.\(year).budget") != nil && !model.isRejected(insats) {
            let prefix = "calendar.\(year)."
            let budget = model.budget(insats, year: year)
            #expect(try detail.ore("total", prefix + "budget") == budget)
            let granted = model.granted(insats, year: year)
            #expect(try detail.ore("total", prefix + "granted") == granted)
            let shown = try detail.cell("total", prefix + "incurred")
            if year == 2026 {
                #expect(shown == .empty)
            } else {
                let incurred = try model.incurred(insats, year: year).map { try Money(ore: $0) }
                #expect(shown == .amount(incurred))
            }
        }
    }

    /// The sheet, nil when there is nothing to show.
    private func made(_ make: () throws -> Document) throws -> Document? {
        do {
            return try make()
        } catch {
            guard let refusal = error as? SheetRefusal, case .nothingToShow = refusal else {
                throw error
            }
            return nil
        }
    }

    /// Whether the insats has anything to do with the year.
    private func touches(_ insats: Insats, _ year: Int?, _ model: NaiveModel) -> Bool {
        guard let year, let months = insats.months else { return true }
        if months.calendarYears.contains(year) { return true }
        if model.ceilings(insats)?.contains(where: { $0.scope == .calendarYear(year) }) == true {
            return true
        }
        return model.association.postings.contains {
            $0.insats == insats.code.text && $0.day.year == year && $0.day <= model.asOf
        }
    }
}
