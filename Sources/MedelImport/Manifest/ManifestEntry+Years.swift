import MedelCore

extension ManifestEntry {
    /// A value for each budget year: of a list, or one that stands alone and holds for all.
    ///
    /// - Returns: nil where the key is missing or a value cannot be read.
    func perYear<Value>(
        _ key: String,
        yearCount: Int,
        _ reason: (String) -> ManifestReason,
        _ read: (String) -> Value?
    ) -> [Value]? {
        perYear(key, yearCount: yearCount) { text, place in
            guard let value = read(text) else {
                findings.add(place, reason(text))
                return nil
            }
            return value
        }
    }

    /// An amount for each budget year.
    func amountsPerYear(_ key: String, yearCount: Int) -> [Money]? {
        perYear(key, yearCount: yearCount) { amount($0, at: $1) }
    }

    private func perYear<Value>(
        _ key: String,
        yearCount: Int,
        _ read: (String, ManifestPlace) -> Value?
    ) -> [Value]? {
        let texts = texts(key)
        guard !texts.isEmpty else {
            note(key, .shape(.missingKey(key)))
            return nil
        }
        let place = place(of: key)
        let values = texts.compactMap { read($0, place) }
        guard values.count == texts.count else { return nil }
        if isText(key) { return Array(repeating: values[0], count: yearCount) }
        if values.count != yearCount {
            note(
                key,
                .budget(.rule(.valueCount(expected: yearCount, found: values.count)))
            )
            return nil
        }
        return values
    }
}
