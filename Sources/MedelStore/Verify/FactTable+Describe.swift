import GRDB

extension FactTable {
    /// The columns by which a person knows a row again.
    private var tellingColumns: [String] {
        switch self {
        case .ledger: ["name"]
        case .book: ["code"]
        case .fiscalYear: ["firstDay", "lastDay"]
        case .attachment, .attachmentPart: []
        case .importedFile: ["fileName"]
        case .importFinding: ["code", "line"]
        case .importResult: ["importedFile"]
        case .account: ["number"]
        case .dimension: ["number"]
        case .object: ["dimension", "code"]
        case .coding: ["account", "objects"]
        case .declaredBalance: ["kind", "yearIndex", "line"]
        case .voucher: ["series", "number", "line"]
        case .posting: []
        case .correction: ["voucher", "line"]
        case .difference: ["kind", "voucher"]
        case .resolution: ["difference"]
        case .voucherVersion: ["old"]
        case .periodLock: ["month", "state"]
        case .periodAssignment: ["voucher", "month"]
        case .mappingRule: ["accountPrefix", "target"]
        case .mappingRuleEnd: ["mappingRule"]
        case .description: ["kind", "code", "version"]
        }
    }

    /// What a row is about, in few words.
    func describe(_ row: Row) -> String {
        tellingColumns.compactMap { column in
            let value: DatabaseValue = row[column]
            return switch value.storage {
            case .null, .blob: nil
            case .int64(let number): String(number)
            case .double(let number): String(number)
            case .string(let text): text
            }
        }.joined(separator: " ")
    }
}
