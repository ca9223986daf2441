import MedelCore

extension SIEInspection {
    /// The inspection as readable Swedish text, ending with a line end.
    public var text: String {
        guard contents.format.kind == .sie4 else {
            return findingLines.joined(separator: "\n") + "\n"
        }
        let parts = [identity, figures, reconciliationLines, findingLines, [verdict]]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private var identity: [String] {
        let header = contents.header
        var lines = ["SIE typ \(header.type), \(contents.format.encoding.swedish)"]
        if !header.program.isEmpty {
            lines.append(row("Program", header.program + " " + header.programVersion))
        }
        if let day = header.generatedOn { lines.append(row("Exporterad", day.description)) }
        if !header.name.isEmpty { lines.append(row("Företag", header.name)) }
        let number = header.organizationNumber?.description ?? header.organizationNumberText ?? ""
        if !number.isEmpty { lines.append(row("Org.nr", number)) }
        for (place, year) in header.years.sorted(by: { $0.key > $1.key }) {
            lines.append(row("År \(place)", "\(year.start) till \(year.end)"))
        }
        if !contents.sampleNames.isEmpty {
            lines.append(row("Teckenprov", contents.sampleNames.joined(separator: " · ")))
        }
        return lines
    }

    private var figures: [String] {
        let counts = contents.counts
        var lines = [
            row("Konton", String(contents.accounts.count)),
            row("Objekt", String(contents.objects.count)),
            row("Verifikationer", String(counts.vouchers) + period),
            row("Rader", String(counts.rows)),
            row("Debet", swedishAmount(counts.debitOre)),
            row("Kredit", swedishAmount(counts.creditOre)),
        ]
        let sums = contents.sums
        if let ore = sums.openingBalanceOre { lines.append(row("Summa IB", swedishAmount(ore))) }
        if let ore = sums.closingBalanceOre { lines.append(row("Summa UB", swedishAmount(ore))) }
        if let ore = sums.resultOre { lines.append(row("Summa RES", swedishAmount(ore))) }
        for (label, count) in contents.unknownLabels.sorted(by: { $0.key < $1.key }).prefix(20) {
            lines.append(row("Okänd etikett", "\(label) (\(count) rader)"))
        }
        return lines
    }

    private var period: String {
        guard let first = contents.firstVoucherDate, let last = contents.lastVoucherDate else {
            return ""
        }
        return ", \(first) till \(last)"
    }

    private var reconciliationLines: [String] {
        guard let outcome = contents.reconciliation else { return [] }
        let checked = outcome.balanceChecked + outcome.resultChecked
        guard outcome.holds else {
            let count = outcome.differences.count
            return ["Stämmer inte av: \(count) av \(checked) kontroller ger skillnad."]
        }
        return ["Stämmer av: IB + rader = UB och rader = RES i alla \(checked) kontroller."]
    }

    private var findingLines: [String] {
        contents.findings.map { finding in
            let place = finding.line.map { " rad \($0)" } ?? ""
            return finding.severity.swedish + place + ": " + finding.message
        }
    }

    private var verdict: String {
        contents.isAccepted
            ? "Filen kan läsas in." : "Filen kan inte läsas in förrän felen är rättade."
    }

    private func row(_ name: String, _ value: String) -> String {
        name + ":" + String(repeating: " ", count: max(1, 15 - name.count)) + value
    }
}

extension SIEFinding.Severity {
    /// The word that stands before a finding.
    public var swedish: String {
        switch self {
        case .error: "Fel"
        case .warning: "Varning"
        case .note: "Upplysning"
        }
    }
}
