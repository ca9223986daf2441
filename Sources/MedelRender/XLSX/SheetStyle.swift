import CXlsxWriter
import MedelDocument

/// The cell formats of a listing's workbook: dark blue on white, hairlines between rows.
///
/// Rows are told apart by lines and not by fills, so that sorting in Excel leaves the look intact.
struct SheetStyle {
    typealias Format = UnsafeMutablePointer<lxw_format>

    /// The formats of the cells of one column.
    struct ColumnFormats {
        let header: Format
        let body: Format
        let total: Format
    }

    let title: Format
    let cover: Format
    let ledger: Format
    let note: Format
    let columns: [ColumnFormats]

    /// Makes the formats in a workbook; `wrapsText` lets long text take several lines.
    init(_ workbook: Workbook, columns: [Column], wrapsText: Bool) throws {
        title = try workbook.addFormat()
        format_set_bold(title)
        format_set_font_size(title, 18)
        format_set_font_color(title, Ink.dark)
        cover = try workbook.addFormat()
        format_set_font_color(cover, Ink.dark)
        ledger = try workbook.addFormat()
        format_set_font_color(ledger, Ink.muted)
        format_set_font_size(ledger, 8)
        note = try workbook.addFormat()
        format_set_italic(note)
        format_set_font_color(note, Ink.muted)
        var made: [Column.Kind: ColumnFormats] = [:]
        for column in columns where made[column.kind] == nil {
            made[column.kind] = ColumnFormats(
                header: try Self.header(workbook, column.kind),
                body: try Self.body(workbook, column.kind, wraps: wrapsText),
                total: try Self.total(workbook, column.kind)
            )
        }
        self.columns = columns.compactMap { made[$0.kind] }
    }

    private static func header(_ workbook: Workbook, _ kind: Column.Kind) throws -> Format {
        let format = try workbook.addFormat()
        format_set_bold(format)
        format_set_font_color(format, Ink.white)
        format_set_bg_color(format, Ink.dark)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_text_wrap(format)
        align(format, kind)
        return format
    }

    private static func body(
        _ workbook: Workbook,
        _ kind: Column.Kind,
        wraps: Bool
    ) throws -> Format {
        let format = try workbook.addFormat()
        format_set_num_format(format, kind.numberFormat)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bottom_color(format, Ink.hairline)
        if kind == .text && wraps { format_set_text_wrap(format) }
        align(format, kind)
        return format
    }

    private static func total(_ workbook: Workbook, _ kind: Column.Kind) throws -> Format {
        let format = try workbook.addFormat()
        format_set_num_format(format, kind == .date ? "@" : kind.numberFormat)
        format_set_bold(format)
        format_set_font_color(format, Ink.dark)
        format_set_bg_color(format, Ink.pale)
        format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_top_color(format, Ink.dark)
        format_set_bottom(format, UInt8(LXW_BORDER_DOUBLE.rawValue))
        format_set_bottom_color(format, Ink.dark)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        align(format, kind)
        return format
    }

    /// Numbers to the right, all else to the left, with air between neighbours.
    private static func align(_ format: Format, _ kind: Column.Kind) {
        let side = kind.isNumber ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
        format_set_align(format, UInt8(side.rawValue))
        format_set_indent(format, 1)
    }
}

/// The colours, as 0xRRGGBB.
enum Ink {
    static let dark: lxw_color_t = 0x1F3F54
    static let muted: lxw_color_t = 0x6B7A85
    static let hairline: lxw_color_t = 0xD5DDE2
    static let pale: lxw_color_t = 0xEAF0F3
    static let white: lxw_color_t = 0xFFFFFF
}

extension Column.Kind {
    /// Whether cells stand to the right.
    var isNumber: Bool {
        switch self {
        case .amount, .count, .basisPoints: true
        case .text, .date: false
        }
    }

    /// The format in Excel's own notation, where `,` and `.` stand for the reader's marks.
    ///
    /// Swedish Excel shows a blank and a comma of itself; `[$-41D]` makes LibreOffice do so under
    /// any language. The minus is U+2212.
    var numberFormat: String {
        switch self {
        case .amount: "[$-41D]#,##0.00;[$-41D]\u{2212}#,##0.00"
        case .count: "[$-41D]#,##0;[$-41D]\u{2212}#,##0"
        case .basisPoints: "[$-41D]0.00\\ %;[$-41D]\u{2212}0.00\\ %"
        case .date: "yyyy\\-mm\\-dd"
        case .text: "@"
        }
    }
}
