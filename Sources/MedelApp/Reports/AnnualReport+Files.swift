import Foundation
public import MedelRender

extension AnnualReport {
    /// The forms that a report is written in unless somebody asks for others.
    public static let usualFormats: [OutputFormat] = [.html, .xlsx, .csv, .json]

    /// A file's name, such as `arsredovisning-2025.html`.
    public static func fileName(year: Int, _ format: OutputFormat) -> String {
        "arsredovisning-\(year).\(format.fileExtension)"
    }

    /// Writes the report, each file whole or not at all.
    ///
    /// - Parameters:
    ///   - folder: made when it does not exist.
    ///   - formats: the forms, each once.
    /// - Returns: the paths, in the order of the forms.
    /// - Throws: `SystemError`, `WorkbookError`; files that were there before are then unchanged.
    public func write(to folder: String, _ formats: [OutputFormat]) throws -> [String] {
        try FileManager.default.createDirectory(
            atPath: folder,
            withIntermediateDirectories: true
        )
        return try formats.map { format in
            let path = folder + "/" + Self.fileName(year: year, format)
            try render(document, as: format, to: .file(path: path))
            return path
        }
    }
}

extension OutputFormat {
    /// What a file of the form ends in.
    var fileExtension: String {
        switch self {
        case .text: "txt"
        case .json: "json"
        case .csv: "csv"
        case .csvMachine: "machine.csv"
        case .xlsx: "xlsx"
        case .html: "html"
        }
    }
}
