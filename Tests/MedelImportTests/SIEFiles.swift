import Foundation
import MedelCore
import MedelImport
import TestSupport

/// The SIE files that tests read, and helpers to read them.
enum SIEFiles {
    /// The project's own invented files.
    static let samples = names(in: samplesFolder, prefix: "")

    /// The collected files beside the project; empty when they are not there.
    static let shared = ["good/", "odd/", "broken/"].flatMap { folder in
        names(in: sharedFolder.appending(path: folder), prefix: folder)
    }

    static let samplesFolder = SharedFiles.projectRoot.appending(path: "samples/sie")
    static let sharedFolder = SharedFiles.root.appending(path: "sie")

    static func sample(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: samplesFolder.appending(path: name)))
    }

    static func sharedFile(_ name: String) throws -> [UInt8] {
        try Array(Data(contentsOf: sharedFolder.appending(path: name)))
    }

    /// An expected.json as nested dictionaries.
    static func expected(in folder: URL) throws -> [String: Any] {
        let data = try Data(contentsOf: folder.appending(path: "expected.json"))
        return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
    }

    private static func names(in folder: URL, prefix: String) -> [String] {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".se") || $0.hasSuffix(".si") }.sorted()
            .map { prefix + $0 }
    }
}

/// Keeps everything that the reader gives, as text, so that two readings can be compared.
struct TranscriptSink: SIESink {
    var text = ""

    mutating func begin(_ header: SIEHeader) { text += "begin \(header.name)\n" }

    mutating func take(_ voucher: borrowing VoucherDraft, codings: borrowing CodingTable) {
        text += voucher.string(voucher.series) + "|" + voucher.string(voucher.number)
        text += "|\(voucher.date)|" + voucher.string(voucher.text) + "|\(voucher.line)"
        text += "|" + voucher.string(voucher.signature)
        text += "|\(voucher.registeredOn?.description ?? "-")\n"
        for place in 0..<voucher.rows.count {
            append(voucher.rows[place], of: voucher, codings, "row")
        }
        for place in 0..<voucher.corrections.count {
            let correction = voucher.corrections[place]
            append(correction.row, of: voucher, codings, correction.kind.rawValue)
        }
    }

    private mutating func append(
        _ row: VoucherDraft.Row,
        of voucher: borrowing VoucherDraft,
        _ codings: borrowing CodingTable,
        _ kind: String
    ) {
        let coding = codings[row.coding]
        text += "  \(kind) \(coding.account.text)"
        for object in coding.objects { text += " \(object.dimension):\(object.code)" }
        text += " \(row.amount.ore) \(row.date?.description ?? "-") " + voucher.string(row.text)
        text += "|" + voucher.string(row.quantity) + "|" + voucher.string(row.signature)
        text += "|\(row.line)\n"
    }
}

/// What reading gave: contents and a transcript of the vouchers.
struct SIEReading {
    let contents: SIEContents
    let transcript: String

    init(
        _ bytes: [UInt8],
        chunkBytesMax: Int = .max,
        isImportFile: Bool? = nil,
        limits: SIELimits = SIEReading.smallLimits
    ) throws {
        var first = SIEMemorySource(bytes, chunkBytesMax: chunkBytesMax)
        let format = try SIEReader.probe(&first)
        var second = SIEMemorySource(bytes, chunkBytesMax: chunkBytesMax)
        var sink = TranscriptSink()
        contents = try SIEReader.read(
            &second,
            as: format,
            isImportFile: isImportFile,
            limits: limits,
            into: &sink
        )
        transcript = sink.text
    }

    init(_ text: String, isImportFile: Bool? = nil) throws {
        try self.init(Array(text.utf8), isImportFile: isImportFile)
    }

    /// A small window, so that lines are carried over often.
    static let smallLimits: SIELimits = {
        var limits = SIELimits()
        limits.lineBytesMax = 1 << 16
        limits.windowBytesMax = 1 << 12
        return limits
    }()

    var codes: [SIEFinding.Code] { contents.findings.map(\.code) }

    func lines(of code: SIEFinding.Code) -> [Int?] {
        contents.findings.filter { $0.code == code }.map(\.line)
    }
}
