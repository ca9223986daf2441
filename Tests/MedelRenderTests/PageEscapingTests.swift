import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

@Suite struct PageEscapingTests {
    /// Code points that are no characters, which no XML may hold.
    private static let noCharacters = String(
        String.UnicodeScalarView(
            [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE].compactMap { Unicode.Scalar(UInt32($0)) }
        )
    )

    private static let texts =
        Listing.troublesomeTexts + [
            "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onclick='x",
            "</style><script>", "]]>", "<!--", "&lt;", noCharacters, "\u{85}",
            "\u{2066}isolerat\u{2069}", "\u{0}",
        ]

    @Test(arguments: texts)
    func `text that people wrote is only text, wherever it stands`(_ text: String) throws {
        let page = try PageReader.read(try document(of: text).bytes(as: .html))
        let plain = try PageReader.read(
            try document(of: text.isEmpty ? "" : "a").bytes(as: .html)
        )
        // Line breaks, dates kept together and labels on several lines are markup of our own.
        let names = { (page: PageElement) in
            page.everything.map(\.name).filter { !["br", "span", "text"].contains($0) }
        }
        #expect(names(page) == names(plain))
        for scalar in page.text.unicodeScalars where scalar != "\n" {
            #expect(!isReplaced(scalar))
        }
        let visible = text.replacing("\r\n", with: "\n")
        guard !visible.unicodeScalars.contains(where: isReplaced) else { return }
        let cell = try #require(page.all("tbody").first?.all("th").first)
        #expect(Array(cell.text.utf8) == Array(visible.utf8))
        let region = page.everything.last { $0.classes.contains("scroll") }
        let label = text.replacing("\r\n", with: "␍␊").replacing("\n", with: "␊")
        #expect(region?.attributes["aria-label"] == "Diagram: \(label)")
    }

    @Test(arguments: 0..<200)
    func `any text at all gives a page that is well formed`(_ seed: Int) throws {
        var chance = SeededGenerator(seed: seed)
        var text = String.UnicodeScalarView()
        for _ in 0..<40 {
            let limits: [UInt32] = [0x80, 0x3000, 0x11_0000]
            let limit = limits.randomElement(using: &chance) ?? 0x80
            if let scalar = Unicode.Scalar(UInt32.random(in: 0..<limit, using: &chance)) {
                text.append(scalar)
            }
        }
        let page = try PageReader.read(try document(of: String(text)).bytes(as: .html))
        #expect(page.all("h1").count == 1)
    }

    /// Whether a character is shown as another one: it would steer the screen, turn the line around
    /// or be no character at all.
    private func isReplaced(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069:
            true
        case 0xFDD0...0xFDEF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    /// A document in which the text stands in every place there is.
    private func document(of text: String) throws -> Document {
        let table = Table(
            key: "t",
            title: text,
            columns: [
                Column(key: "t", title: text, kind: .text, width: 20),
                Column(key: "a", title: text, kind: .amount, width: 9),
            ],
            leadingCount: 1,
            groups: [Table.Group(title: text, columnKeys: ["a"])],
            rows: [TableRow(key: "1", cells: [.text(text), .amount(.zero)])],
            footnotes: [Note(text)]
        )
        let charts = Chart.Kind.allCases.map { kind in
            Chart(
                kind: kind,
                title: text,
                summary: text,
                tableKey: "t",
                labelKey: "t",
                rowKeys: ["1"],
                seriesKeys: ["a"]
            )
        }
        let heading = try Heading.sample(title: text, scope: [text])
        let paragraphs = Paragraph.Kind.allCases.map { Paragraph(text, $0) }
        return Document(
            heading: heading,
            sections: [
                Section(title: text, paragraphs: paragraphs, tables: [table], charts: charts)
            ],
            notes: [Note(text)],
            definitions: [Definition(text, text)],
            colophon: Colophon(
                of: heading,
                checksum: String(repeating: "0", count: 64),
                lines: [text]
            )
        )
    }
}
