/// The forms that a listing can be drawn in.
public enum OutputFormat: String, CaseIterable, Sendable {
    /// An aligned table for a terminal.
    case text

    /// One JSON object, for programs.
    case json

    /// A semicolon file with decimal comma, for people who open it in Excel.
    case csv

    /// A comma file with decimal point, for programs.
    ///
    /// Source: RFC 4180.
    case csvMachine = "csv-machine"

    /// An Excel workbook.
    case xlsx

    /// A page for screen and paper that needs no other file.
    case html
}
