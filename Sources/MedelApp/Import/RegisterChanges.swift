import MedelCore
import MedelImport
import MedelStore

/// What a later file says otherwise than an earlier one about opening balances and names.
///
/// The latest file counts; somebody must know that it changed.
///
/// Source: SIE 4C #KONTO 5–6, STORE 3.5.
struct RegisterChanges {
    private(set) var findings: [ImportFinding] = []

    private static let findingsMax = 50

    init(_ contents: SIEContents, session: ImportSession, request: ImportRequest) throws {
        try compareRules(session: session, request: request)
        guard request.extract == nil else { return }
        try compareOpening(contents, session: session)
        try compareNames(contents, session: session)
    }

    private mutating func compareRules(session: ImportSession, request: ImportRequest) throws {
        guard let rule = request.extract?.text else { return }
        let files = try session.filesRead(otherThanBy: rule)
        guard !files.isEmpty else { return }
        warn(
            "extractRuleChanged",
            "Utdragets regel är en annan än förut. Läs om tidigare filer med den nya regeln: "
                + files.joined(separator: ", ") + "."
        )
    }

    private mutating func compareOpening(
        _ contents: SIEContents,
        session: ImportSession
    ) throws {
        guard let year = contents.header.year,
            let earlier = try session.earlierOpening(of: year)
        else { return }
        var opening: [AccountNumber: Money] = [:]
        for balance in contents.balances where balance.kind == .opening && balance.yearIndex == 0 {
            let account = contents.codings[balance.coding].account
            opening[account] = try (opening[account] ?? .zero) + balance.amount
        }
        guard !opening.isEmpty else { return }
        for account in Set(earlier.keys).union(opening.keys).sorted() {
            let before = earlier[account] ?? .zero
            let after = opening[account] ?? .zero
            guard before != after else { continue }
            warn(
                "openingBalanceChanged",
                "Ingående balans på konto \(account.text) är ändrad sedan förra filen: "
                    + "\(AmountText.kronorAndOre.text(before)) → "
                    + "\(AmountText.kronorAndOre.text(after)). Den senaste gäller."
            )
        }
    }

    private mutating func compareNames(_ contents: SIEContents, session: ImportSession) throws {
        let names = try session.earlierNames()
        for account in contents.accounts {
            guard let before = names.account(account.number), before != account.name,
                !before.isEmpty, !account.name.isEmpty
            else { continue }
            warn(
                "accountRenamed",
                "Konto \(account.number.text) hette ”\(before)” och heter nu ”\(account.name)”."
            )
        }
    }

    private mutating func warn(_ code: String, _ message: String) {
        guard findings.count < Self.findingsMax else { return }
        findings.append(
            ImportFinding(severity: "warning", code: code, line: nil, message: message)
        )
    }
}
