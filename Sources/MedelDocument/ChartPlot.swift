import MedelCore

/// What a chart of a table draws: a value of each series for each label.
public struct ChartPlot: Hashable, Sendable {
    /// Values of one kind, one for each label.
    public struct Series: Hashable, Sendable {
        /// What the values are, such as *Budget*.
        public let title: String

        /// The cells, one for each label.
        public let cells: [Cell]
    }

    /// What stands under each group of bars.
    public let labels: [String]

    /// The series, in order.
    public let series: [Series]

    /// Looks up what a chart of the table shows.
    ///
    /// - Parameters:
    ///   - chart: a chart that is of the table.
    ///   - table: the table.
    public init(_ chart: Chart, of table: Table) {
        let rows = chart.rowKeys.compactMap { key in table.rows.first { $0.key == key } }
        let place = { (key: String) in table.columns.firstIndex { $0.key == key } ?? 0 }
        guard let row = rows.first, let first = chart.groups.first else {
            let label = place(chart.labelKey)
            labels = rows.map { row in
                if case .text(let text) = row.row.cells[label] { text } else { row.key }
            }
            series = chart.seriesKeys.map { key in
                let column = place(key)
                return Series(
                    title: table.columns[column].title,
                    cells: rows.map { $0.row.cells[column] }
                )
            }
            return
        }
        guard !chart.isNamedByColumns else {
            labels = chart.seriesKeys.map { table.columns[place($0)].title }
            let name = row.row.cells[place(chart.labelKey)]
            let title = if case .text(let text) = name { text } else { row.key }
            let cells = chart.seriesKeys.map { row.row.cells[place($0)] }
            series = [Series(title: title, cells: cells)]
            return
        }
        labels = chart.groups.map { keys in
            table.groups.first { !Set($0.columnKeys).isDisjoint(with: keys) }?.title ?? ""
        }
        series = first.indices.map { number in
            Series(
                title: table.columns[place(first[number])].title,
                cells: chart.groups.map { row.row.cells[place($0[number])] }
            )
        }
    }
}

extension ChartPlot {
    /// Whether no value is below nought, so that the scale can begin there.
    public var isAboveNought: Bool {
        series.lazy.flatMap(\.cells).allSatisfy { cell in
            switch cell {
            case .amount(let amount?): amount.ore >= 0
            case .count(let count): count >= 0
            case .basisPoints(let points): points >= 0
            case .empty, .amount(nil), .text, .date: true
            }
        }
    }
}
