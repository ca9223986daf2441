/// What is met when an application is read from top to bottom.
enum ApplicationEvent: Sendable {
    /// Words without amounts.
    case text([ApplicationToken], ApplicationPlace)
    /// The heading of a table's columns, with the words before it on its line.
    case columns(YearColumns, ApplicationPlace)
    /// Words and the figures after them.
    case row(ApplicationSegment)
    /// An amount in the midst of a sentence, with the sentence's words before and after it.
    case mention(ApplicationSegment, after: [ApplicationToken])
}

/// Where something stands in an application.
struct ApplicationPlace: Hashable, Sendable {
    /// Counted from one.
    let line: Int
    /// How many lines there are between this and what was met before, page breaks not counted.
    let blankLinesBefore: Int
    /// Whether the line is so long that several rows of a table run on it.
    let isRunOn: Bool
}

/// A label and the figures after it.
struct ApplicationSegment: Sendable {
    var label: [ApplicationToken]
    var run: FigureRun
    let place: ApplicationPlace
    /// What amounts without a unit are counted in here.
    var unit: WrittenUnit
    /// Whether the unit is said in a heading.
    var isUnitDeclared: Bool
    /// Whether the amount is said to be about right.
    let isRough: Bool
    /// Words after the amounts on the same line.
    var remark: [ApplicationToken] = []

    /// Says that the first figure is part of the label.
    mutating func moveFirstToLabel() {
        label += run.tokens.prefix(1)
        run = FigureRun(Array(run.tokens.dropFirst()))
    }

    /// Whether the figures are money even outside a table.
    var isStrong: Bool { run.isMoney(in: unit) }
}

extension [ApplicationToken] {
    /// The words as they were written, with one blank between.
    var words: String { map(\.text).joined(separator: " ") }
}
