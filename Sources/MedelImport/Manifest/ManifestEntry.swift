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

    /// Whether one text stands under a key, and no list.
    func isText(_ key: String) -> Bool {
        guard case .text = fields[key]?.value else { return false }
        return true
    }

    /// The text of a value in a list.
    func text(of node: ManifestNode) -> String? { text(node, key: "") }

    /// The mapping that a value in a list is.
    func entry(of node: ManifestNode, keys: [String]) -> ManifestEntry? {
        ManifestEntry(node, file: place.file, keys: keys, findings)
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
        guard !raw.hasControlCharacter else {
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

extension String {
    /// Whether a character stands in the text that is neither shown nor breaks a line.
    var hasControlCharacter: Bool {
        unicodeScalars.contains {
            ($0.value < 0x20 && $0.value != 0x0A && $0.value != 0x09) || $0.value == 0x7F
        }
    }

    /// The text without blanks around it.
    var trimmed: String {
        let blanks: Set<Character> = [" ", "\t", "\n", "\r\n"]
        let start = drop { blanks.contains($0) }
        return String(start.reversed().drop { blanks.contains($0) }.reversed())
    }
}
