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

    private(set) var series: [SIESeriesCoverage] = []

    private var names = SIEByteTable()
    private var identities = SIEByteTable()
    private var highest: [Int] = []

    /// How many vouchers can be recognised.
    var identityCount: Int { identities.count }

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
        highest.append(.min)
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
            let digits = UnsafeRawBufferPointer(rebasing: storage[range])
            if identities.number(of: digits, tag: place + 1) != nil { return .again }
            _ = identities.add(digits, tag: place + 1)
            guard let number = whole(digits) else { return .next }
            defer { highest[place] = max(highest[place], number) }
            return number < highest[place] ? .lower : .next
        }
    }
}

/// Digits as a number, nil for anything else.
private func whole(_ digits: UnsafeRawBufferPointer) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
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
