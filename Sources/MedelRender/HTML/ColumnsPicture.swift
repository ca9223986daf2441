import MedelCore

/// Standing bars, a group for each row.
struct ColumnsPicture {
    private static let (left, top, plotHeight) = (92, 64, 240)

    let markup: ChartMarkup

    func append(to out: inout [UInt8]) {
        let bottom = Self.top + Self.plotHeight
        markup.begin(height: bottom + labelHeight, &out)
        let amountLook: StaticString = "class=\"faint\" text-anchor=\"end\""
        for mark in markup.scale.marks {
            let y = height(of: mark)
            let ends = ((x: Self.left, y: y), (x: ChartMarkup.width, y: y))
            markup.appendLine(from: ends.0, to: ends.1, isZero: mark == 0, &out)
            let text = markup.kronor(mark)
            markup.appendText(text, x: Self.left - 8, y: y + 4, look: amountLook, to: &out)
        }
        for (place, row) in markup.values.enumerated() {
            let start = Self.left + place * groupWidth
            let room = groupWidth - barWidth * row.count
            for (series, money) in row.enumerated() {
                append(money, x: start + room / 2 + series * barWidth, series, to: &out)
            }
            appendLabel(markup.labels[place], x: start + groupWidth / 2, y: bottom, to: &out)
        }
    }

    private func append(_ money: Money?, x: Int, _ series: Int, to out: inout [UInt8]) {
        let zero = height(of: 0)
        guard let money else {
            let look: StaticString = "class=\"faint\""
            let place = (x: x + barWidth / 2 + 4, y: zero - 5)
            return markup.appendText(
                "saknas",
                x: place.x,
                y: place.y,
                look: look,
                turned: -90,
                to: &out
            )
        }
        let end = height(of: Int128(money.ore))
        if money != .zero {
            markup.appendBar(
                x: x + 2,
                y: min(zero, end),
                width: barWidth - 4,
                height: abs(zero - end),
                series: series,
                to: &out
            )
        }
        guard showsAmounts else { return }
        markup.appendText(
            AmountText.kronor.text(money),
            x: x + barWidth / 2,
            y: min(zero, end) - 5,
            look: "class=\"value\" text-anchor=\"middle\"",
            to: &out
        )
    }

    private func appendLabel(_ label: String, x: Int, y: Int, to out: inout [UInt8]) {
        let text = DisplayWidth.fit(DisplayWidth.printable(label), to: 26)
        guard !labelsStandLevel else {
            let look: StaticString = "text-anchor=\"middle\""
            for (number, line) in lines(text).enumerated() {
                markup.appendText(line, x: x, y: y + 18 + number * 15, look: look, to: &out)
            }
            return
        }
        let look: StaticString = "text-anchor=\"end\""
        markup.appendText(text, x: x + 6, y: y + 16, look: look, turned: -40, to: &out)
    }

    private func height(of ore: Int128) -> Int {
        Self.top + Self.plotHeight - markup.scale.distance(ore, along: Self.plotHeight)
    }

    private var groupWidth: Int {
        (ChartMarkup.width - Self.left) / max(1, markup.labels.count)
    }

    private var barWidth: Int {
        max(6, min(64, groupWidth * 8 / 10 / max(1, markup.seriesTitles.count)))
    }

    /// Whether there is room for every amount above its bar.
    private var showsAmounts: Bool {
        let amounts = markup.values.flatMap { $0 }.compactMap { $0 }
        let longest = amounts.map { AmountText.kronor.text($0).count }.max() ?? 0
        return longest * 6 <= barWidth
    }

    /// Whether every label can stand below its group on lines of its width.
    private var labelsStandLevel: Bool {
        markup.labels.allSatisfy { label in
            lines(label).allSatisfy { DisplayWidth.of($0) * 7 <= groupWidth - 6 }
        }
    }

    private var labelHeight: Int {
        let longest = markup.labels.map { min(26, DisplayWidth.of($0)) }.max() ?? 0
        let lineCount = markup.labels.map { lines($0).count }.max() ?? 1
        return labelsStandLevel ? 14 + lineCount * 15 : 24 + longest * 5
    }

    private func lines(_ label: String) -> [String] {
        DisplayWidth.wrap(label, to: max(4, (groupWidth - 6) / 7))
    }
}
