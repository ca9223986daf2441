internal import MedelCore

/// What the vouchers so far were: series, numbers, dates.
struct SIEVoucherIndex {
    /// How a voucher's number stands to those before it in its series.
    enum Order {
        /// It is new and not lower than the highest.
        case next
        /// It is new and lower than one before.
        case lower
        /// It has been used.
        case again
    }

    /// What is remembered of the numbers of a series.
    private struct Numbers {
        /// The numbers that have all come, one after the other; the usual case needs no table.
        var run: ClosedRange<Int>?

        /// How many numbers outside the run are in the table.
        var strayCount = 0

        /// The highest number.
        var highest = Int.min
    }

    private(set) var series: [SIESeriesCoverage] = []

    private var names = SIEByteTable()
    private var strays = SIEByteTable()
    private var numbers: [Numbers] = []

    /// How many vouchers are remembered one by one.
    var strayCount: Int { strays.count }

    /// The place of a draft's series, a new one last.
    ///
    /// - Returns: nil when it would be one more than `max`.
    mutating func place(of draft: borrowing VoucherDraft, max: Int) -> Int? {
        let range = draft.series.range
        let known = draft.storage.withUnsafeBytes {
            names.number(of: UnsafeRawBufferPointer(rebasing: $0[range]))
        }
        if let known { return known }
        guard series.count < max else { return nil }
        series.append(SIESeriesCoverage(series: draft.string(draft.series)))
        numbers.append(Numbers())
        return draft.storage.withUnsafeBytes {
            names.add(UnsafeRawBufferPointer(rebasing: $0[range]))
        }
    }

    /// Counts a voucher of a series.
    mutating func take(_ date: Day?, at place: Int) { series[place].take(date) }

    /// Remembers a draft's number and tells how it stands to those before it.
    mutating func order(of draft: borrowing VoucherDraft, at place: Int) -> Order {
        let range = draft.number.range
        return draft.storage.withUnsafeBytes { storage in
            let text = UnsafeRawBufferPointer(rebasing: storage[range])
            let number = whole(text)
            if let number, let isNext = follows(number, text, at: place) {
                return isNext ? .next : .again
            }
            if strays.number(of: text, tag: place) != nil { return .again }
            _ = strays.add(text, tag: place)
            numbers[place].strayCount += 1
            guard let number else { return .next }
            defer { numbers[place].highest = max(numbers[place].highest, number) }
            return number < numbers[place].highest ? .lower : .next
        }
    }

    /// Whether a number goes on the run (true) or is in it already (false); nil for neither.
    private mutating func follows(
        _ number: Int,
        _ text: UnsafeRawBufferPointer,
        at place: Int
    ) -> Bool? {
        guard let run = numbers[place].run else {
            guard numbers[place].strayCount == 0 else { return nil }
            numbers[place].run = number...number
            numbers[place].highest = number
            return true
        }
        if run.contains(number) { return false }
        guard number == run.upperBound + 1 else { return nil }
        let isStray = numbers[place].strayCount > 0 && strays.number(of: text, tag: place) != nil
        numbers[place].run = run.lowerBound...number
        numbers[place].highest = max(numbers[place].highest, number)
        return !isStray
    }
}

/// Digits without leading zeros as a number, nil for anything else.
private func whole(_ digits: UnsafeRawBufferPointer) -> Int? {
    guard !digits.isEmpty, digits.count <= 17, digits[0] != 0x30 || digits.count == 1 else {
        return nil
    }
    var value = 0
    for byte in digits {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
    }
    return value
}

extension VoucherDraft.Text {
    fileprivate var range: Range<Int> { start..<start + count }
}
