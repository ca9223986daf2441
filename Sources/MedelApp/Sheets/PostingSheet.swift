public import MedelCore
public import MedelDocument
import MedelReports
public import MedelStore

/// Makes the sheet of a book's postings (R15), streamed.
public struct PostingSheet: Sendable {
    private let ledger: Ledger

    /// Prepares the use case.
    public init(_ ledger: Ledger) { self.ledger = ledger }

    /// The listing, whose pages read the ledger as they are asked for.
    ///
    /// - Throws: `LedgerError.notFound` for an unknown book, `SheetRefusal.insatsNowhere` for an
    ///   insats that neither the plan nor a rule has.
    public func callAsFunction(
        _ reference: BookReference,
        _ query: PostingQuery
    ) throws -> Listing {
        let book = try ledger.book(reference)
        if case .target(.insats(let code)) = query.place, try !ledger.knows(code) {
            throw SheetRefusal.insatsNowhere(code)
        }
        let names = try ledger.names(of: book)
        let pages = try ledger.postings(of: book, query)
        let heading = Heading(
            title: "Huvudbok och verifikationslista",
            association: try ledger.identity().name,
            scope: scope(of: book, query),
            asOf: query.through,
            ledgerVersion: pages.head.ledgerVersion,
            head: pages.head.hash,
            created: pages.head.time
        )
        var notes: [Note] = []
        if case .target(let target) = query.place,
            try !ledger.mappingRules(of: book).contains(where: { $0.target == target })
        {
            notes.append(
                Note(
                    "Ingen mappningsregel i boken leder till \(target.swedish). Kontrollera koden "
                        + "med medel book mappings."
                )
            )
        }
        return try PostingListing.make(
            heading: heading,
            notes: notes,
            source: Postings(pages: pages),
            names: PostingListing.Names { names.account($0) }
        )
    }

    private func scope(of book: BookRecord, _ query: PostingQuery) -> [String] {
        var scope = [
            book.reference == .association
                ? "Förbundets bok" : "Bok: \(book.name) (\(book.reference))"
        ]
        if !query.accountPrefix.isEmpty {
            scope.append("Konto \(query.accountPrefix)" + (query.isExact ? "" : "…"))
        }
        switch query.place {
        case .any: break
        case .target(let target): scope.append("Kopplat till \(target.swedish)")
        case .unmapped: scope.append("Utan koppling")
        }
        // The last day stands in the heading of its own accord.
        if let from = query.from { scope.append("Från och med \(from)") }
        return scope
    }
}

extension MappingTarget {
    /// What people call it.
    fileprivate var swedish: String {
        switch self {
        case .insats(let code): "insats \(code.text)"
        case .area(.board): "styrelse"
        case .area(.administration): "administration"
        case .area(.audit): "revision"
        case .area(.unallocated): "insatser ej fördelat"
        case .area(.income): "intäkter"
        }
    }
}

private struct Postings: PostingSource {
    var pages: PostingPages

    mutating func next() throws -> [PostingLine]? { try pages.next() }
}
