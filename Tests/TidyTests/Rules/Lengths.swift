extension TidyRule {
    static let sourceLinesMax = 300
    static let testLinesMax = 400
    static let functionLinesMax = 70

    /// A file holds one concept and can be read in one sitting.
    func fileLength(_ file: SourceFile) -> [Finding] {
        let limit: Int
        if file.isSwift(under: "Sources") {
            limit = Self.sourceLinesMax
        } else if file.isSwift(under: "Tests") {
            limit = Self.testLinesMax
        } else {
            return []
        }
        let count = file.text.utf8.count { $0 == 0x0A }
        guard count > limit else { return [] }
        return [Finding(path: file.path, line: limit + 1, reason: "\(count) lines, max \(limit)")]
    }

    /// A function fits on a screen.
    func functionLength(_ file: SourceFile) -> [Finding] {
        guard file.path.hasSuffix(".swift") else { return [] }
        return FunctionScanner(SourceText(file.text).code).functions.compactMap { function in
            guard function.lineCount > Self.functionLinesMax else { return nil }
            let reason = "\(function.lineCount) lines in a function, max \(Self.functionLinesMax)"
            return Finding(path: file.path, line: function.line, reason: reason)
        }
    }
}

/// Finds functions and initialisers and where their bodies end, in code without comments.
struct FunctionScanner {
    /// A function from its keyword to its last brace.
    struct Function {
        let line: Int
        let lineCount: Int
    }

    private(set) var functions: [Function] = []

    private enum Token: Equatable {
        case keyword(Substring)
        case mark(Character)
    }

    init(_ code: [Substring]) {
        let tokens = Self.tokens(code)
        for (place, item) in tokens.enumerated() where Self.declares(tokens, at: place) {
            guard let end = Self.bodyEnd(tokens, after: place) else { continue }
            let count = tokens[end].line - item.line + 1
            functions.append(Function(line: item.line, lineCount: count))
        }
    }

    private static func tokens(_ code: [Substring]) -> [(token: Token, line: Int)] {
        var tokens: [(token: Token, line: Int)] = []
        for (index, line) in code.enumerated() {
            var rest = line
            while let first = rest.first {
                let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
                tokens.append(
                    (token: word.isEmpty ? .mark(first) : .keyword(word), line: index + 1)
                )
                rest = rest.dropFirst(Swift.max(1, word.count))
            }
        }
        return tokens.filter { $0.token != .mark(" ") }
    }

    private static func declares(_ tokens: [(token: Token, line: Int)], at place: Int) -> Bool {
        let isCall = place > 0 && tokens[place - 1].token == .mark(".")
        switch tokens[place].token {
        case .keyword("func"), .keyword("subscript"): return !isCall
        case .keyword("init"):
            guard place + 1 < tokens.count, !isCall else { return false }
            return ["(", "?", "<"].contains { tokens[place + 1].token == .mark($0) }
        default: return false
        }
    }

    /// The place of the last brace; nil for a requirement, which has no body.
    private static func bodyEnd(
        _ tokens: [(token: Token, line: Int)],
        after start: Int
    ) -> Int? {
        var open = 0
        var braces = 0
        for place in (start + 1)..<tokens.count {
            switch tokens[place].token {
            case .mark("("), .mark("["): open += 1
            case .mark(")"), .mark("]"): open -= 1
            case .mark("{") where open == 0: braces += 1
            case .mark("}") where open == 0:
                braces -= 1
                if braces <= 0 { return braces < 0 ? nil : place }
            case .keyword("func"), .keyword("var"), .keyword("let"), .keyword("case"):
                if braces == 0, open == 0 { return nil }
            default: break
            }
        }
        return nil
    }
}
