/// The sum of items, #KSUMMA.
extension SIEEngine {
    /// Takes the item at hand into the sum, or compares at the last #KSUMMA.
    mutating func sumItem(_ label: SIELabel?) {
        guard label != .ksumma else {
            takeSum()
            return
        }
        guard sumState == .running else {
            findings.add(.document(.itemAfterChecksum), line: line)
            return
        }
        for place in 0..<fields.count { sum(fields, place, of: bytes) }
    }

    private mutating func takeSum() {
        switch sumState {
        case .absent:
            guard isGiven(1) else {
                sumState = .running
                return
            }
            findings.add(.document(.checksumWithoutStart), line: line)
            sumState = .closed
        case .running:
            sumState = .closed
            let stated = quoted(1)
            let computed = checkSum.value
            guard UInt32(stated) != computed else { return }
            let reason = SIEDocumentReason.checksumWrong(stated: stated, computed: computed)
            findings.add(.document(reason), line: line)
        case .closed: findings.add(.document(.itemAfterChecksum), line: line)
        }
    }

    private mutating func sum(_ list: borrowing SIETokenizer, _ place: Int, of line: Bytes) {
        let field = list[place]
        let content = Bytes(rebasing: line[field.start..<field.end])
        guard field.form == .list else {
            sum(content, isEscaped: field.isEscaped)
            return
        }
        var inner = SIETokenizer()
        inner.split(content)
        for place in 0..<inner.count {
            let field = inner[place]
            sum(Bytes(rebasing: content[field.start..<field.end]), isEscaped: field.isEscaped)
        }
    }

    /// Feeds a field as CP437, whatever character set the file is in.
    private mutating func sum(_ content: Bytes, isEscaped: Bool) {
        if !isEscaped, decoder.encoding == .cp437 || decoder.encoding == .ascii {
            checkSum.take(content)
            return
        }
        guard decoder.encoding == .utf8 || decoder.encoding == .latin1 else {
            checkSum.take(
                content.indices.lazy.filter { place in
                    content[place] != 0x5C || place + 1 >= content.count
                        || content[place + 1] != 0x22
                }.map { content[$0] }
            )
            return
        }
        let text = decoder.string(content[...], isEscaped: isEscaped)
        checkSum.take(
            text.unicodeScalars.map { scalar in
                scalar.isASCII
                    ? UInt8(scalar.value) : CodePage437.byteOfScalar[scalar.value] ?? 0x3F
            }
        )
    }
}
