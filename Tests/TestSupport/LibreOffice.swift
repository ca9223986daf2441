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
                "--outdir", folder.path, workbook.path,
            ]
        )
        guard run.status == 0 else { throw CocoaError(.executableLoad) }
        let base = workbook.deletingPathExtension().lastPathComponent
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        guard
            let name = files.first(where: {
                $0.hasPrefix(base + "-" + sheet) && $0.hasSuffix(".csv")
            })
        else { throw CocoaError(.fileReadNoSuchFile) }
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        }
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
