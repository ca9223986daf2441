import Foundation
import MedelCore
import MedelDocument
import MedelRender
import MedelReports
import TestSupport
import Testing

@Suite struct InsatsChartTests {
    @Test func `budget, granted and incurred stand beside each other by calendar year`() throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: "2018-03-31"))
        let chart = try #require(sheet.sections[0].charts.first)
        #expect(chart.title == "Budget, beviljat och upparbetat per kalenderår")
        let plot = ChartPlot(chart, of: try #require(sheet.tables.first))
        #expect(plot.labels == ["Kalenderår 2017", "Kalenderår 2018", "Kalenderår 2019"])
        #expect(plot.series.map(\.title) == ["Budget", "Beviljat", "Upparbetat"])
        for (series, measure) in zip(plot.series, ["budget", "granted", "incurred"]) {
            let cells = try (2017...2019).map {
                try sheet.cell("total", "calendar.\($0).\(measure)")
            }
            #expect(series.cells == cells)
        }
        #expect(plot.series[2].cells == [.amount(try Money(ore: 700)), .amount(.zero), .empty])
        let words = "Kalenderår 2019: budget 1\u{A0}100,00\u{A0}kr och beviljat"
        #expect(chart.summary.contains(words), "\(chart.summary)")
        #expect(chart.summary.contains("upparbetat 7,00\u{A0}kr."), "\(chart.summary)")
    }

    @Test func `without calendar years it goes by budget year`() throws {
        var build = Build()
        try build.insats("KRUS")
        try build.budget(
            "KRUS",
            .applied,
            years: [nil, nil],
            rows: [("lon", "LON", [1_000, 1_200])]
        )
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2018-03-31"))
        let chart = try #require(sheet.sections[0].charts.first)
        #expect(chart.title == "Budget per budgetår")
        #expect(chart.groups == [["period.1.budget"], ["period.2.budget"]])
        #expect(
            chart.summary
                == "År 1: budget 1\u{A0}000,00\u{A0}kr. År 2: budget 1\u{A0}200,00\u{A0}kr."
        )
    }

    @Test func `where no year has an amount there is no chart`() throws {
        var build = Build()
        try build.insats("KRUS")
        try build.decide("1", on: "KRUS", "2017-01-01", ceilings: [(.total, 100)])
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2018-03-31"))
        #expect(try sheet.ore("total", "total.granted") == 100)
        #expect(sheet.sections[0].charts.isEmpty)
    }

    @Test func `many years are summed up by the largest`() throws {
        var build = Build()
        try build.insats("KRUS", months: ("2011-01", "2018-12"))
        try build.decide(
            "1",
            on: "KRUS",
            "2010-11-01",
            ceilings: (2011...2018).map { (.calendarYear($0), $0 == 2014 ? 900 : 100) }
        )
        let sheet = try InsatsSheet.make(krus, build.snapshot(asOf: "2018-12-31"))
        let chart = try #require(sheet.sections[0].charts.first)
        #expect(
            chart.summary
                == "8 år i följd. Beviljat är störst kalenderår 2014, 9,00\u{A0}kr."
        )
    }

    @Test func `in Excel the chart refers to cells and holds what is in them`() throws {
        let sheet = try InsatsSheet.make(krus, build().snapshot(asOf: "2018-03-31"))
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "insats.xlsx").path
            try render(sheet, as: .xlsx, to: .file(path: path))
            let workbook = try ReadWorkbook(path: path)
            let xml = try workbook.part("xl/charts/chart1.xml")
            let references = xml.matches(of: /<c:f>(.*?)<\/c:f>(.*?)<\/c:(?:num|str)Ref>/)
            #expect(references.count == 6)
            var seen = 0
            for reference in references {
                let cells = reference.1.drop { $0 == "(" }.prefix { $0 != ")" }
                    .split(separator: ",")
                #expect(cells.count == 3)
                let copies = reference.2.matches(of: /<c:pt idx="(\d+)"><c:v>(.*?)<\/c:v>/)
                for copy in copies {
                    let place = try #require(Int(copy.1))
                    let parts = cells[place].split(separator: "!")
                    let name = parts[0].filter { $0 != "'" }
                    let target = try #require(workbook.sheets.first { $0.name == name })
                    let cell = try #require(target.cells[parts[1].filter { $0 != "$" }])
                    switch cell.value {
                    case .number(let digits): #expect(Double(digits) == Double(copy.2))
                    case .text(let text): #expect(text == copy.2)
                    case .blank: Issue.record("\(cells[place]) is blank")
                    }
                    seen += 1
                }
            }
            // Three labels for each of three series, and nine values but one that is blank.
            #expect(seen == 9 + 8)
        }
    }

    private var krus: InsatsCode {
        get throws { try #require(InsatsCode("KRUS")) }
    }

    private func build() throws -> Build {
        var build = Build()
        try build.insats("KRUS", months: ("2017-01", "2019-12"))
        try build.budget(
            "KRUS",
            years: [("2017-01", "2017-12"), ("2018-01", "2018-12"), ("2019-01", "2019-12")],
            rows: [("lon", "LON", [1_000, 1_200, 1_100])]
        )
        try build.decide("1", on: "KRUS", "2016-11-30", ceilings: [(.total, 360_000)])
        try build.cover("owner:OSK", "2017-01", "2018-12")
        try build.post("owner:OSK", "2017-03", "insats:KRUS", "LON", 700)
        return build
    }
}
