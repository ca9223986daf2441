/// A rule on what the association's money should not pay for, that asks for a second look.
///
/// A rule is data with dates: it flags a row with a text and never stops anything.
///
/// Source: SPEC 4.6, GUIDE 2.6.
public struct EligibilityRule: Hashable, Sendable {
    /// The rule's code, such as `tolk`.
    public let code: EligibilityRuleCode

    /// What it is about, in a few Swedish words.
    public let title: String

    /// Words or phrases in a row's label that it concerns; a word stands for all that begin so.
    public let words: [String]

    /// The cost categories that it concerns, whatever the label says.
    public let categories: [CostCategoryCode]

    /// The first day of decisions that it holds for; nil for all.
    public let from: Day?

    /// The last day of decisions that it holds for; nil while it holds.
    public let through: Day?

    /// What there is to think of, in Swedish.
    public let text: String

    /// From where the rule is known.
    public let source: String

    /// States a rule.
    public init(
        code: EligibilityRuleCode,
        title: String,
        words: [String],
        categories: [CostCategoryCode],
        from: Day?,
        through: Day?,
        text: String,
        source: String
    ) {
        self.code = code
        self.title = title
        self.words = words
        self.categories = categories
        self.from = from
        self.through = through
        self.text = text
        self.source = source
    }

    /// Whether the rule holds for what is decided on a day.
    public func holds(on day: Day) -> Bool {
        (from.map { $0 <= day } ?? true) && (through.map { day <= $0 } ?? true)
    }

    /// Whether the rule concerns a row, by its category or the words of its label.
    public func concerns(_ row: BudgetRow) -> Bool {
        if let category = row.category, categories.contains(category) { return true }
        let label = Self.plain(row.label)
        return words.contains { word in
            let word = Self.plain(word)
            return word.count > 1 && label.contains(word)
        }
    }

    /// Lower case, with one blank before each word and nothing but letters and digits in them.
    private static func plain(_ text: String) -> String {
        var plain = ""
        var isInside = false
        for character in text.lowercased() {
            if character.isLetter || character.isNumber {
                if !isInside { plain.append(" ") }
                plain.append(character)
                isInside = true
            } else {
                isInside = false
            }
        }
        return plain
    }
}

/// An eligibility rule's code in its association.
public struct EligibilityRuleCode: Hashable, Sendable {
    /// The code as written, never empty.
    public let text: String

    /// Accepts a letter or digit, then letters, digits and `- _ .`, at most 64 bytes.
    ///
    /// - Returns: nil for anything else.
    public init?(_ text: String) {
        guard Code.accepts(text) else { return nil }
        self.text = text
    }
}

extension EligibilityRuleCode: Comparable {
    /// Orders as text, the same on every machine.
    public static func < (left: EligibilityRuleCode, right: EligibilityRuleCode) -> Bool {
        left.text < right.text
    }
}

/// A budget row that a rule concerns.
public struct EligibilityFlag: Hashable, Sendable {
    /// The row.
    public let row: BudgetRowCode

    /// The row's label.
    public let label: String

    /// The rule.
    public let rule: EligibilityRule
}

extension BudgetVersion {
    /// The rows that rules ask for a second look at, in the rows' order.
    ///
    /// - Parameters:
    ///   - rules: the rules that the association has adopted.
    ///   - day: the day of the decision that grants the budget; a rule that did not hold then says
    ///     nothing of it.
    /// - Returns: a flag for each row and rule that concerns it.
    public func flags(_ rules: [EligibilityRule], on day: Day) -> [EligibilityFlag] {
        let holding = rules.filter { $0.holds(on: day) }.sorted { $0.code < $1.code }
        return rows.filter { !$0.isFinancing }.flatMap { row in
            holding.filter { $0.concerns(row) }.map {
                EligibilityFlag(row: row.code, label: row.label, rule: $0)
            }
        }
    }
}
