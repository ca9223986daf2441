import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

/// Documents with several parts, running text and a colophon in every form.
@Suite struct DocumentFormsTests {
    @Test(arguments: [OutputFormat.text, .json, .csv, .csvMachine, .html])
    func `a report in four parts is as it was`(_ format: OutputFormat) throws {
        expectGolden(try Document.sealedSample().drawn(as: format), "report.\(format.rawValue)")
    }

    @Test(arguments: [OutputFormat.text, .json, .csv, .html])
    func `running text, titles, footnotes and colophon are there for people`(
        _ format: OutputFormat
    ) throws {
        let text = try Document.sealedSample().drawn(as: format)
        for part in [
            "överskott på 300\u{A0}000\u{A0}kronor", "Konto 4999 saknar rad",
            "medel sheet postings --book association --account 4999", "Resultaträkning",
            "Verksamhetens resultat", "Not 1. Bidrag från medlemmarna.", "Undertecknande",
            "Exempelstad", "Status: utkast", String(repeating: "0123abcd", count: 8),
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    @Test func `in a file for machines every row names its table`() throws {
        let lines = try Document.sample().drawn(as: .csvMachine).split(separator: "\r\n")
        #expect(lines[0] == "table,key,label,note,y2025,y2024")
        #expect(lines.dropFirst().prefix(3).allSatisfy { $0.hasPrefix("result,") })
        #expect(lines[4].hasPrefix("table,key,label,budget2020,"))
        #expect(lines.dropFirst(5).allSatisfy { $0.hasPrefix("operations,") })
    }

    @Test(arguments: OutputFormat.allCases)
    func `a document made twice is the same bytes`(_ format: OutputFormat) throws {
        let first = try Document.sealedSample().bytes(as: format)
        #expect(try Document.sealedSample().bytes(as: format) == first)
    }

    @Test func `a long line of text is broken at blanks, a command never`() throws {
        let word = String(repeating: "ord ", count: 60)
        let command = "medel " + String(repeating: "--flagga ", count: 30) + "slut"
        let document = Document(
            heading: try .sample(),
            sections: [
                Section(paragraphs: [Paragraph(word), Paragraph(command, .code)])
            ]
        )
        let lines = try document.drawn(as: .text).split(separator: "\n")
        #expect(lines.contains { $0 == "  " + command })
        #expect(lines.filter { $0.hasPrefix("ord ") }.allSatisfy { $0.count <= 88 })
        #expect(lines.filter { $0.hasPrefix("ord ") }.count == 3)
    }
}
