import MedelCore

/// A budget in running text: `640 000 kr för lön, 210 000 kr för lokaler, totalt 850 000 kr`.
///
/// A paragraph is taken when at least two of its amounts stand beside a known kind of cost.
struct ProseBudget {
    private(set) var budget: ApplicationBudget?

    /// The lines of the paragraph that it is read from.
    var lines: Set<Int> {
        Set((budget?.rows.map(\.line) ?? []) + (budget?.sums.map(\.line) ?? []))
    }

    /// An amount of a paragraph with the words around it.
    private struct Amount {
        let money: Money
        let before: [ApplicationToken]
        let after: [ApplicationToken]
        let text: String
        let line: Int
    }

    private struct Piece {
        let token: ApplicationToken
        let line: Int
    }

    /// How many words of a paragraph are looked at.
    private static let wordsMax = 20_000

    init(_ text: ApplicationText) {
        var paragraph: [Piece] = []
        for line in text.lines {
            let tokens = ApplicationTokenizer.tokens(line.text)
            if tokens.isEmpty || paragraph.count > Self.wordsMax {
                take(paragraph)
                paragraph = []
            }
            paragraph += tokens.map { Piece(token: $0, line: line.number) }
        }
        take(paragraph)
    }

    private mutating func take(_ paragraph: [Piece]) {
        let amounts = Self.amounts(paragraph)
        guard amounts.count > 1, amounts.count < 100 else { return }
        var rows: [ApplicationRow] = []
        var totals: [Amount] = []
        var others: [UnplacedLine] = []
        for amount in amounts {
            if let label = Self.label(of: amount) {
                let proposal = CategoryProposal(of: label)
                rows.append(
                    ApplicationRow(
                        label: label,
                        line: amount.line,
                        amounts: [amount.money],
                        category: proposal.category,
                        standsApart: false,
                        written: amount.text,
                        doubts: [.runningText] + proposal.doubts
                    )
                )
            } else if Self.isTotal(amount) {
                totals.append(amount)
            } else {
                let words = (amount.before.suffix(4) + []).map(\.text).joined(separator: " ")
                others.append(
                    UnplacedLine(
                        line: amount.line,
                        text: words + " " + amount.text,
                        hasDigits: true
                    )
                )
            }
        }
        guard rows.count > max(1, budget?.rows.count ?? 0) else { return }
        budget = Self.budget(rows, totals, others)
    }

    private static func budget(
        _ rows: [ApplicationRow],
        _ totals: [Amount],
        _ others: [UnplacedLine]
    ) -> ApplicationBudget {
        let sum = try? Money.sum(rows.flatMap { $0.known ?? [] })
        let sums = totals.map { total in
            let outcome: PrintedSum.Outcome =
                sum.map { $0 == total.money ? .agreesWithAll : .differs(computed: [$0]) }
                ?? .notCompared
            return PrintedSum(
                label: total.before.suffix(3).map(\.text).joined(separator: " "),
                line: total.line,
                amounts: [total.money],
                outcome: outcome,
                written: total.text
            )
        }
        let verdict: SumVerdict =
            if sums.contains(where: \.isDifference) {
                .differs
            } else if !others.isEmpty || sums.contains(where: { $0.outcome == .notCompared }) {
                .notCompared
            } else {
                sums.isEmpty ? .noSum : .agrees
            }
        return ApplicationBudget(
            heading: "",
            line: rows[0].line,
            years: [ApplicationBudget.Year(label: "Ett år", months: nil)],
            rows: rows,
            incomes: [],
            sums: sums,
            unplaced: others,
            tableDoubts: [.yearUnknown],
            verdict: verdict
        )
    }

    /// Amounts with a unit behind them.
    private static func amounts(_ paragraph: [Piece]) -> [Amount] {
        var amounts: [Amount] = []
        var place = 0
        while place < paragraph.count {
            let end = runEnd(paragraph, from: place)
            guard end > place else {
                place += 1
                continue
            }
            let tokens = paragraph[place..<end].map(\.token)
            let hasUnit = tokens.contains { token in
                if case .unit = token.kind { return true }
                return token.figure?.unit != nil
            }
            if hasUnit, case .amounts(let read, _, _) = FigureRun(tokens).read(1, in: .krona),
                let money = read[0], money > .zero
            {
                amounts.append(
                    Amount(
                        money: money,
                        before: paragraph[max(0, place - 8)..<place].map(\.token),
                        after: paragraph[end..<min(end + 8, paragraph.count)].map(\.token),
                        text: tokens.words,
                        line: paragraph[place].line
                    )
                )
            }
            place = end
        }
        return amounts
    }

    private static func runEnd(_ paragraph: [Piece], from start: Int) -> Int {
        var end = start
        while end < paragraph.count {
            switch paragraph[end].token.kind {
            case .figure: end += 1
            case .unit:
                // A unit ends an amount, and words follow.
                return end > start ? end + 1 : start
            case .percent, .dash, .text, .year: return end
            }
        }
        return end
    }

    /// What the amount is for: the words after it when they belong to it, else those before.
    private static func label(of amount: Amount) -> String? {
        var after = amount.after[...]
        let isCut = amount.text.hasSuffix(",") || amount.text.hasSuffix(".")
        if !isCut {
            let joints: Set<String> = ["for", "till", "i", "avser", "ar", "pa", "gar"]
            while let first = after.first, joints.contains(first.core) { after.removeFirst() }
            if let words = phrase(after) { return words }
        }
        var before: [ApplicationToken] = []
        for token in amount.before.reversed() {
            let isBorder = token.text.hasSuffix(",") || token.text.hasSuffix(".")
            if isBorder || !token.isText || ["och", "samt"].contains(token.core) { break }
            before.insert(token, at: 0)
        }
        let joints: Set<String> = ["for", "pa", "med", "till", "kostar", "ar", "ca", "cirka"]
        while let last = before.last, joints.contains(last.core) { before.removeLast() }
        while let first = before.first, joints.contains(first.core) { before.removeFirst() }
        return phrase(before[...])
    }

    /// Words up to the next border, when they name a known kind of cost.
    private static func phrase(_ tokens: ArraySlice<ApplicationToken>) -> String? {
        var words: [ApplicationToken] = []
        for token in tokens {
            guard token.isText, !["samt", "och"].contains(token.core) else { break }
            words.append(token)
            if let last = token.text.last, ",.;:)".contains(last) { break }
        }
        let label = RowLabel.cleaned(words.words).filter { !".)".contains($0) }
        guard !label.isEmpty, CategoryProposal(of: label).isKnown, SumLabel(label) == nil else {
            return nil
        }
        return label
    }

    private static func isTotal(_ amount: Amount) -> Bool {
        let stems = ["total", "sammanlag", "soker", "ansok", "summa", "budget", "sokt", "tillsam"]
        return (amount.before.suffix(6) + amount.after.prefix(2)).contains { token in
            stems.contains { token.core.hasPrefix($0) }
        }
    }
}
