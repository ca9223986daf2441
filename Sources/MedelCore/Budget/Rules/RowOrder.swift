/// The order in which rows can be computed, each after the rows that it builds on.
struct RowOrder {
    /// Places of rows, as many as can be computed; a row that builds on a circle is not there.
    let places: [Int]

    /// The circles, each from its smallest code on, every row building on the next.
    let circles: [[BudgetRowCode]]

    /// Puts rows in order.
    ///
    /// - Parameters:
    ///   - codes: the rows, with different codes.
    ///   - base: the places of the rows that each builds on.
    init(_ codes: [BudgetRowCode], base: [[Int]]) {
        var waiting = base.map { Set($0).count }
        var builders: [[Int]] = Array(repeating: [], count: codes.count)
        for (place, below) in base.enumerated() {
            for other in Set(below) { builders[other].append(place) }
        }
        var ready = codes.indices.filter { waiting[$0] == 0 }
        var done = 0
        while done < ready.count {
            for builder in builders[ready[done]] {
                waiting[builder] -= 1
                if waiting[builder] == 0 { ready.append(builder) }
            }
            done += 1
        }
        places = ready
        circles = Self.circles(codes, base: base, left: Set(codes.indices).subtracting(ready))
    }

    /// Follows each row that is left to the first that it has been at before.
    private static func circles(
        _ codes: [BudgetRowCode],
        base: [[Int]],
        left: Set<Int>
    ) -> [[BudgetRowCode]] {
        let byCode = { (one: Int, other: Int) in codes[one] < codes[other] }
        var circles: [[BudgetRowCode]] = []
        var seen: Set<Int> = []
        for start in left.sorted(by: byCode) {
            var path: [Int] = []
            var next: Int? = start
            while let place = next, seen.insert(place).inserted {
                path.append(place)
                // Whatever is left builds on something that is left, or it would be ready.
                next = base[place].filter { left.contains($0) }.min(by: byCode)
            }
            guard let next, let entry = path.firstIndex(of: next) else { continue }
            let circle = path[entry...].map { codes[$0] }
            guard let first = circle.min().flatMap({ circle.firstIndex(of: $0) }) else { continue }
            circles.append(Array(circle[first...] + circle[..<first]))
        }
        return circles
    }
}
