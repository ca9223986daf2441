public import MedelCore

/// What a budget version is, in a Swedish word.
public func word(for kind: BudgetVersion.Kind) -> String {
    switch kind {
    case .applied: "ansökt"
    case .granted: "beviljad"
    case .revised: "reviderad"
    }
}

extension BudgetVersion {
    /// What the rows come to in all years, income from others than the association taken off.
    var netCost: Money {
        get throws(MoneyError) {
            try Money.sum(rows.filter { !$0.isFinancing }.flatMap(\.amounts))
        }
    }

    /// From which version it came without anybody's decision; empty for one that was decided.
    var origin: String {
        switch (recomputation, reallocation) {
        case (let recomputation?, let moves):
            "omräknad från version \(recomputation.base)"
                + (moves == nil ? "" : ", med omfördelning")
        case (nil, let moves?): "omfördelning inom tolerans, från version \(moves.base)"
        case (nil, nil): ""
        }
    }

    /// A move between rows as a sentence.
    func words(for move: Reallocation.Move) -> String {
        "Omfördelat \(kronor(move.amount)) från \(move.from.text) till \(move.to.text), "
            + "\(years[move.year - 1].label)."
    }
}

extension BudgetHistory.Entry {
    /// Why the version was kept: the reason that was given, and the rates that have changed.
    var why: String {
        whole(\.swedish)
    }

    /// The same without sources, for a cell.
    var briefly: String { whole(\.briefly) }

    private func whole(_ words: (Recomputation.RateChange) -> String) -> String {
        let changes = version.recomputation?.rates.map(words) ?? []
        return ([reason] + changes).filter { !$0.isEmpty }.joined(separator: "; ")
    }
}

extension Recomputation.RateChange {
    /// Which rate has changed, from what to what, and who says so.
    var swedish: String {
        switch (before, after) {
        case (let before?, let after?):
            "\(after.name): \(before.size) har blivit \(after.size). Källa: \(after.source)"
        case (nil, let after?): "\(after.name): \(after.size) är ny. Källa: \(after.source)"
        case (let before?, nil): "\(before.name): \(before.size) används inte längre."
        case (nil, nil): ""
        }
    }

    /// The change in a few words: `PO kommun 2026: 44,1 % → 44,26 %`.
    var briefly: String {
        guard let rate = after ?? before else { return "" }
        let sizes = [before, after].map { $0.map { "\($0.rate.short) %" } ?? "–" }
        return "PO \(rate.sector.swedish) \(rate.year): " + sizes.joined(separator: " → ")
    }
}

extension PORate {
    /// Whose rate it is and for which year.
    var name: String { "PO-pålägg för \(sector.swedish) \(year)" }

    /// The rate and whether a later one is to be expected.
    var size: String {
        "\(rate.short) % (\(status == .preliminary ? "preliminärt" : "slutligt"))"
    }
}
