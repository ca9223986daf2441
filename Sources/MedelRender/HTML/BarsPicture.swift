import MedelCore

/// Lying bars, a group for each row, the amount at the end of each bar.
struct BarsPicture {
    private static let (top, barHeight, gap) = (58, 17, 12)

    let markup: ChartMarkup

    func append(to out: inout [UInt8]) {
        let groupHeight = markup.seriesTitles.count * Self.barHeight + Self.gap
        let bottom = Self.top + markup.labels.count * groupHeight
        markup.begin(height: bottom + 26, &out)
        let markLook: StaticString = "class=\"faint\" text-anchor=\"middle\""
        for mark in markup.scale.marks {
            let x = place(of: mark)
            let ends = ((x: x, y: Self.top), (x: x, y: bottom))
            markup.appendLine(from: ends.0, to: ends.1, isZero: mark == 0, &out)
            markup.appendText(markup.kronor(mark), x: x, y: bottom + 18, look: markLook, to: &out)
        }
        for (number, row) in markup.values.enumerated() {
            let start = Self.top + number * groupHeight + Self.gap / 2
            let middle = start + row.count * Self.barHeight / 2 + 4
            let label = DisplayWidth.fit(DisplayWidth.printable(markup.labels[number]), to: 34)
            let look: StaticString = "text-anchor=\"end\""
            markup.appendText(label, x: left - 8, y: middle, look: look, to: &out)
            for (series, money) in row.enumerated() {
                append(money, y: start + series * Self.barHeight, series, to: &out)
            }
        }
    }

    private func append(_ money: Money?, y: Int, _ series: Int, to out: inout [UInt8]) {
        let zero = place(of: 0)
        guard let money else {
            let look: StaticString = "class=\"faint\""
            return markup.appendText("saknas", x: zero + 6, y: y + 13, look: look, to: &out)
        }
        let end = place(of: Int128(money.ore))
        if money != .zero {
            markup.appendBar(
                x: min(zero, end),
                y: y,
                width: abs(end - zero),
                height: Self.barHeight,
                series: series,
                to: &out
            )
        }
        let amount = AmountText.kronor.text(money)
        markup.appendText(amount, x: max(zero, end) + 6, y: y + 13, to: &out)
    }

    private func place(of ore: Int128) -> Int {
        left + markup.scale.distance(ore, along: ChartMarkup.width - left - 90)
    }

    private var left: Int {
        let longest = markup.labels.map { min(34, DisplayWidth.of($0)) }.max() ?? 0
        return longest * 7 + 20
    }
}
