import MedelApp
import MedelCore
import MedelImport
import MedelStore

/// What came of something that was to come into the plan, in words.
struct LoadReportText {
    let text: String

    init(_ report: LoadReport) {
        let (taken, turnedAway) =
            switch report.origin {
            case .path: ("inläst", "avvisad")
            case .entry: ("sparat", "avvisat")
            }
        var lines: [String] = []
        switch report.result {
        case .recorded(let version, let head):
            lines.append("\(report.origin.name): \(taken), version \(version). Kedjehuvud: \(head)")
        case .wouldBeRecorded:
            lines.append("\(report.origin.name): kontroll, ingenting är sparat")
        case .unchanged where !report.kept.isEmpty:
            lines.append("\(report.origin.name): säger inget nytt, ingenting är ändrat")
        case .unchanged:
            lines.append("\(report.origin.name): samma som i huvudboken, ingenting är ändrat")
        case .refused:
            lines.append("\(report.origin.name): \(turnedAway), ingenting är ändrat")
        }
        lines += report.changes.map { "  \($0.swedish)" }
        lines += report.kept.map { "  \($0.keptWords)" }
        lines += report.waitingRules.map { book, count in
            "  Väntar: \(count) mappningsregler för \(book), som ingen fil har lästs in i än. "
                + "Läs in mappen igen efteråt."
        }
        lines += report.pastLowerings.map { "  Historik: \($0.swedish)" }
        lines += report.problems.map { problem in
            let word = problem.isWarning ? "Varning" : "FEL"
            switch report.origin {
            case .path: return "  \(word) \(problem.place): \(problem.reason.swedish)"
            case .entry: return "  \(word): \(problem.reason.swedish)"
            }
        }
        text = lines.joined(separator: "\n")
    }
}

/// What came of something that was to come into the plan, for programs.
struct LoadReportJSON: Encodable {
    struct Problem: Encodable {
        let severity: String
        let file: String
        let line: Int?
        let message: String
    }

    struct WaitingRules: Encodable {
        let book: String
        let count: Int
    }

    let source: String
    let result: String
    let ledgerVersion: Int?
    let head: String?
    let changes: [String]
    let kept: [String]
    let waitingRules: [WaitingRules]
    let pastLowerings: [String]
    let problems: [Problem]

    init(_ report: LoadReport) {
        source = report.origin.name
        switch report.result {
        case .recorded(let version, let hash):
            result = "recorded"
            ledgerVersion = version
            head = hash
        case .wouldBeRecorded:
            result = "wouldBeRecorded"
            ledgerVersion = nil
            head = nil
        case .unchanged:
            result = "unchanged"
            ledgerVersion = nil
            head = nil
        case .refused:
            result = "refused"
            ledgerVersion = nil
            head = nil
        }
        changes = report.changes.map(\.swedish)
        kept = report.kept.map(\.keptWords)
        waitingRules = report.waitingRules.map { book, count in
            WaitingRules(book: book.description, count: count)
        }
        pastLowerings = report.pastLowerings.map(\.swedish)
        problems = report.problems.map { problem in
            Problem(
                severity: problem.isWarning ? "warning" : "error",
                file: problem.place.file,
                line: problem.place.line,
                message: problem.reason.swedish
            )
        }
    }
}
