/// A finished sheet or report: one value from which every form is drawn.
///
/// Source: SPEC 1.7, ARCHITECTURE "How a figure travels".
public struct Document: Hashable, Sendable {
    /// What stands above.
    public let heading: Heading

    /// The parts, in order.
    public let sections: [Section]

    /// The remarks below: what is missing, assumed, and from where it is known.
    public let notes: [Note]

    /// What the terms mean, in the order of the columns that use them.
    public let definitions: [Definition]

    /// Puts a document together.
    public init(
        heading: Heading,
        sections: [Section],
        notes: [Note] = [],
        definitions: [Definition] = []
    ) {
        self.heading = heading
        self.sections = sections
        self.notes = notes
        self.definitions = definitions
    }

    /// The tables of all parts, in order.
    public var tables: [Table] { sections.flatMap(\.tables) }
}

/// A part of a document.
public struct Section: Hashable, Sendable {
    /// The heading of the part; empty when the document has only one.
    public let title: String

    /// The tables, in order.
    public let tables: [Table]

    /// The charts, each of a table in the part.
    public let charts: [Chart]

    /// Puts a part together.
    public init(title: String = "", tables: [Table], charts: [Chart] = []) {
        for chart in charts {
            let table = tables.first { $0.key == chart.tableKey }
            precondition(table.map(chart.fits) ?? false, "a chart shows a table of its part")
        }
        self.title = title
        self.tables = tables
        self.charts = charts
    }
}

/// A term and what it means.
public struct Definition: Hashable, Sendable {
    /// The term as the columns have it.
    public let term: String

    /// What it means, in Swedish.
    public let text: String

    /// Explains a term.
    public init(_ term: String, _ text: String) {
        self.term = term
        self.text = text
    }
}
