/// Gathers findings: of each kind the first ones are kept, the rest are counted.
struct SIEFindingList: Sendable {
    /// How many findings of one kind are kept one by one.
    static let keptPerCodeMax = 100

    private var kept: [SIEFinding] = []
    private var counts: [SIEFinding.Code: Int] = [:]

    /// Whether the file is refused.
    private(set) var hasError = false

    /// Takes a finding; the reason is only made when it is kept.
    mutating func add(_ code: SIEFinding.Code, line: Int?, _ reason: () -> SIEReason) {
        let count = counts[code, default: 0] + 1
        counts[code] = count
        if code.severity == .error { hasError = true }
        guard count <= Self.keptPerCodeMax else { return }
        kept.append(SIEFinding(line: line, reason: reason()))
    }

    mutating func add(_ reason: SIEReason, line: Int?) {
        add(reason.code, line: line) { reason }
    }

    /// How many findings of a kind there are, kept or not.
    func count(of code: SIEFinding.Code) -> Int { counts[code, default: 0] }

    /// Every finding: those with a line by line, then the others; last the counts of the rest.
    var all: [SIEFinding] {
        var result = kept.enumerated().sorted { left, right in
            (left.element.line ?? .max, left.offset) < (right.element.line ?? .max, right.offset)
        }.map(\.element)
        for code in SIEFinding.Code.allCases {
            let rest = count(of: code) - Self.keptPerCodeMax
            guard rest > 0 else { continue }
            result.append(SIEFinding(line: nil, reason: .more(code, count: rest)))
        }
        return result
    }
}
