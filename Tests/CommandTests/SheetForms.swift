import Foundation
import TestSupport

/// What is read back out of a sheet of postings, in whichever form it was written.
struct SheetForms {
    struct Row: Equatable {
        let account: String
        let text: String
        let ore: Int
        let target: String
        let category: String
    }

    /// The rows and the sum that one form shows; machine CSV has no sum.
    struct Reading {
        let rows: [Row]
        let sum: Int?
    }

    static let names = ["text", "json", "csv", "csv-machine", "xlsx"]

    static func read(_ form: String, at file: URL) throws -> Reading {
        switch form {
        case "text": readText(try String(contentsOf: file, encoding: .utf8))
        case "json": try readJSON(Data(contentsOf: file))
        case "csv": try readCSV(file, separator: ";")
        case "csv-machine": try readCSV(file, separator: ",")
        default: try readWorkbook(file)
        }
    }

    private static func readText(_ text: String) -> Reading {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        let rules = lines.indices.filter { lines[$0].starts(with: "───") }
        let columns = lines[rules[0]].split(separator: " ").map { $0.startIndex..<$0.endIndex }
        func field(_ line: [Character], _ column: Int, after shift: Int = 0) -> String {
            let (start, end) = (columns[column].lowerBound, columns[column].upperBound)
            let range = (start + shift..<end + shift).clamped(to: 0..<line.count)
            return String(line[range]).trimmingCharacters(in: .whitespaces)
        }
        // An amount wider than its column goes on past it and is never cut.
        func amountText(_ line: [Character]) -> ArraySlice<Character> {
            line.dropFirst(columns[6].lowerBound).drop { $0 == " " }.prefix { $0 != " " }
        }
        func amount(_ line: [Character]) -> Int { ore(String(amountText(line))) }
        // A long text goes on over more lines, on which no account stands.
        var rows: [Row] = []
        for line in lines[(rules[0] + 1)..<rules[1]] {
            let text = field(line, 5)
            if field(line, 2).isEmpty, let last = rows.popLast() {
                rows.append(
                    Row(
                        account: last.account,
                        text: last.text + text,
                        ore: last.ore,
                        target: last.target,
                        category: last.category
                    )
                )
            } else {
                let shift = max(0, amountText(line).endIndex - columns[6].upperBound)
                rows.append(
                    Row(
                        account: field(line, 2),
                        text: text,
                        ore: amount(line),
                        target: field(line, 8, after: shift),
                        category: field(line, 9, after: shift)
                    )
                )
            }
        }
        return Reading(rows: rows, sum: amount(lines[rules[1] + 1]))
    }

    private static func readJSON(_ data: Data) throws -> Reading {
        struct Sheet: Decodable {
            struct Row: Decodable { let values: [String: String?] }
            let rows: [Row]
            let totals: [String: String]
        }
        let sheet = try JSONDecoder().decode(Sheet.self, from: data)
        let rows = sheet.rows.map { row in
            Row(
                account: (row.values["account"] ?? nil) ?? "",
                text: (row.values["text"] ?? nil) ?? "",
                ore: ore((row.values["amount"] ?? nil) ?? ""),
                target: (row.values["target"] ?? nil) ?? "",
                category: (row.values["category"] ?? nil) ?? ""
            )
        }
        return Reading(rows: rows, sum: ore(sheet.totals["amount"] ?? ""))
    }

    private static func readCSV(_ file: URL, separator: Character) throws -> Reading {
        let text = try String(contentsOf: file, encoding: .utf8).replacing("\u{FEFF}", with: "")
        var rows: [Row] = []
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false).dropFirst() {
            let fields = fields(of: line, separator: separator)
            guard fields.count == 11 else { break }
            if fields[0] == "Summa" { return Reading(rows: rows, sum: ore(fields[6])) }
            rows.append(
                Row(
                    account: fields[2],
                    text: fields[5],
                    ore: ore(fields[6]),
                    target: fields[8],
                    category: fields[9]
                )
            )
        }
        return Reading(rows: rows, sum: nil)
    }

    private static func fields(of line: Substring, separator: Character) -> [String] {
        var fields = [""]
        var isQuoted = false
        var before: Character = separator
        for character in line {
            defer { before = character }
            if character == "\"" {
                // A doubled quote inside quotes is a quote.
                if !isQuoted, before == "\"" { fields[fields.count - 1].append("\"") }
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                fields.append("")
            } else {
                fields[fields.count - 1].append(character)
            }
        }
        return fields
    }

    private static func readWorkbook(_ file: URL) throws -> Reading {
        let sheet = try ReadWorkbook(path: file.path).sheets[0]
        func text(_ reference: String) -> String {
            switch sheet.cells[reference]?.value {
            case .text(let text): text
            case .number(let number): number
            case .blank, nil: ""
            }
        }
        guard var row = (1...20).first(where: { text("A\($0)") == "Datum" }) else {
            return Reading(rows: [], sum: nil)
        }
        row += 1
        var rows: [Row] = []
        while text("A\(row)") != "Summa", !text("C\(row)").isEmpty {
            let amount = rounded(text("G\(row)"))
            rows.append(
                Row(
                    account: text("C\(row)"),
                    text: text("F\(row)"),
                    ore: amount,
                    target: text("I\(row)"),
                    category: text("J\(row)")
                )
            )
            row += 1
        }
        return Reading(rows: rows, sum: rounded(text("G\(row)")))
    }

    /// Öre of a number as Excel keeps it, which is binary and has more digits than it means.
    private static func rounded(_ number: String) -> Int {
        Int(((Double(number) ?? 0) * 100).rounded())
    }

    /// Öre of an amount in any of the forms' notations.
    static func ore(_ text: String) -> Int {
        let plain = text.filter { $0.isASCII && !$0.isWhitespace || $0 == "\u{2212}" }
        return NaiveSIE.ore(plain.replacing("\u{2212}", with: "-"))
    }
}
