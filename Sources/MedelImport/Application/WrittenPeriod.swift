public import MedelCore

/// A time between two dates as an application writes it.
public struct WrittenPeriod: Hashable, Sendable {
    /// Where it stands, counted from one.
    public let line: Int

    /// The words.
    public let text: String

    /// The whole months; nil when it does not begin or end with one.
    public let months: MonthRange?

    /// Whether words before it say that it is the time of an insats.
    public let isNamed: Bool

    /// How many are kept.
    private static let countMax = 200

    /// Every period of a text in order.
    static func all(in text: ApplicationText) -> [WrittenPeriod] {
        var found: [WrittenPeriod] = []
        for line in text.lines where found.count < countMax {
            let words = line.text.split(whereSeparator: \.isWhitespace).map(String.init)
            var place = 0
            while place < words.count {
                guard let (period, end) = period(words, at: place, line.number) else {
                    place += 1
                    continue
                }
                found.append(period)
                place = end
            }
        }
        return found
    }

    private static func period(
        _ words: [String],
        at start: Int,
        _ line: Int
    ) -> (period: WrittenPeriod, end: Int)? {
        let first: WrittenDate
        let last: WrittenDate
        let end: Int
        if let (left, right) = WrittenDate.pair(words[start]) {
            (first, last, end) = (left, right, start + 1)
        } else {
            guard let (from, next) = WrittenDate.read(words, at: start) else { return nil }
            var place = next
            while place < words.count, place < next + 2, isJoint(words[place]) { place += 1 }
            guard let (through, after) = WrittenDate.read(words, at: place) else { return nil }
            (first, last, end) = (from, through, after)
        }
        guard first.start < last.end else { return nil }
        let isWhole =
            first.start == first.start.month.firstDay && last.end == last.end.month.lastDay
        let lead = words[max(0, start - 7)..<start].map { ApplicationWords.core($0) }
        let isNamed = lead.contains { word in nameStems.contains { word.hasPrefix($0) } }
        let period = WrittenPeriod(
            line: line,
            text: words[start..<end].joined(separator: " "),
            months: isWhole ? MonthRange(from: first.start.month, through: last.end.month) : nil,
            isNamed: isNamed
        )
        return (period, end)
    }

    private static func isJoint(_ word: String) -> Bool {
        ["-", "–", "—", "−", "till", "tom", "t.o.m", "t.o.m.", "och", "to", "--"]
            .contains(word.lowercased())
    }

    private static let nameStems = [
        "period", "projekttid", "projektperiod", "insatstid", "tidsperiod", "start", "pagar",
        "mellan", "avtalsperiod", "genomforandetid",
    ]
}

/// A day, or a month without a day.
struct WrittenDate {
    let start: Day
    let end: Day

    private init(_ day: Day) { (start, end) = (day, day) }

    private init(_ month: Month) { (start, end) = (month.firstDay, month.lastDay) }

    /// Reads a date that begins at a word, and where it ends.
    static func read(_ words: [String], at place: Int) -> (date: WrittenDate, end: Int)? {
        guard words.indices.contains(place) else { return nil }
        if let day = day(words[place]) { return (WrittenDate(day), place + 1) }
        if let month = isoMonth(words[place]) { return (WrittenDate(month), place + 1) }
        let core = ApplicationWords.core(words[place])
        if let number = ApplicationWords.months[core], let year = year(words, place + 1),
            let month = Month(year: year, month: number)
        {
            return (WrittenDate(month), place + 2)
        }
        guard words.indices.contains(place + 1), let dayNumber = Int(core),
            let number = ApplicationWords.months[ApplicationWords.core(words[place + 1])],
            let year = year(words, place + 2),
            let day = Day(year: year, month: number, day: dayNumber)
        else { return nil }
        return (WrittenDate(day), place + 3)
    }

    /// Two dates in one word: `160901-190831`, `15.01.01-15.12.31`.
    static func pair(_ word: String) -> (WrittenDate, WrittenDate)? {
        let folded = word.map { "–—−".contains($0) ? "-" : $0 }
        let parts = folded.split(separator: "-")
        guard parts.count.isMultiple(of: 2), parts.count <= 6 else { return nil }
        let half = parts.count / 2
        let left = parts[..<half].joined(separator: "-")
        let right = parts[half...].joined(separator: "-")
        if let first = day(String(left)), let last = day(String(right)) {
            return (WrittenDate(first), WrittenDate(last))
        }
        guard let first = isoMonth(String(left)), let last = isoMonth(String(right)) else {
            return nil
        }
        return (WrittenDate(first), WrittenDate(last))
    }

    /// `2017-02-01`, `2017.02.01`, `17.02.01`, `20170201`, `170201`.
    static func day(_ word: String) -> Day? {
        let text = ApplicationWords.core(word)
        let parts = text.split { !$0.isASCIIDigit }
        guard text.allSatisfy({ $0.isASCIIDigit || "-./–".contains($0) }) else { return nil }
        if parts.count == 3, [2, 4].contains(parts[0].count),
            parts[1...].allSatisfy({ $0.count == 2 })
        {
            return day(parts.joined(), isShort: parts[0].count == 2)
        }
        guard parts.count == 1, text == parts[0] else { return nil }
        if text.count == 6 { return day(text, isShort: true) }
        return text.count == 8 ? day(text, isShort: false) : nil
    }

    private static func day(_ digits: String, isShort: Bool) -> Day? {
        guard let number = Int(digits), !isShort || number < 600_000 else { return nil }
        let day = Day(number: isShort ? 2000_00_00 + number : number)
        return day.flatMap { (1990...2100).contains($0.year) ? $0 : nil }
    }

    private static func isoMonth(_ word: String) -> Month? {
        Month(iso: ApplicationWords.core(word)).flatMap {
            (1990...2100).contains($0.year) ? $0 : nil
        }
    }

    private static func year(_ words: [String], _ place: Int) -> Int? {
        guard words.indices.contains(place) else { return nil }
        let core = ApplicationWords.core(words[place])
        guard core.count == 4, let year = Int(core), (1990...2100).contains(year) else {
            return nil
        }
        return year
    }
}
