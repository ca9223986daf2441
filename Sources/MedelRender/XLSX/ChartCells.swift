import CXlsxWriter
import Glibc
import MedelCore
import MedelDocument

/// The cells that a chart takes its labels or values from.
struct ChartCells {
    private let ranges: [CellRange]

    /// What is in the cells, for cells that lie apart.
    private let copies: [Cell]

    /// Cells below each other.
    init(_ range: CellRange) {
        ranges = [range]
        copies = []
    }

    /// Cells that lie apart, with what is in them.
    init(_ cells: [(range: CellRange, value: Cell)]) {
        ranges = cells.map(\.range)
        copies = cells.map(\.value)
    }

    /// The cells as a chart refers to them.
    var formula: String {
        let parts = ranges.map(\.absolute)
        return parts.count == 1 ? "=" + parts[0] : "=(" + parts.joined(separator: ",") + ")"
    }

    /// Writes what is in the cells beside the reference, where the library does not do so itself:
    /// it does not look up cells that lie apart.
    func keepCopy(in range: UnsafeMutablePointer<lxw_series_range>?) {
        guard ranges.count > 1, let range, let list = range.pointee.data_cache else { return }
        // The library frees the list; each value is put in front, so the last comes first.
        for cell in copies.reversed() {
            let memory = calloc(1, MemoryLayout<lxw_series_data_point>.stride)
            guard let point = memory?.bindMemory(to: lxw_series_data_point.self, capacity: 1) else {
                return
            }
            switch cell {
            case .amount(let money?): point.pointee.number = Double(money.ore) / 100.0
            case .text(let text):
                point.pointee.is_string = 1
                point.pointee.string = strdup(text)
                range.pointee.has_string_cache = 1
            case .empty, .amount(nil), .date, .count, .basisPoints: point.pointee.no_data = 1
            }
            point.pointee.list_pointers.stqe_next = list.pointee.stqh_first
            list.pointee.stqh_first = point
        }
        range.pointee.num_data_points = UInt16(copies.count)
        range.pointee.ignore_cache = 1
    }
}
