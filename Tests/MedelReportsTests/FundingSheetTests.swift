import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

/// R4 and R17 of a small association, and what LibreOffice computes of all three.
@Suite struct FundingSheetTests {
    @Test func `R4 sums parties, and says what is lower, overdue and off the shares`() throws {
        let sheet = try SmallAssociation.funding()
        #expect(try sheet.kronor("contributions", "municipality", "decided") == 390)
        #expect(try sheet.kronor("contributions", "total", "decided") == 1_590)
        #expect(try sheet.kronor("contributions", "total", "received") == 1_540)
        #expect(try sheet.kronor("contributions", "total", "remaining") == 50)
        #expect(try sheet.kronor("contributions", "member.LITEN", "overdue") == 50)
        #expect(try sheet.kronor("contributions", "member.STOR", "deviation") == -30)
        #expect(sheet.remarks.contains("Kommunerna har beslutat 390,00 kr".spaced))
    }

    @Test func `R4 shows the six groups, what balances and what does not`() throws {
        let sheet = try SmallAssociation.funding()
        let groups = try ["state", "municipalities", "region", "association", "esf", "others"]
            .map { try sheet.kronor("financiers", $0, "amount") }
        #expect(groups == [800, 390, 400, 30, 100, 40])
        #expect(try sheet.kronor("financiers", "total", "amount") == 1_760)
        #expect(try sheet.kronor("insatser", "ALFA", "funded") == 740)
        #expect(try sheet.kronor("insatser", "ALFA", "difference") == -10)
        #expect(try sheet.kronor("insatser", "ALFA", "inKind") == 70)
        #expect(try sheet.kronor("insatser", "BETA", "difference") == 0)
        #expect(sheet.remarks.contains("ALFA: 10,00 kr av budgeten 2025".spaced))
    }

    @Test func `what sources pay above the cost is an error line in R4`() throws {
        var build = try SmallAssociation.build()
        build.plan.fundingSources.append(
            try SmallAssociation.source("MER", .other, 15, insats: "ALFA")
        )
        let position = try SmallAssociation.position("2025-09-30")
        let sheet = try FundingSheet.make(
            2025,
            build.snapshot(asOf: "2025-09-30"),
            SmallAssociation.versions(),
            position
        )
        let warnings = sheet.sections.flatMap(\.paragraphs).filter { $0.kind == .warning }
        #expect(
            warnings.contains {
                $0.text.hasPrefix(
                    "Dubbelfinansiering av ALFA 2025. Källorna betalar 5,00".spaced
                )
            }
        )
        let balanced = try SmallAssociation.funding().sections.flatMap(\.paragraphs).map(\.text)
            .joined()
        #expect(!balanced.contains("ubbelfinansiering"))
    }

    @Test func `a day before a decision does not tell of it`() throws {
        var build = try SmallAssociation.build()
        build.plan.fundingSources = []
        let sheet = try ContributionsSheet.make(
            2025,
            build.snapshot(asOf: "2024-10-09"),
            SmallAssociation.versions()
        )
        #expect(!"\(sheet)".contains("2024-10-10"))
        #expect(sheet.remarks.contains("inget beslut om bidraget är känt"))
    }

    @Test func `a shortfall falls on the latest decision first`() throws {
        let sheet = try SmallAssociation.funding()
        // 50 is overdue, and 1 590 is decided of 1 800 budgeted.
        #expect(try sheet.kronor("shortfall", "BETA.2025-BETA", "hit") == 200)
        #expect(try sheet.kronor("shortfall", "ALFA.2025-ALFA", "hit") == 60)
        let text = sheet.sections.flatMap(\.paragraphs).map(\.text).joined()
        #expect(text.contains("Det saknas 260,00 kr".spaced))
        #expect(text.contains("är inte känt"))
    }

    @Test func `R17 goes on from the bank with what is due, granted and budgeted`() throws {
        let sheet = try SmallAssociation.liquidity()
        #expect(try sheet.kronor("liquidity", "2025-01", "contributions") == 795)
        #expect(try sheet.kronor("liquidity", "2025-01", "others") == -395)
        #expect(try sheet.kronor("liquidity", "2025-04", "opening") == 390)
        // 800 a year over twelve months; own costs are not known without a book.
        #expect(try sheet.kronor("liquidity", "2025-07", "contributions") == 795)
        #expect(try sheet.kronor("liquidity", "2025-04", "insatser") == -66)
        #expect(try sheet.kronor("liquidity", "2025-04", "ownCosts") == nil)
        #expect(try sheet.kronor("liquidity", "2025-04", "closing") == nil)
        #expect(sheet.remarks.contains("egna kostnader saknas"))
    }

    @Test func `what is not described is refused, and never zeros`() throws {
        let empty = try Build().snapshot(asOf: "2025-09-30")
        let position = try SmallAssociation.position("2025-09-30")
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
        let documents = try [
            SmallAssociation.funding(), SmallAssociation.membersShare(),
            SmallAssociation.liquidity(),
        ]
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
