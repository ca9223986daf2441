import MedelDocument

/// What stands on a sheet of a document's workbook.
struct SheetPlan {
    /// A page of a table, or all of it.
    struct Part {
        let table: Table
        let block: Table.Block

        /// Whether the chart's first series stands here, so that the chart does too.
        func holds(_ chart: Chart) -> Bool {
            guard chart.tableKey == table.key, let key = chart.seriesKeys.first,
                let place = table.place(ofColumn: key)
            else { return false }
            return table.places(in: block).contains(place)
        }
    }

    let name: String
    let section: Section

    /// The tables from top to bottom; none on a sheet of text.
    let parts: [Part]

    /// The sheets of a document, in order: tables of one page stand below each other, each page of
    /// a table with several has a sheet of its own.
    static func plans(for document: Document) -> [SheetPlan] {
        var plans: [SheetPlan] = []
        var taken: Set<String> = []
        let add = { (section: Section, parts: [Part], title: String) in
            let titles = document.sections.count > 1 ? [section.title, title] : [title]
            let named = titles.filter { !$0.isEmpty }.joined(separator: " ")
            let wanted = [named, section.title, document.heading.title].first { !$0.isEmpty }
            var number = 1
            var name = sheetName(wanted ?? "Blad", number: 1)
            while !taken.insert(name.lowercased()).inserted {
                number += 1
                name = sheetName(wanted ?? "Blad", number: number)
            }
            plans.append(SheetPlan(name: name, section: section, parts: parts))
        }
        for section in document.sections {
            var stacked: [Part] = []
            for table in section.tables {
                let parts = table.blocks.map { Part(table: table, block: $0) }
                if parts.count == 1 {
                    stacked += parts
                    continue
                }
                if !stacked.isEmpty { add(section, stacked, "") }
                stacked = []
                for part in parts { add(section, [part], part.block.title) }
            }
            let isText = section.tables.isEmpty && !section.paragraphs.isEmpty
            let title = stacked.count == 1 ? stacked[0].block.title : ""
            if !stacked.isEmpty || isText { add(section, stacked, title) }
        }
        if plans.isEmpty { add(Section(), [], "") }
        return plans
    }
}

extension Table {
    /// A place for running text as wide as a page, on a sheet without tables.
    static let blankPage = Table(
        key: "text",
        columns: [Column(key: "text", title: "", kind: .text, width: 84)],
        leadingCount: 1,
        groups: [],
        rows: []
    )
}

extension SheetPlan.Part {
    /// What a sheet of text has in the place of a table.
    static var blank: SheetPlan.Part {
        SheetPlan.Part(table: .blankPage, block: Table.Block(title: "", groups: []))
    }
}

extension ColumnWidths {
    /// The widths that a part of a document needs for itself.
    init(_ part: SheetPlan.Part) {
        let places = part.table.places(in: part.block)
        self.init(places.map { part.table.columns[$0] }, look: .document)
        for row in part.table.rows {
            for (column, place) in places.enumerated() {
                note(row.row.cells[place], column: column)
            }
        }
    }
}
