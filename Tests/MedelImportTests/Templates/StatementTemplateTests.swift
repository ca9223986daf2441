import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct StatementTemplateTests {
    private static let folder = SharedFiles.projectRoot.appending(path: "templates").path

    @Test func `every template that comes with the program reads without a problem`() throws {
        let folder = try TemplateFolder(Self.folder)
        #expect(folder.files.flatMap(\.problems) == [])
        let names = folder.files.compactMap(\.template?.name)
        #expect(
            names.sorted() == [
                "balansrakning-2019", "balansrakning-2024", "bas", "kommunbas", "po",
                "resultatrakning",
            ]
        )
        for file in folder.files {
            let stem = URL(filePath: file.name).deletingPathExtension().lastPathComponent
            #expect(file.template?.name == stem)
        }
    }

    @Test(arguments: [2019, 2023, 2024, 2030])
    func `a year has one layout of each statement`(_ year: Int) throws {
        for kind in StatementLayout.Kind.allCases {
            let layouts = try Self.layouts().filter { $0.kind == kind && $0.holds(in: year) }
            #expect(layouts.count == 1, "\(kind) \(year)")
        }
    }

    @Test func `the resultaträkning has the rows of the law in its order`() throws {
        let rows = try #require(try Self.layouts().first { $0.kind == .income }).rows
        #expect(
            rows.map(\.title) == [
                "Verksamhetens intäkter", "Verksamhetens kostnader", "Avskrivningar",
                "Verksamhetens nettokostnader", "Skatteintäkter",
                "Generella statsbidrag och utjämning", "Verksamhetens resultat",
                "Finansiella intäkter", "Finansiella kostnader",
                "Resultat efter finansiella poster", "Extraordinära poster", "Årets resultat",
            ]
        )
    }

    @Test func `the equity block is the old one through 2023 and the new one from 2024`() throws {
        func parts(_ year: Int) throws -> [StatementLayout.EquityPart] {
            let layouts = try Self.layouts()
            let layout = layouts.first { $0.kind == .balance && $0.holds(in: year) }
            return try #require(layout).rows.compactMap { row in
                if case .equity(let part) = row.filling { part } else { nil }
            }
        }
        #expect(try parts(2023) == [.result, .closingReserve, .other, .closing])
        #expect(
            try parts(2024) == [.opening, .openingReserve, .result, .closing, .closingReserve]
        )
    }

    @Test func `every row of a chart is a row of some statement`() throws {
        let rows = try Self.layouts().reduce(into: Set<String>()) { $0.formUnion($1.accountRows) }
        for file in try TemplateFolder(Self.folder).files {
            guard case .chart(let chart) = file.template?.content else { continue }
            #expect(chart.entries.count > 20)
            for entry in chart.entries {
                if case .row(let row) = entry.place { #expect(rows.contains(row), "\(row)") }
            }
        }
    }

    @Test(arguments: [
        ("kommunbas", "5020", "kostnader"), ("kommunbas", "7990", "avskrivningar"),
        ("bas", "7010", "kostnader"), ("bas", "7830", "avskrivningar"),
        ("kommunbas", "8410", "finansiella-intakter"), ("bas", "8410", "finansiella-kostnader"),
        ("kommunbas", "1930", "kassa-bank"), ("bas", "2440", "kortfristiga-skulder"),
    ])
    func `the charts put accounts where their class says`(
        _ name: String,
        _ account: String,
        _ row: String
    ) throws {
        let chart = try Self.chart(name)
        #expect(chart.place(of: try #require(AccountNumber(account))) == .row(row))
    }

    @Test(arguments: ["kommunbas", "bas"])
    func `closing accounts and tax accounts stand on no row`(_ name: String) throws {
        let chart = try Self.chart(name)
        #expect(chart.place(of: try #require(AccountNumber("8999"))) == .closing)
        #expect(chart.place(of: try #require(AccountNumber("2010"))) == .equity)
        for account in ["8010", "8110", "8910", "9010"] {
            #expect(chart.place(of: try #require(AccountNumber(account))) == nil)
        }
    }

    private static func layouts() throws -> [StatementLayout] {
        try TemplateFolder(folder).files.compactMap { file in
            if case .layout(let layout) = file.template?.content { layout } else { nil }
        }
    }

    private static func chart(_ name: String) throws -> AccountChart {
        let file = try TemplateFolder(folder).files.first { $0.template?.name == name }
        guard case .chart(let chart) = file?.template?.content else {
            throw TemplateIsMissing(name: name)
        }
        return chart
    }
}

/// A template that a test needs.
private struct TemplateIsMissing: Error {
    let name: String
}
