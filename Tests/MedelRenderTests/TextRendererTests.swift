import MedelCore
import MedelDocument
import TestSupport
import Testing

@testable import MedelRender

@Suite struct TextRendererTests {
    struct Width: Sendable {
        let text: String
        let places: Int
    }

    @Test(arguments: [
        Width(text: "", places: 0), Width(text: "Hyra", places: 4), Width(text: "åäö", places: 3),
        Width(text: "e\u{301}", places: 1), Width(text: "日本", places: 4),
        Width(text: "ＡＢ", places: 4), Width(text: "😀", places: 2), Width(text: "🇸🇪", places: 2),
        Width(text: "👩‍👩‍👧‍👦", places: 2), Width(text: "❤️", places: 2), Width(text: "−", places: 1),
        Width(text: "\u{200B}", places: 0),
    ])
    func `a text takes the places that a terminal gives it`(_ test: Width) {
        #expect(DisplayWidth.of(test.text) == test.places)
    }

    @Test(arguments: 1..<12)
    func `a text that does not fit is cut to the width and says so`(_ width: Int) {
        for text in ["abcdefghijklmnop", "日本語の長い", "😀😀😀😀😀😀"] {
            let cut = DisplayWidth.fit(text, to: width)
            #expect(DisplayWidth.of(cut) <= width)
            #expect(cut.hasSuffix("…"))
        }
        #expect(DisplayWidth.fit("", to: width).isEmpty)
    }

    @Test func `nothing in a text can steer the terminal`() throws {
        let text = try Listing.sample().drawn(as: .text)
        for scalar in text.unicodeScalars where scalar != "\n" {
            #expect(scalar.properties.generalCategory != .control)
        }
        #expect(!text.contains("\u{202E}"))
        #expect(text.contains("␛[31mröd"))
    }

    @Test func `rows stand in line`() throws {
        let lines = try Listing.random(seed: 2).drawn(as: .text).split(separator: "\n")
        let table = lines.drop { !$0.hasPrefix("─") }
        let longest = table.map { DisplayWidth.of(String($0)) }
        #expect(Set(longest) == [20 + 4 * 26])
    }

    @Test func `a number is never cut`() throws {
        let column = Column(key: "a", title: "A", kind: .amount, width: 3)
        let listing = Listing(
            heading: try .sample(),
            columns: [column],
            pages: SinglePage([Row(key: "1", cells: [.amount(-.max)])])
        )
        #expect(
            try listing.drawn(as: .text).contains(
                "\u{2212}9\u{A0}999\u{A0}999\u{A0}999\u{A0}999,99"
            )
        )
    }
}
