import GRDB
public import MedelCore

/// What a file says beside its vouchers.
public struct ImportedRegister: Sendable {
    /// An account with its name and its class as the file gives it.
    public struct Account: Hashable, Sendable {
        /// The number.
        public let number: AccountNumber

        /// The name, empty when the account is used but not declared.
        public let name: String

        /// `T`, `S`, `K` or `I`; nil when the file does not say.
        public let kind: String?

        /// Describes an account.
        public init(number: AccountNumber, name: String, kind: String?) {
            self.number = number
            self.name = name
            self.kind = kind
        }
    }

    /// A dimension with its name.
    public struct Dimension: Hashable, Sendable {
        /// The number.
        public let number: Int

        /// The name.
        public let name: String

        /// The dimension that it lies below, if any.
        public let parent: Int?

        /// Describes a dimension.
        public init(number: Int, name: String, parent: Int?) {
            self.number = number
            self.name = name
            self.parent = parent
        }
    }

    /// An object with its name.
    public struct Object: Hashable, Sendable {
        /// The object.
        public let reference: ObjectReference

        /// The name.
        public let name: String

        /// Describes an object.
        public init(reference: ObjectReference, name: String) {
            self.reference = reference
            self.name = name
        }
    }

    /// The accounts.
    public let accounts: [Account]

    /// The dimensions.
    public let dimensions: [Dimension]

    /// The objects.
    public let objects: [Object]

    /// The balances.
    public let balances: [DeclaredBalance]

    /// The table that the balances' codings stand in.
    public let codings: CodingTable

    /// The first and last day that the file covers; nil when it has neither year nor vouchers.
    public let coverage: ClosedRange<Day>?

    /// The findings that were shown when the file was read.
    public let findings: [KeptFinding]

    /// Gathers a register.
    public init(
        accounts: [Account],
        dimensions: [Dimension],
        objects: [Object],
        balances: [DeclaredBalance],
        codings: CodingTable,
        coverage: ClosedRange<Day>?,
        findings: [KeptFinding]
    ) {
        self.accounts = accounts
        self.dimensions = dimensions
        self.objects = objects
        self.balances = balances
        self.codings = codings
        self.coverage = coverage
        self.findings = findings
    }
}

extension ImportSession {
    /// Keeps what the file says beside its vouchers, and its tally; after the last voucher.
    ///
    /// - Parameters:
    ///   - contents: names, balances, coverage and findings.
    ///   - gone: taken vouchers that the file should hold and does not.
    /// - Throws: `LedgerError.amountOutOfRange` when a balance passes the bound of money.
    public func close(_ contents: ImportedRegister, gone: [Int64]) throws {
        try writer.finish()
        tally.gone = gone.count
        try keepNames(contents)
        try keepBalances(contents)
        for finding in contents.findings {
            try facts.insert(
                .importFinding,
                [
                    .integer(fileID), .text(finding.severity), .text(finding.code),
                    .optional(finding.line), .text(finding.message),
                ]
            )
        }
        for (current, proposal) in proposals {
            try facts.insert(
                .difference,
                [.integer(fileID), .text("changed"), .integer(current), .integer(proposal)]
            )
        }
        for voucher in returned {
            try facts.insert(
                .difference,
                [.integer(fileID), .text("returned"), .integer(voucher), .null]
            )
        }
        for voucher in gone {
            try facts.insert(
                .difference,
                [.integer(fileID), .text("gone"), .integer(voucher), .null]
            )
        }
        try facts.insert(
            .importResult,
            [
                .integer(fileID), .day(contents.coverage?.lowerBound),
                .day(contents.coverage?.upperBound), .integer(tally.taken),
                .integer(tally.known), .integer(tally.changed), .integer(tally.gone),
                .integer(tally.leftOut),
            ]
        )
    }

    /// Adds names that are new or differ from the latest ones.
    private func keepNames(_ contents: ImportedRegister) throws {
        let names = try BookNames(book: book.id, database: facts.database)
        for account in contents.accounts
        where names.account(account.number) != account.name
            || names.kinds[account.number.text] ?? "" != account.kind ?? ""
        {
            try facts.insert(
                .account,
                [
                    .integer(book.id), .text(account.number.text), .text(account.name),
                    .optional(account.kind),
                ]
            )
        }
        for dimension in contents.dimensions
        where names.dimensions[dimension.number] != dimension.name {
            try facts.insert(
                .dimension,
                [
                    .integer(book.id), .integer(dimension.number), .text(dimension.name),
                    .optional(dimension.parent),
                ]
            )
        }
        for object in contents.objects where names.objects[object.reference] != object.name {
            try facts.insert(
                .object,
                [
                    .integer(book.id), .integer(object.reference.dimension),
                    .text(object.reference.code), .text(object.name),
                ]
            )
        }
    }

    private func keepBalances(_ contents: ImportedRegister) throws {
        for balance in contents.balances {
            try facts.insert(
                .declaredBalance,
                [
                    .integer(fileID), .text(balance.kind.rawValue), .integer(balance.yearIndex),
                    .optional(try fiscalYearID(at: balance.yearIndex)), .month(balance.period),
                    .integer(try register.id(of: contents.codings[balance.coding])),
                    .integer(balance.amount.ore),
                    .text(balance.quantity), .integer(balance.line),
                ]
            )
        }
    }
}
