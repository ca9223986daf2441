import MedelCore

extension ManifestReading {
    static let areaBudgetKeys = ["year", "line", "kind", "amount", "decidedOn", "reference"]
    static let contributionKeys = ["year", "member", "amount", "decidedOn", "payments"]

    mutating func readAssociation(_ root: ManifestEntry) {
        guard root.has("association") else { return }
        let keys = ["interimClosingMonth", "booksClose", "members", "source", "assumed", "remark"]
        guard let entry = root.entry("association", keys: keys) else { return }
        if let first = profile {
            findings.add(
                root.place(of: "association"),
                .plan(.associationRepeated(first: first.place))
            )
        }
        let members = entry.entries(
            "members",
            keys: ["code", "name", "party", "key", "from", "through"]
        ).compactMap { readMember($0) }
        let value = AssociationProfile(
            interimClosingMonth: entry.number("interimClosingMonth", 1...12),
            booksClose: entry.bookClosing("booksClose"),
            members: members,
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
        guard let code, let name, let party, let key else { return nil }
        return Member(code: code, name: name, party: party, key: key, from: first, through: last)
    }

    mutating func readAreaBudget(_ entry: ManifestEntry) {
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

    mutating func readContribution(_ entry: ManifestEntry) {
        let year = entry.required("year", entry.year)
        let member = entry.required("member", entry.memberCode)
        let amount = entry.required("amount", entry.amount)
        let decidedOn = entry.day("decidedOn")
        let payments = entry.entries("payments", keys: ["due", "received", "amount"])
            .compactMap { payment -> ContributionPayment? in
                let due = payment.day("due")
                let received = payment.day("received")
                guard let amount = payment.required("amount", payment.amount) else { return nil }
                return ContributionPayment(due: due, received: received, amount: amount)
            }
        if let member { refer(to: .member, member.text, at: entry.place(of: "member")) }
        guard let year, let member, let amount else { return }
        describe(.contribution, "\(year) \(member.text)", at: entry.place)
        let value = Contribution(
            year: year,
            member: member,
            amount: amount,
            decidedOn: decidedOn,
            payments: payments
        )
        contributions.append(Placed(value: value, place: entry.place))
    }

    mutating func readRecipient(_ entry: ManifestEntry) {
        let code = entry.required("code", entry.ownerCode)
        let name = entry.required("name", entry.text)
        let status: Recipient.VATStatus? = entry.choice("vat")
        if let code { describe(.recipient, code.text, at: entry.place(of: "code")) }
        guard let code, let name else { return }
        let value = Recipient(code: code, name: name, vatStatus: status)
        recipients.append(Placed(value: value, place: entry.place))
    }
}
