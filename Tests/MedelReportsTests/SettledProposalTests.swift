import MedelCore
import MedelDocument
import MedelReports
import Testing

/// R14 of project years, of what is decided already and of several applications at once.
@Suite struct SettledProposalTests {
    private static let schoolYears = [("2025-09", "2026-08"), ("2026-09", "2027-08")]

    private func code(_ text: String) throws -> InsatsCode { try #require(InsatsCode(text)) }

    private func build() throws -> Build {
        var build = Build()
        try build.insats("KRUS", months: ("2025-09", "2027-08"))
        try build.budget(
            "KRUS",
            .applied,
            on: "2025-05-01",
            years: Self.schoolYears,
            rows: [("lon", "LON", [889, 914])]
        )
        return build
    }

    private func proposal(_ build: Build, version: Int? = nil) throws -> [String] {
        let snapshot = try build.snapshot(asOf: "2025-08-01")
        let sheet = try ProposalSheet.make(code("KRUS"), version: version, snapshot)
        return sheet.sections[0].paragraphs.map {
            $0.text.replacing("\u{A0}", with: " ")
        }
    }

    @Test func `a ceiling is proposed for each project year and never split`() throws {
        let text = try #require(proposal(build()).first)
        let amounts = "889 kr för År 1 (2025-09–2026-08) och 914 kr för År 2 (2026-09–2027-08)"
        #expect(text.hasPrefix("Styrelsen beviljar Insats KRUS högst \(amounts)"))
        #expect(text.contains("tillsammans 1 803 kr"))
    }

    @Test func `other money by calendar year leaves one sum for the project years`() throws {
        var build = try build()
        build.plan.fundingSources = [try SmallAssociation.source("ESF", .esf, 100, insats: "KRUS")]
        let text = try #require(proposal(build).first)
        #expect(text.contains("högst 1 703 kr för 2025-09–2027-08 i allt"))
    }

    @Test func `what the board has answered is not proposed as if it waited`() throws {
        var build = try build()
        try build.decide("2025-1", on: "KRUS", "2025-06-10", .reject, ceilings: [])
        let text = try #require(proposal(build, version: 1).first)
        #expect(text.hasPrefix("Inget att besluta: Budget 1, ansökt 2025-05-01, är redan avgjord"))
        #expect(text.contains("(avslag § 3, 2025-06-10)"))
        #expect(!text.contains("beviljar"))
    }

    @Test func `a closed insats has nothing to decide`() throws {
        var build = try build()
        try build.decide("2025-1", on: "KRUS", "2025-07-31", .close, ceilings: [])
        let text = try #require(proposal(build).first)
        #expect(text.hasPrefix("Inget att besluta: Insats KRUS avslutades 2025-07-31."))
    }

    @Test func `other applications that wait are named`() throws {
        var build = try build()
        #expect(try proposal(build).allSatisfy { !$0.contains("Fler ansökningar") })
        try build.budget(
            "KRUS",
            .applied,
            on: "2025-06-01",
            years: Self.schoolYears,
            rows: [("lon", "LON", [800, 900])]
        )
        #expect(try proposal(build).contains { $0.contains("inte här: budget 1 (2025-05-01)") })
    }
}
