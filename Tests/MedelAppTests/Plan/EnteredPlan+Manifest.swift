import MedelCore

private func text(_ amount: Money) -> String {
    let ore = amount.ore % 100
    return "\"\(amount.ore / 100),\(ore < 10 ? "0" : "")\(ore)\""
}

/// A mapping in one line, without the keys that have no value.
private func mapping(_ fields: [(String, String?)]) -> String {
    let written = fields.compactMap { key, value in value.map { "\(key): \($0)" } }
    return "{ " + written.joined(separator: ", ") + " }"
}

extension Contribution {
    /// As a manifest says it, in one line.
    var manifest: String {
        let payments = payments.map { payment in
            mapping([
                ("kind", payment.kind?.rawValue), ("invoiced", payment.invoiced?.description),
                ("due", payment.due?.description), ("received", payment.received?.description),
                ("amount", text(payment.amount)),
            ])
        }
        return mapping([
            ("year", String(year)), ("member", member.text), ("amount", text(amount)),
            ("decidedOn", decidedOn?.description), ("asked", asked.map(text)),
            ("payments", "[\(payments.joined(separator: ", "))]"),
        ])
    }
}

extension AreaBudget {
    /// As a manifest says it, in one line.
    var manifest: String {
        mapping([
            ("year", String(year)), ("line", line.rawValue), ("kind", kind.rawValue),
            ("amount", text(amount)), ("decidedOn", decidedOn.description),
            ("reference", reference),
        ])
    }
}

extension FundingSource {
    /// As a manifest says it, in one line.
    var manifest: String {
        let amounts = amounts.map { amount in
            mapping([
                ("year", String(amount.year)), ("amount", text(amount.amount)),
                ("approximate", amount.isApproximate ? "yes" : "no"),
                ("vat", amount.excludesVAT ? "excluded" : "included"),
            ])
        }
        return mapping([
            ("code", code.text), ("kind", kind.rawValue), ("name", name),
            ("amounts", "[\(amounts.joined(separator: ", "))]"),
            ("share", share.map { "\"\($0)\"" }), ("ceiling", ceiling.map(text)),
            ("matching", matching.map { "\"\($0)\"" }), ("source", notes.first?.text),
        ])
    }
}

extension ParticipantCount {
    /// As a manifest says it, in one line.
    var manifest: String {
        mapping([
            ("year", String(year)), ("planned", planned.map { String($0) }),
            ("reported", reported.map { String($0) }),
        ])
    }
}
