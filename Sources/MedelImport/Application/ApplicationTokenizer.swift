/// Cuts a line into words and says what each is taken for.
struct ApplicationTokenizer {
    /// What stands between two blanks.
    struct Word {
        let text: Substring
        let gap: ApplicationToken.Gap
    }

    /// The words of a line in order.
    static func tokens(_ line: String) -> [ApplicationToken] {
        var tokens = MinusParentheses.taken(words(line)).map(token)
        hideParentheses(&tokens)
        hidePhones(&tokens)
        YearMarks.take(&tokens)
        return tokens
    }

    private static func words(_ line: String) -> [Word] {
        var words: [Word] = []
        var rest = Substring(line)
        while true {
            let blanks = rest.prefix { $0.isWhitespace }
            rest = rest[blanks.endIndex...]
            let text = rest.prefix { !$0.isWhitespace }
            if text.isEmpty { return words }
            words.append(Word(text: text, gap: words.isEmpty ? .lineStart : gap(blanks)))
            rest = rest[text.endIndex...]
        }
    }

    private static func gap(_ blanks: Substring) -> ApplicationToken.Gap {
        if blanks.count > 1 || blanks.first == "\t" { return .wide }
        return blanks.first == " " ? .single : .fixed
    }

    private static func token(_ word: Word) -> ApplicationToken {
        let core = ApplicationWords.core(word.text)
        return ApplicationToken(
            kind: kind(word.text, core),
            text: String(word.text),
            core: core,
            gap: word.gap
        )
    }

    private static func kind(_ text: Substring, _ core: String) -> ApplicationToken.Kind {
        switch text {
        case "-", "–", "—", "‒": return .dash(isMinus: false)
        case "\u{2212}": return .dash(isMinus: true)
        case "%", "%.", "%,": return .percent
        case ":-", ",-", "kr/år", "kr/år.", "/år": return .unit(.krona)
        default: break
        }
        if let figure = figure(text) { return figure }
        if let unit = unit(core), !text.hasPrefix("(") { return .unit(unit) }
        return core == "procent" ? .percent : splitYear(text, core)
    }

    static func unit(_ core: String) -> WrittenUnit? {
        switch core {
        case "kr", "kronor", "sek", "kr/ar": .krona
        case "tkr", "ksek", "kkr", "tkr/ar", "tusental", "tusentals", "tusen", "1000-tal",
            "1000-tals":
            .thousand
        case "mkr", "mnkr", "msek", "miljoner", "miljon", "milj", "mkr/ar": .million
        default: nil
        }
    }

    /// Digits with a sign before and a unit behind; nil for any other word.
    private static func figure(_ text: Substring) -> ApplicationToken.Kind? {
        var rest = text
        var isNegative = false
        var hasSign = false
        if let first = rest.first, "-–\u{2212}+".contains(first) {
            hasSign = true
            isNegative = first != "+"
            rest = rest.dropFirst()
        }
        guard rest.first?.isASCIIDigit == true else { return nil }
        guard let digits = whole(digits(&rest)) else { return nil }
        while let last = rest.last, ".;*".contains(last) || (rest.count == 1 && ",:".contains(last))
        {
            rest = rest.dropLast()
        }
        let hasMinusAfter = ["-", "–", "\u{2212}"].contains(rest) && digits.count > 2
        let unit: WrittenUnit?
        switch hasMinusAfter ? "" : ApplicationWords.folded(rest) {
        case "": unit = nil
        case "%": return .percent
        case ":-", ",-", ".-", "kr", "kr/ar", ":-/ar", "sek", "kronor", "/ar", "kr,", "kr/ar,":
            unit = .krona
        case "tkr", "tkr/ar", "ksek", "kkr", "'", "\u{2019}", "´": unit = .thousand
        case "mkr", "mnkr", "mkr/ar", "msek": unit = .million
        default: return nil
        }
        return .figure(
            WrittenFigure(
                digits: String(digits),
                isNegative: isNegative,
                hasSign: hasSign,
                hasMinusAfter: hasMinusAfter,
                unit: unit
            )
        )
    }

    /// Digits with one point, comma or apostrophe between groups.
    private static func digits(_ rest: inout Substring) -> Substring {
        let start = rest
        var end = rest.startIndex
        while let next = rest.first {
            if next.isASCIIDigit {
                rest = rest.dropFirst()
                end = rest.startIndex
            } else if ".,".contains(next) || apostrophes.contains(next),
                rest.dropFirst().first?.isASCIIDigit == true
            {
                rest = rest.dropFirst()
            } else {
                break
            }
        }
        rest = rest[end...]
        return start[..<end]
    }

    private static let apostrophes: Set<Character> = ["'", "\u{2019}", "\u{2018}", "´", "`"]

    /// The digits as they are read, apostrophes taken out; nil when they are no amount.
    private static func whole(_ digits: Substring) -> String? {
        let hasApostrophe = digits.contains { apostrophes.contains($0) }
        guard hasApostrophe else {
            return isAmount(digits) ? String(digits) : nil
        }
        let groups = digits.split { apostrophes.contains($0) }
        // Decimals stand after the last group only.
        guard let first = groups.first, first.count <= 3, first.allSatisfy(\.isASCIIDigit),
            let last = groups.last, last.prefix(while: \.isASCIIDigit).count == 3,
            last.count(where: { !$0.isASCIIDigit }) <= 1,
            groups.dropFirst().dropLast().allSatisfy({ group in
                group.count == 3 && group.allSatisfy(\.isASCIIDigit)
            })
        else { return nil }
        return groups.joined()
    }

    /// Whether the marks group by three, but for a last one before decimals: no date, no version.
    private static func isAmount(_ digits: Substring) -> Bool {
        guard digits.count <= 30 else { return false }
        let parts = digits.split { !$0.isASCIIDigit }
        guard parts.count > 2 else { return true }
        return parts[1..<(parts.count - 1)].allSatisfy { $0.count == 3 }
            && (parts.last?.count == 3 || digits.last { !$0.isASCIIDigit } == ",")
    }

    /// `2025-2026`, `2025/26`; else text.
    private static func splitYear(_ text: Substring, _ core: String) -> ApplicationToken.Kind {
        let parts = core.split { "-–/".contains($0) }
        guard parts.count == 2, parts[0].count == 4, let first = Int(parts[0]),
            let second = Int(parts[1]), (1990...2059).contains(first),
            core.allSatisfy({ $0.isASCIIDigit || "-–/".contains($0) })
        else { return .text }
        let isNext = second == first + 1 || (parts[1].count == 2 && second == (first + 1) % 100)
        guard isNext else { return .text }
        return .year(WrittenYear(kind: .split(first), label: core))
    }

    /// Figures inside parentheses explain a label.
    private static func hideParentheses(_ tokens: inout [ApplicationToken]) {
        for start in tokens.indices where tokens[start].text.contains("(") {
            let near = start..<min(start + 20, tokens.count)
            guard let end = near.first(where: { tokens[$0].text.contains(")") }) else { continue }
            for place in start...end { tokens[place] = tokens[place].asText }
        }
    }

    /// What begins with a nought and goes on is a telephone number or a code.
    private static func hidePhones(_ tokens: inout [ApplicationToken]) {
        var isPhone = false
        for place in tokens.indices {
            guard case .figure(let figure) = tokens[place].kind else {
                let text = tokens[place].text
                isPhone = text.first == "0" && text.dropFirst().contains { "-/".contains($0) }
                continue
            }
            let follows = place > 0 && tokens[place - 1].figure != nil
            // Three digits alone on a line end an amount that the line above began.
            let isRest = tokens.count == 1 && figure.continuesAmount
            if figure.leadsWithZero, !follows, !isRest { isPhone = true }
            if isPhone { tokens[place] = tokens[place].asText }
        }
    }
}

extension Character {
    /// Whether the character is 0 to 9.
    var isASCIIDigit: Bool { asciiValue.map { (0x30...0x39).contains($0) } ?? false }
}
