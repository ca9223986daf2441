import CXlsxWriter
import MedelCore
import MedelDocument

/// Draws a document as an Excel workbook: a sheet for each page of each table.
///
/// Cells that follow from others are live formulas with the value that the program computed.
/// Columns of which nothing is known stay in the file and are folded away. The first sheet carries
/// charts, remarks and the meaning of the terms.
struct DocumentWorkbook {
    /// A table's page and the sheet that it becomes.
    private struct Page {
        let section: Section
        let table: Table
        let block: Table.Block
        let name: String
    }

    /// Writes the workbook to a path whose folder has room for it.
    static func write(_ document: Document, to path: String) throws {
        try withNeutralLocale {
            let workbook = try Workbook(path: path, mode: .inMemory)
            try workbook.setProperties(document.heading)
            let style = try DocumentStyle(workbook)
            let pages = pages(of: document)
            var cellCount = 0
            for (number, page) in pages.enumerated() {
                let sheet = try workbook.addSheet(named: page.name)
                let names = Dictionary(
                    pages.filter { $0.table.key == page.table.key }.flatMap { other in
                        other.table.places(in: other.block).map { ($0, other.name) }
                    },
                    uniquingKeysWith: { first, _ in first }
                )
                var drawing = DocumentPage(
                    document: document,
                    table: page.table,
                    block: page.block,
                    charts: page.block == page.table.blocks.first
                        ? page.section.charts.filter { $0.tableKey == page.table.key } : [],
                    sheetNames: names,
                    namePrefix: document.tables.count > 1 ? page.table.key + "_" : "",
                    hasRemarks: number == 0,
                    sheet: sheet,
                    workbook: workbook,
                    style: style
                )
                try drawing.draw(remarksStandOn: pages[0].name)
                cellCount += page.table.rows.count * page.table.columns.count
            }
            try workbook.close(cellCount: cellCount)
        }
    }

    private static func pages(of document: Document) -> [Page] {
        var pages: [Page] = []
        var taken: Set<String> = []
        for section in document.sections {
            for table in section.tables {
                for block in table.blocks {
                    let wanted =
                        [block.title, section.title, document.heading.title]
                        .first { !$0.isEmpty } ?? "Blad"
                    var name = sheetName(wanted, number: 1)
                    var number = 1
                    while !taken.insert(name.lowercased()).inserted {
                        number += 1
                        name = sheetName(wanted, number: number)
                    }
                    pages.append(Page(section: section, table: table, block: block, name: name))
                }
            }
        }
        return pages
    }
}
