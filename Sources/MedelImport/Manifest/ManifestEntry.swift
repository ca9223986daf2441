import MedelCore

/// A mapping of a manifest under reading: hands out its fields and notes what is wrong with them.
///
/// A field that is absent, empty or wrong is nil; every fault is noted, so that who reads an entry
/// asks for all its fields before giving up.
struct ManifestEntry {
    let place: ManifestPlace
    let findings: ManifestFindings
    private var fields: [String: ManifestNode.Field] = [:]

    /// Takes a mapping and notes the keys that are not known in it.
    ///
    /// - Returns: nil for anything but a mapping.
    init?(_ node: ManifestNode, file: String, keys: [String], _ findings: ManifestFindings) {
        place = ManifestPlace(file: file, line: node.line)
        self.findings = findings
        guard case .mapping(let fields, _) = node else {
            findings.add(place, .shape(.notMapping))
            return nil
        }
        for field in fields {
            let place = ManifestPlace(file: file, line: field.line)
            if !keys.contains(field.key) {
                findings.add(place, .shape(.unknownKey(field.key, known: keys)))
            } else {
                self.fields[field.key] = field
            }
        }
    }

    /// Where a key stands, else where the entry does.
    func place(of key: String) -> ManifestPlace {
        fields[key].map { ManifestPlace(file: place.file, line: $0.line) } ?? place
    }

    /// Whether a key stands here, with or without a value.
    func has(_ key: String) -> Bool { fields[key] != nil }

    func note(_ key: String, _ reason: ManifestReason) { findings.add(place(of: key), reason) }

    /// A value that must be there.
    func required<Value>(_ key: String, _ read: (String) -> Value?) -> Value? {
        guard let field = fields[key], !field.value.isEmpty else {
            note(key, .shape(.missingKey(key)))
            return nil
        }
        return read(key)
    }

    /// A text without blanks around it.
    func text(_ key: String) -> String? {
        guard let field = fields[key] else { return nil }
        return text(field.value, key: key)
    }

    /// The texts of a list, or one that stands alone.
    func texts(_ key: String) -> [String] {
        guard let field = fields[key] else { return [] }
        if case .list(let items, _) = field.value {
            return items.compactMap { text($0, key: key) }
        }
        return text(field.value, key: key).map { [$0] } ?? []
    }

    /// The values of a list; none for a key without value.
    func list(_ key: String) -> [ManifestNode] {
        guard let field = fields[key], !field.value.isEmpty else { return [] }
        guard case .list(let items, _) = field.value else {
            note(key, .shape(.notList))
            return []
        }
        return items
    }

    /// The mapping under a key.
    func entry(_ key: String, keys: [String]) -> ManifestEntry? {
        fields[key].flatMap { ManifestEntry($0.value, file: place.file, keys: keys, findings) }
    }

    /// The mappings of a list.
    func entries(_ key: String, keys: [String]) -> [ManifestEntry] {
        list(key).compactMap { ManifestEntry($0, file: place.file, keys: keys, findings) }
    }

    /// A value that a text is turned into.
    func value<Value>(
        _ key: String,
        _ reason: (String) -> ManifestReason,
        _ read: (String) -> Value?
    ) -> Value? {
        guard let text = text(key) else { return nil }
        guard let value = read(text) else {
            note(key, reason(text))
            return nil
        }
        return value
    }

    private func text(_ node: ManifestNode, key: String) -> String? {
        guard case .text(let raw, let line) = node else {
            findings.add(ManifestPlace(file: place.file, line: node.line), .shape(.notText))
            return nil
        }
        let isBroken = raw.unicodeScalars.contains {
            ($0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09) || $0.value == 0x7F
        }
        guard !isBroken else {
            findings.add(
                ManifestPlace(file: place.file, line: line),
                .shape(.controlCharacter(key: key))
            )
            return nil
        }
        let text = raw.trimmed
        return text.isEmpty ? nil : text
    }
}

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

    func month(_ key: String) -> Month? {
        value(key, { .value(.badMonth($0)) }, { Month(iso: $0) })
    }

    func day(_ key: String) -> Day? { value(key, { .value(.badDay($0)) }, { Day(iso: $0) }) }

    func bookClosing(_ key: String) -> BookClosing? {
        value(key, { .value(.badClosing($0)) }, { BookClosing($0) })
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

    private func amount(_ text: String, at place: ManifestPlace) -> Money? {
        do {
            return try AmountReader(.manifest).read(text)
        } catch {
            findings.add(place, .value(.badAmount(text, error)))
            return nil
        }
    }
}

extension String {
    /// The text without blanks around it.
    fileprivate var trimmed: String {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r\n"]
        let start = drop { blanks.contains($0) }
        return String(start.reversed().drop { blanks.contains($0) }.reversed())
    }
}

/// A year in four digits, such as has books.
func manifestYear(_ text: String) -> Int? {
    guard text.utf8.count == 4, let year = Int(text), (1900...2999).contains(year) else {
        return nil
    }
    return year
}
