/// What is done with a set of files that a run has made, in view of the one that lies there.
///
/// Source: SPEC 8.
public enum PublishStep: Hashable, Sendable {
    /// Put it in place; nothing lies there.
    case publish
    /// Leave alone what lies there: the same figures of the same ledger version, to the byte.
    case keepSameBytes
    /// Leave alone what lies there: the same figures, of an earlier ledger version.
    case keepSameFigures
    /// Put it in place of what lies there, which is kept under its own version.
    case replace(ledgerVersion: Int)

    /// Compares what was made with what lies there.
    public init(made: PublishedFigures, published: PublishedFigures?) {
        guard let published else {
            self = .publish
            return
        }
        if made == published {
            self = .keepSameBytes
        } else if made.figures == published.figures,
            made.ledgerVersion != published.ledgerVersion
        {
            self = .keepSameFigures
        } else {
            self = .replace(ledgerVersion: published.ledgerVersion)
        }
    }
}

/// By what two sets of files are told apart.
public struct PublishedFigures: Hashable, Sendable {
    /// The ledger version.
    public let ledgerVersion: Int

    /// The checksum of the document's figures.
    public let figures: String

    /// The files, in order of name.
    public let files: [JobFile]

    /// Describes a set.
    public init(ledgerVersion: Int, figures: String, files: [JobFile]) {
        self.ledgerVersion = ledgerVersion
        self.figures = figures
        self.files = files
    }
}
