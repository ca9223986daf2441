public import MedelCore
public import MedelDocument

/// Gives postings page by page.
public protocol PostingSource {
    /// The next page in order of date, nil when there are no more.
    mutating func next() throws -> [PostingLine]?
}

/// Huvudbok och verifikationslista: every posting of a selection, down to file and line.
///
/// Source: SPEC 7 (R15), 1.5.
public struct PostingListing {
    /// What names are shown beside numbers.
    public struct Names: Sendable {
        let account: @Sendable (AccountNumber) -> String?

        /// Takes a function from account to name, nil for an account that nobody has named.
        public init(account: @escaping @Sendable (AccountNumber) -> String?) {
            self.account = account
        }
    }

    /// The columns, in order.
    public static let columns = [
        Column(key: "date", title: "Datum", kind: .date, width: 11),
        Column(key: "voucher", title: "Verifikation", kind: .text, width: 13),
        Column(key: "account", title: "Konto", kind: .text, width: 8),
        Column(key: "accountName", title: "Kontonamn", kind: .text, width: 28),
        Column(key: "objects", title: "Objekt", kind: .text, width: 16),
        Column(key: "text", title: "Text", kind: .text, width: 34),
        Column(key: "amount", title: "Belopp", kind: .amount, width: 16, isSummed: true),
        Column(key: "period", title: "Period", kind: .text, width: 9),
        Column(key: "target", title: "Kopplat till", kind: .text, width: 15),
        Column(key: "category", title: "Kostnadsslag", kind: .text, width: 15),
        Column(key: "source", title: "Källa", kind: .text, width: 30),
    ]

    /// Makes the listing.
    ///
    /// - Parameters:
    ///   - heading: title, association and ledger state.
    ///   - notes: what is to be said of the selection.
    ///   - source: the postings, of which the first page is asked for at once.
    ///   - names: the accounts' names.
    /// - Throws: what the source throws.
    /// - Returns: a listing whose pages are made as they are asked for.
    public static func make(
        heading: Heading,
        notes: [Note] = [],
        source: some PostingSource,
        names: Names
    ) throws -> Listing {
        var source = source
        let first = try source.next()
        let emptiness = first == nil ? [Note("Det finns inga transaktionsrader i urvalet.")] : []
        return Listing(
            heading: heading,
            columns: columns,
            notes: emptiness + notes + [
                Note("Debet är positivt och kredit negativt."),
                Note(
                    "Period saknas för en verifikation som inkom efter stängning och ännu inte "
                        + "har tilldelats en månad."
                ),
            ],
            pages: PostingRows(first: first, source: source, names: names)
        )
    }
}

/// Turns pages of postings into pages of rows.
private struct PostingRows<Source: PostingSource>: RowPages {
    var source: Source
    let names: PostingListing.Names
    private var first: [PostingLine]?
    private var count = 0

    init(first: [PostingLine]?, source: Source, names: PostingListing.Names) {
        self.first = first
        self.source = source
        self.names = names
    }

    mutating func next() throws -> [Row]? {
        let page: [PostingLine]
        if let first {
            page = first
            self.first = nil
        } else {
            guard let next = try source.next() else { return nil }
            page = next
        }
        return page.map { line in
            count += 1
            return Row(key: String(count), cells: cells(of: line))
        }
    }

    private func cells(of line: PostingLine) -> [Cell] {
        let objects = line.coding.objects.map { "\($0.dimension):\($0.code)" }
        let source = "\(line.fileName):\(line.line)"
        return [
            .date(line.date),
            .text(line.voucher.description),
            .text(line.coding.account.text),
            text(names.account(line.coding.account) ?? ""),
            text(objects.joined(separator: " ")),
            text(line.text),
            .amount(line.amount),
            text(line.period?.description ?? ""),
            text(line.place?.name ?? ""),
            text(line.place?.category?.text ?? ""),
            .text(source),
        ]
    }

    private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}

extension MappedBalance.Place {
    /// What the listing calls it.
    fileprivate var name: String {
        switch self {
        case .mapped(.insats(let code), _): code.text
        case .mapped(.area(.board), _): "styrelse"
        case .mapped(.area(.administration), _): "administration"
        case .mapped(.area(.audit), _): "revision"
        case .mapped(.area(.unallocated), _): "ej fördelat"
        case .mapped(.area(.income), _): "intäkter"
        case .unmapped: "utan koppling"
        }
    }

    /// The cost category, nil where the rule gives none.
    fileprivate var category: CostCategoryCode? {
        switch self {
        case .mapped(_, let category): category
        case .unmapped: nil
        }
    }
}
