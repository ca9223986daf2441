import MedelCore

/// Figures in a row, with no word between: one amount or several.
///
/// `270 000 270 000` is two amounts or one; how many a row has decides.
struct FigureRun: Sendable {
    /// What the figures say when a number of amounts is asked for.
    enum Reading: Sendable {
        /// As many amounts as were asked for; nil for one that cannot be read. The lead is
        /// figures before them that belong to the label, such as a number of posts.
        case amounts([Money?], doubts: [ApplicationDoubt], lead: String = "")
        /// There are more or fewer amounts than that.
        case otherCount(Int)
    }

    /// An amount's figures from left to right.
    private struct Piece {
        var figures: [WrittenFigure]
        var unit: WrittenUnit?
        var isStroke = false
        /// Whether what stands before belongs to another amount for sure.
        var isApart: Bool
    }

    /// The words of the run, figures, units and strokes.
    private(set) var tokens: [ApplicationToken]

    init(_ tokens: [ApplicationToken]) { self.tokens = tokens }

    /// Adds figures from the next line.
    mutating func append(_ next: FigureRun) {
        guard let first = next.tokens.first else { return }
        // A group that no amount begins with belongs to the amount that the line above broke.
        let isBroken = first.figure.map { $0.continuesAmount && $0.leadsWithZero } ?? false
        let moved = ApplicationToken(
            kind: first.kind,
            text: first.text,
            core: first.core,
            gap: isBroken ? .single : .wide
        )
        tokens.append(moved)
        tokens += next.tokens.dropFirst()
    }

    /// How many amounts there are when groups of three are joined wherever they can be.
    var joinedCount: Int { joined(pieces).count }

    /// Whether there is a sign of money: grouped thousands, a unit, four digits or more.
    func isMoney(in unit: WrittenUnit) -> Bool {
        joined(pieces).contains { piece in
            if piece.unit != nil { return true }
            guard let first = piece.figures.first else { return false }
            if piece.figures.count > 1 || first.hasThousands { return true }
            if first.calendarYear != nil || first.isShortDate { return false }
            let whole = first.digits.prefix { $0.isNumber }.count
            return whole >= 4 && whole <= 12 || unit != .krona && whole < 7
        }
    }

    /// Whether a unit stands at one of the amounts.
    var hasUnit: Bool {
        tokens.contains { token in
            if case .unit = token.kind { return true }
            return token.figure?.unit != nil
        }
    }

    /// The percentages, which are read as no amounts.
    var shares: String {
        var shares: [String] = []
        for (place, token) in tokens.enumerated() {
            guard case .percent = token.kind else { continue }
            let isAlone = !token.text.contains(where: \.isASCIIDigit) && place > 0
            shares.append((isAlone ? tokens[place - 1].text + " " : "") + token.text)
        }
        return shares.joined(separator: ", ")
    }

    /// Whether there is one figure and it is a nought.
    var isNought: Bool { tokens.count == 1 && tokens[0].figure?.digits == "0" }

    /// Whether there is one figure and it can be a year.
    var isYear: Bool { tokens.count == 1 && tokens[0].figure?.calendarYear != nil }

    /// The words as written.
    var text: String { tokens.map(\.text).joined(separator: " ") }

    /// Reads a number of amounts.
    ///
    /// - Parameters:
    ///   - count: how many there should be.
    ///   - unit: what amounts without a unit of their own are counted in.
    /// - Returns: the amounts with what is doubtful, or how many there are instead.
    func read(_ count: Int, in unit: WrittenUnit) -> Reading {
        var parts = pieces
        var doubts: [ApplicationDoubt] = []
        var lead = ""
        // Posts and numbers before the first amount belong to the label.
        while joined(parts).count > count, let first = parts.first, parts.count > 1,
            parts[1].isApart, isSmall(first)
        {
            lead += " " + first.figures.map(\.digits).joined(separator: " ")
            parts.removeFirst()
        }
        // A page's number, a share or a count can stand last.
        while joined(parts).count > count, let last = parts.last, parts.count > 1, last.isApart,
            isSmall(last), let figure = last.figures.first
        {
            parts.removeLast()
            doubts.append(.figureAfter(figure.digits))
        }
        let least = joined(parts).count
        guard least <= count, parts.count >= count else { return .otherCount(least) }
        let (cells, isSure) = Self.split(parts, into: count, joinedCount: least)
        if !isSure { doubts.append(.ambiguousGroups(text)) }
        var amounts: [Money?] = []
        for cell in cells {
            if cell.isStroke {
                doubts.append(.strokeAsNought)
                amounts.append(.zero)
                continue
            }
            switch Self.amount(cell, in: unit) {
            case .success(let amount): amounts.append(amount)
            case .failure(let fault):
                doubts.append(.unreadable(cell.figures.map(\.digits).joined(separator: " "), fault))
                amounts.append(nil)
            }
        }
        return .amounts(amounts, doubts: doubts, lead: lead)
    }

    /// Pieces that may be whole amounts or groups of one, percentages left out.
    private var pieces: [Piece] {
        var pieces: [Piece] = []
        var isClosed = true
        var sign: Bool?
        for (place, token) in tokens.enumerated() {
            switch token.kind {
            case .figure(let figure):
                let signed = WrittenFigure(
                    digits: figure.digits,
                    isNegative: sign == true || figure.isNegative,
                    hasSign: sign != nil || figure.hasSign,
                    hasMinusAfter: figure.hasMinusAfter,
                    unit: figure.unit
                )
                sign = nil
                let goesOn = !isClosed && Self.canJoin(pieces.last, signed, token.gap)
                if goesOn, mustJoin(signed, token.gap), let last = pieces.indices.last {
                    pieces[last].figures.append(signed)
                    pieces[last].unit = signed.unit
                } else {
                    pieces.append(Piece(figures: [signed], unit: signed.unit, isApart: !goesOn))
                }
                isClosed = signed.unit != nil || signed.hasMinusAfter
            case .unit(let unit):
                // `700' kr` is seven hundred thousand.
                if let last = pieces.indices.last {
                    pieces[last].unit = pieces[last].unit ?? unit
                }
                isClosed = true
            case .percent:
                dropPercent(&pieces)
                isClosed = true
            case .dash(let isMinus):
                let next = tokens.indices.contains(place + 1) ? tokens[place + 1] : nil
                let leads = next?.figure != nil && next?.gap != .wide
                if leads, isMinus || token.gap == .wide {
                    sign = true
                } else if !pieces.isEmpty || place + 1 < tokens.count {
                    pieces.append(Piece(figures: [], isStroke: true, isApart: true))
                }
                isClosed = true
            case .text, .year: isClosed = true
            }
        }
        return pieces
    }

    /// The percentage is the last amount so far, with the groups that lead to it.
    private func dropPercent(_ pieces: inout [Piece]) {
        while let last = pieces.popLast() {
            if last.isApart { return }
        }
    }

    private static func canJoin(
        _ before: Piece?,
        _ figure: WrittenFigure,
        _ gap: ApplicationToken.Gap
    ) -> Bool {
        guard let before, let last = before.figures.last, before.unit == nil,
            figure.continuesAmount, last.isPlain, last.digitCount <= 3
        else { return false }
        return gap != .wide || figure.leadsWithZero
    }

    private func mustJoin(_ figure: WrittenFigure, _ gap: ApplicationToken.Gap) -> Bool {
        gap == .fixed || figure.leadsWithZero
    }

    /// Pieces joined wherever they can be, but never to a thousand million.
    private func joined(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        for piece in pieces {
            if let last = result.indices.last, !piece.isApart,
                result[last].figures.count + piece.figures.count <= 3
            {
                result[last] = Self.joined(result[last], piece)
            } else {
                result.append(piece)
            }
        }
        return result
    }

    private static func joined(_ left: Piece, _ right: Piece) -> Piece {
        Piece(figures: left.figures + right.figures, unit: right.unit, isApart: left.isApart)
    }

    private func isSmall(_ piece: Piece) -> Bool {
        guard piece.figures.count == 1, piece.unit == nil, !piece.isStroke,
            let figure = piece.figures.first
        else { return false }
        return figure.digitCount < 3 || figure.calendarYear != nil
    }

    /// Joins pieces until there are as many as asked for, the shortest pairs first.
    private static func split(
        _ pieces: [Piece],
        into count: Int,
        joinedCount: Int
    ) -> (cells: [Piece], Bool) {
        var cells = pieces
        let open = pieces.dropFirst().count { !$0.isApart }
        // `382 500` under two columns is one amount as likely as two.
        let isWhole = pieces.count - open == count
        let isSure = isWhole || pieces.count == count && joinedCount == count
        while cells.count > count {
            let places = cells.indices.dropFirst().filter { !cells[$0].isApart }
            let sizes = places.map { cells[$0 - 1].figures.count + cells[$0].figures.count }
            guard let least = sizes.min(), let found = sizes.firstIndex(of: least) else { break }
            let place = places[found]
            cells[place - 1] = joined(cells[place - 1], cells[place])
            cells.remove(at: place)
        }
        return (cells, isSure)
    }

    private static func amount(
        _ piece: Piece,
        in unit: WrittenUnit
    ) -> Result<Money, AmountFault> {
        let isNegative =
            piece.figures.first?.isNegative == true || piece.figures.last?.hasMinusAfter == true
        let sign = isNegative ? "-" : ""
        let digits = piece.figures.map(\.digits).joined(separator: " ")
        let text = sign + digits + " " + (piece.unit ?? unit).rawValue
        do { return .success(try AmountReader(.applicationText).read(text)) } catch {
            return .failure(error)
        }
    }
}
