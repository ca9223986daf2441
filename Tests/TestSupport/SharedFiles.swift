public import Foundation

/// The source documents that lie outside the project; tests that need them are skipped without.
public enum SharedFiles {
    /// The project's own folder.
    public static let projectRoot: URL = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder that `MEDEL_SHARED` names, by default `../shared` beside the project.
    public static let root: URL = {
        let named = ProcessInfo.processInfo.environment["MEDEL_SHARED"] ?? "../shared"
        return URL(filePath: named, relativeTo: projectRoot).standardizedFileURL
    }()

    /// Whether there is anything to test against.
    public static var arePresent: Bool {
        FileManager.default.fileExists(atPath: root.appending(path: "SPEC.md").path)
    }
}
