import MedelCore

/// An axis for amounts: from where to where it goes, and its marks at even kronor.
struct ChartScale {
    /// The lowest mark, in öre; zero when no amount is below it.
    let lowest: Int128

    /// The highest mark, in öre, above the lowest.
    let highest: Int128

    /// How far it is between marks, in öre.
    let step: Int128

    /// Makes an axis that holds zero and all amounts, with at most eight marks.
    init(_ amounts: [Money]) {
        let values = amounts.map { Int128($0.ore) } + [0]
        let (low, high) = (values.min() ?? 0, values.max() ?? 0)
        var step: Int128 = 100
        let factors: [Int128] = [2, 5, 10]
        var place = 0
        var power: Int128 = 100
        while high - low > step * 6 {
            step = power * factors[place]
            place += 1
            if place == factors.count {
                place = 0
                power *= 10
            }
        }
        self.step = step
        lowest = -((-low + step - 1) / step) * step
        highest = max((high + step - 1) / step * step, lowest + step)
    }

    /// The marks in öre, from the lowest.
    var marks: [Int128] {
        (0...Int((highest - lowest) / step)).map { lowest + Int128($0) * step }
    }

    /// How far above the lowest mark an amount stands on an axis of a length.
    func distance(_ ore: Int128, along length: Int) -> Int {
        Int((ore - lowest) * Int128(length) / (highest - lowest))
    }
}
