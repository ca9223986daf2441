public import MedelCore
import MedelImport

/// What a person asks for when files are to be read into a book.
public struct ImportRequest: Sendable {
    /// The book.
    public let book: BookReference

    /// Whether everything is done and taken back.
    public let isDryRun: Bool

    /// Whether a file that was read before is compared with the book again, since upstream has gone
    /// back to it.
    public let readsAgain: Bool

    /// Whether vouchers that do not sum to zero are taken into a complete book.
    public let acceptsUnbalanced: Bool

    /// What is kept of a book that must not be read in as a whole; nil for a complete book.
    public let extract: ExtractRule?

    /// Describes a request.
    public init(
        book: BookReference,
        isDryRun: Bool = false,
        readsAgain: Bool = false,
        acceptsUnbalanced: Bool = false,
        extract: ExtractRule? = nil
    ) {
        self.book = book
        self.isDryRun = isDryRun
        self.readsAgain = readsAgain
        self.acceptsUnbalanced = acceptsUnbalanced
        self.extract = extract
    }
}

/// What came of reading one file.
public struct ImportReport: Sendable {
    /// What became of the file.
    public enum Result: Sendable {
        /// It was taken.
        case recorded(ledgerVersion: Int, head: String)
        /// It would be taken; nothing was kept.
        case wouldBeRecorded
        /// The same file with the same rule was taken before.
        case alreadyRead
        /// It was refused.
        case refused
    }

    /// A voucher in a list of new, changed or gone ones.
    public struct Entry: Hashable, Sendable {
        /// Series and number.
        public let key: VoucherKey

        /// The voucher's date.
        public let date: Day

        /// The line in the file, nil for one that is gone.
        public let line: Int?
    }

    /// The file as it was named.
    public let path: String

    /// What became of it.
    public internal(set) var result: Result

    /// How many vouchers went which way.
    public internal(set) var taken = 0
    /// Recognised as already there.
    public internal(set) var known = 0
    /// Left out by the extract's rule.
    public internal(set) var leftOut = 0
    /// Kept without a month, since theirs is closed.
    public internal(set) var late = 0

    /// New vouchers beside those that were there; empty when the book had none of the year.
    public internal(set) var new: [Entry] = []

    /// Vouchers that differ from those in force.
    public internal(set) var changed: [Entry] = []

    /// Vouchers in force that the file should have and has not.
    public internal(set) var gone: [Entry] = []

    /// What was found in the file.
    public internal(set) var findings: [ImportFinding] = []

    /// The sum of the rows that were kept of an extract.
    public internal(set) var keptSum: Money?

    init(path: String, result: Result) {
        self.path = path
        self.result = result
    }
}

/// A finding in words.
public struct ImportFinding: Hashable, Sendable {
    /// `error`, `warning` or `note`.
    public let severity: String

    /// The finding's code.
    public let code: String

    /// The line, from one; nil for the file as a whole.
    public let line: Int?

    /// What is wrong and what to do, in Swedish.
    public let message: String
}

extension ImportFinding {
    /// Takes what a reader found.
    init(_ finding: SIEFinding) {
        self.init(
            severity: finding.severity.rawValue,
            code: finding.code.rawValue,
            line: finding.line,
            message: finding.message
        )
    }
}
