/// What `medel inspect` tells of a file, without taking anything in.
public struct SIEInspection: Sendable {
    /// All that was found.
    public let contents: SIEContents

    /// Looks at what has been read already.
    public init(_ contents: SIEContents) { self.contents = contents }

    /// Reads a file twice: once to find what it is, once for what it says.
    ///
    /// - Parameters:
    ///   - isImportFile: whether the file is meant as 4I (suffix .si); nil when unknown.
    ///   - limits: how much is kept in memory.
    ///   - open: gives the file from its first byte; called at most twice.
    /// - Throws: what `open` and the source throw.
    public init<Source: SIEByteSource>(
        isImportFile: Bool? = nil,
        limits: SIELimits = SIELimits(),
        open: () throws -> Source
    ) throws {
        var first = try open()
        let format = try SIEReader.probe(&first)
        var second = try open()
        var sink = SIENoSink()
        contents = try SIEReader.read(
            &second,
            as: format,
            isImportFile: isImportFile,
            limits: limits,
            into: &sink
        )
    }

    /// Whether year 0 hangs together; nil when there is nothing to check.
    public var reconciles: Bool? { contents.reconciliation?.holds }
}
