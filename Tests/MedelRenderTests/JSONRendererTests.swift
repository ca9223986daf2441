import Foundation
import MedelCore
import MedelDocument
import MedelRender
import Testing

@Suite struct JSONRendererTests {
    @Test func `every character of the first three thousand comes back`() throws {
        let scalars = (0..<3_000).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FFFE}", "😀"]
        let texts = scalars.map { "x" + String(Character($0)) + "y" }
        let listing = Listing(
            heading: try .sample(),
            columns: [Column(key: "t", title: "\"T\"", kind: .text, width: 5)],
            pages: SinglePage(texts.map { Row(key: $0, cells: [.text($0)]) })
        )
        let data = Data(try listing.bytes(as: .json))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let rows = try #require(object["rows"] as? [[String: Any]])
        let read = rows.map { ($0["values"] as? [String: Any])?["t"] as? String }
        for (text, back) in zip(texts, read) {
            #expect(back.map { Array($0.utf8) } == Array(text.utf8))
        }
        #expect(data.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }

    @Test func `the object has its parts in their order`() throws {
        let text = try Listing.sample().drawn(as: .json)
        let keys = [
            "title", "association", "asOf", "ledgerVersion", "head", "columns", "rows", "totals",
            "notes",
        ]
        let places = keys.compactMap { text.range(of: "\n\"\($0)\":")?.lowerBound }
        #expect(text.hasPrefix("{\"title\":"))
        #expect(places.count == keys.count - 1)
        #expect(places == places.sorted())
    }

    @Test func `a listing of nothing is an object with empty parts`() throws {
        let heading = try Heading.sample(scope: [])
        let listing = Listing(
            heading: Heading(
                title: "T",
                association: "A",
                asOf: nil,
                ledgerVersion: 0,
                head: "",
                created: heading.created
            ),
            columns: [Column(key: "a", title: "A", kind: .amount, width: 5)],
            pages: SinglePage([])
        )
        let data = Data(try listing.bytes(as: .json))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(object["asOf"] is NSNull)
        #expect((object["rows"] as? [Any])?.isEmpty == true)
        #expect((object["notes"] as? [Any])?.isEmpty == true)
        #expect((object["totals"] as? [String: Any])?.isEmpty == true)
    }
}
