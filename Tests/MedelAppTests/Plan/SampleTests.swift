import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

/// The published documents as samples.
@Suite struct SampleTests {
    static let folders = [
        "kalmar", "gotland", "degerfors-karlskoga", "sormland", "jamtland", "ostra-sodertorn",
        "vasterbergslagen", "uppsala", "vastra-malardalen", "utan-forbund",
    ]

    private static func manifest(_ folder: String) throws -> Manifest {
        let path = SharedFiles.projectRoot.appending(path: "samples").appending(path: folder).path
        return try Manifest(folder: path)
    }

    @Test(arguments: folders)
    func `a sample loads without a problem, and a second time changes nothing`(
        _ folder: String
    ) throws {
        try withTemporaryFolder { temporary in
            let test = try TestLedger(in: temporary)
            let path = SharedFiles.projectRoot.appending(path: "samples/\(folder)").path
            let performer = Performer(actor: "ekonom", now: try TestLedger.moment())
            let load = LoadFolder(test.ledger, by: performer)
            #expect(try load(path).problems == [])
            let head = try test.ledger.head()
            #expect(try load(path).result == .unchanged)
            #expect(try test.ledger.head() == head)
        }
    }

    @Test func `every insats names its document, and no application gives a decision`() throws {
        let plans = try Self.folders.map { try Self.manifest($0).plan }
        let insatser = plans.flatMap(\.insatser)
        #expect(insatser.count == 23)
        #expect(plans.flatMap(\.decisions) == [])
        for insats in insatser {
            let isNamed = insats.notes.contains { $0.kind == .source && $0.text.contains(".txt") }
            #expect(isNamed, "\(insats.code)")
        }
        let unknown = insatser.filter { $0.attribution == .unknown }.map(\.code.text)
        #expect(unknown == ["GRONSAKSMASTARNA", "HALSOSAM"])
    }

    @Test func `no person, telephone number or address is taken over`() throws {
        let places = Self.folders.map { SharedFiles.projectRoot.appending(path: "samples/\($0)") }
        for place in places {
            for file in try ManifestFile.all(in: place.path).files {
                let text = String(decoding: file.bytes, as: UTF8.self)
                #expect(!text.contains("@") && !text.contains("gatan"), "\(file.name)")
                #expect(text.firstMatch(of: /0\d{1,3}[- ]\d{2,3} ?\d{2} ?\d{2}/) == nil)
            }
        }
    }

    private struct Years {
        let folder: String
        let insats: String
        let ore: [Int: Int64]
        let budgetYears: [Int64]
    }

    private static let years = [
        Years(
            folder: "kalmar",
            insats: "VAGKNUTEN",
            ore: [
                2017: 161_975_000, 2018: 178_075_000, 2019: 180_950_000, 2020: 15_100_000,
            ],
            budgetYears: [176_700_000, 178_200_000, 181_200_000]
        ),
        Years(
            folder: "kalmar",
            insats: "KRUS",
            ore: [2019: 76_433_333, 2020: 152_866_667],
            budgetYears: [229_300_000]
        ),
        Years(folder: "kalmar", insats: "SAMBA", ore: [:], budgetYears: [100_000_000]),
        Years(
            folder: "gotland",
            insats: "JOBBVAGEN",
            ore: [2025: 93_403_800, 2026: 160_120_800, 2027: 160_120_800, 2028: 66_717_000],
            budgetYears: [160_120_800, 160_120_800, 160_120_800]
        ),
    ]

    @Test(arguments: years.indices)
    func `an application gives the figures of the guide by budget year and calendar year`(
        _ place: Int
    ) throws {
        let expected = Self.years[place]
        let plan = try Self.manifest(expected.folder).plan
        let budget = try #require(plan.budgets.first { $0.insats.text == expected.insats })
        #expect(budget.kind == .applied)
        let columns = budget.years.indices.map { year in budget.rows.map { $0.amounts[year] } }
        #expect(try columns.map { try Money.sum($0).ore } == expected.budgetYears)
        let spreads = try zip(budget.years, columns).compactMap { year, amounts in
            try year.months.map { try Spread(amounts, over: MonthProfile(equal: $0)) }
        }
        let sums = try Spread.calendarYears(spreads)
        #expect(
            Dictionary(sums.map { ($0.year, $0.amount.ore) }, uniquingKeysWith: +) == expected.ore
        )
    }
}

/// The samples beside the figures that were taken from the documents, where those are present.
@Suite(.enabled(if: SharedFiles.arePresent))
struct SampleSeedTests {
    private struct Seeds: Decodable {
        let insatser: [Seed]
    }

    private struct Seed: Decodable {
        struct Line: Decodable {
            let amounts: [Int64]?
            let amount: Int64?
        }

        struct Funding: Decodable {
            let source: String
            let amount: Int64?
            let amountPerYear: Int64?

            enum CodingKeys: String, CodingKey {
                case source
                case amount
                case amountPerYear = "amount_per_year"
            }
        }

        let name: String
        let file: String
        let lines: [Line]?
        let funding: [Funding]?
    }

    /// A name in one case without marks, as far as a sign that begins what a sample leaves out.
    private func key(_ name: String) -> String {
        let folded = name.folding(options: [.caseInsensitive], locale: nil)
        return String(folded.filter(\.isLetter).prefix(4))
    }

    @Test func `every insats and every amount of the documents stands in a sample`() throws {
        let file = SharedFiles.root.appending(path: "domain/seeds.json")
        let seeds = try JSONDecoder().decode(Seeds.self, from: Data(contentsOf: file)).insatser
        let plans = try SampleTests.folders.map { folder in
            let path = SharedFiles.projectRoot.appending(path: "samples/\(folder)").path
            return try Manifest(folder: path).plan
        }
        let insatser = plans.flatMap(\.insatser)
        #expect(seeds.count == insatser.count)
        for seed in seeds {
            let insats = try #require(
                insatser.first { key($0.name) == key(seed.name) },
                "\(seed.name)"
            )
            #expect(insats.notes.contains { $0.text.contains(seed.file) }, "\(seed.name)")
            let budget = plans.flatMap(\.budgets).first { $0.insats == insats.code }
            let rows = budget?.rows.map { $0.amounts.map(\.ore) } ?? []
            let lines = (seed.lines ?? []).map { line in
                (line.amounts ?? line.amount.map { [$0] } ?? []).map { $0 * 100 }
            }
            if !lines.isEmpty {
                #expect(rows == lines, "\(seed.name)")
            } else if let granted = seed.funding?.first?.amount
                ?? seed.funding?.first?.amountPerYear
            {
                #expect(Set(rows.joined()) == [granted * 100], "\(seed.name)")
            } else {
                #expect(budget == nil, "\(seed.name)")
            }
        }
    }
}
