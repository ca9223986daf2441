public import MedelCore

/// An amount in running text.
public struct ApplicationMention: Hashable, Sendable {
    /// Where it stands, counted from one.
    public let line: Int

    /// The words around it, with the amount.
    public let text: String

    /// The amount; nil when it cannot be read.
    public let amount: Money?

    /// Whether the words say that it is an amount a year.
    public let isPerYear: Bool

    /// Whether the words say that it is no exact amount.
    public let isApproximate: Bool

    /// Whether words of a budget or an application stand near before it.
    public let isAboutBudget: Bool

    /// How many are kept.
    static let countMax = 200

    init(_ segment: ApplicationSegment, after: [ApplicationToken], isUnderHeading: Bool) {
        let before = segment.label.suffix(14)
        line = segment.place.line
        let start = before.lastIndex { $0.text.hasSuffix(".") && $0.text.count > 3 }
        let sentence = before[(start.map { $0 + 1 } ?? before.startIndex)...]
        let end = after.firstIndex { $0.text.hasSuffix(".") } ?? min(6, after.count - 1)
        let isEnd = segment.run.tokens.last?.text.hasSuffix(".") ?? false
        let rest = after.isEmpty || isEnd ? [] : Array(after[...end])
        text = (Array(sentence) + segment.run.tokens + rest).words
        if case .amounts(let amounts, _, _) = segment.run.read(1, in: segment.unit) {
            amount = amounts[0]
        } else {
            amount = nil
        }
        let written = ApplicationWords.folded(segment.run.text)
        let next = after.prefix(2).map(\.core)
        let lead = sentence.map(\.core)
        isPerYear =
            written.contains("/ar") || next == ["per", "ar"] || next.first == "arligen"
            || Self.asksPerYear(lead)
        isApproximate = lead.last.map { ApplicationWords.approximations.contains($0) } ?? false
        isAboutBudget =
            isUnderHeading
            || before.contains { token in
                Self.budgetStems.contains { token.core.hasPrefix($0) }
            }
    }

    private static func asksPerYear(_ words: [String]) -> Bool {
        zip(words, words.dropFirst()).contains { $0 == "per" && $1 == "ar" }
    }

    private static let budgetStems = [
        "budget", "finansiering", "sokt", "soker", "ansok", "kostnad", "projektmedel", "totalt",
        "bidra", "beloppet", "summa", "medel",
    ]
}
