public import MedelDocument

/// Draws a listing in a form and delivers it.
///
/// The same listing gives the same bytes in every process, whatever its time zone and locale.
///
/// - Throws: what the row source or the byte sink throws, `TotalsError`, `WorkbookError`, or
///   `SystemError` when a file cannot be written. A file that was there before is then unchanged.
public func render(
    _ listing: Listing,
    as format: OutputFormat,
    to destination: Destination
) throws {
    switch (format, destination) {
    case (.xlsx, .file(let path)):
        try AtomicFile(path: path).write { temporary in
            try ListingWorkbook.write(listing, to: temporary)
        }
    case (.xlsx, .bytes(let sink)):
        try ScratchFile.deliver(to: sink) { temporary in
            try ListingWorkbook.write(listing, to: temporary)
        }
    case (_, .bytes(let sink)):
        try stream(listing, as: format, to: sink)
    case (_, .file(let path)):
        try AtomicFile(path: path).write { temporary in
            try FileSink.write(to: temporary) { sink in
                try stream(listing, as: format, to: sink)
            }
        }
    }
}

/// Draws a document in a form and delivers it.
///
/// The same document gives the same bytes in every process, whatever its time zone and locale.
///
/// - Throws: what the byte sink throws, `WorkbookError`, or `SystemError` when a file cannot be
///   written. A file that was there before is then unchanged.
public func render(
    _ document: Document,
    as format: OutputFormat,
    to destination: Destination
) throws {
    let bytes: [UInt8]
    switch format {
    case .text: bytes = DocumentText(document).bytes()
    case .json: bytes = DocumentJSON(document).bytes()
    case .csv: bytes = DocumentCSV(document, for: .people).bytes()
    case .csvMachine: bytes = DocumentCSV(document, for: .machines).bytes()
    case .html: bytes = DocumentHTML(document).bytes()
    case .xlsx:
        switch destination {
        case .file(let path):
            return try AtomicFile(path: path).write { temporary in
                try DocumentWorkbook.write(document, to: temporary)
            }
        case .bytes(let sink):
            return try ScratchFile.deliver(to: sink) { temporary in
                try DocumentWorkbook.write(document, to: temporary)
            }
        }
    }
    switch destination {
    case .file(let path): try writeFile(path) { try $0(bytes) }
    case .bytes(let sink): try sink(bytes)
    }
}

private func stream(_ listing: Listing, as format: OutputFormat, to sink: ByteSink) throws {
    switch format {
    case .text: try stream(listing, by: TextRenderer(listing), to: sink)
    case .json: try stream(listing, by: JSONRenderer(listing), to: sink)
    case .csv: try stream(listing, by: CSVRenderer(listing, for: .people), to: sink)
    case .csvMachine: try stream(listing, by: CSVRenderer(listing, for: .machines), to: sink)
    case .html: try stream(listing, by: ListingHTML(listing), to: sink)
    case .xlsx: preconditionFailure("a workbook is a file")
    }
}
