import MedelCore

/// Amounts and codings of rows and balances.
extension SIEEngine {
    /// The amount in a field; nil when it is refused, which is then a finding.
    mutating func amount(_ place: Int) -> Money? {
        guard place < fields.count else {
            findings.add(.row(.amountUnreadable(text: "")), line: line)
            return nil
        }
        switch SIEAmount(content(place)) {
        case .exact(let money): return money
        case .comma(let money):
            findings.add(.row(.amountWithComma(text: quoted(place))), line: line)
            return money
        case .plus(let money):
            findings.add(.row(.amountWithPlus(text: quoted(place))), line: line)
            return money
        case .unreadable: findings.add(.row(.amountUnreadable(text: quoted(place))), line: line)
        case .tooLarge: findings.add(.row(.amountTooLarge(text: quoted(place))), line: line)
        case .tooPrecise: findings.add(.row(.amountTooPrecise(text: quoted(place))), line: line)
        }
        return nil
    }

    /// Where the object list and the amount stand; no list when it is missing or written `""`.
    func placesAfter(account: Int) -> (list: Int?, amount: Int) {
        let next = account + 1
        guard next < fields.count else { return (nil, next) }
        if fields[next].form == .list { return (next, next + 1) }
        return (nil, fields[next].isEmpty && next + 1 < fields.count ? next + 1 : next)
    }

    /// The coding of an account field and perhaps a list field.
    ///
    /// - Returns: nil when there are too many, which is then a finding.
    mutating func coding(account: Int, list: Int?) -> CodingTable.Index? {
        let start = fields[account].outerStart
        let end = min((list.map { fields[$0].end + 1 }) ?? fields[account].end, bytes.count)
        let spelling = UnsafeRawBufferPointer(Bytes(rebasing: bytes[start..<end]))
        if let index = codings.index(spelled: spelling) { return index }
        guard let number = AccountNumber(string(account)) else { return nil }
        let objects = list.map { self.objects($0) } ?? []
        let coding = Coding(account: number, objects: objects)
        let countMax = limits.codingsMax
        let index = codings.add(coding, spelled: spelling, max: countMax)
        if index == nil {
            findings.add(.document(.tooManyCodings(countMax: countMax)), line: line)
        }
        return index
    }

    /// The pairs of an object list; empty codes say nothing and are left out.
    private mutating func objects(_ place: Int) -> [ObjectReference] {
        let content = Bytes(rebasing: self.content(place))
        pairs.split(content)
        var result: [ObjectReference] = []
        for first in stride(from: 0, to: pairs.count - 1, by: 2) {
            let code = text(of: pairs[first + 1], in: content)
            let dimension = text(of: pairs[first], in: content)
            guard let number = Int(dimension), number > 0, number < 1_000_000_000 else {
                if !code.isEmpty || !dimension.isEmpty {
                    findings.add(.chart(.dimensionInvalid(text: clipped(dimension))), line: line)
                }
                continue
            }
            if code.isEmpty { continue }
            result.append(ObjectReference(dimension: number, code: code))
        }
        if pairs.count % 2 == 1 { findings.add(.row(.objectListUneven), line: line) }
        return result
    }

    private func text(of field: SIEField, in content: Bytes) -> String {
        decoder.string(content[field.start..<field.end], isEscaped: field.isEscaped)
    }

    private func clipped(_ text: String) -> String { String(text.prefix(80)) }
}
