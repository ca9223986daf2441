import MedelCore
import TestSupport
import Testing

struct SourcesAndUsesTests {
    private static func rate(_ percent: Int) throws -> Rate {
        try #require(Rate(basisPoints: percent * 100))
    }

    private static func source(
        _ code: String,
        _ kind: FundingSource.Kind,
        _ amounts: [(year: Int, kronor: Int64)] = [],
        share: Int? = nil,
        ceiling: Int64? = nil,
        matching: Int? = nil,
        isApproximate: Bool = false,
        excludesVAT: Bool = false,
        insats: String = "ORN"
    ) throws -> FundingSource {
        FundingSource(
            code: try #require(FundingCode(code)),
            insats: InsatsCode(insats),
            kind: kind,
            name: code,
            amounts: try amounts.map {
                FundingSource.Amount(
                    year: $0.year,
                    amount: try Money(ore: $0.kronor * 100),
                    isApproximate: isApproximate,
                    excludesVAT: excludesVAT
                )
            },
            share: try share.map(rate),
            ceiling: try ceiling.map { try Money(ore: $0 * 100) },
            matching: try matching.map(rate)
        )
    }

    private func figure(_ kronor: Int64?) throws -> Figure {
        Figure(try kronor.map { try Money(ore: $0 * 100) })
    }

    private func balance(
        _ year: Int = 2026,
        costs: [Int: Int64?],
        grant: Int64?,
        _ sources: [FundingSource]
    ) throws -> SourcesAndUses {
        try SourcesAndUses(
            of: try #require(InsatsCode("ORN")),
            year: year,
            costs: costs.mapValues { try figure($0) },
            grant: figure(grant),
            sources: sources
        )
    }

    @Test func `sources and uses balance, or the difference is shown`() throws {
        let sources = try [
            Self.source("AF", .partyCash, [(2026, 600)], isApproximate: true, excludesVAT: true),
            Self.source("ANNAN", .other, [(2026, 100)], insats: "ANNAN"),
            Self.source("SENARE", .other, [(2027, 50)]),
        ]
        let even = try balance(costs: [2026: 1_000], grant: 400, sources)
        #expect(even.funded.amount?.ore == 1_000_00)
        #expect(even.isBalanced == true)
        #expect(even.sources.map(\.source.code.text) == ["AF", "SENARE"])
        #expect(even.sources[0].marks == [.approximate, .excludesVAT])
        #expect(even.sources[1].figure == .notApplicable)
        let short = try balance(costs: [2026: 1_050], grant: 400, sources)
        #expect(short.difference.amount?.ore == -50_00)
        #expect(short.isBalanced == false)
        #expect(try balance(costs: [2026: nil], grant: 400, sources).isBalanced == nil)
        #expect(try balance(costs: [2026: 1_000], grant: nil, sources).isBalanced == nil)
    }

    private func balance(
        _ basis: FundingBasis?,
        granted: Int64,
        _ sources: [FundingSource]
    ) throws -> SourcesAndUses {
        let rows = try [("lon", Int64(100_000)), ("lokal", 37_500)].map { code, ore in
            RowCost(try #require(BudgetRowCode(code)), try Money(ore: ore))
        }
        return try SourcesAndUses(
            of: try #require(InsatsCode("ORN")),
            year: 2026,
            costs: [2026: figure(1_375)],
            grant: figure(granted),
            basis: basis,
            rows: rows,
            sources: sources
        )
    }

    @Test func `the grant counts as no more than its basis lets it`() throws {
        let half = FundingBasis.share(try Self.rate(50))
        let lokal = FundingBasis.rows([try #require(BudgetRowCode("lokal"))])
        let others = try [
            Self.source("ESF", .esf, [(2026, 900)]), Self.source("AF", .partyCash, [(2026, 5)]),
        ]
        let cases: [(FundingBasis?, granted: Int64, [FundingSource], ore: Int64)] = [
            (nil, 1_500, [], 150_000), (.wholeCost, 1_500, [], 137_500),
            (half, 1_500, [], 68_750), (half, 687, [], 68_700), (lokal, 1_500, [], 37_500),
            (.lastAfterOther, 1_500, others, 47_000), (.lastAfterOther, 470, others, 47_000),
            (.lastAfterOther, 469, others, 46_900),
        ]
        for (basis, granted, sources, ore) in cases {
            let found = try balance(basis, granted: granted, sources)
            #expect(found.grant.amount?.ore == ore, "\(basis as FundingBasis?) \(granted)")
            #expect(found.granted.amount?.ore == granted * 100)
            #expect(found.limitingBasis == (ore < granted * 100 ? basis : nil))
            let paid = try sources.isEmpty ? Money(ore: 0) : Money(ore: 90_500)
            #expect(found.difference.amount?.ore == ore + paid.ore - 137_500)
            #expect(found.financedTwice == nil)
        }
        let unknown = try balance(costs: [2026: nil], grant: 1_500, [])
        #expect(unknown.grant.amount?.ore == 150_000)
    }

    @Test func `the same krona is financed twice when sources pass the cost`() throws {
        let esf = try [Self.source("ESF", .esf, [(2026, 600)])]
        #expect(try balance(costs: [2026: 1_000], grant: 401, esf).financedTwice?.ore == 1_00)
        #expect(try balance(costs: [2026: 1_000], grant: 400, esf).financedTwice == nil)
        #expect(try balance(costs: [2026: 1_000], grant: 1_001, []).financedTwice == nil)
    }

    @Test func `hours and rooms are told and never summed`() throws {
        let found = try balance(
            costs: [2026: 400],
            grant: 400,
            [Self.source("TID", .inKind, [(2026, 80)])]
        )
        #expect(found.funded.amount?.ore == 400_00)
        #expect(found.sources.isEmpty)
        #expect(found.inKind.map(\.figure.amount?.ore) == [80_00])
        #expect(found.isBalanced == true)
    }

    @Test(arguments: [(2025, 150, 0), (2026, 50, 200), (2027, 0, 200)])
    func `a share stops at what earlier years have left of the ceiling`(
        _ year: Int,
        _ kronor: Int64,
        _ limit: Int64
    ) throws {
        let granne = try Self.source("GRANNE", .otherAssociation, share: 10, ceiling: 200)
        let found = try balance(
            year,
            costs: [2025: 1_500, 2026: 1_500, 2027: 1_500],
            grant: 0,
            [granne]
        )
        let share = try #require(found.sources.first)
        #expect(share.figure.amount?.ore == kronor * 100)
        let limited: [SourceShare.Mark] =
            limit == 0 ? [] : [.limited(by: try Money(ore: limit * 100))]
        #expect(share.marks == [.computed(try Self.rate(10))] + limited)
    }

    @Test func `a share of a cost that is not known is not known`() throws {
        let esf = try Self.source("ESF", .esf, share: 40)
        let found = try balance(costs: [2025: nil, 2026: 1_000], grant: 600, [esf])
        #expect(found.sources[0].figure.amount?.ore == 400_00)
        let limited = try Self.source("ESF", .esf, share: 40, ceiling: 9_000)
        let blocked = try balance(costs: [2025: nil, 2026: 1_000], grant: 600, [limited])
        #expect(blocked.sources[0].figure.value == .unknown)
        #expect(blocked.sources[0].marks.contains(.costMissing))
        #expect(blocked.funded.value == .unknown)
    }

    @Test func `promised amounts beyond share or ceiling are marked and kept`() throws {
        let source = try Self.source("G", .other, [(2025, 60), (2026, 60)], share: 5, ceiling: 100)
        let found = try balance(costs: [2026: 1_000], grant: 940, [source])
        #expect(found.sources[0].figure.amount?.ore == 60_00)
        #expect(
            found.sources[0].marks == [
                .passesCeiling(by: try Money(ore: 20_00)), .passesShare(by: try Money(ore: 10_00)),
            ]
        )
    }

    @Test(arguments: [(600, 100, true), (599, 100, false), (300, 50, true), (299, 50, false)])
    func `others put in krona for krona, or it is marked`(
        _ grant: Int64,
        _ matching: Int,
        _ isEnough: Bool
    ) throws {
        let esf = try Self.source("ESF", .esf, [(2026, 600)], matching: matching)
        let time = try Self.source("TID", .inKind, [(2026, 500)])
        let found = try balance(costs: [2026: 1_200], grant: grant, [esf, time])
        let fault = SourceShare.Mark.unmatched(
            others: try Money(ore: grant * 100),
            required: try Money(ore: Int64(600 * matching))
        )
        #expect(found.sources[0].marks.contains(fault) == !isEnough)
        let unknown = try balance(costs: [2026: 1_200], grant: nil, [esf])
        #expect(unknown.sources[0].marks == [.matchingUnknown])
    }

    @Test func `a mix needs sources that are known and pay something`() throws {
        let empty = try balance(costs: [2026: 1], grant: 0, [])
        #expect(throws: SourceMixError.noSource) { try SourceMix(empty) }
        let unknown = try balance(costs: [2026: 1], grant: nil, [])
        #expect(throws: SourceMixError.unknown(.grant)) { try SourceMix(unknown) }
    }

    @Test func `a payment of 70 of a cost paid half and half is 35 from each`() throws {
        let mix = try SourceMix(
            balance(costs: [2026: 200], grant: 100, [Self.source("AF", .partyCash, [(2026, 100)])])
        )
        let code = try #require(FundingCode("AF"))
        #expect(mix.split(try Money(ore: 70)).map(\.origin) == [.grant, .source(code)])
        #expect(mix.split(try Money(ore: 70)).map(\.amount.ore) == [35, 35])
        #expect(mix.split(try Money(ore: -7)).map(\.amount.ore) == [-4, -3])
    }

    @Test(arguments: 0..<200)
    func `any payment is traced to its sources to the öre`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let sources = try (0..<Int.random(in: 0...6, using: &random)).map { place in
            try Self.source(
                "S\(place)",
                .other,
                [(2026, Int64.random(in: 1...9_999_999, using: &random))]
            )
        }
        let grant = Int64.random(in: 1...9_999_999, using: &random)
        let mix = try SourceMix(balance(costs: [2026: 100_000_000], grant: grant, sources))
        let amount = try Money(ore: Int64.random(in: -Money.oreMax...Money.oreMax, using: &random))
        let parts = mix.split(amount)
        #expect(try Money.sum(parts.map(\.amount)) == amount)
        let whole = try Money.sum(mix.parts.map(\.amount))
        for (part, source) in zip(parts, mix.parts) {
            let exact = Int128(amount.ore) * Int128(source.amount.ore) / Int128(whole.ore)
            #expect((Int128(part.amount.ore) - exact).magnitude <= 1)
            #expect(part.amount.ore.signum() * amount.ore.signum() >= 0)
        }
    }
}
