import ArgumentParser
import MedelApp
import MedelStore

/// What every command that brings something into the plan can be told beside it.
struct PlanChangeOptions: ParsableArguments {
    @OptionGroup var options: LedgerOptions

    @Flag(name: .long, help: "Show what would come of it and keep nothing.")
    var check = false

    @Option(name: .long, help: "text or json.")
    var format = ReportFormat.text

    /// Lets a use case change the ledger, and says what came of it.
    ///
    /// - Parameter change: gets the ledger, who changes it, and whether nothing is to be kept.
    /// - Throws: what `change` throws, and `EarlyExit` when it was refused.
    func run(_ change: (Ledger, Performer, Bool) throws -> LoadReport) throws {
        do {
            try report(change)
        } catch  where format == .json {
            // A program that asked for JSON gets its refusals as JSON too.
            guard let message = swedishMessage(for: error) else { throw error }
            try Terminal.printJSON(RefusalJSON(message: message))
            throw EarlyExit(status: ExitStatus.status(for: error))
        }
    }

    private func report(_ change: (Ledger, Performer, Bool) throws -> LoadReport) throws {
        let ledger = try options.open(for: .write)
        let report = try change(ledger, try options.performer(in: ledger), check)
        switch format {
        case .text: try Terminal.write(LoadReportText(report).text + "\n")
        case .json: try Terminal.printJSON(LoadReportJSON(report))
        }
        if report.result == .refused { throw EarlyExit(status: .refused) }
    }
}

/// What stopped a change before it could be held against the plan, for programs.
private struct RefusalJSON: Encodable {
    let result = "refused"
    let message: String
}
