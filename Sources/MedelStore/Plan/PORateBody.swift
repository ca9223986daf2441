import MedelCore

/// A PO rate that a budget used.
struct PORateBody: Codable {
    let sector: String
    let year: Int
    let basisPoints: Int
    let status: String
    let source: String

    init(_ rate: PORate) {
        sector = rate.sector.rawValue
        year = rate.year
        basisPoints = rate.rate.basisPoints
        status = rate.status.rawValue
        source = rate.source
    }

    var value: PORate? {
        guard let sector = EmployerSector(rawValue: sector),
            let rate = Rate(basisPoints: basisPoints), let status = PORate.Status(rawValue: status)
        else { return nil }
        return PORate(sector: sector, year: year, rate: rate, status: status, source: source)
    }
}

/// What has been moved between a budget's rows.
struct ReallocationBody: Codable {
    struct MoveBody: Codable {
        let from: String
        let to: String
        let year: Int
        let amountOre: Int64

        init(_ move: Reallocation.Move) {
            from = move.from.text
            to = move.to.text
            year = move.year
            amountOre = move.amount.ore
        }

        var value: Reallocation.Move? {
            guard let from = BudgetRowCode(from), let to = BudgetRowCode(to),
                let amount = amount(amountOre)
            else { return nil }
            return Reallocation.Move(from: from, to: to, year: year, amount: amount)
        }
    }

    let base: Int
    let moves: [MoveBody]

    init(_ value: Reallocation) {
        base = value.base
        moves = value.moves.map(MoveBody.init)
    }

    var value: Reallocation? {
        moves.mapAll(\.value).map { Reallocation(base: base, moves: $0) }
    }
}
