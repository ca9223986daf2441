public import MedelCore
public import MedelDocument

/// A finished annual report.
public struct AnnualReport: Sendable {
    /// The calendar year.
    public let year: Int

    /// The document, with its colophon.
    public let document: Document

    /// What keeps it from being ready; empty in one that is.
    public let errors: [AnnualReportError]

    /// SHA-256 of what the document says, without the ledger's version and head: two reports with
    /// the same sum have the same figures.
    public let figuresChecksum: String
}

/// Why an annual report is not made.
public enum AnnualReportRefusal: Error, Hashable, Sendable {
    /// No adopted template is the statement's for the year.
    case layoutMissing(StatementLayout.Kind, year: Int)
    /// Several adopted templates are the statement's for the year, by name.
    case layoutsOverlap(StatementLayout.Kind, year: Int, [String])
    /// No chart of accounts is adopted.
    case chartMissing
    /// An adopted template cannot be read by this program.
    case brokenTemplate(String)
    /// The association's book has nothing of the year.
    case nothingBooked(year: Int)
    /// What is to be ready has errors.
    case notReady([AnnualReportError])
}
