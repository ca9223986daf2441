import Foundation
import MedelCore
import MedelDocument

/// Why a file of rows cannot be read.
enum RowsFileError: Error {
    case usage
    case cannotOpen(String)
    case badLine(Int)
}

/// A tab separated file: a line about the listing, a line for each column up to an empty line, then
/// the rows.
///
/// The first line holds title, association, as-of date, ledger version, chain head and seconds
/// since 1970; a column's line its key, title, kind, width and 0 or 1 for a sum. Amounts have two
/// decimals and a point; an empty field is an empty cell.
final class RowsFile: RowPages {
    let heading: Heading
    let columns: [Column]
    private let file: UnsafeMutablePointer<FILE>
    private var line: UnsafeMutablePointer<CChar>?
    private var capacity = 0
    private var number = 0

    init(path: String) throws {
        guard let file = fopen(path, "r") else { throw RowsFileError.cannotOpen(path) }
        self.file = file
        var line: UnsafeMutablePointer<CChar>?
        var capacity = 0
        defer { free(line) }
        func fields() -> [String] {
            let count = getline(&line, &capacity, file)
            guard count > 1, let line else { return [] }
            let bytes = UnsafeRawBufferPointer(start: line, count: count - 1)
            return bytes.split(separator: 9, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
        }
        let first = fields()
        guard first.count == 6, let version = Int(first[3]), let seconds = Int64(first[5]),
            let created = Timestamp(secondsSince1970: seconds)
        else { throw RowsFileError.badLine(1) }
        heading = Heading(
            title: first[0],
            association: first[1],
            asOf: Day(iso: first[2]),
            ledgerVersion: version,
            head: first[4],
            created: created
        )
        var columns: [Column] = []
        while case let parts = fields(), parts.count == 5 {
            guard let kind = Column.Kind(rawValue: parts[2]), let width = Int(parts[3]) else {
                throw RowsFileError.badLine(columns.count + 2)
            }
            let isSummed = parts[4] == "1"
            columns.append(
                Column(
                    key: parts[0],
                    title: parts[1],
                    kind: kind,
                    width: width,
                    isSummed: isSummed
                )
            )
        }
        self.columns = columns
        number = columns.count + 2
    }

    deinit {
        free(line)
        fclose(file)
    }

    func next() throws -> [Row]? {
        var rows: [Row] = []
        rows.reserveCapacity(500)
        while rows.count < 500 {
            let count = getline(&line, &capacity, file)
            guard count > 1, let line else { break }
            number += 1
            rows.append(try row(UnsafeRawBufferPointer(start: line, count: count - 1)))
        }
        return rows.isEmpty ? nil : rows
    }

    private func row(_ bytes: UnsafeRawBufferPointer) throws -> Row {
        var cells: [Cell] = []
        cells.reserveCapacity(columns.count)
        var start = 0
        for column in columns {
            var end = start
            while end < bytes.count && bytes[end] != 9 { end += 1 }
            guard start <= bytes.count else { throw RowsFileError.badLine(number) }
            cells.append(try cell(UnsafeRawBufferPointer(rebasing: bytes[start..<end]), column))
            start = end + 1
        }
        return Row(key: String(number), cells: cells)
    }

    private func cell(_ field: UnsafeRawBufferPointer, _ column: Column) throws -> Cell {
        if field.isEmpty { return .empty }
        switch column.kind {
        case .text: return .text(String(decoding: field, as: UTF8.self))
        case .amount: return .amount(try Money(ore: try number(field)))
        case .count: return .count(Int(try number(field)))
        case .basisPoints: return .basisPoints(Int(try number(field)))
        case .date:
            guard let day = Day(number: Int(try number(field))) else {
                throw RowsFileError.badLine(number)
            }
            return .date(day)
        }
    }

    /// The digits of a field as a number; points and the hyphens of a date do not count.
    private func number(_ field: UnsafeRawBufferPointer) throws -> Int64 {
        var value: Int64 = 0
        for byte in field where byte != 0x2E && byte != 0x2D {
            guard (0x30...0x39).contains(byte), value < 1 << 58 else {
                throw RowsFileError.badLine(number)
            }
            value = value * 10 + Int64(byte - 0x30)
        }
        return field[0] == 0x2D ? -value : value
    }
}
