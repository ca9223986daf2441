import CXlsxWriter
import MedelDocument

/// The cell formats of a document's workbook, each made when it is first asked for.
final class DocumentStyle {
    typealias Format = UnsafeMutablePointer<lxw_format>

    /// What a cell of a table looks like.
    struct Look: Hashable {
        let kind: Column.Kind
        let emphasis: TableRow.Emphasis
        let level: Int
        /// Whether the amount that should stand here is not known.
        let isUnknown: Bool
        /// Whether the cell begins a group of columns.
        let beginsGroup: Bool
        /// Whether a number stands to the left.
        let followsNumber: Bool
    }

    let title: Format
    let cover: Format
    let ledger: Format
    let heading: Format
    let term: Format
    let note: Format
    let warning: Format
    let lead: Format
    let proposal: Format
    let alarm: Format

    private let workbook: Workbook
    private var cells: [Look: Format] = [:]
    private var headers: [[Bool]: Format] = [:]

    init(_ workbook: Workbook) throws {
        self.workbook = workbook
        title = try workbook.addFormat()
        format_set_bold(title)
        format_set_font_size(title, 18)
        format_set_font_color(title, Ink.dark)
        cover = try workbook.addFormat()
        format_set_font_color(cover, Ink.dark)
        format_set_text_wrap(cover)
        ledger = try workbook.addFormat()
        format_set_font_color(ledger, Ink.muted)
        format_set_font_size(ledger, 8)
        heading = try workbook.addFormat()
        format_set_bold(heading)
        format_set_font_color(heading, Ink.dark)
        format_set_bottom(heading, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bottom_color(heading, Ink.hairline)
        term = try workbook.addFormat()
        format_set_bold(term)
        format_set_font_size(term, 9)
        format_set_font_color(term, Ink.dark)
        format_set_text_wrap(term)
        format_set_align(term, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        note = try workbook.addFormat()
        format_set_font_size(note, 9)
        format_set_font_color(note, Ink.muted)
        format_set_text_wrap(note)
        format_set_align(note, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        warning = try workbook.addFormat()
        format_set_font_color(warning, 0xA61B1B)
        format_set_bg_color(warning, 0xFBE3E0)
        lead = try workbook.addFormat()
        format_set_bold(lead)
        format_set_font_color(lead, Ink.dark)
        format_set_text_wrap(lead)
        proposal = try workbook.addFormat()
        format_set_bold(proposal)
        format_set_font_size(proposal, 12)
        format_set_font_color(proposal, Ink.dark)
        format_set_bg_color(proposal, Ink.pale)
        format_set_text_wrap(proposal)
        format_set_align(proposal, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        format_set_indent(proposal, 1)
        format_set_left(proposal, UInt8(LXW_BORDER_THICK.rawValue))
        format_set_left_color(proposal, Ink.dark)
        alarm = try workbook.addFormat()
        format_set_bold(alarm)
        format_set_font_color(alarm, 0xA61B1B)
        format_set_text_wrap(alarm)
    }

    /// The format of a title above a column, or above a group of them.
    func header(
        isNumber: Bool,
        isGroup: Bool,
        beginsGroup: Bool,
        followsNumber: Bool = false
    ) throws -> Format {
        let key = [isNumber, isGroup, beginsGroup, followsNumber]
        if let known = headers[key] { return known }
        let format = try workbook.addFormat()
        format_set_bold(format)
        format_set_font_color(format, Ink.white)
        format_set_bg_color(format, Ink.dark)
        format_set_text_wrap(format)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        let side =
            isGroup ? LXW_ALIGN_CENTER : isNumber ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
        format_set_align(format, UInt8(side.rawValue))
        if !isNumber, !isGroup, beginsGroup || followsNumber { format_set_indent(format, 1) }
        if beginsGroup {
            format_set_left(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_left_color(format, Ink.white)
        }
        if isGroup { draw(LXW_BORDER_THIN, Ink.muted, below: format) }
        headers[key] = format
        return format
    }

    /// The format of a cell.
    func cell(_ look: Look) throws -> Format {
        if let known = cells[look] { return known }
        let format = try workbook.addFormat()
        format_set_num_format(format, look.kind.sheetFormat)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        let side = look.kind.isNumber ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT
        format_set_align(format, UInt8(side.rawValue))
        // Text that follows numbers stands off from them.
        let indent = look.level * 2 + (look.standsOff ? 1 : 0)
        if indent > 0 { format_set_indent(format, UInt8(min(15, indent))) }
        if look.kind == .text { format_set_text_wrap(format) }
        if look.beginsGroup {
            format_set_left(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_left_color(format, Ink.hairline)
        }
        decorate(format, look.emphasis)
        if look.isUnknown {
            format_set_bg_color(format, 0xE3E3E3)
        }
        cells[look] = format
        return format
    }

    private func decorate(_ format: Format, _ emphasis: TableRow.Emphasis) {
        switch emphasis {
        case .body:
            draw(LXW_BORDER_THIN, Ink.hairline, below: format)
        case .heading:
            format_set_bold(format)
            format_set_font_color(format, Ink.dark)
            draw(LXW_BORDER_THIN, Ink.hairline, below: format)
        case .subtotal:
            format_set_italic(format)
            format_set_font_color(format, Ink.dark)
            format_set_bg_color(format, Ink.pale)
            draw(LXW_BORDER_THIN, Ink.hairline, below: format)
        case .total:
            format_set_bold(format)
            format_set_font_color(format, Ink.dark)
            format_set_bg_color(format, Ink.pale)
            format_set_top(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_top_color(format, Ink.dark)
            draw(LXW_BORDER_DOUBLE, Ink.dark, below: format)
        case .memo:
            format_set_italic(format)
            format_set_font_color(format, Ink.muted)
        }
    }

    private func draw(_ line: lxw_format_borders, _ color: UInt32, below format: Format) {
        format_set_bottom(format, UInt8(line.rawValue))
        format_set_bottom_color(format, color)
    }
}

extension DocumentStyle.Look {
    /// Whether the cell is text beside a number or a line.
    fileprivate var standsOff: Bool { kind == .text && (beginsGroup || followsNumber) }
}

extension Column.Kind {
    /// The format of a sheet for the board: whole kronor, öre kept in the cell.
    fileprivate var sheetFormat: String {
        switch self {
        case .amount: "[$-41D]#,##0;[$-41D]\u{2212}#,##0"
        case .basisPoints: "[$-41D]0.0\\ %;[$-41D]\u{2212}0.0\\ %"
        case .count, .text, .date: numberFormat
        }
    }
}
