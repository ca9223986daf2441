import MedelCore

extension ManifestReading {
    static let areaBudgetKeys = ["year", "line", "kind", "amount", "decidedOn", "reference"]
    static let contributionKeys = [
        "year", "member", "amount", "decidedOn", "asked", "payments",
    ]
    private static let associationKeys = [
        "interimClosingMonth", "booksClose", "members", "contributionSharing", "instalmentPlan",
        "equityGuidelines", "equityMin", "source", "assumed", "remark",
    ]

    mutating func readAssociation(_ root: ManifestEntry) {
        guard root.has("association") else { return }
        guard let entry = root.entry("association", keys: Self.associationKeys) else { return }
        if let first = profile {
            findings.add(
                root.place(of: "association"),
                .plan(.associationRepeated(first: first.place))
            )
        }
        let members = entry.entries(
            "members",
            keys: ["code", "name", "party", "key", "from", "through", "laterKeys"]
        ).compactMap { readMember($0) }
        let value = AssociationProfile(
            interimClosingMonth: entry.number("interimClosingMonth", 1...12),
            booksClose: entry.dayOfYear("booksClose").map { BookClosing($0) },
            members: members,
            sharing: readSharing(entry),
            instalmentPlan: readInstalmentPlan(entry),
            equityGuidelines: entry.entries("equityGuidelines", keys: Self.guidelineKeys)
                .compactMap(readEquityGuideline),
            equityMin: entry.amount("equityMin"),
            notes: entry.notes()
        )
        profile = Placed(value: value, place: root.place(of: "association"))
    }

    private mutating func readMember(_ entry: ManifestEntry) -> Member? {
        let code = entry.required("code", entry.memberCode)
        let name = entry.required("name", entry.text)
        let party: Party? = entry.required("party") { entry.choice($0) }
        let key = entry.required("key") { entry.number($0, 0...1_000_000_000) }
        let first = entry.month("from")
        let last = entry.month("through")
        if let first, let last, first > last {
            entry.note("from", .plan(.monthsReversed(from: first, through: last)))
        }
        if let code { describe(.member, code.text, at: entry.place(of: "code")) }
        let laterKeys = entry.entries("laterKeys", keys: ["from", "kind", "weight"])
            .compactMap(readMemberKey)
        guard let code, let name, let party, let key else { return nil }
        return Member(
            code: code,
            name: name,
            party: party,
            key: key,
            from: first,
            through: last,
            laterKeys: laterKeys.sorted { $0.year < $1.year }
        )
    }

    /// Reads the association's own budget, lines and what the board says with them.
    mutating func readOwnBudget(_ root: ManifestEntry) {
        for item in root.entries("areaBudget", keys: Self.areaBudgetKeys) { readAreaBudget(item) }
        for item in root.entries("associationBudgets", keys: Self.budgetOfYearKeys) {
            readAssociationBudget(item)
        }
    }

    private mutating func readAreaBudget(_ entry: ManifestEntry) {
        let year = entry.required("year", entry.year)
        let line: AssociationBudgetLine? = entry.required("line") { entry.choice($0) }
        let kind: AreaBudget.Kind? = entry.required("kind") { entry.choice($0) }
        let amount = entry.required("amount", entry.amount)
        let decidedOn = entry.required("decidedOn", entry.day)
        let reference = entry.required("reference", entry.text)
        guard let year, let line, let kind, let amount, let decidedOn, let reference else {
            return
        }
        // The original budget stands once; changes may be many, each from its own decision.
        let change = kind == .original ? "" : " \(decidedOn) \(reference)"
        describe(.areaBudget, "\(year) \(line) \(kind)\(change)", at: entry.place)
        let value = AreaBudget(
            year: year,
            line: line,
            kind: kind,
            amount: amount,
            decidedOn: decidedOn,
            reference: reference
        )
        areaBudgets.append(Placed(value: value, place: entry.place))
    }

    mutating func readRecipient(_ entry: ManifestEntry) {
        let code = entry.required("code", entry.ownerCode)
        let name = entry.required("name", entry.text)
        let status: Recipient.VATStatus? = entry.choice("vat")
        let later = entry.entries("laterVat", keys: ["from", "vat"]).compactMap(readVATChange)
        let months = later.map(\.from)
        if Set(months).count != months.count { entry.note("laterVat", .plan(.vatMonthRepeated)) }
        if let code { describe(.recipient, code.text, at: entry.place(of: "code")) }
        guard let code, let name else { return }
        let value = Recipient(code: code, name: name, vatStatus: status, laterVAT: later)
        recipients.append(Placed(value: value, place: entry.place))
    }

    private func readVATChange(_ entry: ManifestEntry) -> Recipient.VATChange? {
        let from = entry.required("from", entry.month)
        let status: Recipient.VATStatus? = entry.required("vat") { entry.choice($0) }
        guard let from, let status else { return nil }
        return Recipient.VATChange(from: from, status: status)
    }
}
