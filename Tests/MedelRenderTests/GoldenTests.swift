import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

@Suite struct GoldenTests {
    @Test(arguments: [OutputFormat.text, .json, .csv, .csvMachine, .html])
    func `every form of text is as it was`(_ format: OutputFormat) throws {
        expectGolden(try Listing.sample().drawn(as: format), "sample.\(format.rawValue)")
    }

    @Test func `the cells, names and looks of a workbook are as they were`() throws {
        try withTemporaryFolder { folder in
            let path = folder.appending(path: "sample.xlsx").path
            try render(try Listing.sample(), as: .xlsx, to: .file(path: path))
            let workbook = try ReadWorkbook(path: path)
            var lines: [String] = []
            for sheet in workbook.sheets {
                lines.append("sheet \(sheet.name)")
                let cells = sheet.cells.sorted { place($0.key) < place($1.key) }
                for (reference, cell) in cells {
                    let formula = cell.formula.map { " = \($0)" } ?? ""
                    lines.append("\(reference) s\(cell.style) \(spelled(cell.value))\(formula)")
                }
            }
            lines += workbook.names.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            lines.append(try workbook.part("xl/styles.xml").replacing("><", with: ">\n<"))
            expectGolden(lines.joined(separator: "\n") + "\n", "sample.xlsx.txt")
        }
    }

    private func place(_ reference: String) -> Int {
        let letters = reference.prefix { $0.isLetter }
        let column = letters.utf8.reduce(0) { $0 * 26 + Int($1) - 64 }
        return (Int(reference.dropFirst(letters.count)) ?? 0) * 1_000 + column
    }

    private func spelled(_ value: ReadWorkbook.Cell.Value) -> String {
        switch value {
        case .number(let digits): "number \(digits)"
        case .text(let text): "text \(text.debugDescription)"
        case .blank: "blank"
        }
    }
}
