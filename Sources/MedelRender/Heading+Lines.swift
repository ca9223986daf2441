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
