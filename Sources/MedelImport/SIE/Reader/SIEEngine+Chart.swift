internal import MedelCore

/// Where declared accounts, dimensions and objects are found again.
struct SIEChartIndex {
    var accounts: [AccountNumber: Int] = [:]
    var dimensions: Set<Int> = []
    var objects: Set<ObjectReference> = []

    /// Kinds of accounts that no #KONTO has declared.
    var kinds: [AccountNumber: SIEAccount.Kind] = [:]

    /// How many declarations and bytes of text there are, against the limits.
    var declarations = 0
    var textBytes = 0
}

/// Accounts, dimensions and objects.
extension SIEEngine {
    /// Counts a declaration.
    ///
    /// - Returns: false when it is one too many and must not be kept.
    mutating func allowsDeclaration() -> Bool {
        chart.declarations += 1
        chart.textBytes += bytes.count
        if chart.declarations > limits.declarationsMax {
            let countMax = limits.declarationsMax
            findings.add(.document(.tooMuchDeclared(countMax: countMax)), line: line)
            return false
        }
        if chart.textBytes > limits.declaredTextBytesMax {
            let countMax = limits.declaredTextBytesMax
            findings.add(.document(.tooMuchDeclared(countMax: countMax)), line: line)
            return false
        }
        return true
    }

    mutating func takeAccountItem(_ label: SIELabel) {
        guard isGiven(1), fields[1].form != .list, let number = AccountNumber(string(1)) else {
            findings.add(.chart(.accountInvalid(label: label.text)), line: line)
            return
        }
        guard allowsDeclaration() else { return }
        if label == .konto {
            takeAccount(number)
            return
        }
        if label == .ktyp { takeKind(of: number) }
        guard let place = chart.accounts[number] else {
            let reason = SIEChartReason.accountItemEarly(label: label.text, account: quoted(1))
            findings.add(.chart(reason), line: line)
            return
        }
        if label == .enhet { contents.accounts[place].unit = string(2) }
        if label == .sru { contents.accounts[place].taxCodes.append(string(2)) }
    }

    private mutating func takeAccount(_ number: AccountNumber) {
        let name = lastText(2)
        sample(name)
        if let place = chart.accounts[number] {
            guard contents.accounts[place].name != name else { return }
            findings.add(.chart(.duplicateAccount(account: quoted(1))), line: line)
            return
        }
        if !content(1).allSatisfy({ (0x30...0x39).contains($0) }) {
            findings.add(.chart(.accountNotNumeric(account: quoted(1))), line: line)
        }
        chart.accounts[number] = contents.accounts.count
        contents.accounts.append(
            SIEAccount(number: number, name: name, kind: chart.kinds[number], line: line)
        )
    }

    private mutating func takeKind(of number: AccountNumber) {
        guard let kind = SIEAccount.Kind(rawValue: string(2).uppercased()) else {
            let reason = SIEChartReason.accountKindInvalid(account: quoted(1), text: quoted(2))
            findings.add(.chart(reason), line: line)
            return
        }
        chart.kinds[number] = kind
        if let place = chart.accounts[number] { contents.accounts[place].kind = kind }
    }

    mutating func takeDimension(_ label: SIELabel) {
        guard let number = number(1), number > 0 else {
            findings.add(.chart(.dimensionInvalid(text: quoted(1))), line: line)
            return
        }
        guard allowsDeclaration(), chart.dimensions.insert(number).inserted else { return }
        contents.dimensions.append(
            SIEDimension(
                number: number,
                name: label == .dim ? lastText(2) : string(2),
                parent: label == .underdim ? self.number(3) : number == 2 ? 1 : nil,
                line: line
            )
        )
    }

    mutating func takeObject() {
        guard let dimension = number(1), dimension > 0, isGiven(2) else {
            findings.add(.chart(.objectInvalid), line: line)
            return
        }
        guard allowsDeclaration() else { return }
        let reference = ObjectReference(dimension: dimension, code: string(2))
        guard chart.objects.insert(reference).inserted else {
            let reason = SIEChartReason.duplicateObject(dimension: dimension, code: quoted(2))
            findings.add(.chart(reason), line: line)
            return
        }
        let name = lastText(3)
        sample(name)
        contents.objects.append(SIEObject(reference: reference, name: name, line: line))
        if !chart.dimensions.contains(dimension), SIEDimension.reservedName(dimension) == nil {
            let reason = SIEChartReason.undeclaredDimension(dimension: dimension)
            findings.add(.chart(reason), line: line)
        }
    }
}
