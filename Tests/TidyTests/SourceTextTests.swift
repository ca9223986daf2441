import Testing

struct SourceTextTests {
    struct Case: Sendable {
        let source: String
        let code: String
    }

    @Test(arguments: [
        Case(source: "let a = 1  // try! this", code: "let a = 1              "),
        Case(source: "a /* b /* c */ d */ e", code: "a                   e"),
        Case(source: #"f("try! x") + g"#, code: #"f("      ") + g"#),
        Case(source: #"f("a \"b\" // c") // d"#, code: #"f("            ")     "#),
        Case(source: #"f("a \(g("b", c(1)) + h) d")"#, code: #"f("  \(g(" ", c(1)) + h)  ")"#),
        Case(source: ##"f(#"a " \(b) \#(c)"#)"##, code: ##"f(#"         \#(c)"#)"##),
        Case(source: "func `try! it`() {}", code: "func `       `() {}"),
        Case(source: "f(\"\"\"\n a \" b\n \"\"\") // c", code: "f(\"\"\"\n      \n \"\"\")     "),
        Case(source: "\"unfinished", code: "\"          "),
        Case(source: "/* unfinished", code: "             "),
        Case(source: "", code: ""),
    ])
    func `comments and texts are blank and code stays in its place`(_ test: Case) {
        #expect(SourceText(test.source).code.joined(separator: "\n") == test.code)
    }

    @Test func `texts stay where only comments are left out`() {
        let text = SourceText("f(\"SELECT\") // SELECT")
        #expect(text.written == ["f(\"SELECT\")          "])
        #expect(text.raw == ["f(\"SELECT\") // SELECT"])
    }

    @Test func `a function's lines are counted to its last brace`() {
        let code = SourceText(
            """
            protocol P { func none() -> Int
                init(a: Int) }
            func one(_ f: () -> Void = { }) -> [Int] { [1].map { $0 } }
            init?(x: Int) {
                self.init(y: x)
                if x > 0 { func inner() {
                } }
            }
            subscript(a: Int) -> Int {
                a
            }
            """
        )
        let functions = FunctionScanner(code.code).functions
        #expect(functions.map { [$0.line, $0.lineCount] } == [[3, 1], [4, 5], [6, 2], [9, 3]])
    }
}
