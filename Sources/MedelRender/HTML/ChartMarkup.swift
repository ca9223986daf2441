import MedelCore
import MedelDocument

/// Draws a chart as a picture in the page, with the same amounts as the table and the workbook.
///
/// Bars are told apart by how light they are and by hatching, so that they are legible in black and
/// white and to those who do not see colours. Every bar has an outline.
struct ChartMarkup {
    static let width = 880
    static let colors: [StaticString] = ["#a9bdc9", "#1f3f54", "#e0a64f", "#5b8c5a"]

    let chart: Chart
    let labels: [String]
    let seriesTitles: [String]
    /// The amounts, row by row, one for each series; nil where an amount is not known.
    let values: [[Money?]]
    let scale: ChartScale
    /// What makes the names of the picture's parts unique.
    let number: Int

    /// Reads the amounts from the table.
    ///
    /// - Returns: nil when there is nothing to draw.
    init?(_ chart: Chart, of table: Table, number: Int) {
        let plot = ChartPlot(chart, of: table)
        guard !plot.labels.isEmpty, !plot.series.isEmpty else { return nil }
        self.chart = chart
        self.number = number
        labels = plot.labels
        seriesTitles = plot.series.map(\.title)
        values = plot.labels.indices.map { place in
            plot.series.map { series in
                switch series.cells[place] {
                case .amount(let money): money
                case .empty: .zero
                case .text, .date, .count, .basisPoints: nil
                }
            }
        }
        scale = ChartScale(values.flatMap { $0 }.compactMap { $0 })
    }

    /// Writes the picture and its summary in words.
    func append(to out: inout [UInt8]) {
        out.append(markup: "<figure>\n<div class=\"scroll\" role=\"region\" tabindex=\"0\"")
        out.append(attribute: "aria-label", "Diagram: \(chart.title)")
        out.append(markup: ">\n")
        switch chart.kind {
        case .columns: ColumnsPicture(markup: self).append(to: &out)
        case .bars: BarsPicture(markup: self).append(to: &out)
        }
        out.append(markup: "</svg>\n</div>\n")
        if !chart.summary.isEmpty { out.append(element: "figcaption", chart.summary) }
        out.append(markup: "\n</figure>\n")
    }

    /// Begins the picture: its words, its fills, its title and what each fill stands for.
    func begin(height: Int, _ out: inout [UInt8]) {
        out.append(markup: "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"")
        out.append(attribute: "viewBox", "0 0 \(Self.width) \(height)")
        out.append(attribute: "aria-labelledby", "bild-\(number) bild-\(number)-ord")
        out.append(markup: ">\n<title")
        out.append(attribute: "id", "bild-\(number)")
        out.append(UInt8(ascii: ">"))
        out.append(escaped: chart.title)
        out.append(markup: "</title>\n<desc")
        out.append(attribute: "id", "bild-\(number)-ord")
        out.append(UInt8(ascii: ">"))
        out.append(escaped: chart.summary)
        out.append(markup: " Alla belopp står i tabellen.</desc>\n<defs>\n")
        for (place, color) in Self.colors.enumerated() where place < seriesTitles.count {
            appendFill(place, color, to: &out)
        }
        out.append(markup: "</defs>\n")
        appendText(chart.title, x: 0, y: 18, look: "class=\"name\"", to: &out)
        var start = 0
        for (place, title) in seriesTitles.enumerated() {
            appendBar(x: start, y: 32, width: 14, height: 14, series: place, to: &out)
            appendText(title, x: start + 20, y: 44, to: &out)
            start += 20 + DisplayWidth.of(title) * 8 + 24
        }
    }

    /// A bar with an outline.
    func appendBar(
        x: Int,
        y: Int,
        width: Int,
        height: Int,
        series: Int,
        to out: inout [UInt8]
    ) {
        out.append(markup: "<rect")
        out.append(attribute: "x", "\(x)")
        out.append(attribute: "y", "\(y)")
        out.append(attribute: "width", "\(width)")
        out.append(attribute: "height", "\(height)")
        out.append(attribute: "fill", "url(#fyll-\(number)-\(series % Self.colors.count))")
        out.append(markup: " stroke=\"#1f3f54\"/>\n")
    }

    /// A line of text; its look is an attribute spelled in the source.
    func appendText(
        _ text: String,
        x: Int,
        y: Int,
        look: StaticString = "",
        turned: Int = 0,
        to out: inout [UInt8]
    ) {
        out.append(markup: "<text ")
        out.append(markup: look)
        out.append(attribute: "x", "\(x)")
        out.append(attribute: "y", "\(y)")
        if turned != 0 { out.append(attribute: "transform", "rotate(\(turned) \(x) \(y))") }
        out.append(UInt8(ascii: ">"))
        out.append(escaped: text.replacing("\n", with: " "))
        out.append(markup: "</text>\n")
    }

    /// A line of the grid; the one at zero stands out.
    func appendLine(
        from start: (x: Int, y: Int),
        to end: (x: Int, y: Int),
        isZero: Bool,
        _ out: inout [UInt8]
    ) {
        out.append(markup: "<line")
        out.append(attribute: "x1", "\(start.x)")
        out.append(attribute: "y1", "\(start.y)")
        out.append(attribute: "x2", "\(end.x)")
        out.append(attribute: "y2", "\(end.y)")
        out.append(markup: isZero ? " stroke=\"#1f3f54\"/>\n" : " stroke=\"#d5dde2\"/>\n")
    }

    /// An amount in öre as whole kronor.
    func kronor(_ ore: Int128) -> String {
        (try? Money(exact: ore)).map { AmountText.kronor.text($0) } ?? ""
    }

    /// The first two fills are plain, light and dark; the others are hatched.
    private func appendFill(_ place: Int, _ color: StaticString, to out: inout [UInt8]) {
        out.append(markup: "<pattern")
        out.append(attribute: "id", "fyll-\(number)-\(place)")
        out.append(markup: " width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">")
        out.append(markup: "<rect width=\"8\" height=\"8\" fill=\"")
        out.append(markup: color)
        out.append(markup: "\"/>")
        if place == 2 {
            out.append(markup: "<path d=\"M-2 2l4-4M0 8l8-8M6 10l4-4\" stroke=\"#1f3f54\"/>")
        } else if place == 3 {
            out.append(markup: "<circle cx=\"4\" cy=\"4\" r=\"1.6\" fill=\"#fff\"/>")
        }
        out.append(markup: "</pattern>\n")
    }
}
