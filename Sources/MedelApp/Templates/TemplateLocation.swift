import Foundation

/// Where the program finds its templates.
///
/// Source: ARCHITECTURE (templates/), SPEC 11 (environment over defaults).
public enum TemplateLocation {
    /// The folder that the environment names, else that beside the program, else that of the source
    /// tree in which the program was built.
    ///
    /// - Parameters:
    ///   - environment: the process's; `MEDEL_TEMPLATES` names a folder.
    ///   - executable: the program's own file.
    /// - Returns: the folder's path.
    /// - Throws: `TemplateRefusal.noFolder` with every place that was looked at.
    public static func find(
        environment: [String: String],
        executable: String
    ) throws -> String {
        if let named = environment["MEDEL_TEMPLATES"], !named.isEmpty {
            guard isFolder(named) else { throw TemplateRefusal.noFolder(tried: [named]) }
            return named
        }
        let program = URL(filePath: executable).resolvingSymlinksInPath()
        var folder = program.deletingLastPathComponent()
        let installed = folder.deletingLastPathComponent().appending(path: "share/medel/templates")
        let beside = folder.appending(path: "share/medel/templates")
        for place in [beside, installed] where isFolder(place.path) { return place.path }
        while folder.path != "/" {
            folder = folder.deletingLastPathComponent()
            let templates = folder.appending(path: "templates")
            if isFolder(templates.appending(path: "statements").path) { return templates.path }
        }
        throw TemplateRefusal.noFolder(tried: [beside.path, installed.path])
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder = ObjCBool(false)
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            && isFolder.boolValue
    }
}
