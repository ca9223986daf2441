/// A task that the program does by itself when it is due.
///
/// The raw value stands in the log of runs for ever.
///
/// Source: SPEC 8.
public enum Job: String, CaseIterable, Sendable {
    /// The annual report of a calendar year, due when the year's books are closed.
    case annualReport
}
