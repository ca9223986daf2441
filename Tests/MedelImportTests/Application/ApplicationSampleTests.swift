import Foundation
import MedelCore
import MedelImport
import TestSupport
import Testing

/// The invented applications are read as a person reads them.
struct ApplicationSampleTests {
    private static let samples = ApplicationSample.all

    @Test(arguments: samples.filter { $0.name.hasSuffix(".txt") })
    func `an invented application gives what its file of expectations says`(
        _ sample: ApplicationSample
    ) throws {
        let proposal = try sample.proposal()
        let budget = proposal.budget
        #expect(budget?.rows.map(\.label) ?? [] == sample.expected.rows.map(\.label))
        #expect(budget?.rows.map(\.kronor) ?? [] == sample.expected.rows.map(\.amounts))
        #expect(budget?.incomes.map(\.label) ?? [] == sample.expected.incomes.map(\.label))
        #expect(budget?.incomes.map(\.kronor) ?? [] == sample.expected.incomes.map(\.amounts))
        #expect(budget?.verdict.rawValue == sample.expected.verdict)
        let years = budget?.years ?? proposal.lump?.years ?? []
        #expect(years.map(\.words) == sample.expected.years)
        #expect(proposal.lump?.amounts.map { $0.ore / 100 } == sample.expected.lump)
        #expect(proposal.otherTables.count == sample.expected.otherTables)
    }

    @Test(arguments: samples.filter { $0.name.hasSuffix(".txt") })
    func `what is proposed can be loaded and says the same`(_ sample: ApplicationSample) throws {
        let proposal = try sample.proposal()
        guard let manifest = try sample.manifest(of: proposal) else {
            #expect(sample.expected.rows.isEmpty && sample.expected.lump == nil)
            return
        }
        let loaded = Manifest([ManifestFile(name: "a.yaml", bytes: Array(manifest.text.utf8))])
        #expect(loaded.problems == [], "\(manifest.text)")
        let version = try #require(loaded.plan.budgets.first)
        #expect(version.kind == .applied)
        let read = (proposal.budget?.rows ?? []).filter { $0.known != nil }
        let costs = version.rows.filter { !$0.isFinancing && $0.category?.text != "INTAKT_OVRIG" }
        if proposal.budget != nil {
            #expect(costs.map(\.label) == read.map(\.label))
            #expect(costs.map(\.amounts) == read.compactMap(\.known))
        } else {
            #expect(costs.map(\.amounts) == proposal.lump.map { [$0.amounts] })
        }
    }

    @Test func `every sample has expectations and says that it is invented`() throws {
        let files = try FileManager.default.contentsOfDirectory(
            atPath: ApplicationSample.folder.path
        )
        let texts = files.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".pdf") }
        #expect(Set(texts) == Set(Self.samples.map(\.name)))
        #expect(Self.samples.count > 20)
        for sample in Self.samples where sample.name.hasSuffix(".txt") {
            let start = try sample.bytes().prefix(200)
            #expect(String(decoding: start, as: UTF8.self).hasPrefix("P"), "\(sample.name)")
            #expect(String(decoding: start, as: UTF8.self).contains("Inga namn"), "\(sample.name)")
        }
    }
}

/// An invented application with what it should be read as.
struct ApplicationSample: Sendable, CustomTestStringConvertible {
    struct Row: Decodable {
        let label: String
        let amounts: [Int64?]
    }

    struct Expected: Decodable {
        let years: [String]
        let rows: [Row]
        let incomes: [Row]
        let verdict: String?
        let lump: [Int64]?
        let otherTables: Int
    }

    static let folder = SharedFiles.projectRoot.appending(path: "samples/ansokningar")

    let name: String
    let expected: Expected

    var testDescription: String { name }

    static let all: [ApplicationSample] = {
        let file = folder.appending(path: "expected.json")
        let data = (try? Data(contentsOf: file)) ?? Data()
        let expected = (try? JSONDecoder().decode([String: Expected].self, from: data)) ?? [:]
        return expected.sorted { $0.key < $1.key }
            .map { ApplicationSample(name: $0.key, expected: $0.value) }
    }()

    func bytes() throws -> [UInt8] {
        [UInt8](try Data(contentsOf: Self.folder.appending(path: name)))
    }

    func proposal() throws -> ApplicationProposal {
        ApplicationProposal(try ApplicationText(bytes()))
    }

    func manifest(of proposal: ApplicationProposal) throws -> ProposalManifest? {
        let code = try #require(InsatsCode("PROV"))
        let today = try #require(Day(iso: "2026-01-31"))
        return ProposalManifest(
            proposal,
            ProposalManifest.Frame(file: name, code: code, today: today)
        )
    }
}

extension ApplicationRow {
    /// The amounts in whole kronor; nil for one that is not known.
    var kronor: [Int64?] { amounts.map { $0.map { $0.ore / 100 } } }
}

extension ApplicationBudget.Year {
    /// The label with the months behind it, as the file of expectations has it.
    var words: String {
        [label, months?.first.description, months?.last.description].compactMap(\.self)
            .joined(separator: " ")
    }
}
