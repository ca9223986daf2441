internal import MedelCore

/// Reads fields of the line at hand.
extension SIEEngine {
    /// How much of a hostile text is repeated in a finding.
    private static var quotedCharactersMax: Int { 80 }

    func isGiven(_ place: Int) -> Bool { place < fields.count && !fields[place].isEmpty }

    func content(_ place: Int) -> Slice<Bytes> { bytes[fields[place].start..<fields[place].end] }

    /// The field as a string, empty when the line is shorter.
    func string(_ place: Int) -> String {
        guard place < fields.count else { return "" }
        return decoder.string(content(place), isEscaped: fields[place].isEscaped)
    }

    /// The field as a string short enough for a finding.
    func quoted(_ place: Int) -> String {
        guard place < fields.count else { return "" }
        let text = decoder.string(content(place).prefix(400), isEscaped: false)
        guard text.count > Self.quotedCharactersMax else { return text }
        return text.prefix(Self.quotedCharactersMax) + "…"
    }

    /// The field as a whole number, a minus allowed; nil when it is none or very large.
    func number(_ place: Int) -> Int? {
        guard place < fields.count else { return nil }
        var digits = content(place)
        let isNegative = digits.first == 0x2D
        if isNegative { digits = digits.dropFirst() }
        guard !digits.isEmpty, digits.count <= 9 else { return nil }
        var value = 0
        for byte in digits {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return isNegative ? -value : value
    }

    /// The field as a date of eight digits; nil when it is none.
    mutating func day(_ place: Int) -> Day? {
        guard place < fields.count, fields[place].count == 8, let number = number(place)
        else { return nil }
        if number == lastDay.number { return lastDay.day }
        lastDay = (number, Day(number: number))
        return lastDay.day
    }

    /// The field's text in the draft's storage.
    mutating func keep(_ place: Int) -> VoucherDraft.Text {
        guard isGiven(place), draft.storage.count < limits.voucherTextBytesMax else {
            if isGiven(place) { refuseLargeVoucher() }
            return .empty
        }
        let bytes = content(place)
        let isEscaped = fields[place].isEscaped
        return draft.keep { [decoder] in decoder.append(bytes, isEscaped: isEscaped, to: &$0) }
    }

    /// The last text of an item, also when it has blanks without quotes or quotes inside.
    mutating func lastText(_ place: Int) -> String {
        guard place < fields.count else { return "" }
        let field = fields[place]
        guard place + 1 < fields.count else { return string(place) }
        let end = fields[fields.count - 1].end
        if field.form == .bare {
            findings.add(.text(.nameNotQuoted), line: line)
            return decoder.string(bytes[field.start..<end], isEscaped: true)
        }
        guard field.form == .quoted, fields.faults.contains(.quoteRepaired),
            let close = bytes.lastIndex(of: 0x22), close > field.end
        else { return string(place) }
        return decoder.string(bytes[field.start..<close], isEscaped: true)
    }

    mutating func reportFaults() {
        if decoder.encoding == .utf8 { reportDamage() }
        let faults = fields.faults
        guard !faults.isEmpty else { return }
        if faults.contains(.quoteRepaired) { findings.add(.text(.quoteRepaired), line: line) }
        if faults.contains(.quoteMissing) { findings.add(.text(.quoteMissing), line: line) }
        if faults.contains(.control) { findings.add(.text(.controlCharacter), line: line) }
        if faults.contains(.listOpen) { findings.add(.row(.objectListOpen), line: line) }
    }

    private mutating func reportDamage() {
        let damage = SIETextDamage(of: bytes)
        if damage.contains(.replaced) { findings.add(.text(.replacementCharacter), line: line) }
        if damage.contains(.mojibake) { findings.add(.text(.mojibake), line: line) }
        if damage.contains(.doubled) { findings.add(.text(.doubleEncoded), line: line) }
    }

    mutating func countUnknown(_ name: SIEField) {
        let text = quoted(0)
        let countMax = 1000
        guard contents.unknownLabels[text] != nil || contents.unknownLabels.count < countMax else {
            findings.add(.document(.unknownLabel(label: text)), line: line)
            return
        }
        if contents.unknownLabels[text] == nil {
            findings.add(.document(.unknownLabel(label: text)), line: line)
        }
        contents.unknownLabels[text, default: 0] += 1
    }
}
