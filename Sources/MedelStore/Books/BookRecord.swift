import GRDB
public import MedelCore

/// A book of the ledger.
public struct BookRecord: Hashable, Sendable {
    /// The book's place in the ledger.
    public let id: Int64

    /// Whose book it is.
    public let reference: BookReference

    /// The name of the organisation that keeps it.
    public let name: String

    /// The organisation's number, nil when no file has said it.
    public let organizationNumber: OrganizationNumber?

    /// Whether the book is whole.
    public let kind: BookKind
}

/// A book that is made when the first file is read into it.
public struct BookDescription: Hashable, Sendable {
    /// The name of the organisation that keeps it.
    public let name: String

    /// The organisation's number, nil when the file does not say it.
    public let organizationNumber: OrganizationNumber?

    /// Whether the book is whole.
    public let kind: BookKind

    /// Describes a book.
    public init(name: String, organizationNumber: OrganizationNumber?, kind: BookKind) {
        self.name = name
        self.organizationNumber = organizationNumber
        self.kind = kind
    }
}

extension BookRecord {
    static func fetch(_ reference: BookReference, in database: Database) throws -> BookRecord? {
        try fetchAll(database).first { $0.reference == reference }
    }

    static func fetchAll(_ database: Database) throws -> [BookRecord] {
        try Row.fetchAll(
            database,
            sql: "SELECT id, code, name, organizationNumber, kind FROM book ORDER BY id"
        ).compactMap { row in
            guard let reference = BookReference(row[1] as String),
                let kind = BookKind(rawValue: row[4])
            else { return nil }
            return BookRecord(
                id: row[0],
                reference: reference,
                name: row[2],
                organizationNumber: (row[3] as String?).flatMap { OrganizationNumber($0) },
                kind: kind
            )
        }
    }
}

extension Ledger {
    /// Every book, the association's own first.
    public func books() throws -> [BookRecord] { try read(BookRecord.fetchAll) }

    /// The book that a person names.
    ///
    /// - Throws: `LedgerError.notFound`.
    public func book(_ reference: BookReference) throws -> BookRecord {
        let record = try read { try BookRecord.fetch(reference, in: $0) }
        guard let record else { throw LedgerError.notFound(.book, name: reference.description) }
        return record
    }
}
