import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

/// R4, R12 and R17 of a small association.
@Suite struct FundingSheetTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static func code(_ text: String) throws -> MemberCode {
        try #require(MemberCode(text))
    }

    private static func member(
        _ code: String,
        _ party: Party,
        _ key: Int,
        through last: String? = nil
    ) throws -> Member {
        Member(
            code: try Self.code(code),
            name: "Medlem \(code)",
            party: party,
            key: key,
            through: try last.map { try #require(Month(iso: $0)) }
        )
    }

    private static func contribution(
        _ member: String,
        _ kronor: Int64,
        asked: Int64? = nil,
        due: [String] = ["2025-01-31", "2025-07-31"],
        received: Int = 2
    ) throws -> ContributionVersion {
        let amount = try Money(ore: kronor * 100)
        let parts = try amount.split(weights: due.map { _ in 1 })
        let payments = try zip(due, parts).enumerated().map { place, part in
            ContributionPayment(
                kind: .invoice,
                invoiced: try day(part.0).advanced(by: -29),
                due: try day(part.0),
                received: place < received ? try day(part.0) : nil,
                amount: part.1
            )
        }
        return ContributionVersion(
            number: 1,
            contribution: Contribution(
                year: 2025,
                member: try code(member),
                amount: amount,
                decidedOn: try day("2024-10-10"),
                asked: try Money(ore: (asked ?? kronor) * 100),
                payments: kronor == 0 ? [] : payments
            ),
            recorded: try #require(Timestamp(iso: "2025-01-01T08:00:00Z")),
            actor: "ekonom",
            ledgerVersion: 2
        )
    }

    private static func source(
        _ code: String,
        _ kind: FundingSource.Kind,
        _ kronor: Int64,
        insats: String?,
        isApproximate: Bool = false
    ) throws -> FundingSource {
        FundingSource(
            code: try #require(FundingCode(code)),
            insats: insats.flatMap { InsatsCode($0) },
            kind: kind,
            name: "Källan \(code)",
            amounts: [
                FundingSource.Amount(
                    year: 2025,
                    amount: try Money(ore: kronor * 100),
                    isApproximate: isApproximate
                )
            ]
        )
    }

    private static let months = ("2025-01", "2025-12")

    private static func build() throws -> Build {
        var build = Build()
        build.plan.profile = AssociationProfile(
            interimClosingMonth: nil,
            members: try [
                member("FK", .state, 1), member("AF", .state, 0), member("REG", .region, 1),
                member("STOR", .municipality, 300), member("LITEN", .municipality, 100),
                member("BORTA", .municipality, 50, through: "2025-06"),
            ],
            notes: []
        )
        for (code, kronor, date) in [("ALFA", 600, "2024-11-20"), ("BETA", 200, "2025-03-13")] {
            try build.insats(code, months: months)
            try build.budget(
                code,
                on: "2024-11-01",
                years: [months],
                rows: [("lon", "LON", [Int64(kronor) + (code == "ALFA" ? 150 : 0)])]
            )
            try build.decide(
                "2025-\(code)",
                on: code,
                date,
                ceilings: [(.calendarYear(2025), Int64(kronor) * 100)]
            )
        }
        for (line, kronor) in [
            (AssociationBudgetLine.income, 1_800), (.board, 12), (.administration, 24),
            (.audit, 12),
        ] {
            try build.area(line, 2025, .original, Int64(kronor) * 100)
        }
        build.plan.fundingSources = try [
            source("ESF", .esf, 100, insats: "ALFA"),
            source("AF", .partyCash, 40, insats: "ALFA", isApproximate: true),
            source("TID", .inKind, 70, insats: "ALFA"),
            source("SPAR", .ownFunds, 30, insats: nil, isApproximate: true),
        ]
        return build
    }

    private static func versions() throws -> [ContributionVersion] {
        try [
            contribution("FK", 800), contribution("AF", 0), contribution("REG", 400),
            contribution("STOR", 270, asked: 300), contribution("LITEN", 100, received: 1),
            contribution("BORTA", 20),
        ]
    }

    private static func position(
        _ date: String,
        assets: Int64? = 900,
        debts: Int64? = 300,
        bank: Int64? = nil,
        opening: Int64? = nil
    ) throws -> FinancialPosition {
        func money(_ kronor: Int64?) throws -> Money? {
            try kronor.map { try Money(ore: $0 * 100) }
        }
        return FinancialPosition(
            try day(date),
            assets: try money(assets),
            debts: try money(debts),
            bank: try money(bank),
            openingBank: try money(opening)
        )
    }

    private static func funding(_ asOf: String = "2025-09-30") throws -> Document {
        try FundingSheet.make(
            2025,
            build().snapshot(asOf: asOf),
            versions(),
            position(asOf)
        )
    }

    private static func membersShare() throws -> Document {
        try MembersShareSheet.make(
            build().snapshot(asOf: "2025-09-30"),
            position("2025-08-31"),
            exits: [code("BORTA"): position("2025-06-30", assets: 1_000, debts: 100)]
        )
    }

    private static func liquidity() throws -> Document {
        let positions = try [(1, 500), (2, 450), (3, 390)].map { month, kronor in
            try position("2025-0\(month)-28", bank: Int64(kronor), opening: 100)
        }
        return try LiquiditySheet.make(
            2025,
            build().snapshot(asOf: "2025-03-31"),
            versions(),
            positions
        )
    }

    private func amount(
        _ document: Document,
        _ table: String,
        _ row: String,
        _ column: String
    ) throws -> Int64? {
        let table = try #require(document.tables.first { $0.key == table })
        let place = try #require(table.place(ofColumn: column), "\(column)")
        let cells = try #require(table.rows.first { $0.key == row }, "\(row)").row.cells
        guard case .amount(let money?) = cells[place] else { return nil }
        return money.ore / 100
    }

    @Test func `R4 sums parties, and says what is lower, overdue and off the shares`() throws {
        let sheet = try Self.funding()
        #expect(try amount(sheet, "contributions", "municipality", "decided") == 390)
        #expect(try amount(sheet, "contributions", "total", "decided") == 1_590)
        #expect(try amount(sheet, "contributions", "total", "received") == 1_540)
        #expect(try amount(sheet, "contributions", "total", "remaining") == 50)
        #expect(try amount(sheet, "contributions", "member.LITEN", "overdue") == 50)
        #expect(try amount(sheet, "contributions", "member.STOR", "deviation") == -30)
        #expect(sheet.remarks.contains("Kommunerna har beslutat 390,00 kr".spaced))
    }

    @Test func `R4 shows the six groups, what balances and what does not`() throws {
        let sheet = try Self.funding()
        let groups = try ["state", "municipalities", "region", "association", "esf", "others"]
            .map { try amount(sheet, "financiers", $0, "amount") }
        #expect(groups == [800, 390, 400, 30, 100, 40])
        #expect(try amount(sheet, "financiers", "total", "amount") == 1_760)
        #expect(try amount(sheet, "insatser", "ALFA", "funded") == 740)
        #expect(try amount(sheet, "insatser", "ALFA", "difference") == -10)
        #expect(try amount(sheet, "insatser", "ALFA", "inKind") == 70)
        #expect(try amount(sheet, "insatser", "BETA", "difference") == 0)
        #expect(sheet.remarks.contains("ALFA: 10,00 kr av budgeten 2025".spaced))
    }

    @Test func `what sources pay above the cost is an error line in R4`() throws {
        var build = try Self.build()
        build.plan.fundingSources.append(try Self.source("MER", .other, 15, insats: "ALFA"))
        let position = try Self.position("2025-09-30")
        let sheet = try FundingSheet.make(
            2025,
            build.snapshot(asOf: "2025-09-30"),
            Self.versions(),
            position
        )
        let warnings = sheet.sections.flatMap(\.paragraphs).filter { $0.kind == .warning }
        #expect(
            warnings.contains {
                $0.text.hasPrefix(
                    "Fel: dubbelfinansiering av ALFA 2025. Källorna betalar 5,00".spaced
                )
            }
        )
        let balanced = try Self.funding().sections.flatMap(\.paragraphs).map(\.text).joined()
        #expect(!balanced.contains("dubbelfinansiering"))
    }

    @Test func `a day before a decision does not tell of it`() throws {
        var build = try Self.build()
        build.plan.fundingSources = []
        let sheet = try ContributionsSheet.make(
            2025,
            build.snapshot(asOf: "2024-10-09"),
            Self.versions()
        )
        #expect(!"\(sheet)".contains("2024-10-10"))
        #expect(sheet.remarks.contains("inget beslut om bidraget är känt"))
    }

    @Test func `a shortfall falls on the latest decision first`() throws {
        let sheet = try Self.funding()
        // 50 is overdue, and 1 590 is decided of 1 800 budgeted.
        #expect(try amount(sheet, "shortfall", "BETA", "hit") == 200)
        #expect(try amount(sheet, "shortfall", "ALFA", "hit") == 60)
        let text = sheet.sections.flatMap(\.paragraphs).map(\.text).joined()
        #expect(text.contains("Det saknas 260,00 kr".spaced))
        #expect(text.contains("är inte känt"))
    }

    @Test func `R12 shares what there is by law, and a leaver's on the last day`() throws {
        let sheet = try Self.membersShare()
        #expect(try amount(sheet, "shares", "member.FK", "assets") == 450)
        #expect(try amount(sheet, "shares", "total", "equity") == 600)
        #expect(try amount(sheet, "exits", "exit.BORTA", "debts") == 2)
        #expect(try sheet.cell("total", "share") == .basisPoints(10_000))
        #expect(sheet.tables[0].place(ofRow: "member.BORTA") == nil)
    }

    @Test func `R17 goes on from the bank with what is due, granted and budgeted`() throws {
        let sheet = try Self.liquidity()
        #expect(try amount(sheet, "liquidity", "2025-01", "contributions") == 795)
        #expect(try amount(sheet, "liquidity", "2025-01", "others") == -395)
        #expect(try amount(sheet, "liquidity", "2025-04", "opening") == 390)
        // 800 a year over twelve months; own costs are not known without a book.
        #expect(try amount(sheet, "liquidity", "2025-07", "contributions") == 795)
        #expect(try amount(sheet, "liquidity", "2025-04", "insatser") == -66)
        #expect(try amount(sheet, "liquidity", "2025-04", "ownCosts") == nil)
        #expect(try amount(sheet, "liquidity", "2025-04", "closing") == nil)
        #expect(sheet.remarks.contains("egna kostnader saknas"))
    }

    @Test func `what is not described is refused, and never zeros`() throws {
        let empty = try Build().snapshot(asOf: "2025-09-30")
        let position = try Self.position("2025-09-30")
        #expect(throws: SheetRefusal.nothingToShow(.funding)) {
            try FundingSheet.make(2025, empty, [], position)
        }
        #expect(throws: SheetRefusal.nothingToShow(.membersShare)) {
            try MembersShareSheet.make(empty, position, exits: [:])
        }
        let gap = SheetRefusal.YearGap(year: 2025, known: [], asOf: empty.asOf)
        #expect(throws: SheetRefusal.nothingInYear(.contributionsAndBook, gap)) {
            try LiquiditySheet.make(2025, empty, [], [])
        }
    }

    @Test(.enabled(if: LibreOffice.isPresent))
    func `recalculating in LibreOffice gives every value that was written`() throws {
        let documents = try [Self.funding(), Self.membersShare(), Self.liquidity()]
        try withTemporaryFolder { folder in
            let files = documents.indices.map { folder.appending(path: "ark\($0).xlsx") }
            for (file, document) in zip(files, documents) {
                try render(document, as: .xlsx, to: .file(path: file.path))
            }
            let sheets = try LibreOffice.recalculated(files, in: folder)
            var count = 0
            for file in files {
                let name = file.deletingPathExtension().lastPathComponent
                for written in try ReadWorkbook(path: file.path).sheets {
                    let rows = try #require(sheets["\(name)-\(written.name)"], "\(name)")
                    count += try expectRecalculated(written, as: rows, name)
                }
            }
            #expect(count > 80)
        }
    }
}

extension String {
    /// The text with the no-break spaces that amounts have.
    fileprivate var spaced: String { replacing(",00 kr", with: ",00\u{A0}kr") }
}
