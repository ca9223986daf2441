import MedelApp
import MedelCore

/// What is due and what was done, in words.
struct JobOverviewText {
    let text: String

    init(_ overview: JobOverview) {
        var lines = ["Böckerna stängs \(overview.closing)."]
        if overview.due.isEmpty {
            lines.append("Ingenting att göra nu.")
        } else {
            lines.append("Att göra nu, med medel jobs run-due:")
            lines += overview.due.map { "  \($0.job.swedish) \($0.year)" }
        }
        if let next = overview.next, let day = next.time.dayInStockholm {
            lines.append("Härnäst: årsredovisning \(next.year), från och med \(day).")
        }
        if overview.latest.isEmpty {
            lines.append("Inga jobb har körts än.")
        } else {
            lines.append("Senaste körning per år:")
            lines += overview.latest.map { "  " + JobRunText($0).line }
        }
        text = lines.joined(separator: "\n")
    }
}

/// One run in a line.
private struct JobRunText {
    let line: String

    init(_ run: JobRun) {
        let head = "\(run.key.job.swedish) \(run.key.year), version \(run.key.ledgerVersion), "
        let tail = " (körning \(run.number), \((run.ended ?? run.started)))"
        switch run.state {
        case .started: line = head + "PÅGÅR ELLER AVBRUTEN" + tail
        case .finished(let result): line = head + resultWords(result) + tail
        case .failed(let reason): line = head + "FEL: " + reason + tail
        }
    }
}

/// What came of a run, and how far the report has come.
private func resultWords(_ result: JobResult) -> String {
    let count = result.draftReasonCount
    return result.outcome.swedish + "; utkast, "
        + (count == 0 ? "inget fel att rätta" : "\(count) fel att rätta")
}

/// How running what was due went, in words.
struct DueJobsText {
    let text: String

    init(_ report: DueJobsReport, output: String) {
        switch report {
        case .busy:
            text = "Jobben körs redan av en annan process i \(output). Ingenting är gjort här."
        case .ran(let outcomes) where outcomes.isEmpty: text = "Ingenting att göra nu."
        case .ran(let outcomes):
            text = outcomes.map { outcome in
                let name = "\(outcome.key.job.swedish) \(outcome.key.year): "
                return switch outcome.end {
                case .finished(let result):
                    name + resultWords(result) + ". \(output)/\(outcome.setName)"
                case .failed(let reason): name + "FEL: " + reason
                }
            }.joined(separator: "\n")
        }
    }
}

/// One run with its files, in words.
struct JobDetailText {
    let text: String

    init(_ detail: JobDetail) {
        let run = detail.run
        var lines = [
            "Körning \(run.number): \(run.key.job.swedish) \(run.key.year)",
            "Nyckel: \(run.key)",
            "Startad \(run.started) av \(run.actor)"
                + (run.ended.map { ", avslutad \($0)" } ?? ""),
        ]
        switch run.state {
        case .started: lines.append("PÅGÅR ELLER AVBRUTEN. Kör medel jobs run-due igen.")
        case .failed(let reason): lines.append("FEL: \(reason)")
        case .finished(let result):
            lines += [
                "Resultat: \(resultWords(result))",
                "Siffrornas kontrollsumma: \(result.figures)",
                "Kedjehuvud: \(result.head)",
            ]
        }
        lines.append("Mapp: \(detail.folder)")
        for (file, state) in detail.files {
            lines.append("  \(file.name), \(file.byteCount) byte, \(state.swedish)")
            lines.append("    SHA-256 \(file.sha256)")
        }
        text = lines.joined(separator: "\n")
    }
}
