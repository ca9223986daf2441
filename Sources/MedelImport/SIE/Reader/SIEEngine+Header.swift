internal import MedelCore

/// The identification items.
extension SIEEngine {
    mutating func takeHeaderItem(_ label: SIELabel) {
        switch label {
        case .flagga: takeFlag()
        case .program:
            contents.header.program = string(1)
            contents.header.programVersion = string(2)
        case .format: takeFormat()
        case .gen: takeGenerated()
        case .sietyp: takeType()
        case .prosa: takeRemark()
        case .ftyp: contents.header.companyForm = string(1)
        case .fnr: contents.header.companyCode = string(1)
        case .orgnr: takeOrganizationNumber()
        case .bkod: contents.header.branchCode = string(1)
        case .adress: takeAddress()
        case .fnamn:
            contents.header.name = lastText(1)
            sample(contents.header.name)
        case .rar: takeYear()
        case .taxar: contents.header.taxYear = string(1)
        case .omfattn: takeCoverage()
        case .kptyp: contents.header.chartKind = string(1)
        case .valuta: takeCurrency()
        case .konto, .ktyp, .enhet, .sru, .dim, .underdim, .objekt, .ib, .ub, .oib, .oub, .res,
            .psaldo, .pbudget, .ver, .trans, .rtrans, .btrans, .ksumma:
            break
        }
    }

    /// Keeps a name to show how the character set was understood.
    mutating func sample(_ name: String) {
        guard contents.sampleNames.count < 3, name.utf8.contains(where: { $0 >= 0x80 }) else {
            return
        }
        contents.sampleNames.append(name)
    }

    private mutating func takeAddress() {
        var address: [String] = []
        for place in 1..<max(1, min(fields.count, 9)) { address.append(string(place)) }
        contents.header.address = address
    }

    private mutating func takeFlag() {
        contents.header.flag = number(1)
        if contents.header.flag == 1 { findings.add(.header(.alreadyRead), line: line) }
    }

    private mutating func takeFormat() {
        contents.header.format = string(1)
        guard contents.header.format.uppercased() != "PC8" else { return }
        findings.add(.header(.formatNotPC8(text: quoted(1))), line: line)
    }

    private mutating func takeGenerated() {
        contents.header.generatedOn = day(1)
        contents.header.generatedBy = string(2)
        guard contents.header.generatedOn == nil else { return }
        findings.add(.header(.generatedInvalid(text: quoted(1))), line: line)
    }

    private mutating func takeType() {
        let text = string(1)
        guard !text.isEmpty else { return }
        contents.header.typeText = text
        guard !["1", "2", "3", "4"].contains(text) else { return }
        findings.add(.header(.typeInvalid(text: quoted(1))), line: line)
    }

    private mutating func takeRemark() {
        guard contents.header.remarks.count < 1000 else { return }
        contents.header.remarks.append(lastText(1))
    }

    private mutating func takeOrganizationNumber() {
        let text = string(1)
        contents.header.organizationNumberText = text
        guard !text.isEmpty else { return }
        guard let number = OrganizationNumber(text) else {
            findings.add(.header(.organizationNumberMalformed(text: quoted(1))), line: line)
            return
        }
        contents.header.organizationNumber = number
        if !number.hasValidCheckDigit {
            findings.add(.header(.organizationNumberCheckDigit(number: number)), line: line)
        }
        if text != number.description {
            let form = SIEHeaderReason.organizationNumberForm(text: quoted(1), number: number)
            findings.add(.header(form), line: line)
        }
    }

    private mutating func takeYear() {
        guard let place = number(1), place <= 0 else {
            findings.add(.balance(.yearNumberInvalid(text: quoted(1))), line: line)
            return
        }
        guard let start = day(2), let end = day(3) else {
            let text = [quoted(1), quoted(2), quoted(3)].filter { !$0.isEmpty }
            let reason = SIEHeaderReason.yearInvalid(text: text.joined(separator: " "))
            findings.add(.header(reason), line: line)
            return
        }
        guard let year = FiscalYear(from: start, through: end) else {
            let text = "\(place) \(start.number) \(end.number)"
            findings.add(.header(.yearReversed(text: text)), line: line)
            return
        }
        if contents.header.years.count < 1000 { contents.header.years[place] = year }
    }

    private mutating func takeCoverage() {
        contents.header.coversThrough = day(1)
        guard contents.header.coversThrough == nil else { return }
        findings.add(.header(.coverageInvalid(text: quoted(1))), line: line)
    }

    private mutating func takeCurrency() {
        let text = string(1)
        contents.header.currency = text
        guard !text.isEmpty, text.uppercased() != "SEK" else { return }
        findings.add(.header(.currencyNotSEK(currency: quoted(1))), line: line)
    }
}
