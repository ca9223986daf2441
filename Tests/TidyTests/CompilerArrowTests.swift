import Foundation
import Testing

/// The compiler, with the flags that the project builds with, refuses an import that the package
/// does not declare.
struct CompilerArrowTests {
    @Test func `an import builds along an arrow and not against one`() throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "medel-arrow-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try write("public enum Outer {}", to: folder.appending(path: "Sources/Outer/Outer.swift"))
        try write("import Outer", to: folder.appending(path: "Sources/Core/Core.swift"))
        let manifest = folder.appending(path: "Package.swift")

        try write(Self.manifest(coreDependencies: #"["Outer"]"#), to: manifest)
        let along = try build(folder)
        #expect(along.status == 0, "\(along.output)")

        // Outer lies built beside Core now, which is when an undeclared import slips through.
        try write(Self.manifest(coreDependencies: "[]"), to: manifest)
        let against = try build(folder)
        #expect(against.status != 0)
        #expect(
            against.output.contains("Core imports another target (Outer)"),
            "\(against.output)"
        )
    }

    private static func manifest(coreDependencies: String) -> String {
        """
        // swift-tools-version: 6.2
        import PackageDescription
        let package = Package(
            name: "arrow",
            targets: [
                .target(name: "Outer"),
                .target(name: "Core", dependencies: \(coreDependencies)),
            ]
        )
        """
    }

    private func build(_ folder: URL) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "swift", "build", "--explicit-target-dependency-import-check", "error",
            "--package-path", folder.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: output, as: UTF8.self))
    }

    private func write(_ text: String, to file: URL) throws {
        let folder = file.deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
}
