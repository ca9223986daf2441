import MedelCore
import MedelDocument
import MedelRender
import Testing

extension Document {
    /// A report in four parts: running text of every kind, a statement with last year beside, a wide
    /// table in two blocks with charts, and a part that is only text.
    static func sample(ledgerVersion: Int = 42, deviation ore: Int64 = -4_428_430) throws
        -> Document
    {
        let sample = try Heading.sample(title: "Årsredovisning 2025", scope: ["Utkast"])
        let heading = Heading(
            title: sample.title,
            association: sample.association,
            scope: sample.scope,
            asOf: sample.asOf,
            ledgerVersion: ledgerVersion,
            head: ledgerVersion == 42 ? sample.head : String(repeating: "c0ffee00", count: 8),
            created: sample.created
        )
        let wide = try wideTable(deviation: try Money(ore: ore))
        return Document(
            heading: heading,
            sections: [
                Section(
                    key: "forvaltning",
                    title: "Förvaltningsberättelse",
                    paragraphs: [
                        Paragraph(
                            "Förbundet har haft ett överskott på 300\u{A0}000\u{A0}kronor.",
                            .lead
                        ),
                        Paragraph("Två insatser har avslutats.\nEn har börjat & <fortgår>."),
                    ]
                ),
                Section(
                    key: "resultat",
                    title: "Resultaträkning",
                    paragraphs: [
                        Paragraph("Konto 4999 saknar rad: 1 200,00 kr.", .warning),
                        Paragraph("Varje belopp följs till sina transaktionsrader så här:"),
                        Paragraph("medel sheet postings --book association --account 4999", .code),
                    ],
                    tables: [try statement()],
                    beginsPage: true
                ),
                Section(
                    key: "drift",
                    title: "Driftredovisning",
                    tables: [wide],
                    charts: Chart.Kind.allCases.map { kind in
                        Chart(
                            kind: kind,
                            title: "Budget och utfall \"2025\"",
                            summary: "Tre av fyra poster höll sin budget.",
                            tableKey: wide.key,
                            labelKey: "label",
                            rowKeys: wide.rows.dropLast().map(\.key),
                            seriesKeys: ["budget2025", "actual2025", "left2025"]
                        )
                    }
                ),
                Section(title: "Undertecknande", paragraphs: [Paragraph("Exempelstad")]),
            ],
            notes: [Note("Beloppen är påhittade.")],
            definitions: [Definition("Avvikelse", "Budget minus utfall.")]
        )
    }

    /// The sample with what it says about itself.
    static func sealedSample(checksum: String = String(repeating: "0123abcd", count: 8)) throws
        -> Document
    {
        let document = try sample()
        return document.with(
            Colophon(
                of: document.heading,
                checksum: checksum,
                lines: ["Status: utkast", "Uppställning: lkbr-2024 (sha256 5f2b…)"]
            )
        )
    }

    private static func statement() throws -> Table {
        let columns = [
            Column(key: "label", title: "Post", kind: .text, width: 40),
            Column(key: "note", title: "Not", kind: .text, width: 5),
            Column(key: "y2025", title: "2025", kind: .amount, width: 14),
            Column(key: "y2024", title: "2024", kind: .amount, width: 14),
        ]
        let row = { (key: String, label: String, this: Int64, last: Int64?) in
            TableRow(
                key: key,
                cells: [
                    .text(label), .text(key == "income" ? "1" : ""),
                    .amount(try Money(ore: this)), .amount(try last.map { try Money(ore: $0) }),
                ],
                level: 1
            )
        }
        return Table(
            key: "result",
            title: "Verksamhetens resultat",
            columns: columns,
            leadingCount: 2,
            groups: [Table.Group(title: "", columnKeys: ["y2025", "y2024"])],
            rows: [
                try row("income", "Verksamhetens intäkter", 934_000_249, 912_000_050),
                try row("costs", "Verksamhetens kostnader", -904_000_149, nil),
                TableRow(
                    key: "sum",
                    cells: [
                        .text("Årets resultat"), .empty, .amount(try Money(ore: 30_000_100)),
                        .amount(nil),
                    ],
                    emphasis: .total,
                    formulas: ["y2025": .sum(rows: ["income", "costs"])]
                ),
            ],
            footnotes: [Note("Not 1. Bidrag från medlemmarna.")]
        )
    }

    /// Two blocks of three years each, so wide that paper needs several tables.
    private static func wideTable(deviation: Money) throws -> Table {
        let years = [2020, 2021, 2022, 2023, 2024, 2025]
        var columns = [Column(key: "label", title: "Område", kind: .text, width: 30)]
        for year in years {
            for (key, title) in [
                ("budget", "Ursprunglig budget"), ("actual", "Utfall"), ("left", "Avvikelse"),
            ] {
                columns.append(Column(key: "\(key)\(year)", title: title, kind: .amount, width: 12))
            }
        }
        var rows: [TableRow] = []
        let labels = ["Styrelse", "Administration", "Insatser, ej fördelat", "Kvarnhjulet"]
        for (place, label) in labels.enumerated() {
            var cells: [Cell] = [.text(label)]
            for year in years {
                let budget = try Money(ore: Int64(place + 1) * 25_000_050 + Int64(year) * 1_000)
                let left = place == 3 ? deviation : try Money(ore: 1_250_075)
                let isKnown = place != 2 || year != 2025
                cells += [
                    .amount(budget), .amount(isKnown ? try Money.sum([budget, -left]) : nil),
                    .amount(isKnown ? left : nil),
                ]
            }
            rows.append(TableRow(key: "r\(place)", cells: cells))
        }
        var totals: [Cell] = [.text("Summa")]
        for place in columns.indices.dropFirst() {
            let amounts = rows.map { row -> Money? in
                if case .amount(let money) = row.row.cells[place] { money } else { nil }
            }
            let known = amounts.compactMap { $0 }
            totals.append(.amount(known.count == rows.count ? try Money.sum(known) : nil))
        }
        rows.append(TableRow(key: "total", cells: totals, emphasis: .total))
        return Table(
            key: "operations",
            columns: columns,
            leadingCount: 1,
            groups: years.map { year in
                Table.Group(
                    title: "\(year)",
                    columnKeys: ["budget\(year)", "actual\(year)", "left\(year)"]
                )
            },
            blocks: [
                Table.Block(title: "2020–2022", groups: [0, 1, 2]),
                Table.Block(title: "2023–2025", groups: [3, 4, 5]),
            ],
            warnedKeys: Set(years.map { "left\($0)" }),
            rows: rows
        )
    }

    /// The document in a form.
    func bytes(as format: OutputFormat) throws -> [UInt8] {
        var all: [UInt8] = []
        try render(self, as: format, to: .bytes { all += $0 })
        return all
    }

    /// The document in a form that is text.
    func drawn(as format: OutputFormat) throws -> String {
        String(decoding: try bytes(as: format), as: UTF8.self)
    }
}
