import Foundation
public import MedelCore
public import MedelImport
import MedelRender

/// What an application's budget was read as.
public struct ProposalReport: Sendable {
    /// The file's name without its folder.
    public let file: String

    /// What the application says.
    public let proposal: ApplicationProposal

    /// The proposal as a manifest; nil when there is no amount to propose.
    public let manifest: ProposalManifest?

    /// Whether there are rows to take over.
    public var hasRows: Bool { manifest != nil && proposal.budget != nil }
}

/// Reads the budget of an application and proposes a manifest; keeps nothing in any ledger.
///
/// Source: SPEC 6 (application text).
public struct ProposeBudget: Sendable {
    private let today: Day
    private let isDateGiven: Bool
    private let pdfText: PDFText

    /// Prepares the use case.
    ///
    /// - Parameters:
    ///   - today: the budget's date when the application has none.
    ///   - isDateGiven: whether somebody chose that date.
    ///   - searchPath: folders where `pdftotext` is looked for, with colons between.
    public init(today: Day, isDateGiven: Bool = false, searchPath: String) {
        self.today = today
        self.isDateGiven = isDateGiven
        pdfText = PDFText(searchPath: searchPath, bytesMax: ApplicationText.bytesMax)
    }

    /// Reads a file, text or PDF.
    ///
    /// - Parameters:
    ///   - path: the application.
    ///   - code: the insats's code; nil to make one from the file's name.
    /// - Returns: what was read, and a manifest when there is an amount to propose.
    /// - Throws: `SourceFileError`, `ApplicationFault`, `PDFTextError`.
    public func callAsFunction(_ path: String, code: InsatsCode? = nil) throws -> ProposalReport {
        let file = try ApplicationFile(path: path)
        let text = try ApplicationText(file.isPDF ? pdfText(path) : file.bytes)
        let proposal = ApplicationProposal(text)
        let name = URL(filePath: path).lastPathComponent
        let frame = ProposalManifest.Frame(
            file: name,
            code: code ?? Self.code(of: name),
            today: today,
            isDateGiven: isDateGiven
        )
        return ProposalReport(
            file: name,
            proposal: proposal,
            manifest: ProposalManifest(proposal, frame)
        )
    }

    /// Writes the manifest to a file that is not there yet.
    ///
    /// - Throws: `ProposalRefusal.fileExists`; `SystemError`.
    public func write(_ manifest: ProposalManifest, to path: String) throws {
        // What somebody has corrected by hand is never written over.
        guard !FileManager.default.fileExists(atPath: path) else {
            throw ProposalRefusal.fileExists(path: path)
        }
        try writeFile(path) { try $0(Array(manifest.text.utf8)) }
    }

    private static func code(of name: String) -> InsatsCode {
        let stem = name.split(separator: ".").first.map(String.init) ?? ""
        var text = ""
        for character in stem.uppercased() {
            let isPart = character.isLetter || character.isNumber
            if isPart {
                text.append(character)
            } else if !text.isEmpty, !text.hasSuffix("-") {
                text.append("-")
            }
            if text.utf8.count > 28 { break }
        }
        while text.hasSuffix("-") { text.removeLast() }
        guard let code = InsatsCode(text) ?? InsatsCode("INSATS") else {
            preconditionFailure("a word is a code")
        }
        return code
    }
}

/// Why a proposal is not written.
public enum ProposalRefusal: Error, Hashable, Sendable {
    /// There is a file already.
    case fileExists(path: String)
}
