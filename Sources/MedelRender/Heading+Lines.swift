import MedelDocument

extension Heading {
    /// The lines below the title that say what the listing covers, in Swedish.
    var coverLines: [String] {
        var lines = [association]
        if let asOf { lines.append("Till och med \(asOf)") }
        return lines + scope
    }

    /// The line that names the ledger state (SPEC 9).
    var ledgerLine: String { "Version \(ledgerVersion) · kedjehuvud \(head)" }
}

extension Colophon {
    /// The title of the last part of a document, in Swedish.
    static let title = "Om dokumentet"

    /// What the colophon says, line by line.
    var allLines: [String] {
        lines + [
            "Framställd av Medel ur huvudboken, version \(ledgerVersion) · kedjehuvud \(head)",
            "Kontrollsumma (SHA-256): \(checksum)",
        ]
    }
}
