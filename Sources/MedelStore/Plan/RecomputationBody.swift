import MedelCore

/// That a budget was computed anew, and since which rates changed.
struct RecomputationBody: Codable {
    struct RateChangeBody: Codable {
        let before: PORateBody?
        let after: PORateBody?

        init(_ value: Recomputation.RateChange) {
            before = value.before.map(PORateBody.init)
            after = value.after.map(PORateBody.init)
        }

        var value: Recomputation.RateChange? {
            guard before == nil || before?.value != nil, after == nil || after?.value != nil else {
                return nil
            }
            return Recomputation.RateChange(before: before?.value, after: after?.value)
        }
    }

    let base: Int
    let statedDate: String
    let rank: String
    let rates: [RateChangeBody]

    init(_ value: Recomputation) {
        base = value.base
        statedDate = value.statedDate.description
        rank = value.rank.description
        rates = value.rates.map(RateChangeBody.init)
    }

    var value: Recomputation? {
        guard let statedDate = Day(iso: statedDate), let rank = Day(iso: rank),
            let rates = rates.mapAll(\.value)
        else { return nil }
        return Recomputation(base: base, statedDate: statedDate, rank: rank, rates: rates)
    }
}
