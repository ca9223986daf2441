/// A natural number of any size as decimal digits, the lowest first; slow and plain on purpose.
struct NaiveNatural: Equatable {
    var digits: [Int]

    init(_ number: UInt64) {
        digits = String(number).reversed().map { $0.wholeNumberValue ?? 0 }
        trim()
    }

    private mutating func trim() { while digits.last == 0 { digits.removeLast() } }

    static func + (left: NaiveNatural, right: NaiveNatural) -> NaiveNatural {
        var sum = left
        var carry = 0
        for place in 0...max(left.digits.count, right.digits.count) {
            if place == sum.digits.count { sum.digits.append(0) }
            let digit = place < right.digits.count ? right.digits[place] : 0
            carry += sum.digits[place] + digit
            sum.digits[place] = carry % 10
            carry /= 10
        }
        sum.trim()
        return sum
    }

    static func - (left: NaiveNatural, right: NaiveNatural) -> NaiveNatural {
        var rest = left
        var borrow = 0
        for place in rest.digits.indices {
            let digit = place < right.digits.count ? right.digits[place] : 0
            let value = rest.digits[place] - digit - borrow
            borrow = value < 0 ? 1 : 0
            rest.digits[place] = value + 10 * borrow
        }
        precondition(borrow == 0, "a natural number is not negative")
        rest.trim()
        return rest
    }

    static func * (left: NaiveNatural, right: NaiveNatural) -> NaiveNatural {
        var product = NaiveNatural(0)
        for digit in right.digits.reversed() {
            product.digits.insert(0, at: 0)
            product.trim()
            for _ in 0..<digit { product = product + left }
        }
        return product
    }

    static func < (left: NaiveNatural, right: NaiveNatural) -> Bool {
        if left.digits.count != right.digits.count {
            return left.digits.count < right.digits.count
        }
        return right.digits.reversed().lexicographicallyPrecedes(left.digits.reversed()) == false
            && left != right
    }

    /// Division by hand: a digit at a time from the top.
    func divided(by divisor: NaiveNatural) -> (quotient: NaiveNatural, rest: NaiveNatural) {
        var quotient = NaiveNatural(0)
        var rest = NaiveNatural(0)
        for digit in digits.reversed() {
            rest.digits.insert(digit, at: 0)
            rest.trim()
            var count = 0
            while !(rest < divisor) {
                rest = rest - divisor
                count += 1
            }
            quotient.digits.insert(count, at: 0)
            quotient.trim()
        }
        return (quotient, rest)
    }

    var number: UInt64 { digits.reversed().reduce(0) { $0 * 10 + UInt64($1) } }
}

/// Divides a total by weights as SPEC 2 says, one unit at a time.
func naiveSplit(ore: Int64, weights: [UInt64], unit: UInt64, balancing: Int?) -> [Int64] {
    let sum = weights.reduce(NaiveNatural(0)) { $0 + NaiveNatural($1) }
    let size = ore.magnitude
    let units = size / unit
    var parts: [UInt64] = []
    var lost: [NaiveNatural] = []
    for weight in weights {
        let (whole, rest) = (NaiveNatural(units) * NaiveNatural(weight)).divided(by: sum)
        parts.append(whole.number)
        lost.append(rest)
    }
    var left = units - parts.reduce(0, +)
    if let balancing {
        parts[balancing] += left
    } else {
        while left > 0 {
            var most = 0
            for place in lost.indices where lost[most] < lost[place] { most = place }
            parts[most] += 1
            lost[most] = NaiveNatural(0)
            left -= 1
        }
    }
    parts = parts.map { $0 * unit }
    parts[balancing ?? weights.firstIndex { $0 > 0 } ?? 0] += size % unit
    return parts.map { ore < 0 ? -Int64($0) : Int64($0) }
}
