import MedelCore

/// Counts how often a series and number has come, without keeping each of a million numbers.
///
/// Numbers that rise, as nearly all do, are kept as runs; only when the order breaks is every
/// number kept by itself.
struct OccurrenceCounter {
    fileprivate struct Series {
        var runs: [ClosedRange<Int>] = []
        var repeats: [Int: Int] = [:]
        var seen: Set<Int>?
    }

    private var numbered: [String: Series] = [:]
    private var others: [VoucherKey: Int] = [:]

    /// How many equal keys came before this one.
    mutating func next(_ key: VoucherKey) -> Int {
        guard let number = Int(key.number), number >= 0, String(number) == key.number else {
            let count = others[key, default: 0]
            others[key] = count + 1
            return count
        }
        return numbered[key.series, default: Series()].next(number)
    }
}

extension OccurrenceCounter.Series {
    fileprivate mutating func next(_ number: Int) -> Int {
        if seen == nil {
            guard let last = runs.last else {
                runs.append(number...number)
                return 0
            }
            if number == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...number
                return 0
            }
            if number > last.upperBound {
                runs.append(number...number)
                return 0
            }
            seen = Set(runs.joined())
            runs = []
        }
        guard seen?.insert(number).inserted == false else { return 0 }
        let count = repeats[number, default: 0] + 1
        repeats[number] = count
        return count
    }
}
