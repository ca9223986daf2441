import Foundation
import TestSupport

extension TidyRule {
    /// A document has one title, on its first line.
    func oneTitle(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".md") else { return [] }
        let lines = textLines(of: file)
        let titles = lines.filter { $0.text.hasPrefix("# ") }
        guard titles.count == 1, titles[0].line == 1 else {
            let line = titles.dropFirst().first?.line ?? 1
            let reason = "\(titles.count) titles; a document has one, on its first line"
            return [Finding(path: file.path, line: line, reason: reason)]
        }
        return []
    }

    /// A path that a document names leads somewhere.
    func pathsExist(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".md") else { return [] }
        let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
        return textLines(of: file).flatMap { line, text in
            let links = linkTargets(text).map { folder.isEmpty ? $0 : folder + "/" + $0 }
            let missing = (links + namedPaths(text)).filter { !exists($0) }
            return missing.map {
                Finding(path: file.path, line: line, reason: "there is no \($0)")
            }
        }
    }

    /// The lines outside fenced blocks, each with its number.
    private func textLines(of file: SourceFile) -> [(line: Int, text: Substring)] {
        var isFenced = false
        var lines: [(line: Int, text: Substring)] = []
        let all = file.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, line) in all.enumerated() {
            if line.drop(while: { $0 == " " }).hasPrefix("```") {
                isFenced.toggle()
            } else if !isFenced {
                lines.append((line: index + 1, text: line))
            }
        }
        return lines
    }

    /// Where the links of a line go, when they stay inside the project.
    private func linkTargets(_ line: Substring) -> [String] {
        line.split(separator: "](").dropFirst().compactMap { part in
            let target = part.prefix { $0 != ")" && $0 != "#" && $0 != " " }
            guard !target.isEmpty, !target.contains(":") else { return nil }
            return String(target)
        }
    }

    /// The paths in backticks that begin in a folder of the project.
    private func namedPaths(_ line: Substring) -> [String] {
        let folders = [
            "Sources/", "Tests/", "docs/", "templates/", "samples/", "Benchmarks/", ".ci/",
        ]
        let pieces = line.split(separator: "`", omittingEmptySubsequences: false)
        return pieces.enumerated().compactMap { index, piece in
            guard index % 2 == 1, folders.contains(where: { piece.hasPrefix($0) }),
                !piece.contains(where: { "*…<>{} ".contains($0) })
            else { return nil }
            return String(piece)
        }
    }

    private func exists(_ path: String) -> Bool {
        let place = SharedFiles.projectRoot.appending(path: path).standardizedFileURL
        return FileManager.default.fileExists(atPath: place.path)
    }
}
