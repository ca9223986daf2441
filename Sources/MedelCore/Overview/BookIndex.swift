/// The balances of a snapshot by book and target.
struct BookIndex: Sendable {
    private struct Key: Hashable {
        let book: BookReference
        let target: MappingTarget
    }

    let asOf: Day
    private var mapped: [Key: [MappedBalance]] = [:]
    private var loose: [BookReference: [MappedBalance]] = [:]
    private let covered: [BookReference: Set<Month>]

    /// Every book that has a balance or covers a month, the association's own first.
    let books: [BookReference]

    init(_ snapshot: Snapshot) {
        asOf = snapshot.asOf
        covered = snapshot.coverage
        var books = Set(snapshot.coverage.filter { !$0.value.isEmpty }.keys)
        for balance in snapshot.balances where balance.month <= snapshot.asOf.month {
            books.insert(balance.book)
            switch balance.place {
            case .mapped(let target, _):
                mapped[Key(book: balance.book, target: target), default: []].append(balance)
            case .unmapped: loose[balance.book, default: []].append(balance)
            }
        }
        self.books = books.sorted()
    }

    /// What a book has on a target.
    func balances(_ book: BookReference, _ target: MappingTarget) -> [MappedBalance] {
        mapped[Key(book: book, target: target)] ?? []
    }

    /// What no rule takes of a book.
    func unmapped(_ book: BookReference) -> [MappedBalance] { loose[book] ?? [] }

    /// The whole months that imports of a book cover.
    func coverage(_ book: BookReference) -> Set<Month> { covered[book] ?? [] }

    /// Whether nothing is known of a book.
    func isEmpty(_ book: BookReference) -> Bool { !books.contains(book) }
}
