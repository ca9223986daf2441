import MedelCore

extension ManifestReading {
    private static let rateKeys = ["sector", "year", "percent", "status", "source"]

    /// Reads PO rates, of a manifest or of the template `po`; of a sector's rates for a year one
    /// may be preliminary and one final.
    mutating func readPORates(_ root: ManifestEntry) {
        for entry in root.entries("poRates", keys: Self.rateKeys) {
            let sector: EmployerSector? = entry.required("sector") { entry.choice($0) }
            let year = entry.required("year", entry.year)
            let rate = entry.required("percent", entry.rate)
            let status: PORate.Status? = entry.required("status") { entry.choice($0) }
            let source = entry.required("source", entry.text)
            guard let sector, let year, let rate, let status, let source else { continue }
            describe(.poRate, "\(sector) \(year) \(status)", at: entry.place)
            poRates.append(
                PORate(sector: sector, year: year, rate: rate, status: status, source: source)
            )
        }
    }
}
