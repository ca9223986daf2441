import MedelCore

/// Reads the fields of a template.
struct TemplateReading {
    /// The words for what fills a row.
    enum Word: String, CaseIterable {
        case heading
        case accounts
        case sum
        case total
        case equity
        case offBalance
    }

    let findings: ManifestFindings
    let file: String

    func read(_ root: ManifestNode) -> StatementTemplate? {
        let keys = ["template", "version", "statement", "years", "rows", "accounts", "poRates"]
        guard let entry = ManifestEntry(root, file: file, keys: keys, findings) else { return nil }
        let name = entry.required("template") { key(entry, $0) }
        let version = entry.required("version") { entry.number($0, 1...9_999) }
        guard ["rows", "accounts", "poRates"].count(where: { entry.has($0) }) == 1 else {
            findings.add(entry.place, .template(.noContent))
            return nil
        }
        let content =
            entry.has("rows")
            ? layout(entry) : entry.has("accounts") ? chart(entry) : rates(entry)
        guard let name, let version, let content else { return nil }
        return StatementTemplate(name: name, version: version, content: content)
    }

    private func key(_ entry: ManifestEntry, _ field: String) -> String? {
        entry.value(field, { .template(.badKey($0)) }, { isKey($0) ? $0 : nil })
    }

    private func isKey(_ text: String) -> Bool {
        (1...64).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            }
    }

    private func layout(_ entry: ManifestEntry) -> StatementTemplate.Content? {
        let kind: StatementLayout.Kind? = entry.required("statement") { entry.choice($0) }
        let years = entry.entry("years", keys: ["from", "through"])
        let first = years.flatMap { $0.year("from") }
        let last = years.flatMap { $0.year("through") }
        if let first, let last, first > last {
            entry.note("years", .template(.yearsReversed(from: first, through: last)))
        }
        guard let kind else { return nil }
        var rows: [StatementLayout.Row] = []
        var places: [String: ManifestPlace] = [:]
        let keys = ["key", "title", "level", "kind", "of", "total", "part"]
        for item in entry.entries("rows", keys: keys) {
            guard let row = row(item, kind, above: Set(places.keys)) else { continue }
            if let earlier = places[row.key] {
                item.note("key", .template(.repeated(row.key, first: earlier)))
            } else {
                places[row.key] = item.place
                rows.append(row)
            }
        }
        let wanted: [StatementLayout.Total] =
            kind == .income ? [.result] : [.assets, .equityAndDebts]
        for total in wanted {
            let count = rows.count { row in
                if case .total(total, _) = row.filling { true } else { false }
            }
            if count != 1 { entry.note("rows", .template(.totalMissing(total))) }
        }
        return .layout(
            StatementLayout(kind: kind, firstYear: first, lastYear: last, rows: rows)
        )
    }

    private func row(
        _ item: ManifestEntry,
        _ kind: StatementLayout.Kind,
        above: Set<String>
    ) -> StatementLayout.Row? {
        let key = item.required("key") { self.key(item, $0) }
        let title = item.required("title", item.text)
        let level = item.has("level") ? item.number("level", 0...9) : 0
        let filling = filling(item, kind, above: above)
        if let key, StatementLayout.reservedKeys.contains(key) {
            item.note("key", .template(.reservedKey(key)))
        }
        guard let key, let title, let level, let filling else { return nil }
        return StatementLayout.Row(key: key, title: title, level: level, filling: filling)
    }

    private func filling(
        _ item: ManifestEntry,
        _ kind: StatementLayout.Kind,
        above: Set<String>
    ) -> StatementLayout.Filling? {
        let word: Word? = item.has("kind") ? item.choice("kind") : .accounts
        switch word {
        case .heading: return .heading
        case .accounts: return .accounts
        case .sum: return .sum(parts(item, above))
        case .total:
            let total: StatementLayout.Total? = item.required("total") { item.choice($0) }
            guard let total else { return nil }
            guard (total == .result) == (kind == .income) else {
                item.note("total", .template(.notInStatement(total.rawValue)))
                return nil
            }
            return .total(total, parts(item, above))
        case .equity, .offBalance:
            guard let word, kind == .balance else {
                item.note("kind", .template(.notInStatement(word?.rawValue ?? "")))
                return nil
            }
            if word == .offBalance { return .offBalance }
            let part: StatementLayout.EquityPart? = item.required("part") { item.choice($0) }
            return part.map { .equity($0) }
        case nil: return nil
        }
    }

    /// The rows that a sum is of, each of which must stand above it.
    private func parts(_ item: ManifestEntry, _ above: Set<String>) -> [String] {
        guard item.has("of") else {
            item.note("of", .shape(.missingKey("of")))
            return []
        }
        let parts = item.texts("of")
        for part in parts where !above.contains(part) {
            item.note("of", .template(.rowNotAbove(part)))
        }
        return parts
    }

    private func rates(_ entry: ManifestEntry) -> StatementTemplate.Content {
        for word in ["statement", "years"] where entry.has(word) {
            entry.note(word, .template(.notInStatement(word)))
        }
        var reading = ManifestReading(findings: findings)
        reading.readPORates(entry)
        return .poRates(PORateTable(reading.poRates))
    }

    private func chart(_ entry: ManifestEntry) -> StatementTemplate.Content? {
        for word in ["statement", "years"] where entry.has(word) {
            entry.note(word, .template(.notInStatement(word)))
        }
        var entries: [AccountChart.Entry] = []
        var places: [String: ManifestPlace] = [:]
        for item in entry.entries("accounts", keys: ["prefix", "row"]) {
            let prefix = item.required("prefix") { key in
                item.value(key, { .template(.badPrefix($0)) }, { isPrefix($0) ? $0 : nil })
            }
            let row = item.required("row") { key(item, $0) }
            guard let prefix, let row else { continue }
            if let earlier = places[prefix] {
                item.note("prefix", .template(.repeated(prefix, first: earlier)))
                continue
            }
            places[prefix] = item.place
            entries.append(AccountChart.Entry(prefix: prefix, place: place(row)))
        }
        return .chart(AccountChart(entries))
    }

    private func isPrefix(_ text: String) -> Bool {
        (1...20).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte)
            }
    }

    private func place(_ row: String) -> AccountChart.Place {
        switch row {
        case "equity": .equity
        case "reserve": .reserve
        case "closing": .closing
        default: .row(row)
        }
    }
}
