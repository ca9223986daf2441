import MedelDocument

/// Where on a workbook's sheets a chart's labels and series stand.
struct ChartSource {
    let labels: ChartCells
    let series: [SheetChart.Series]

    /// Finds the cells of a chart that is drawn on a page.
    ///
    /// - Returns: nil when the page does not hold the rows' names.
    init?(_ chart: Chart, on page: DocumentPage) {
        if chart.groups.isEmpty {
            self.init(rowsOf: chart, on: page)
        } else {
            self.init(across: chart, on: page)
        }
    }

    private init?(rowsOf chart: Chart, on page: DocumentPage) {
        let (table, places) = (page.table, page.places)
        guard let first = chart.rowKeys.first.flatMap({ table.place(ofRow: $0) }),
            let label = table.place(ofColumn: chart.labelKey).flatMap({
                places.firstIndex(of: $0)
            })
        else { return nil }
        let rows = first...first + chart.rowKeys.count - 1
        labels = ChartCells(page.range(rows, label))
        series = chart.seriesKeys.compactMap { key -> SheetChart.Series? in
            guard let place = table.place(ofColumn: key),
                let column = places.firstIndex(of: place)
            else { return nil }
            return SheetChart.Series(
                title: table.columns[place].title,
                values: ChartCells(page.range(rows, column))
            )
        }
    }

    /// The columns may stand on other pages of the table, which begin on the same row; their titles
    /// stand in the row above the first, and the groups' in the row above that.
    private init?(across chart: Chart, on page: DocumentPage) {
        let table = page.table
        guard let row = chart.rowKeys.first.flatMap({ table.place(ofRow: $0) }) else { return nil }
        let plot = ChartPlot(chart, of: table)
        func cell(_ key: String, _ row: Int) -> CellRange? {
            guard let place = table.place(ofColumn: key),
                let block = table.blocks.first(where: { table.places(in: $0).contains(place) }),
                let column = table.places(in: block).firstIndex(of: place)
            else { return nil }
            return CellRange(
                sheetName: block == page.block
                    ? page.sheet.name : page.sheetNames[place] ?? page.sheet.name,
                firstRow: page.firstRow + row,
                firstColumn: column,
                lastRow: page.firstRow + row,
                lastColumn: column
            )
        }
        var labels: [(range: CellRange, value: Cell)] = []
        for (keys, label) in zip(chart.groups, plot.labels) {
            // A group's title stands above its first column, whichever column the chart shows.
            let group = keys.first.flatMap { table.group(of: $0) }
            let named = chart.isNamedByColumns ? keys.first : group?.columnKeys.first
            guard let named, let range = cell(named, chart.isNamedByColumns ? -1 : -2) else {
                return nil
            }
            labels.append((range, .text(label)))
        }
        self.labels = ChartCells(labels)
        series = plot.series.enumerated().map { number, series in
            let ranges = chart.groups.map { cell($0[number], row) }
            return SheetChart.Series(
                title: series.title,
                values: ChartCells(
                    zip(ranges, series.cells).compactMap { range, value in
                        range.map { ($0, value) }
                    }
                )
            )
        }
    }
}
