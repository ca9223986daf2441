/// The distinct codings of a source, each with a small number, so that a row carries a number
/// instead of texts.
public struct CodingTable: Sendable {
    /// A coding's place in its table.
    public struct Index: Hashable, Sendable {
        /// The place, from zero.
        public let value: Int

        init(_ value: Int) { self.value = value }
    }

    /// Every coding, in the order in which it was first seen.
    public private(set) var codings: [Coding] = []

    private var places: [Coding: Index] = [:]

    /// Makes an empty table.
    public init() {}

    /// The coding's place; a new one is added last.
    public mutating func index(of coding: Coding) -> Index {
        if let place = places[coding] { return place }
        let place = Index(codings.count)
        codings.append(coding)
        places[coding] = place
        return place
    }

    /// The coding at a place of this table.
    public subscript(place: Index) -> Coding { codings[place.value] }
}
