/// A table whose rows are facts: added once, never changed, covered by the event chain.
///
/// The raw value stands in hashes and is never used again for another table.
///
/// Source: STORE 2.1–2.2.
enum FactTable: Int, CaseIterable {
    case ledger = 1
    case book = 2
    case fiscalYear = 3
    case attachment = 4
    case attachmentPart = 5
    case importedFile = 6
    case importFinding = 7
    case account = 8
    case dimension = 9
    case object = 10
    case coding = 11
    case declaredBalance = 12
    case voucher = 13
    case posting = 14
    case correction = 15
    case difference = 16
    case resolution = 17
    case voucherVersion = 18
    case periodLock = 19
    case periodAssignment = 20
    case mappingRule = 21
    case mappingRuleEnd = 22
    case importResult = 23
    case description = 24

    /// The name in the database.
    var name: String { String(describing: self) }

    /// The columns that a row's hash covers after id and event, in order; fixed for ever per
    /// encoding, so that a later column changes no old hash.
    ///
    /// `posting` is empty: its rows are covered by the hash of their voucher.
    func columns(encoding: Int) -> [String] {
        precondition(encoding == LedgerEncoding.current, "the only encoding so far")
        return switch self {
        case .ledger: ["identity", "name", "organizationNumber", "kind"]
        case .book: ["code", "name", "organizationNumber", "kind"]
        case .fiscalYear: ["book", "firstDay", "lastDay"]
        case .attachment: ["sha256", "byteCount"]
        case .attachmentPart: ["attachment", "bytes"]
        case .importedFile:
            [
                "book", "fiscalYear", "fileName", "sha256", "attachment", "format", "encoding",
                "program", "generatedOn", "rule",
            ]
        case .importResult:
            [
                "importedFile", "coverFrom", "coverThrough", "takenCount", "knownCount",
                "changedCount", "goneCount", "leftOutCount",
            ]
        case .importFinding: ["importedFile", "severity", "code", "line", "message"]
        case .account: ["book", "number", "name", "kind"]
        case .dimension: ["book", "number", "name", "parent"]
        case .object: ["book", "dimension", "code", "name"]
        case .coding: ["book", "account", "objects"]
        case .declaredBalance:
            [
                "importedFile", "kind", "yearIndex", "fiscalYear", "month", "coding", "amountOre",
                "quantity", "line",
            ]
        case .voucher:
            [
                "importedFile", "fiscalYear", "series", "number", "occurrence", "date", "period",
                "text", "registeredOn", "signature", "line", "isProposed", "contentHash",
                "firstPosting", "postingCount",
            ]
        case .posting: []
        case .correction:
            [
                "voucher", "kind", "coding", "amountOre", "date", "text", "quantity",
                "signature", "line",
            ]
        case .difference: ["importedFile", "kind", "voucher", "proposal"]
        case .resolution: ["difference", "verdict"]
        case .voucherVersion: ["old", "new"]
        case .periodLock: ["book", "month", "state", "digest"]
        case .periodAssignment: ["voucher", "month"]
        case .mappingRule:
            [
                "book", "accountPrefix", "dimension", "object", "firstMonth", "lastMonth",
                "priority", "target", "category",
            ]
        case .mappingRuleEnd: ["mappingRule"]
        case .description: ["kind", "code", "version", "body"]
        }
    }
}

/// The way in which rows and events are put into bytes before they are hashed.
enum LedgerEncoding {
    /// The encoding of events written now; written into each event.
    static let current = 1
}
