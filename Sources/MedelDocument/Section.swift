/// A part of a document: running text, then tables, then charts of them.
public struct Section: Hashable, Sendable {
    /// The name that machines and links know the part by; empty for one that nothing links to.
    public let key: String

    /// The heading of the part; empty when the document has only one.
    public let title: String

    /// The running text above the tables, in order.
    public let paragraphs: [Paragraph]

    /// The tables, in order; none in a part that is only text.
    public let tables: [Table]

    /// The charts, each of a table in the part.
    public let charts: [Chart]

    /// Whether the part begins a new page when it is printed.
    public let beginsPage: Bool

    /// Puts a part together.
    ///
    /// - Parameters:
    ///   - key: ASCII letters, digits, underscores and points, or empty.
    ///   - title: the heading that people read.
    ///   - paragraphs: the running text above the tables.
    ///   - tables: tables with different keys.
    ///   - charts: pictures of those tables.
    ///   - beginsPage: whether a new page begins here when it is printed.
    public init(
        key: String = "",
        title: String = "",
        paragraphs: [Paragraph] = [],
        tables: [Table] = [],
        charts: [Chart] = [],
        beginsPage: Bool = false
    ) {
        precondition(key.utf8.allSatisfy(isNameByte), "key is an ASCII name")
        for chart in charts {
            let table = tables.first { $0.key == chart.tableKey }
            precondition(table.map(chart.fits) ?? false, "a chart shows a table of its part")
        }
        self.key = key
        self.title = title
        self.paragraphs = paragraphs
        self.tables = tables
        self.charts = charts
        self.beginsPage = beginsPage
    }
}
