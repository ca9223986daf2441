import MedelCore
import MedelDocument
import MedelRender
import Testing

@Suite struct CSVRendererTests {
    struct Case: Sendable {
        let text: String
        let people: String
        let machines: String
    }

    @Test(arguments: [
        Case(text: "Hyra", people: "Hyra", machines: "Hyra"),
        Case(text: "", people: "", machines: ""),
        Case(text: "a;b", people: "\"a;b\"", machines: "a;b"),
        Case(text: "a,b", people: "a,b", machines: "\"a,b\""),
        Case(text: "a\"b", people: "\"a\"\"b\"", machines: "\"a\"\"b\""),
        Case(text: "a\r\nb", people: "\"a\r\nb\"", machines: "\"a\r\nb\""),
        Case(text: " a", people: "\" a\"", machines: "\" a\""),
        Case(text: "=1+1", people: "'=1+1", machines: "=1+1"),
        Case(text: "+46", people: "'+46", machines: "+46"),
        Case(text: "-5", people: "'-5", machines: "-5"),
        Case(text: "@A1", people: "'@A1", machines: "@A1"),
        Case(text: "\t=1", people: "\"'\t=1\"", machines: "\"\t=1\""),
        Case(text: "\r=1", people: "\"'\r=1\"", machines: "\"\r=1\""),
        Case(text: "\u{0}x", people: "\"'\u{0}x\"", machines: "\"\u{0}x\""),
        Case(text: "＝1+1", people: "'＝1+1", machines: "＝1+1"),
        Case(text: "=1;2", people: "\"'=1;2\"", machines: "=1;2"),
    ])
    func `text is quoted where it must be, and harmless for people`(_ test: Case) throws {
        let column = Column(key: "a", title: "A", kind: .text, width: 9)
        let second = Column(key: "b", title: "B", kind: .text, width: 9)
        let row = Row(key: "1", cells: [.text(test.text), .text("z")])
        let listing = Listing(
            heading: try .sample(),
            columns: [column, second],
            pages: SinglePage([row])
        )
        let people = try listing.drawn(as: .csv)
        #expect(people.hasPrefix("\u{FEFF}A;B\r\n" + test.people + ";z\r\n"))
        #expect(try listing.drawn(as: .csvMachine) == "a,b\r\n" + test.machines + ",z\r\n")
    }

    @Test func `amounts are numbers also when negative`() throws {
        let columns = [
            Column(key: "a", title: "A", kind: .amount, width: 9, isSummed: true),
            Column(key: "b", title: "B", kind: .basisPoints, width: 9),
        ]
        let row = Row(key: "1", cells: [.amount(try Money(ore: -123_456)), .basisPoints(2_550)])
        let listing = Listing(
            heading: try .sample(),
            columns: columns,
            pages: SinglePage([row])
        )
        #expect(try listing.drawn(as: .csv).hasPrefix("\u{FEFF}A;B\r\n-1234,56;25,50%\r\n"))
        #expect(try listing.drawn(as: .csvMachine) == "a,b\r\n-1234.56,2550\r\n")
    }
}
