import Foundation

/// The template files that came with the program, which a user may edit.
///
/// Source: ARCHITECTURE "Templates are loaded and checked at start-up".
public struct TemplateFolder: Sendable {
    /// A file with what it holds and all that is wrong with it.
    public struct File: Sendable {
        /// The path inside the folder, such as `charts/bas.yaml`.
        public let name: String

        /// The text; nil when it is not UTF-8.
        public let text: String?

        /// The template; nil when it has errors.
        public let template: StatementTemplate?

        /// What is wrong.
        public let problems: [ManifestProblem]
    }

    /// The folder.
    public let path: String

    /// The files of `statements` and `charts`, in order of name.
    public let files: [File]

    /// Reads every template of a folder.
    ///
    /// - Throws: `SourceFileError` when there is no folder at the path.
    public init(_ path: String) throws {
        self.path = path
        let (all, problems) = try ManifestFile.all(in: path)
        // These have the manifests' form and are adopted with the plan.
        let found = all.filter { !["eligibility.yaml", "categories.yaml"].contains($0.name) }
        var files = found.map { Self.read($0.name, $0.bytes) }
        for problem in problems where !all.contains(where: { $0.name == problem.place.file }) {
            files.append(
                File(name: problem.place.file, text: nil, template: nil, problems: [problem])
            )
        }
        var names: Set<String> = []
        self.files = files.sorted { $0.name < $1.name }.map { file in
            guard let name = file.template?.name, !names.insert(name).inserted else { return file }
            let place = ManifestPlace(file: file.name, line: nil)
            let first = files.first { $0.template?.name == name }?.name ?? ""
            let reason = TemplateReason.repeated(name, first: ManifestPlace(file: first, line: nil))
            return File(
                name: file.name,
                text: file.text,
                template: nil,
                problems: [ManifestProblem(place, .template(reason))]
            )
        }
    }

    /// Reads one file, wherever it lies.
    ///
    /// - Throws: `SourceFileError` when it cannot be read.
    public static func file(at path: String) throws -> File {
        let bytes = try SourceFile.bytes(of: path, countMax: ManifestTree.bytesMax)
        return read(URL(filePath: path).lastPathComponent, bytes)
    }

    private static func read(_ name: String, _ bytes: [UInt8]) -> File {
        let (template, problems) = StatementTemplate.read(bytes, file: name)
        return File(
            name: name,
            text: String(validating: bytes, as: UTF8.self),
            template: template,
            problems: problems
        )
    }
}
