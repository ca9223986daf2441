import Foundation
public import Testing

/// Expects a text to be the same as the golden file beside the test.
///
/// With `MEDEL_GOLDEN=1` the file is rewritten and the test fails, so that the change is read in
/// review and the run is not taken for a good one.
///
/// - Parameters:
///   - text: what the program gave.
///   - name: the file in the folder `Golden` beside the test's own file.
///   - testFile: the test's own file.
///   - location: where a failure is shown.
public func expectGolden(
    _ text: String,
    _ name: String,
    testFile: String = #filePath,
    location: SourceLocation = #_sourceLocation
) {
    let file = URL(filePath: testFile).deletingLastPathComponent()
        .appending(path: "Golden").appending(path: name)
    if ProcessInfo.processInfo.environment["MEDEL_GOLDEN"] == "1" {
        do {
            try Data(text.utf8).write(to: file)
            Issue.record("rewrote Golden/\(name)", sourceLocation: location)
        } catch {
            Issue.record(error, sourceLocation: location)
        }
        return
    }
    guard let data = try? Data(contentsOf: file) else {
        Issue.record("Golden/\(name) is missing; make golden", sourceLocation: location)
        return
    }
    let golden = String(decoding: data, as: UTF8.self)
    guard !golden.utf8.elementsEqual(text.utf8) else { return }
    let pairs = zip(golden.split(separator: "\n"), text.split(separator: "\n"))
    let first = pairs.first { $0 != $1 }
    let change = first.map { "«\($0)» has become «\($1)»" } ?? "one is longer"
    Issue.record("Golden/\(name) differs: \(change)", sourceLocation: location)
}
