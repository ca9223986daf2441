import Foundation
import MedelCore

extension Manifest {
    /// How many files of a folder are read.
    static let filesMax = 1_000

    /// Reads a folder: every `*.yaml` and `*.yml` in it and its subfolders, in order of name.
    ///
    /// Hidden files and links are passed by.
    ///
    /// - Throws: `SourceFileError` when there is no folder at the path.
    public init(folder: String) throws {
        let (files, problems) = try ManifestFile.all(in: folder)
        self.init(files, also: problems)
    }
}

extension ManifestFile {
    /// The manifests of a folder, in order of name, and what keeps any from being read.
    ///
    /// - Throws: `SourceFileError` when there is no folder at the path.
    public static func all(
        in folder: String
    ) throws -> (files: [ManifestFile], problems: [ManifestProblem]) {
        let root = URL(filePath: folder, directoryHint: .isDirectory)
        var isFolder = ObjCBool(false)
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) else {
            throw SourceFileError.missing(path: folder)
        }
        guard isFolder.boolValue else { throw SourceFileError.isFile(path: folder) }
        let names = try names(in: root, path: folder)
        var problems: [ManifestProblem] = []
        let whole = ManifestPlace(file: ".", line: nil)
        if names.isEmpty { problems.append(ManifestProblem(whole, .file(.noFiles))) }
        if names.count > Manifest.filesMax {
            problems.append(ManifestProblem(whole, .file(.tooManyFiles(limit: Manifest.filesMax))))
        }
        var files: [ManifestFile] = []
        for name in names.prefix(Manifest.filesMax) {
            do {
                let bytes = try bytes(of: root.appending(path: name))
                files.append(ManifestFile(name: name, bytes: bytes))
            } catch {
                let place = ManifestPlace(file: name, line: nil)
                let detail = error.localizedDescription
                problems.append(ManifestProblem(place, .file(.unreadable(detail: detail))))
            }
        }
        return (files, problems)
    }

    private static func names(in root: URL, path: String) throws -> [String] {
        let walk = FileManager.default.enumerator(
            at: root,
            includingPropertiesForKeys: [.isRegularFileKey],
            options: [.skipsHiddenFiles]
        )
        guard let walk else {
            throw SourceFileError.unreadable(path: path, detail: "mappen kan inte läsas")
        }
        let start = root.standardizedFileURL.path
        let prefix = start.hasSuffix("/") ? start : start + "/"
        var names: [String] = []
        for case let file as URL in walk where ["yaml", "yml"].contains(file.pathExtension) {
            let values = try? file.resourceValues(forKeys: [.isRegularFileKey])
            guard values?.isRegularFile == true else { continue }
            let full = file.standardizedFileURL.path
            names.append(full.hasPrefix(prefix) ? String(full.dropFirst(prefix.count)) : full)
        }
        return names.sorted()
    }

    /// One byte more than is read at most, so that a larger file is known as such.
    private static func bytes(of file: URL) throws -> [UInt8] {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        return [UInt8](try handle.read(upToCount: ManifestTree.bytesMax + 1) ?? Data())
    }
}
