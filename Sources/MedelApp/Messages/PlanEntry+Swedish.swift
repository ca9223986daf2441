import MedelCore

/// Says in Swedish why it is not known which instalment has come in.
func message(for fault: InstalmentFault) -> String {
    switch fault {
    case .noneMatches(let payments) where payments.isEmpty:
        "Bidraget har inga delbetalningar. Lägg in den först med medel contributions invoice."
    case .noneMatches(let payments):
        "Ingen delbetalning stämmer. De som finns:\n\(list(payments))\n"
            + "Rätta --due eller --amount, eller lägg in den med medel contributions invoice."
    case .severalMatch(let payments):
        "Flera delbetalningar stämmer:\n\(list(payments))\n"
            + "Ange med --due och --amount den som inte redan är inbetald."
    case .alreadyReceived(let payments):
        "Redan inbetalt en annan dag:\n\(list(payments))\n"
            + "Ingenting är ändrat. Kontrollera --due och --amount; är dagen fel, rätta den med "
            + "--correct."
    case .severalReceived(let payments):
        "Flera inbetalda delbetalningar stämmer:\n\(list(payments))\n"
            + "Ange med --due och --amount den vars dag är fel."
    case .noneReceived(let payments) where payments.isEmpty:
        "Bidraget har inga delbetalningar, så det finns ingen inbetalningsdag att rätta."
    case .noneReceived(let payments):
        "Ingen delbetalning som stämmer är inbetald. De som finns:\n\(list(payments))\n"
            + "Rätta --due eller --amount, eller registrera inbetalningen utan --correct."
    }
}

/// Says in Swedish that a line of the association's budget stands already.
func message(for fault: AreaBudgetStands) -> String {
    let line = fault.line
    let amount = AmountText.kronorAndOre.text(line.amount)
    let words =
        "Raden \(line.line.rawValue) \(line.year) (\(line.kind.rawValue)) är redan \(amount) kr, "
        + "beslutad \(line.decidedOn), \(line.reference). "
    switch line.kind {
    case .original:
        return words
            + "Den ursprungliga budgeten ändras aldrig av ett senare beslut: ange --kind change. "
            + "Är raden felskriven, rätta planen och läs in den med medel load."
    case .change:
        return words + "Är den felskriven, rätta den med medel budget add."
    }
}

private func list(_ payments: [ContributionPayment]) -> String {
    payments.map { payment in
        let due = payment.due.map { "förfaller \($0)" } ?? "utan förfallodag"
        let received = payment.received.map { "inbetald \($0)" } ?? "inte inbetald"
        let kind = payment.kind == .refund ? "återbetalning, " : ""
        let amount = AmountText.kronorAndOre.text(payment.amount)
        return "  \(kind)\(amount) kr, \(due), \(received)"
    }.joined(separator: "\n")
}
