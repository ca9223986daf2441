import MedelCore
public import MedelStore

extension RunDueJobs {
    /// Prepares the use case with the reports that the program has.
    ///
    /// A job makes no more than *utkast*: a report is *klar för styrelsen* when somebody says so.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.init(ledger, by: performer) { key in
            switch key.job {
            case .annualReport:
                let report = try MakeAnnualReport(ledger)(year: key.year, status: .draft)
                return JobReport(
                    document: report.document,
                    figures: report.figuresChecksum,
                    draftReasonCount: report.errors.count
                )
            }
        }
    }
}
