import CXlsxWriter
import Glibc
import MedelCore
import MedelDocument

/// An Excel workbook under way, every step of the library checked.
final class Workbook {
    /// How the library keeps what is written.
    enum Mode: Hashable, Sendable {
        /// Everything in memory until the end; tables are possible.
        case inMemory
        /// One row in memory; rows must be written in order and tables are not possible.
        case rowByRow
    }

    let mode: Mode
    private let handle: UnsafeMutablePointer<lxw_workbook>
    private let temporaryFolder: UnsafeMutablePointer<CChar>
    private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = []
    private var isOpen = true

    /// Begins a workbook that is written to `path` when it is closed.
    ///
    /// The library's temporary files lie beside it, where there is room for the result too.
    init(path: String, mode: Mode) throws {
        self.mode = mode
        temporaryFolder = strdup(folder(of: path))
        var options = lxw_workbook_options()
        options.constant_memory = mode == .rowByRow ? 1 : 0
        options.tmpdir = temporaryFolder
        guard let handle = workbook_new_opt(path, &options) else {
            free(temporaryFolder)
            throw WorkbookError(.create, code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        self.handle = handle
    }

    deinit {
        if isOpen {
            for sheet in sheets {
                if let rows = sheet.pointee.optimize_tmpfile { fclose(rows) }
            }
            lxw_workbook_free(handle)
        }
        free(temporaryFolder)
    }

    /// Says whose workbook it is and when its ledger state was made.
    func setProperties(_ heading: Heading) throws {
        let texts = [
            heading.title, heading.association, "Medel", heading.ledgerLine,
        ].map { strdup(singleLine($0, unitsMax: 250)) }
        defer { for text in texts { free(text) } }
        var properties = lxw_doc_properties()
        properties.title = texts[0]
        properties.company = texts[1]
        properties.author = texts[2]
        properties.comments = texts[3]
        // Zero would mean the present time to the library.
        properties.created = time_t(max(1, heading.created.secondsSince1970))
        try check(workbook_set_properties(handle, &properties), .create)
    }

    /// Adds a sheet after the others.
    func addSheet(named name: String) throws -> Sheet {
        guard let sheet = workbook_add_worksheet(handle, name) else {
            throw WorkbookError(.addSheet, code: 0)
        }
        sheets.append(sheet)
        return Sheet(sheet, name: name)
    }

    /// Makes a cell format.
    func addFormat() throws -> UnsafeMutablePointer<lxw_format> {
        guard let format = workbook_add_format(handle) else {
            throw WorkbookError(.create, code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        format_set_font_name(format, "Calibri")
        return format
    }

    /// Makes a chart that a sheet can take.
    func addChart(_ kind: Chart.Kind) throws -> UnsafeMutablePointer<lxw_chart> {
        let type =
            switch kind {
            case .bars: LXW_CHART_BAR
            case .columns: LXW_CHART_COLUMN
            }
        guard let chart = workbook_add_chart(handle, UInt8(type.rawValue)) else {
            throw WorkbookError(.create, code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        return chart
    }

    /// Gives a block of cells a name that formulas can use.
    func name(_ range: CellRange, _ name: String) throws {
        try check(workbook_define_name(handle, name, "=" + range.absolute), .nameRanges)
    }

    /// Writes the file; the workbook cannot be used afterwards.
    ///
    /// The needed room on the volume is estimated from the number of cells.
    func close(cellCount: Int) throws {
        var rowBytes: [Int64] = []
        for sheet in sheets {
            guard let rows = sheet.pointee.optimize_tmpfile else { continue }
            guard fflush(rows) == 0, ferror(rows) == 0 else {
                throw SystemError(.write, path: String(cString: temporaryFolder), code: errno)
            }
            rowBytes.append(Int64(ftell(rows)))
        }
        let whole = rowBytes.reduce(0, +)
        // The library copies the largest sheet once more beside the result.
        let estimate = Int64(cellCount) * 150
        try requireRoom(bytes: 1_000_000 + (rowBytes.max().map { $0 + whole / 3 } ?? estimate))
        // Not before it is needed: some programs take the larger form for a damaged file.
        handle.pointee.options.use_zip64 = whole > Self.plainZipBytesMax ? 1 : 0
        isOpen = false
        try check(workbook_close(handle), .close)
    }

    /// Sheets above this need the larger form of the zip format, whose limit is 4 GiB.
    private static let plainZipBytesMax: Int64 = 3_500_000_000

    /// Refuses to go on when the volume is nearly full.
    ///
    /// The library does not see that a temporary file could not be written, and would pack a cut
    /// sheet.
    private func requireRoom(bytes: Int64) throws {
        var volume = statvfs()
        let path = String(cString: temporaryFolder)
        guard statvfs(path, &volume) == 0 else {
            throw SystemError(.write, path: path, code: errno)
        }
        guard Int64(volume.f_bavail) * Int64(volume.f_frsize) >= bytes else {
            throw SystemError(.write, path: path, code: ENOSPC)
        }
    }
}

/// Turns the library's answer into an error.
func check(_ answer: lxw_error, _ step: WorkbookError.Step) throws {
    guard answer.rawValue == 0 else { throw WorkbookError(step, code: answer.rawValue) }
}

private func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.utf8.startIndex ? "/" : String(path[..<slash])
}
