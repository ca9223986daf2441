import MedelCore
import TestSupport
import Testing

/// A voucher's row of an invented association, dated, as the naive model reads it.
struct RawPosting {
    let book: String
    let day: Day
    let insats: String?
    let area: String?
    let category: String?
    let ore: Int64
}

/// An association that follows from a seed alone, with its postings one by one.
struct RandomAssociation {
    var build = Build()
    var postings: [RawPosting] = []
    let asOf: String

    init(seed: Int) throws {
        var chance = SeededGenerator(seed: seed)
        let month = Int.random(in: 1...12, using: &chance)
        let last = try #require(Month(year: 2025, month: month)).lastDay
        let isWhole = Bool.random(using: &chance)
        let day = isWhole ? last.dayOfMonth : Int.random(in: 1...last.dayOfMonth, using: &chance)
        asOf = try #require(Day(year: 2025, month: month, day: day)).description
        for line in AssociationBudgetLine.allCases where Int.random(in: 0..<4, using: &chance) > 0 {
            try build.area(line, 2025, .original, .random(in: 0..<100_000_000, using: &chance))
            if Bool.random(using: &chance) {
                try build.area(
                    line,
                    2025,
                    .change,
                    .random(in: -1_000_000..<1_000_000, using: &chance),
                    on: "2025-0\(Int.random(in: 1...9, using: &chance))-15"
                )
            }
        }
        for number in 0..<Int.random(in: 0...4, using: &chance) {
            try addInsats("I\(number)", &chance)
        }
        for book in ["association", "owner:OSK", "owner:HOG"] { try keep(book, &chance) }
        for posting in postings where posting.day <= (try #require(Day(iso: asOf))) {
            try build.post(
                posting.book,
                posting.day.month.description,
                posting.insats.map { "insats:" + $0 } ?? posting.area.map { "area:" + $0 },
                posting.category,
                posting.ore
            )
        }
    }

    private mutating func addInsats(_ code: String, _ chance: inout SeededGenerator) throws {
        let start = Int.random(in: 1...12, using: &chance)
        let years = Int.random(in: 1...3, using: &chance)
        let hasMonths = Int.random(in: 0..<6, using: &chance) > 0
        func text(_ month: Int) -> String {
            let year = 2024 + (month - 1) / 12
            let rest = (month - 1) % 12 + 1
            return "\(year)-\(rest < 10 ? "0" : "")\(rest)"
        }
        let spans = (0..<years).map { (text(start + 12 * $0), text(start + 12 * $0 + 11)) }
        let whole = (spans[0].0, spans[years - 1].1)
        let isOwn = Int.random(in: 0..<4, using: &chance) == 0
        try build.insats(
            code,
            isOwn ? .own : .grant,
            months: hasMonths ? whole : nil,
            recipients: Bool.random(using: &chance) ? ["OSK"] : ["OSK", "HOG"]
        )
        if Int.random(in: 0..<5, using: &chance) > 0 {
            let categories: [String?] = [
                "LON", "LON", "LOKAL", "RESOR", nil, "INTAKT_FORBUND", "INTAKT_OVRIG",
            ]
            try build.budget(
                code,
                Bool.random(using: &chance) ? .granted : .applied,
                years: spans.map { hasMonths ? $0 : nil },
                rows: (0..<Int.random(in: 0...6, using: &chance)).map { place in
                    (
                        "r\(place)", categories.randomElement(using: &chance) ?? nil,
                        (0..<years).map { _ in .random(in: -5_000..<900_000, using: &chance) }
                    )
                }
            )
        }
        try decide(code, years, &chance)
        if build.plan.decisions.last?.insats.text == code { try moveRoom(code, years, &chance) }
        try open(code, &chance)
    }

    private mutating func decide(
        _ code: String,
        _ years: Int,
        _ chance: inout SeededGenerator
    ) throws {
        func amount() -> Int64 { .random(in: 1..<500_000_000, using: &chance) }
        switch Int.random(in: 0..<6, using: &chance) {
        case 0: return
        case 1:
            return try build.decide("\(code)-1", on: code, "2024-01-10", .reject, ceilings: [])
        case 2:
            try build.decide("\(code)-1", on: code, "2024-01-10", ceilings: [(.total, amount())])
        case 3:
            try build.decide(
                "\(code)-1",
                on: code,
                "2024-01-10",
                ceilings: [(.calendarYear(2024), amount()), (.calendarYear(2025), amount())]
            )
        default:
            try build.decide(
                "\(code)-1",
                on: code,
                "2024-01-10",
                ceilings: (1...years).map { (.budgetYear($0), amount()) }
            )
        }
        let first = try #require(DecisionCode("\(code)-1"))
        let scope = try #require(build.plan.decisions.last?.ceilings.first?.scope)
        let date = "2025-0\(Int.random(in: 1...9, using: &chance))-11"
        switch Int.random(in: 0..<3, using: &chance) {
        case 0: return
        case 1:
            try build.decide(
                "\(code)-2",
                on: code,
                date,
                .amend,
                .adds(first),
                ceilings: [(scope, amount())]
            )
        default:
            try build.decide(
                "\(code)-2",
                on: code,
                date,
                .amend,
                .replaces(first),
                ceilings: [(scope, amount())]
            )
        }
    }

    /// Decisions that move room between scopes of the kind that the grant has, before or after the
    /// decision that changes it.
    private mutating func moveRoom(
        _ code: String,
        _ years: Int,
        _ chance: inout SeededGenerator
    ) throws {
        guard let scope = build.plan.decisions.last?.ceilings.first?.scope else { return }
        for number in 0..<Int.random(in: 0...2, using: &chance) {
            let from: Ceiling.Scope
            let to: Ceiling.Scope
            switch scope {
            case .calendarYear:
                from = .calendarYear(.random(in: 2024...2025, using: &chance))
                to = .calendarYear(.random(in: 2025...2026, using: &chance))
            case .budgetYear:
                from = .budgetYear(.random(in: 1...years, using: &chance))
                to = .budgetYear(.random(in: 1...years, using: &chance))
            case .total, .recipient, .category:
                from = .category(try #require(CostCategoryCode("LON")))
                to = .category(try #require(CostCategoryCode("LOKAL")))
            }
            let amount = Int64.random(in: 1..<90_000_000, using: &chance)
            try build.decide(
                "\(code)-\(number + 3)",
                on: code,
                "2025-0\(Int.random(in: 1...9, using: &chance))-11",
                Bool.random(using: &chance) ? .carryOver : .reallocate,
                .moves,
                ceilings: [(from, -amount), (to, amount)]
            )
        }
    }

    /// Says where the insats stood at the end of some years.
    private mutating func open(_ code: String, _ chance: inout SeededGenerator) throws {
        guard Int.random(in: 0..<3, using: &chance) == 0,
            let insats = build.plan.insatser.last
        else { return }
        for year in 2023...2025 where Bool.random(using: &chance) {
            // In egen regi nobody is named; else each recipient, or nobody.
            var owners: [OwnerCode?] = insats.recipients.filter { _ in
                Bool.random(using: &chance)
            }
            if owners.isEmpty { owners = [nil] }
            for owner in owners {
                build.plan.openingPositions.append(
                    OpeningPosition(
                        insats: insats.code,
                        recipient: owner,
                        year: year,
                        granted: .zero,
                        incurred: try Money(ore: .random(in: -5..<50_000_000, using: &chance)),
                        approved: .zero,
                        paid: .zero,
                        advance: .zero,
                        source: "Årsredovisning \(year)"
                    )
                )
            }
        }
    }

    /// Gives a book postings and says which months of it have been read in.
    private mutating func keep(_ book: String, _ chance: inout SeededGenerator) throws {
        guard Int.random(in: 0..<4, using: &chance) > 0 else { return }
        try build.cover(book, "2024-01", "2025-12")
        if Int.random(in: 0..<4, using: &chance) == 0 {
            let reference = try #require(BookReference(book))
            let gap = try #require(Month(year: 2025, month: .random(in: 1...12, using: &chance)))
            build.coverage[reference]?.remove(gap)
        }
        let codes = build.plan.insatser.map(\.code.text)
        let areas = ["board", "administration", "audit", "unallocated"]
        let categories = ["LON", "LOKAL", "RESOR", "OVRIGT", "INTAKT_FORBUND", "INTAKT_OVRIG", nil]
        for _ in 0..<Int.random(in: 0...60, using: &chance) {
            let place = Int.random(in: 0..<6, using: &chance)
            let month = Int.random(in: 1...12, using: &chance)
            let year = Int.random(in: 2024...2025, using: &chance)
            postings.append(
                RawPosting(
                    book: book,
                    day: try #require(
                        Day(year: year, month: month, day: .random(in: 1...28, using: &chance))
                    ),
                    insats: place > 1 ? codes.randomElement(using: &chance) : nil,
                    area: place == 1 ? areas.randomElement(using: &chance) : nil,
                    category: categories.randomElement(using: &chance) ?? nil,
                    ore: .random(in: -2_000_000..<9_000_000, using: &chance)
                )
            )
        }
    }
}
