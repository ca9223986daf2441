import CXlsxWriter
import Glibc
import MedelDocument

/// A chart of a document where it stands on a sheet.
struct SheetChart {
    /// Bars of one colour.
    struct Series {
        let title: String
        let values: ChartCells
    }

    /// The rows of the sheet that a chart takes, at their usual height.
    static let rowCount = 13

    let chart: Chart
    let labels: ChartCells
    let series: [Series]
    let widthPixels: Int

    /// Whether no value is below nought.
    let isAboveNought: Bool

    private static let colors: [lxw_color_t] = [0xA9BDC9, 0x1F3F54, 0xC98A2B, 0x5B8C5A]
}

extension Sheet {
    /// Puts a chart on the sheet, its first column and the row given at its upper left.
    func insert(_ drawing: SheetChart, row: Int, into workbook: Workbook) throws {
        let chart = try workbook.addChart(drawing.chart.kind)
        chart_title_set_name(chart, singleLine(drawing.chart.title, unitsMax: 250))
        var titleFont = lxw_chart_font()
        titleFont.size = 12
        titleFont.bold = 1
        titleFont.color = Ink.dark
        chart_title_set_name_font(chart, &titleFont)
        for (place, item) in drawing.series.enumerated() {
            guard
                let series = chart_add_series(
                    chart,
                    drawing.labels.formula,
                    item.values.formula
                )
            else { throw WorkbookError(.layOut, code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue) }
            drawing.labels.keepCopy(in: series.pointee.categories)
            item.values.keepCopy(in: series.pointee.values)
            chart_series_set_name(series, item.title)
            var fill = lxw_chart_fill()
            fill.color = drawing.color(place)
            chart_series_set_fill(series, &fill)
        }
        chart_set_series_gap(chart, 60)
        chart_set_series_overlap(chart, 0)
        chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        var axisFont = lxw_chart_font()
        axisFont.size = 9
        axisFont.color = Ink.muted
        if let values = chart.pointee.y_axis, let labels = chart.pointee.x_axis {
            chart_axis_set_num_format(values, "[$-41D]#,##0")
            // Bars that do not begin at nought say something else than their numbers.
            if drawing.isAboveNought { chart_axis_set_min(values, 0) }
            chart_axis_set_num_font(values, &axisFont)
            chart_axis_set_num_font(labels, &axisFont)
            var line = lxw_chart_line()
            line.color = Ink.hairline
            chart_axis_major_gridlines_set_line(values, &line)
            if drawing.chart.kind == .bars { chart_axis_set_reverse(labels) }
            chart_axis_set_label_position(labels, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        }
        let description = strdup(drawing.chart.title + ". " + drawing.chart.summary)
        defer { free(description) }
        var options = lxw_chart_options()
        options.x_scale = Double(drawing.widthPixels) / 480.0
        options.y_scale = Double(SheetChart.rowCount - 1) * 20.0 / 288.0
        options.x_offset = 4
        // Else the frame's upper line is printed on the page before a break.
        options.y_offset = 4
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = description
        try check(
            worksheet_insert_chart_opt(handle, UInt32(row), 0, chart, &options),
            .layOut
        )
    }
}

extension SheetChart {
    fileprivate func color(_ place: Int) -> lxw_color_t { Self.colors[place % Self.colors.count] }
}
