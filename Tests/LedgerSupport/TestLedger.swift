package import Foundation
package import MedelApp
package import MedelCore
package import MedelStore

/// A real ledger in a folder of a test.
package struct TestLedger: Sendable {
    package let folder: URL
    package let path: String
    package let ledger: Ledger

    /// Makes a ledger.
    package init(
        in folder: URL,
        name: String = "bok.medel",
        kind: LedgerIdentity.Kind = .sample
    ) throws {
        self.folder = folder
        path = folder.appending(path: name).path
        _ = try Ledger.create(
            at: path,
            try Self.identity(kind),
            actor: "ekonom",
            time: try Self.moment()
        )
        ledger = try Ledger.open(path, for: .write)
    }

    /// Opens a ledger that is there.
    package init(reopening path: String) throws {
        folder = URL(filePath: path).deletingLastPathComponent()
        self.path = path
        ledger = try Ledger.open(path, for: .write)
    }

    /// Whose ledger it is.
    package static func identity(
        _ kind: LedgerIdentity.Kind = .sample
    ) throws -> LedgerIdentity {
        guard let number = OrganizationNumber("222000-9993") else { throw NotThere(what: "number") }
        return LedgerIdentity(
            name: "Samordningsförbundet Exempel",
            organizationNumber: number,
            kind: kind
        )
    }

    /// The moment at which everything in a test happens.
    package static func moment() throws -> Timestamp {
        guard let time = Timestamp(iso: "2026-01-31T12:00:00Z") else {
            throw NotThere(what: "time")
        }
        return time
    }

    /// Reads a book from bytes.
    @discardableResult
    package func read(
        _ bytes: [UInt8],
        named name: String = "bok.se",
        into book: BookReference = .association,
        acceptsUnbalanced: Bool = false,
        isDryRun: Bool = false,
        readsAgain: Bool = false,
        extract: ExtractRule? = nil
    ) throws -> ImportReport {
        let file = folder.appending(path: name)
        try Data(bytes).write(to: file)
        let performer = Performer(actor: "ekonom", now: try Self.moment())
        return try ImportSIE(ledger, by: performer)(
            file.path,
            ImportRequest(
                book: book,
                isDryRun: isDryRun,
                readsAgain: readsAgain,
                acceptsUnbalanced: acceptsUnbalanced,
                extract: extract
            )
        )
    }

    /// An operation at the tests' moment.
    package static func operation(
        _ kind: MedelStore.Operation.Kind,
        key: String? = nil,
        inputDigest: String? = nil,
        reason: String = "prov"
    ) throws -> MedelStore.Operation {
        Operation(
            kind: kind,
            key: key,
            inputDigest: inputDigest,
            subject: "prov",
            reason: reason,
            actor: "ekonom",
            time: try moment()
        )
    }

    /// The association's own book.
    package func book(_ reference: BookReference = .association) throws -> BookRecord {
        try ledger.book(reference)
    }

    /// Puts a month of 2025 in a state.
    package func set(_ month: Int, to state: PeriodState) throws {
        _ = try ledger.setPeriods(
            [try Self.month(month)],
            of: try book(),
            to: state,
            try Self.operation(.setPeriod)
        )
    }

    /// A month of 2025.
    package static func month(_ number: Int) throws -> Month {
        guard let month = Month(year: 2025, month: number) else { throw NotThere(what: "month") }
        return month
    }

    /// Decides a difference.
    package func resolve(_ number: Int, _ verdict: Verdict) throws {
        _ = try ledger.resolve(
            difference: number,
            verdict,
            try Self.operation(.resolveDifference)
        )
    }
}

/// A test's own material is missing.
package struct NotThere: Error {
    package let what: String

    package init(what: String) { self.what = what }
}
