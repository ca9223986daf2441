/// Splits a line into fields without copying any of it.
///
/// Works on bytes, since every mark of the format is ASCII in all character sets it is met in.
///
/// Source: SIE 4C 5.3-5.7; sie/SPEC 1, and 5 nos. 3, 4, 6, 20.
struct SIETokenizer {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// How many fields the last line has.
    private(set) var count = 0

    /// What was odd about the last line.
    private(set) var faults: SIELineFaults = []

    private var fields = [SIEField](
        repeating: SIEField(start: 0, end: 0, form: .bare, isEscaped: false),
        count: 32
    )

    subscript(place: Int) -> SIEField { fields[place] }

    /// Splits a line; fields of the line before are gone.
    mutating func split(_ line: Bytes) {
        count = 0
        faults = []
        var at = 0
        while true {
            while at < line.count, isBlank(line[at]) { at += 1 }
            guard at < line.count else { return }
            switch line[at] {
            case 0x22: at = takeQuoted(line, from: at)
            case 0x7B: at = takeList(line, from: at)
            case 0x7D where isBlank(line, from: at + 1):
                faults.insert(.closesBlock)
                return
            default: at = takeBare(line, from: at)
            }
        }
    }

    private mutating func add(_ start: Int, _ end: Int, _ form: SIEField.Form, _ escaped: Bool) {
        if count == fields.count { fields += fields }
        fields[count] = SIEField(start: start, end: end, form: form, isEscaped: escaped)
        count += 1
    }

    private mutating func takeBare(_ line: Bytes, from start: Int) -> Int {
        var at = start
        var isEscaped = false
        scan: while at < line.count {
            let byte = line[at]
            if byte > 0x22, byte < 0x7B, byte != 0x5C {
                at += 1
                continue
            }
            switch byte {
            case 0x09, 0x0D, 0x1A, 0x20: break scan
            case 0x00...0x1F, 0x7F: faults.insert(.control)
            case 0x5C where at + 1 < line.count && line[at + 1] == 0x22:
                isEscaped = true
                at += 1
            case 0x7B where at > start && line[start..<at].allSatisfy(isDigit): break scan
            default: break
            }
            at += 1
        }
        add(start, at, .bare, isEscaped)
        return at
    }

    private mutating func takeQuoted(_ line: Bytes, from open: Int) -> Int {
        let close = closingQuote(line, from: open + 1)
        add(open + 1, close.end, .quoted, close.isEscaped)
        return close.next
    }

    /// Finds the quote that closes a field, which one that text follows at once does not.
    private mutating func closingQuote(
        _ line: Bytes,
        from start: Int
    ) -> (end: Int, next: Int, isEscaped: Bool) {
        var at = start
        var isEscaped = false
        var lastEscaped: Int?
        while at < line.count {
            let byte = line[at]
            if byte == 0x5C, at + 1 < line.count, line[at + 1] == 0x22 {
                isEscaped = true
                if at + 2 == line.count || isBlank(line[at + 2]) { lastEscaped = at + 1 }
                at += 2
                continue
            }
            if byte == 0x22 {
                if endsField(line, at + 1) { return (at, at + 1, isEscaped) }
                faults.insert(.quoteRepaired)
            } else if (byte < 0x20 && byte != 0x09) || byte == 0x7F {
                faults.insert(.control)
            }
            at += 1
        }
        faults.insert(lastEscaped == nil ? .quoteMissing : .quoteRepaired)
        // A field that ends in a backslash, such as a folder, has only seemed to escape its quote.
        if let end = lastEscaped { return (end, end + 1, true) }
        while at > start, isBlank(line[at - 1]) { at -= 1 }
        return (at, line.count, isEscaped)
    }

    private mutating func takeList(_ line: Bytes, from open: Int) -> Int {
        if isBlank(line, from: open + 1) {
            faults.insert(.opensBlock)
            return line.count
        }
        let before = faults
        var at = open + 1
        while at < line.count, line[at] != 0x7D {
            at = line[at] == 0x22 ? closingQuote(line, from: at + 1).next : at + 1
        }
        if at >= line.count {
            // A quote inside lacks its partner: the first brace must do.
            faults = before.union(.quoteMissing)
            at = open + 1
            while at < line.count, line[at] != 0x7D { at += 1 }
        }
        if at >= line.count { faults = before.union(.listOpen) }
        add(open + 1, at, .list, false)
        return min(at + 1, line.count)
    }

    private func endsField(_ line: Bytes, _ at: Int) -> Bool {
        at >= line.count || isBlank(line[at]) || line[at] == 0x7D || line[at] == 0x7B
    }

    private func isBlank(_ line: Bytes, from start: Int) -> Bool {
        var at = start
        while at < line.count, isBlank(line[at]) { at += 1 }
        return at >= line.count
    }

    @inline(__always)
    private func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x1A
    }
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
