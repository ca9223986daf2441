public import Foundation

/// Lets a body work in a folder of its own, which is removed afterwards.
///
/// - Throws: what the body throws, or that the folder cannot be made.
/// - Returns: what the body returns.
public func withTemporaryFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
        .appending(path: "medel-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
}
