import MedelApp
import MedelCore

/// What came of a file, in words.
struct ImportReportText {
    let text: String

    private static let entriesMax = 20

    init(_ report: ImportReport) {
        var lines: [String] = []
        switch report.result {
        case .recorded(let version, _): lines.append("\(report.path): inläst, version \(version)")
        case .wouldBeRecorded:
            lines.append("\(report.path): provkörning, ingenting är sparat")
        case .alreadyRead: lines.append("\(report.path): redan inläst, ingenting är ändrat")
        case .refused: lines.append("\(report.path): avvisad, ingenting är ändrat")
        }
        switch report.result {
        case .recorded, .wouldBeRecorded: lines.append(Self.counts(of: report))
        case .alreadyRead, .refused: break
        }
        lines +=
            Self.list("Nya", report.new) + Self.list("Ändrade", report.changed)
            + Self.list("Borttagna", report.gone)
        if let sum = report.keptSum {
            lines.append("  Behållna rader summerar till \(AmountText.kronorAndOre.text(sum))")
        }
        lines += report.findings.map { finding in
            let line = finding.line.map { " rad \($0)" } ?? ""
            return "  \(Self.word(for: finding.severity, in: report))\(line): \(finding.message)"
        }
        text = lines.joined(separator: "\n")
    }

    private static func counts(of report: ImportReport) -> String {
        var parts = [
            "nya \(report.taken)", "redan inlästa \(report.known)",
            "ändrade \(report.changed.count)", "borttagna \(report.gone.count)",
        ]
        if report.leftOut > 0 { parts.append("utelämnade \(report.leftOut)") }
        if report.late > 0 { parts.append("inkomna efter stängning \(report.late)") }
        return "  Verifikationer: " + parts.joined(separator: ", ")
    }

    private static func list(_ title: String, _ entries: [ImportReport.Entry]) -> [String] {
        guard !entries.isEmpty else { return [] }
        let names = entries.prefix(entriesMax).map { "\($0.key) (\($0.date))" }
        let more = entries.count - names.count
        let rest = more > 0 ? " … och \(more) till" : ""
        return ["  \(title): \(names.joined(separator: ", "))\(rest)"]
    }

    private static func word(for severity: String, in report: ImportReport) -> String {
        switch severity {
        // Somebody has taken it with open eyes, or the file would have been refused.
        case "error": if case .refused = report.result { "Fel" } else { "Godkänt fel" }
        case "warning": "Varning"
        default: "Upplysning"
        }
    }
}

/// What came of a file, for programs.
struct ImportReportJSON: Encodable {
    struct Entry: Encodable {
        let series: String
        let number: String
        let date: String
        let line: Int?

        init(_ entry: ImportReport.Entry) {
            series = entry.key.series
            number = entry.key.number
            date = entry.date.description
            line = entry.line
        }
    }

    struct Finding: Encodable {
        let severity: String
        let code: String
        let line: Int?
        let message: String
    }

    let file: String
    let result: String

    /// Why the file could not be read or does not fit; nil when it was read.
    let error: String?

    let ledgerVersion: Int?
    let head: String?
    let taken: Int
    let known: Int
    let leftOut: Int
    let late: Int
    let new: [Entry]
    let changed: [Entry]
    let gone: [Entry]
    let keptSum: String?
    let findings: [Finding]

    init(_ report: ImportReport) {
        file = report.path
        error = nil
        switch report.result {
        case .recorded(let version, let hash):
            result = "recorded"
            ledgerVersion = version
            head = hash
        case .wouldBeRecorded:
            result = "wouldBeRecorded"
            ledgerVersion = nil
            head = nil
        case .alreadyRead:
            result = "alreadyRead"
            ledgerVersion = nil
            head = nil
        case .refused:
            result = "refused"
            ledgerVersion = nil
            head = nil
        }
        taken = report.taken
        known = report.known
        leftOut = report.leftOut
        late = report.late
        new = report.new.map(Entry.init)
        changed = report.changed.map(Entry.init)
        gone = report.gone.map(Entry.init)
        keptSum = report.keptSum.map(AmountText.machine.text)
        findings = report.findings.map {
            Finding(severity: $0.severity, code: $0.code, line: $0.line, message: $0.message)
        }
    }
    /// A file that could not be read or does not fit.
    init(_ path: String, error: any Error) {
        file = path
        result = "refused"
        self.error = ExitStatus.message(for: error)
        ledgerVersion = nil
        head = nil
        (taken, known, leftOut, late) = (0, 0, 0, 0)
        (new, changed, gone) = ([], [], [])
        keptSum = nil
        findings = []
    }
}
