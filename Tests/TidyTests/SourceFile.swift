import Foundation
import TestSupport

/// A file of the project.
struct SourceFile: Sendable {
    /// The path from the project's folder.
    let path: String

    /// The content.
    let text: String

    /// The folder under Sources that the file lies in; nil for any other file.
    var room: String? {
        let parts = path.split(separator: "/")
        return parts.count > 2 && parts[0] == "Sources" ? String(parts[1]) : nil
    }

    /// Whether the file is Swift source under a folder.
    func isSwift(under folder: String) -> Bool {
        path.hasPrefix(folder + "/") && path.hasSuffix(".swift")
    }

    /// Every file of the project whose name ends in one of some ways, in order of path.
    static func all(endingIn endings: [String]) throws -> [SourceFile] {
        let manager = FileManager.default
        var files: [SourceFile] = []
        for folder in ["Sources", "Tests", "docs", ""] {
            let top = SharedFiles.projectRoot.appending(path: folder)
            let names =
                folder.isEmpty
                ? try manager.contentsOfDirectory(atPath: top.path)
                : manager.subpaths(atPath: top.path) ?? []
            for name in names where endings.contains(where: name.hasSuffix) {
                let path = folder.isEmpty ? name : folder + "/" + name
                let file = SharedFiles.projectRoot.appending(path: path)
                let text = try String(contentsOf: file, encoding: .utf8)
                files.append(SourceFile(path: path, text: text))
            }
        }
        return files.sorted { $0.path < $1.path }
    }
}

/// A place that breaks a rule.
struct Finding: Hashable, Sendable, CustomStringConvertible {
    /// The path from the project's folder.
    let path: String

    /// The line, from one.
    let line: Int

    /// What is wrong.
    let reason: String

    var description: String { "\(path):\(line): \(reason)" }
}
