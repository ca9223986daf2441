/// What a file is, judged by its first bytes.
///
/// Source: sie/SPEC 5 no. 23.
public enum SIEKind: String, CaseIterable, Sendable {
    /// SIE 1 to 4: lines that begin with a label.
    case sie4
    /// SIE 5, which is XML.
    case sie5
    /// A web page, often an error page saved under the name of the file.
    case html
    /// Other XML than SIE 5.
    case xml
    /// A zip archive, which is also what an Excel workbook is.
    case zip
    /// A PDF document.
    case pdf
    /// Text in UTF-16.
    case utf16
    /// Nothing, or nothing but blanks.
    case empty
    /// None of these.
    case other
}
