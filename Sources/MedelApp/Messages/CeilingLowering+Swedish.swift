public import MedelCore

extension CeilingLowering {
    /// What would be lowered and what stands in the way, in Swedish, a line for each row.
    public var swedish: String {
        var lines = [
            shortage
                ?? "\(insats): maxbeloppet för \(title) \(change), men till och med \(day) är "
                + "\(kronor(spent)) upparbetat av det."
        ]
        lines += rows.map { row in
            let recipient = row.recipient?.text ?? "förbundet"
            let category = row.category?.text ?? "utan kostnadsslag"
            return "  \(row.month)  \(recipient)  \(category)  \(kronor(row.amount))"
        }
        if rowsLeftOut > 0 { lines.append("  … och \(rowsLeftOut) rader till") }
        return lines.joined(separator: "\n")
    }

    /// That more is moved away than there is; nil when some ceiling is left.
    private var shortage: String? {
        guard let after, after < .zero else { return nil }
        let before = before ?? .zero
        let less = (try? before - after).map { "minskas med \(kronor($0))" } ?? "bli mindre än noll"
        return
            "\(insats): maxbeloppet för \(title) är \(kronor(before)) och kan inte \(less). Till "
            + "och med \(day) är \(kronor(spent)) upparbetat av det."
    }

    private var change: String {
        switch (before, after) {
        case (let before?, let after?): "sänks från \(kronor(before)) till \(kronor(after))"
        case (nil, let after?): "sätts till \(kronor(after))"
        case (_, nil): "tas bort"
        }
    }

    private func kronor(_ amount: Money) -> String {
        AmountText.kronorAndOre.text(amount) + "\u{A0}kr"
    }
}
