/// Reads SIE types 1 to 4 in one pass.
///
/// Memory does not grow with the file's vouchers, and no input makes it crash: what is wrong
/// becomes a finding, and reading goes on to the end.
///
/// Source: SIE 4C; sie/SPEC.
public enum SIEReader {
    /// Reads a file to its end.
    ///
    /// - Parameters:
    ///   - source: the file from its first byte.
    ///   - format: what `SIEProbe` found in the same bytes.
    ///   - isImportFile: whether the file is meant as 4I (suffix .si); nil when unknown.
    ///   - limits: how much is kept in memory.
    ///   - sink: who takes the vouchers.
    /// - Returns: all that is not vouchers, with findings; not SIE 4 text gives one that says so.
    /// - Throws: what source and sink throw; never because of the content.
    public static func read<Source: SIEByteSource, Sink: SIESink>(
        _ source: inout Source,
        as format: SIEFormat,
        isImportFile: Bool? = nil,
        limits: SIELimits = SIELimits(),
        into sink: inout Sink
    ) throws -> SIEContents {
        guard format.kind == .sie4 else { return contents(of: format) }
        var engine = SIEEngine(format: format, isImportFile: isImportFile, limits: limits)
        var hasBegun = false
        while true {
            switch engine.run() {
            case .needsBytes:
                let count = try source.read(into: engine.lines.room())
                engine.lines.filled(count)
            case .voucher:
                if !hasBegun { try sink.begin(engine.contents.header) }
                hasBegun = true
                try sink.take(engine.draft, codings: engine.codings.table)
            case .end:
                let contents = engine.finish()
                if !hasBegun { try sink.begin(contents.header) }
                return contents
            }
        }
    }

    /// Finds what a file is, in a pass of its own.
    ///
    /// - Throws: what the source throws.
    public static func probe<Source: SIEByteSource>(_ source: inout Source) throws -> SIEFormat {
        var probe = SIEProbe()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = try source.read(into: buffer)
            guard count > 0 else { return probe.format }
            probe.consume(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    /// What can be said of a file that is something else.
    private static func contents(of format: SIEFormat) -> SIEContents {
        var contents = SIEContents(format: format)
        let reason = SIEReason.document(.notSIE(kind: format.kind))
        contents.findings = [SIEFinding(line: nil, reason: reason)]
        return contents
    }
}
