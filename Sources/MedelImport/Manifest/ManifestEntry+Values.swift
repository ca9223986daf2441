import MedelCore

extension ManifestEntry {
    func amount(_ key: String) -> Money? {
        text(key).flatMap { amount($0, at: place(of: key)) }
    }

    /// The amounts of a list, each nil where it cannot be read.
    func amounts(_ key: String) -> [Money?] {
        list(key).map { node in
            let place = ManifestPlace(file: self.place.file, line: node.line)
            guard case .text(let text, _) = node else {
                findings.add(place, .shape(.notText))
                return nil
            }
            return amount(text.trimmed, at: place)
        }
    }

    /// A percentage such as `4` or `39,15`, zero or above.
    func rate(_ key: String) -> Rate? {
        value(key, { .value(.badRate($0)) }) { text in
            Rate(percent: text).flatMap { $0 >= .zero ? $0 : nil }
        }
    }

    func month(_ key: String) -> Month? {
        value(key, { .value(.badMonth($0)) }, { Month(iso: $0) })
    }

    func day(_ key: String) -> Day? { value(key, { .value(.badDay($0)) }, { Day(iso: $0) }) }

    func dayOfYear(_ key: String) -> DayOfYear? {
        value(key, { .value(.badDayOfYear($0)) }, { DayOfYear($0) })
    }

    func year(_ key: String) -> Int? { value(key, { .value(.badYear($0)) }, manifestYear) }

    func number(_ key: String, _ range: ClosedRange<Int>) -> Int? {
        value(
            key,
            { .value(.badNumber($0, least: range.lowerBound, most: range.upperBound)) },
            { text in Int(text).flatMap { range.contains($0) ? $0 : nil } }
        )
    }

    /// One of the words of a closed set.
    func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String) -> Choice? {
        value(
            key,
            { .value(.badChoice($0, known: Choice.allCases.map(\.rawValue))) },
            { Choice(rawValue: $0) }
        )
    }

    func ownerCode(_ key: String) -> OwnerCode? {
        value(key, { .value(.badCode($0)) }, { OwnerCode($0) })
    }

    func insatsCode(_ key: String) -> InsatsCode? {
        value(key, { .value(.badCode($0)) }, { InsatsCode($0) })
    }

    func memberCode(_ key: String) -> MemberCode? {
        value(key, { .value(.badCode($0)) }, { MemberCode($0) })
    }

    func category(_ key: String) -> CostCategoryCode? {
        value(key, { .value(.badCategory($0)) }, { CostCategoryCode($0) })
    }

    /// The months from `from` through `through`, both or neither.
    func months() -> MonthRange? {
        let first = month("from")
        let last = month("through")
        guard let first, let last else {
            if has("from") != has("through") { findings.add(place, .plan(.halfPeriod)) }
            return nil
        }
        guard let months = MonthRange(from: first, through: last) else {
            note("from", .plan(.monthsReversed(from: first, through: last)))
            return nil
        }
        return months
    }

    /// The remarks on where an entry comes from and what it assumes.
    func notes() -> [SourceNote] {
        var notes = texts("source").map { SourceNote(.source, $0) }
        for entry in entries("assumed", keys: ["what", "reason"]) {
            let what = entry.required("what", entry.text)
            let reason = entry.required("reason", entry.text)
            guard let what, let reason else { continue }
            notes.append(SourceNote(.assumed, "\(what) – \(reason)"))
        }
        return notes + texts("remark").map { SourceNote(.remark, $0) }
    }

    /// Reads an amount that stands at a place.
    func amount(_ text: String, at place: ManifestPlace) -> Money? {
        do {
            return try AmountReader(.manifest).read(text)
        } catch {
            findings.add(place, .value(.badAmount(text, error)))
            return nil
        }
    }
}

/// A year in four digits, such as has books.
func manifestYear(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2999).contains(year) else {
        return nil
    }
    return year
}
