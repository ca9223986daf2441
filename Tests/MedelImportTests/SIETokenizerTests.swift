import Testing

@testable import MedelImport

@Suite struct SIETokenizerTests {
    struct Case: Sendable {
        let line: String
        let fields: [String]
        var faults: SIELineFaults = []
    }

    @Test(arguments: [
        Case(line: "", fields: []),
        Case(line: " \t ", fields: []),
        Case(line: "#A b c", fields: ["#A", "b", "c"]),
        Case(line: "\t#A\t b  \t", fields: ["#A", "b"]),
        Case(line: "#A \"\" \"b c\"", fields: ["#A", "", "b c"]),
        Case(line: "#A \"b\tc\"", fields: ["#A", "b\tc"]),
        Case(line: #"#A "b \"c\" d" e"#, fields: ["#A", #"b \"c\" d"#, "e"]),
        Case(line: #"#A "C:\data\x" e"#, fields: ["#A", #"C:\data\x"#, "e"]),
        Case(line: "#A {} 1", fields: ["#A", "{}", "1"]),
        Case(line: "#A { } 1", fields: ["#A", "{ }", "1"]),
        Case(line: "#A 1930{}5", fields: ["#A", "1930", "{}", "5"]),
        Case(line: "#A {1 \"a}b\" 6 c} 2", fields: ["#A", "{1 \"a}b\" 6 c}", "2"]),
        Case(line: "#A b {", fields: ["#A", "b"], faults: .opensBlock),
        Case(line: "#A b }", fields: ["#A", "b"], faults: .closesBlock),
        Case(line: "#A a\"b", fields: ["#A", "a\"b"]),
    ])
    func `a line falls into its fields`(_ test: Case) {
        let (fields, faults) = split(test.line)
        #expect(fields == test.fields)
        #expect(faults == test.faults)
    }

    @Test(arguments: [
        Case(
            line: "#A \"F\"rdelning\" 5",
            fields: ["#A", "F\"rdelning", "5"],
            faults: .quoteRepaired
        ),
        Case(line: "#A \"cut at wid", fields: ["#A", "cut at wid"], faults: .quoteMissing),
        Case(line: "#A \"cut \"x", fields: ["#A", "cut \"x"], faults: .quoteMissing),
        Case(
            line: "#A \"C:\\data\\\"",
            fields: ["#A", "C:\\data\\"],
            faults: .quoteRepaired
        ),
        Case(line: "#A {1 \"x} 5", fields: ["#A", "{1 \"x}", "5"], faults: .quoteMissing),
        Case(line: "#A {1 x 5", fields: ["#A", "{1 x 5}"], faults: .listOpen),
        Case(line: "#A \"b\u{1}c\"", fields: ["#A", "b\u{1}c"], faults: .control),
        Case(line: "#A \"\"\"b\"\"\"", fields: ["#A", "\"\"b\"\""], faults: .quoteRepaired),
    ])
    func `a line that is written wrong is read and marked`(_ test: Case) {
        let (fields, faults) = split(test.line)
        #expect(fields == test.fields)
        #expect(faults == test.faults)
    }

    @Test func `a line of many braces takes no longer than its length`() {
        let line =
            String(repeating: "1", count: 30_000) + "x" + String(repeating: "{", count: 30_000)
        #expect(split(line).fields.count == 1)
        #expect(split(String(repeating: "{ \"", count: 10_000)).fields.count == 1)
        #expect(split(String(repeating: "} ", count: 10_000) + "x").fields.count == 10_001)
    }

    private func split(_ line: String) -> (fields: [String], faults: SIELineFaults) {
        var tokenizer = SIETokenizer()
        let bytes = Array(line.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            tokenizer.split(bytes)
            let fields = (0..<tokenizer.count).map { place in
                let field = tokenizer[place]
                let text = String(decoding: bytes[field.start..<field.end], as: UTF8.self)
                return field.form == .list ? "{" + text + "}" : text
            }
            return (fields, tokenizer.faults)
        }
    }
}
