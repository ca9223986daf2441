import Foundation
import MedelApp
import MedelCore
import MedelImport
import TestSupport
import Testing

struct ProposeBudgetTests {
    private static let samples = SharedFiles.projectRoot.appending(path: "samples/ansokningar")
    private static let systemPath = "/usr/bin:/bin"

    private func propose(searchPath: String = systemPath) throws -> ProposeBudget {
        let today = try #require(Day(iso: "2026-01-31"))
        return ProposeBudget(today: today, searchPath: searchPath)
    }

    /// Puts a program called `pdftotext` first in the path.
    private func withProgram(
        _ script: String,
        _ body: (_ searchPath: String, _ pdf: String) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            let program = folder.appending(path: "pdftotext")
            try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
            try FileManager.default.setAttributes(
                [.posixPermissions: 0o755],
                ofItemAtPath: program.path
            )
            let pdf = folder.appending(path: "-a.pdf")
            try Data("%PDF-1.4\n".utf8).write(to: pdf)
            return try body(folder.path + ":" + Self.systemPath, pdf.path)
        }
    }

    @Test(.enabled(if: Subprocess.isPresent("pdftotext")))
    func `a PDF is read with its columns`() throws {
        let path = Self.samples.appending(path: "kolumner.pdf").path
        let report = try propose()(path)
        let budget = try #require(report.proposal.budget)
        let kronor = budget.rows.map { $0.amounts.map { $0.map { $0.ore / 100 } } }
        #expect(
            kronor == [
                [760_000, 782_000], [112_000, 114_000], [16_000, 16_000], [12_000, 8_000],
            ]
        )
        #expect(
            budget.rows.map(\.label) == ["Personal inkl. PO", "Lokaler", "Resor", "Utbildning"]
        )
        #expect(budget.years.map(\.label) == ["2026", "2027"])
        #expect(budget.verdict == .agrees)
        #expect(report.proposal.name == "Lugnet")
    }

    @Test func `without pdftotext a PDF is refused and says what to install`() throws {
        let path = Self.samples.appending(path: "kolumner.pdf").path
        for searchPath in ["", "/nowhere", Self.samples.path] {
            #expect(throws: PDFTextError.programMissing) {
                try propose(searchPath: searchPath)(path)
            }
        }
        let words = swedishMessage(for: PDFTextError.programMissing)
        #expect(words?.contains("poppler-utils") == true)
    }

    @Test func `a program that fails, hangs or writes without end is ended`() throws {
        try withProgram("exit 3") { path, pdf in
            #expect(throws: PDFTextError.failed(status: 3)) { try propose(searchPath: path)(pdf) }
        }
        try withProgram("exec sleep 600") { path, pdf in
            let text = PDFText(searchPath: path, secondsMax: 1, bytesMax: 1_000)
            #expect(throws: PDFTextError.timedOut(seconds: 1)) { try text(pdf) }
        }
        try withProgram("exec yes Lokaler 1 000") { path, pdf in
            let text = PDFText(searchPath: path, bytesMax: 100_000)
            #expect(throws: PDFTextError.tooLarge(bytesMax: 100_000)) { try text(pdf) }
        }
    }

    @Test func `a locked PDF is told from a broken one`() throws {
        try withProgram("exit 1") { path, pdf in
            #expect(throws: PDFTextError.failed(status: 1)) { try propose(searchPath: path)(pdf) }
            try Data("%PDF-1.4\ntrailer << /Encrypt 5 0 R >>\n".utf8)
                .write(to: URL(filePath: pdf))
            #expect(throws: PDFTextError.locked) { try propose(searchPath: path)(pdf) }
        }
        #expect(swedishMessage(for: PDFTextError.locked)?.contains("lösenord") == true)
        #expect(swedishMessage(for: PDFTextError.failed(status: 1))?.contains("skadad") == true)
    }

    @Test func `a page without text is named, for it may be a picture of the budget`() throws {
        try withProgram("printf 'Vi arbetar.\\f\\fSlut.\\f'") { path, pdf in
            let report = try propose(searchPath: path)(pdf)
            #expect(report.proposal.pagesWithoutText == [2])
            #expect(report.proposal.budget == nil)
        }
        try withProgram("printf 'Vi arbetar.\\fSlut.\\f'") { path, pdf in
            let report = try propose(searchPath: path)(pdf)
            #expect(report.proposal.pagesWithoutText == [])
        }
    }

    @Test func `a text that is called PDF is read, and rich text is refused`() throws {
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "a.pdf")
            try Data("Budget 2026\nLöner 500 000 kr\nLokaler 20 000 kr\n".utf8).write(to: file)
            let report = try propose()(file.path)
            #expect(report.hasRows)
            try Data("{\\rtf1\\ansi Budget 2026}".utf8).write(to: file)
            #expect(throws: ApplicationFault.notText) { try propose()(file.path) }
        }
    }

    @Test func `a PDF of pictures says that it has no text`() throws {
        try withProgram("printf '\\f'") { path, pdf in
            #expect(throws: ApplicationFault.empty) { try propose(searchPath: path)(pdf) }
        }
    }

    @Test(arguments: [
        ("Ansökan Kvarn 2.txt", "ANSÖKAN-KVARN-2"), ("---.txt", "INSATS"), ("total.txt", "TOTAL"),
        (String(repeating: "å", count: 90) + ".txt", String(repeating: "Å", count: 15)),
    ])
    func `a code is made from the file's name`(_ name: String, _ code: String) throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: name).path
            try Data("Budget\nLön 500 000 kr\nLokaler 20 000 kr\n".utf8)
                .write(to: URL(filePath: path))
            let manifest = try #require(try propose()(path).manifest)
            #expect(manifest.text.contains("- code: \"\(code)\"\n"), "\(manifest.text)")
        }
    }

    @Test func `a manifest is written once and never over another file`() throws {
        try withTemporaryFolder { folder in
            let propose = try propose()
            let report = try propose(Self.samples.appending(path: "tkr.txt").path)
            let manifest = try #require(report.manifest)
            let path = folder.appending(path: "a.yaml").path
            try propose.write(manifest, to: path)
            #expect(throws: ProposalRefusal.fileExists(path: path)) {
                try propose.write(manifest, to: path)
            }
            #expect(try String(contentsOfFile: path, encoding: .utf8) == manifest.text)
        }
    }

    @Test func `a file that is too large is refused before it is decoded`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "a.txt").path
            #expect(FileManager.default.createFile(atPath: path, contents: nil))
            let handle = try #require(FileHandle(forWritingAtPath: path))
            try handle.truncate(atOffset: UInt64(ApplicationFile.bytesMax + 1))
            try handle.close()
            #expect(throws: ApplicationFault.tooLarge(bytesMax: ApplicationFile.bytesMax)) {
                try propose()(path)
            }
        }
    }
}
