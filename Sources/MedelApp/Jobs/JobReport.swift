public import MedelDocument

/// A report that a job draws in every form that is asked for.
public struct JobReport: Sendable {
    /// The report; its heading names the ledger version and the head that it is of.
    public let document: Document

    /// The checksum of its figures, the colophon left out, as sixty-four hexadecimal digits.
    ///
    /// Source: STORE 5.
    public let figures: String

    /// How many reasons there are that it is no more than *utkast*.
    public let draftReasonCount: Int

    /// Hands over a report.
    public init(document: Document, figures: String, draftReasonCount: Int) {
        self.document = document
        self.figures = figures
        self.draftReasonCount = draftReasonCount
    }
}
