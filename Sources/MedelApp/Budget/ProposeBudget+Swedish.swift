import MedelImport

extension ProposalRefusal {
    /// What is wrong and what to do, in Swedish.
    var swedish: String {
        switch self {
        case .fileExists(let path):
            "Filen \(path) finns redan och skrivs inte över. Välj ett annat namn."
        }
    }
}

extension PDFTextError {
    /// What is wrong and what to do, in Swedish.
    var swedish: String {
        switch self {
        case .programMissing:
            "Programmet pdftotext saknas, så PDF kan inte läsas. Installera paketet poppler-utils "
                + "eller spara ansökan som text."
        case .timedOut(let seconds):
            "Filen tog mer än \(seconds) sekunder att läsa. Spara bara sidorna med budgeten."
        case .tooLarge(let bytesMax): ApplicationFault.tooLarge(bytesMax: bytesMax).swedish
        case .locked:
            "Filen är låst med lösenord. Spara den utan lösenord och försök igen."
        case .failed:
            "Filen kan inte läsas som PDF och kan vara skadad. Spara den på nytt och försök igen."
        }
    }
}

extension ProposalReport {
    /// What was found, in a few words of Swedish.
    public var swedish: String {
        let proposal = proposal
        if let budget = proposal.budget {
            guard manifest != nil else {
                return "En tabell hittades på rad \(budget.line), men ingen rad kan läsas."
            }
            let count = budget.rows.count == 1 ? "1 rad" : "\(budget.rows.count) rader"
            let years = budget.years.count == 1 ? "1 år" : "\(budget.years.count) år"
            return "\(count), \(years). \(budget.verdict.swedish)"
        }
        if let lump = proposal.lump {
            return "Inga kostnadsrader, bara ett belopp: \(lump.text)"
        }
        guard proposal.mentions.isEmpty else {
            return "Ingen budgettabell hittades. Belopp i löpande text, som inte kan tolkas säkert:"
        }
        return "Ingen budget hittades."
    }
}
