import Foundation

/// Takes the text out of a PDF with `pdftotext`, columns kept apart.
///
/// Source: docs/decisions.md, "PDF is read by pdftotext".
public struct PDFText: Sendable {
    /// The folders that programs are looked for in, with colons between.
    private let searchPath: String
    private let program: String
    private let secondsMax: Int
    private let bytesMax: Int

    /// Prepares the reading.
    ///
    /// - Parameters:
    ///   - searchPath: folders with colons between, as in `PATH`.
    ///   - program: the program's name.
    ///   - secondsMax: after how long it is ended.
    ///   - bytesMax: how much text is taken at most.
    public init(
        searchPath: String,
        program: String = "pdftotext",
        secondsMax: Int = 30,
        bytesMax: Int
    ) {
        self.searchPath = searchPath
        self.program = program
        self.secondsMax = secondsMax
        self.bytesMax = bytesMax
    }

    /// The text of a file, pages with form feeds between.
    ///
    /// - Throws: `PDFTextError`; what `Process` throws when it cannot be started.
    public func callAsFunction(_ path: String) throws -> [UInt8] {
        guard let program = find(program), let timeout = find("timeout") else {
            throw PDFTextError.programMissing
        }
        let process = Process()
        process.executableURL = URL(filePath: timeout)
        // A full path begins with a slash, so that a file's name is never taken for an option.
        process.arguments = [
            "-s", "KILL", String(secondsMax), program, "-layout", "-enc", "UTF-8", "-q",
            URL(filePath: path).path, "-",
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let reading = output.fileHandleForReading
        var bytes: [UInt8] = []
        while bytes.count <= bytesMax, let piece = try reading.read(upToCount: 65_536),
            !piece.isEmpty
        {
            bytes += piece
        }
        // Who goes on writing is told by the closed pipe.
        try reading.close()
        process.waitUntilExit()
        if bytes.count > bytesMax { throw PDFTextError.tooLarge(bytesMax: bytesMax) }
        // Killed, or its keeper says so.
        let isKilled =
            process.terminationReason == .uncaughtSignal
            || [124, 137].contains(process.terminationStatus)
        if isKilled { throw PDFTextError.timedOut(seconds: secondsMax) }
        guard process.terminationStatus == 0 else {
            throw try isEncrypted(path)
                ? PDFTextError.locked : PDFTextError.failed(status: process.terminationStatus)
        }
        return bytes
    }

    /// Whether the file says that it is encrypted: the program fails alike on broken files.
    ///
    /// Source: ISO 32000-1, 7.2.2 (what ends a name), 7.6.1.
    private func isEncrypted(_ path: String) throws -> Bool {
        let data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        let name = Data("/Encrypt".utf8)
        var rest = data[...]
        while let found = rest.firstRange(of: name) {
            rest = rest[found.upperBound...]
            guard let next = rest.first else { return false }
            if !Self.isRegular(next) { return true }
        }
        return false
    }

    /// Whether a byte goes on with a name: neither white space nor a delimiter.
    private static func isRegular(_ byte: UInt8) -> Bool {
        byte > 0x20 && !"()<>[]{}/%".utf8.contains(byte)
    }

    private func find(_ name: String) -> String? {
        searchPath.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

/// Why the text of a PDF cannot be had.
public enum PDFTextError: Error, Hashable, Sendable {
    /// `pdftotext` is not installed.
    case programMissing
    /// It took too long.
    case timedOut(seconds: Int)
    /// There is more text than is read.
    case tooLarge(bytesMax: Int)
    /// The file is locked with a password, or does not let its text be taken out.
    case locked
    /// It refused the file, which may be broken.
    case failed(status: Int32)
}
