import MedelCore
import MedelDocument
import MedelReports
import Testing

/// A small association with contributions, other sources and two insatser in one year.
enum SmallAssociation {
    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    static func code(_ text: String) throws -> MemberCode {
        try #require(MemberCode(text))
    }

    static func member(
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

    static func contribution(
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

    static func source(
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

    static let months = ("2025-01", "2025-12")

    static func build() throws -> Build {
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

    static func versions() throws -> [ContributionVersion] {
        try [
            contribution("FK", 800), contribution("AF", 0), contribution("REG", 400),
            contribution("STOR", 270, asked: 300), contribution("LITEN", 100, received: 1),
            contribution("BORTA", 20),
        ]
    }

    static func position(
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

    static func funding(_ asOf: String = "2025-09-30") throws -> Document {
        try FundingSheet.make(
            2025,
            build().snapshot(asOf: asOf),
            versions(),
            position(asOf)
        )
    }

    static func membersShare() throws -> Document {
        try MembersShareSheet.make(
            build().snapshot(asOf: "2025-09-30"),
            position("2025-08-31"),
            exits: [code("BORTA"): position("2025-06-30", assets: 1_000, debts: 100)]
        )
    }

    static func liquidity() throws -> Document {
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
}

extension Document {
    /// The whole kronor of a cell of a table; nil for one that is not known or empty.
    func kronor(
        _ table: String,
        _ row: String,
        _ column: String
    ) throws -> Int64? {
        let table = try #require(tables.first { $0.key == table })
        let place = try #require(table.place(ofColumn: column), "\(column)")
        let cells = try #require(table.rows.first { $0.key == row }, "\(row)").row.cells
        guard case .amount(let money?) = cells[place] else { return nil }
        return money.ore / 100
    }
}
