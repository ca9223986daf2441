/// The Excel library refused a step.
public struct WorkbookError: Error, Hashable, Sendable {
    /// What was being done.
    public enum Step: String, CaseIterable, Sendable {
        /// Making the workbook and its formats.
        case create
        /// Adding a sheet.
        case addSheet
        /// Writing cells.
        case writeCells
        /// Setting widths, heights and what is printed.
        case layOut
        /// Naming ranges and making the table.
        case nameRanges
        /// Putting the file together.
        case close
    }

    /// What was being done.
    public let step: Step

    /// The library's own number, an `lxw_error`; zero when it gave none.
    public let code: UInt32

    /// Describes a refusal.
    public init(_ step: Step, code: UInt32) {
        self.step = step
        self.code = code
    }
}
