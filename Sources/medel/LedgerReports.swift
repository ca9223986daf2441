import MedelApp
import MedelCore
import MedelStore

/// What a ledger holds, in words.
struct LedgerInfoText {
    let text: String

    init(_ info: LedgerInfo) {
        var lines = [
            "\(info.identity.name), \(info.identity.organizationNumber)",
            "Huvudbok: \(info.identity.kind == .real ? "verkliga uppgifter" : "exempeldata")",
            "Version \(info.head.ledgerVersion), \(info.head.time)",
            "Kedjehuvud: \(info.head.hash)",
            "Verifikationer: \(info.voucherCount), transaktionsrader: \(info.postingCount), "
                + "inlästa filer: \(info.fileCount)",
        ]
        if info.openDifferenceCount > 0 {
            lines.append("Öppna skillnader mot ekonomisystemet: \(info.openDifferenceCount)")
        }
        lines += info.books.map { book in
            let kind = book.kind == .complete ? "fullständig" : "utdrag"
            return "Bok \(book.reference): \(book.name), \(kind)"
        }
        text = lines.joined(separator: "\n")
    }
}

/// What a ledger holds, for programs.
struct LedgerInfoJSON: Encodable {
    struct Book: Encodable {
        let reference: String
        let name: String
        let organizationNumber: String?
        let kind: String
    }

    let name: String
    let organizationNumber: String
    let kind: String
    let ledgerVersion: Int
    let head: String
    let time: String
    let vouchers: Int
    let postings: Int
    let files: Int
    let openDifferences: Int
    let books: [Book]

    init(_ info: LedgerInfo) {
        name = info.identity.name
        organizationNumber = info.identity.organizationNumber.description
        kind = info.identity.kind.rawValue
        ledgerVersion = info.head.ledgerVersion
        head = info.head.hash
        time = info.head.time.description
        vouchers = info.voucherCount
        postings = info.postingCount
        files = info.fileCount
        openDifferences = info.openDifferenceCount
        books = info.books.map { book in
            Book(
                reference: book.reference.description,
                name: book.name,
                organizationNumber: book.organizationNumber?.description,
                kind: book.kind.rawValue
            )
        }
    }
}

/// What a check found, in words: every rule, and where it does not hold.
struct CheckReportText {
    let text: String

    init(_ report: CheckReport) {
        var lines: [String] = []
        for rule in report.rules {
            let found = report.findings.filter { $0.rule == rule }
            lines.append("\(found.isEmpty ? "ok " : "FEL") \(rule.rawValue): \(rule.statement)")
            for finding in found {
                let book = finding.book.map { "\($0): " } ?? ""
                let amount = finding.amount.map { " (\(AmountText.kronorAndOre.text($0)))" } ?? ""
                lines.append("      \(book)\(finding.place)\(amount)")
            }
            if let more = report.omitted[rule] { lines.append("      … och \(more) till") }
            if !found.isEmpty { lines.append("      \(rule.remedy)") }
        }
        text = lines.joined(separator: "\n")
    }
}

/// What a check found, for programs.
struct CheckReportJSON: Encodable {
    struct Rule: Encodable {
        let name: String
        let level: String
        let statement: String
        let holds: Bool
    }

    struct Finding: Encodable {
        let rule: String
        let book: String?
        let place: String
        let amount: String?
    }

    let rules: [Rule]
    let findings: [Finding]

    init(_ report: CheckReport) {
        rules = report.rules.map { rule in
            Rule(
                name: rule.rawValue,
                level: rule.level.rawValue,
                statement: rule.statement,
                holds: !report.findings.contains { $0.rule == rule }
            )
        }
        findings = report.findings.map { finding in
            Finding(
                rule: finding.rule.rawValue,
                book: finding.book?.description,
                place: finding.place,
                amount: finding.amount.map(AmountText.machine.text)
            )
        }
    }
}

/// What verifying found, in words.
struct ChainReportText {
    let text: String

    init(_ report: ChainReport) {
        var lines = report.faults.map { "FEL " + message(for: $0) }
        if report.omittedFaultCount > 0 {
            lines.append("… och \(report.omittedFaultCount) fel till")
        }
        if report.isIntact, let head = report.head {
            lines.append("Kedjan är hel: \(report.rowCount) rader kontrollerade.")
            lines.append("Version \(head.ledgerVersion), kedjehuvud: \(head.hash)")
        }
        text = lines.joined(separator: "\n")
    }
}

/// What verifying found, for programs.
struct ChainReportJSON: Encodable {
    let intact: Bool
    let rows: Int
    let ledgerVersion: Int?
    let head: String?
    let faults: [String]
    let omittedFaults: Int

    init(_ report: ChainReport) {
        intact = report.isIntact
        rows = report.rowCount
        ledgerVersion = report.head?.ledgerVersion
        head = report.head?.hash
        faults = report.faults.map { message(for: $0) }
        omittedFaults = report.omittedFaultCount
    }
}
