public import MedelCore

/// What is kept about a file that is read into a book.
public struct ImportedFile: Sendable {
    /// The file's name without folder.
    public let name: String

    /// The digest of its bytes, sixty-four hexadecimal digits.
    public let sha256: String

    /// The size in bytes.
    public let byteCount: Int

    /// The format and its kind, such as `SIE 4E`.
    public let format: String

    /// The character set that its bytes were read as.
    public let encoding: String

    /// The program that wrote it.
    public let program: String

    /// The day on which it was written.
    public let generatedOn: Day?

    /// The fiscal years that it names; zero is its own year, minus one the year before.
    public let years: [Int: FiscalYear]

    /// The filter and mask in force for an extract, in words; empty for a whole book.
    public let rule: String

    /// Whether its bytes may be kept; those of an extract or a masked book may not.
    public let keepsBytes: Bool

    /// Describes a file.
    public init(
        name: String,
        sha256: String,
        byteCount: Int,
        format: String,
        encoding: String,
        program: String,
        generatedOn: Day?,
        years: [Int: FiscalYear],
        rule: String,
        keepsBytes: Bool
    ) {
        self.name = name
        self.sha256 = sha256
        self.byteCount = byteCount
        self.format = format
        self.encoding = encoding
        self.program = program
        self.generatedOn = generatedOn
        self.years = years
        self.rule = rule
        self.keepsBytes = keepsBytes
    }
}

/// How many vouchers of a file went which way.
public struct ImportTally: Hashable, Sendable {
    /// Taken as new.
    public var taken = 0

    /// Recognised as already there.
    public var known = 0

    /// Kept beside the one that they differ from, waiting for a decision.
    public var changed = 0

    /// There before and missing in the file, within its own series and dates.
    public var gone = 0

    /// Left out by the rule of an extract.
    public var leftOut = 0

    /// Kept without a month, since their month is closed.
    public var late = 0

    /// Nothing yet.
    public init() {}
}

/// A finding as it is kept with the import.
public struct KeptFinding: Hashable, Sendable {
    /// `error`, `warning` or `note`.
    public let severity: String

    /// The finding's code.
    public let code: String

    /// The line, from one; nil for the file as a whole.
    public let line: Int?

    /// What is wrong and what to do, in Swedish.
    public let message: String

    /// Describes a finding.
    public init(severity: String, code: String, line: Int?, message: String) {
        self.severity = severity
        self.code = code
        self.line = line
        self.message = message
    }
}
