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

    /// What stands last, about the document itself; nil until a checksum has been made.
    public let colophon: Colophon?

    /// Puts a document together.
    ///
    /// - Parameters:
    ///   - heading: what stands above.
    ///   - sections: parts whose keys differ, as do those of all their tables.
    ///   - notes: the remarks below.
    ///   - definitions: what the terms mean.
    ///   - colophon: of this heading's ledger state.
    public init(
        heading: Heading,
        sections: [Section],
        notes: [Note] = [],
        definitions: [Definition] = [],
        colophon: Colophon? = nil
    ) {
        let keys = sections.map(\.key).filter { !$0.isEmpty }
        precondition(Set(keys).count == keys.count, "the keys of parts differ")
        let tableKeys = sections.flatMap(\.tables).map(\.key)
        precondition(Set(tableKeys).count == tableKeys.count, "the keys of tables differ")
        if let colophon {
            precondition(
                colophon.ledgerVersion == heading.ledgerVersion && colophon.head == heading.head,
                "a colophon is of its document's ledger state"
            )
        }
        self.heading = heading
        self.sections = sections
        self.notes = notes
        self.definitions = definitions
        self.colophon = colophon
    }

    /// The tables of all parts, in order.
    public var tables: [Table] { sections.flatMap(\.tables) }

    /// The same document with what it says about itself.
    public func with(_ colophon: Colophon) -> Document {
        Document(
            heading: heading,
            sections: sections,
            notes: notes,
            definitions: definitions,
            colophon: colophon
        )
    }
}
