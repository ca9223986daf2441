/// Which figures of a line are amounts.
extension ApplicationReader {
    /// Whether four digits first on a line are an account, with its name and an amount after.
    func isAccount(
        _ tokens: [ApplicationToken],
        _ places: Range<Int>,
        _ label: [ApplicationToken]
    ) -> Bool {
        guard label.isEmpty, places.count == 1, let figure = tokens[places.lowerBound].figure,
            figure.isPlain, figure.digitCount == 4, figure.unit == nil, !figure.leadsWithZero,
            tokens.indices.contains(places.upperBound), tokens[places.upperBound].isText
        else { return false }
        return tokens[places.upperBound...].contains { $0.figure != nil }
    }

    /// Whether the word after a figure says that it is no money: `12 månader`.
    func isCounted(_ token: ApplicationToken) -> Bool {
        guard token.isText else { return false }
        if ["×", "x", "*"].contains(token.text) { return true }
        if token.core.hasPrefix("kr/"), token.core != "kr/ar" { return true }
        guard token.gap != .wide, !token.isCapitalised else { return false }
        return ApplicationWords.countedThings.contains { stem in
            stem.count <= 3 ? token.core == stem : token.core.hasPrefix(stem)
        }
    }

    /// Five digits after a house number, or three and two, with a place's name after them.
    func isPostalCode(
        _ tokens: [ApplicationToken],
        _ places: Range<Int>,
        _ next: ApplicationToken?
    ) -> Bool {
        guard let next, next.isCapitalised, let last = tokens[places.upperBound - 1].figure,
            last.isPlain, last.unit == nil
        else { return false }
        if last.digitCount == 2, places.count > 1 {
            return tokens[places.upperBound - 2].figure?.digitCount == 3
        }
        guard last.digitCount == 5, places.lowerBound > 0 else { return false }
        let street = tokens[places.lowerBound - 1].core
        return ["gatan", "vagen", "torget", "gata", "vag", "box", "allen", "plan"].contains {
            street.hasSuffix($0)
        }
    }

    /// Where a run of figures ends that begins here; the start itself when none does.
    func runEnd(_ tokens: [ApplicationToken], from start: Int) -> Int {
        var end = start
        var figureEnd = start
        while end < tokens.count, end < start + Self.runTokensMax {
            switch tokens[end].kind {
            case .figure: figureEnd = end + 1
            case .unit, .percent:
                if figureEnd == start { return start }
                figureEnd = end + 1
            case .dash(let isMinus):
                // A stroke before the first amount is the label's own, or a minus.
                if figureEnd == start, !isMinus, tokens[end].gap != .wide { return start }
                if figureEnd > start, tokens[end].gap == .wide { figureEnd = end + 1 }
            case .text, .year: return figureEnd
            }
            end += 1
        }
        return figureEnd
    }
}
