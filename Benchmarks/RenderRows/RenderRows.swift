import Foundation
import MedelCore
import MedelDocument
import MedelRender

/// Draws a tab separated file: `renderRows FORMAT ROWS.tsv OUTPUT`.
///
/// It is the benchmark's counterpart of `xlsx_rows.c` and, in tests, another process.
@main
struct RenderRows {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 4, let format = OutputFormat(rawValue: arguments[1]) else {
            throw RowsFileError.usage
        }
        // As a program does that follows its user's locale; the output must not.
        setlocale(LC_ALL, "")
        let file = try RowsFile(path: arguments[2])
        let listing = Listing(
            heading: file.heading,
            columns: file.columns,
            notes: [Note("Raderna är påhittade.")],
            pages: file
        )
        try render(listing, as: format, to: .file(path: arguments[3]))
    }
}
