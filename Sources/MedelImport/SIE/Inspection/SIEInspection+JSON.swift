internal import MedelCore

extension SIEInspection {
    /// The inspection as JSON in UTF-8, indented, the same bytes for the same file.
    public var json: String {
        var json = SIEJSONText()
        json.open("{")
        json.field("encoding", contents.format.encoding.rawValue)
        json.field("sieType", contents.header.type)
        json.field("accounts", contents.accounts.count)
        json.field("vouchers", contents.counts.vouchers)
        json.field("postings", contents.counts.rows)
        json.field("unbalancedVouchers", contents.counts.unbalancedVouchers)
        appendSums(to: &json)
        json.name("reconciles")
        json.value(reconciles.map { $0 ? "true" : "false" } ?? "null")
        json.name("undeclaredAccounts")
        json.open("[")
        for account in contents.undeclaredAccounts { json.element(account.text) }
        json.close("]")
        json.field("undeclaredObjects", contents.undeclaredObjectCount)
        appendFindings(to: &json)
        json.name("accepted")
        json.value(contents.isAccepted ? "true" : "false")
        json.close("}")
        return json.text + "\n"
    }

    private func appendSums(to json: inout SIEJSONText) {
        json.name("sums")
        json.open("{")
        let sums = contents.sums
        if let ore = sums.openingBalanceOre { json.field("openingBalance", plainAmount(ore)) }
        if let ore = sums.closingBalanceOre { json.field("closingBalance", plainAmount(ore)) }
        if let ore = sums.resultOre { json.field("result", plainAmount(ore)) }
        json.close("}")
    }

    private func appendFindings(to json: inout SIEJSONText) {
        json.name("findings")
        json.open("[")
        for finding in contents.findings {
            json.begin()
            json.open("{")
            json.field("severity", finding.severity.rawValue)
            json.field("code", finding.code.rawValue)
            json.name("line")
            json.value(finding.line.map(String.init) ?? "null")
            json.field("message", finding.message)
            json.close("}")
        }
        json.close("]")
    }
}

/// Writes JSON piece by piece, two blanks a level.
private struct SIEJSONText {
    private(set) var text = ""
    private var depth = 0
    private var isFirst = true

    mutating func open(_ bracket: String) {
        text += bracket
        depth += 1
        isFirst = true
    }

    mutating func close(_ bracket: String) {
        depth -= 1
        if !isFirst { newLine() }
        text += bracket
        isFirst = false
    }

    /// Goes on to the next element of an array.
    mutating func begin() {
        if !isFirst { text += "," }
        newLine()
        isFirst = false
    }

    mutating func name(_ name: String) {
        begin()
        text += quoted(name) + ": "
    }

    mutating func value(_ literal: String) { text += literal }

    mutating func element(_ string: String) {
        begin()
        text += quoted(string)
    }

    mutating func field(_ name: String, _ string: String) {
        self.name(name)
        text += quoted(string)
    }

    mutating func field(_ name: String, _ number: Int) {
        self.name(name)
        text += String(number)
    }

    private mutating func newLine() {
        text += "\n" + String(repeating: "  ", count: depth)
    }

    /// Source: RFC 8259, section 7.
    private func quoted(_ string: String) -> String {
        var result = "\""
        for scalar in string.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0x0A: result += "\\n"
            case 0x0D: result += "\\r"
            case 0x09: result += "\\t"
            case 0x00...0x1F, 0x7F:
                let hex = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
