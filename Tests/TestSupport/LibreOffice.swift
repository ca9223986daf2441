public import Foundation

/// LibreOffice, as a second opinion on what a workbook says.
public enum LibreOffice {
    /// Whether it is there.
    public static let isPresent = Subprocess.isPresent("soffice")

    /// Recalculates a workbook and reads one of its sheets, by default the only one.
    ///
    /// - Throws: that it cannot be run, or that it gave no file.
    /// - Returns: lines of fields between tab characters: numbers with the mark of their format's
    ///   language, text in quotes.
    public static func recalculated(
        _ workbook: URL,
        in folder: URL,
        sheet: String = ""
    ) throws -> [[String]] {
        let base = workbook.deletingPathExtension().lastPathComponent
        let sheets = try recalculated([workbook], in: folder)
        guard let name = sheets.keys.sorted().first(where: { $0.hasPrefix(base + "-" + sheet) })
        else { throw CocoaError(.fileReadNoSuchFile) }
        return sheets[name] ?? []
    }

    /// Recalculates workbooks in one run and reads all of their sheets.
    ///
    /// - Throws: that it cannot be run.
    /// - Returns: lines of fields, by the workbook's name without its ending, a hyphen and the
    ///   sheet's name.
    public static func recalculated(
        _ workbooks: [URL],
        in folder: URL
    ) throws -> [String: [[String]]] {
        let profile = folder.appending(path: "profile")
        let user = profile.appending(path: "user")
        try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
        try Data(recalculation.utf8).write(to: user.appending(path: "registrymodifications.xcu"))
        // Tab, quote, UTF-8, from row 1; text in quotes, values and not formulas, every sheet.
        let filter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,true,true,false,false,false,-1"
        let run = try Subprocess(
            "soffice",
            [
                "-env:UserInstallation=file://\(profile.path)", "--headless", "--convert-to",
                filter,
                "--outdir", folder.path,
            ] + workbooks.map(\.path),
            secondsMax: 300
        )
        guard run.status == 0 else { throw CocoaError(.executableLoad) }
        var sheets: [String: [[String]]] = [:]
        let files = try FileManager.default.contentsOfDirectory(
            at: folder,
            includingPropertiesForKeys: nil
        )
        for file in files where file.pathExtension == "csv" {
            let text = try String(contentsOf: file, encoding: .utf8)
            let name = file.deletingPathExtension().lastPathComponent
            sheets[name] = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
        }
        return sheets
    }

    /// Settings by which every formula is calculated anew when the file is read.
    private static let recalculation = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry"
            xmlns:xs="http://www.w3.org/2001/XMLSchema"
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Calc/Formula/Load">
        <prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """
}
