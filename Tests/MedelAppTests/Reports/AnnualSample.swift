import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelDocument
import MedelImport
import MedelStore
import TestSupport
import Testing

/// Ledgers that annual reports are made from.
enum AnnualSample {
    static let folder = SharedFiles.projectRoot.appending(path: "samples/exempellan")

    static func performer() throws -> Performer {
        Performer(actor: "ekonom", now: try TestLedger.moment())
    }

    /// Adopts templates by name.
    @discardableResult
    static func adopt(
        _ names: [String] = [
            "resultatrakning", "balansrakning-2019", "balansrakning-2024", "kommunbas",
        ],
        into test: TestLedger
    ) throws -> Outcome<TemplateAdoption> {
        let templates = try templates()
        return try AdoptTemplates(test.ledger, by: performer())(
            names.map { try templates.file($0) }
        )
    }

    static func templates() throws -> TemplateFolder {
        try TemplateFolder(SharedFiles.projectRoot.appending(path: "templates").path)
    }

    /// Exempellän's ledger with its three books, its plan and its templates.
    static func exempellan(in folder: URL) throws -> TestLedger {
        let test = try TestLedger(in: folder)
        let books = [
            ("forbundet", "association"), ("exempelstad", "owner:EXSTAD"),
            ("regionen", "owner:REGEX"),
        ]
        for (name, book) in books {
            for year in 2023...2025 {
                let file = Self.folder.appending(path: "bocker/\(name)-\(year).se")
                try test.read(
                    Array(Data(contentsOf: file)),
                    named: file.lastPathComponent,
                    into: try #require(BookReference(book))
                )
            }
        }
        let plan = Self.folder.appending(path: "plan").path
        _ = try LoadFolder(test.ledger, by: performer())(plan)
        try adopt(into: test)
        return test
    }

    /// A small book of 2025: contributions, a cost and opening balances.
    static func book() -> SIEBook {
        var book = SIEBook()
        book.opening = ["1930": 1_000_000, "2010": -1_000_000]
        book.accountNames = ["3540": "Statsbidrag", "4510": "Lämnade bidrag", "1930": "Bank"]
        book.vouchers = [
            SIEBook.Voucher(
                "A",
                "1",
                month: 2,
                text: "Bidrag",
                rows: [.init("1930", ore: 500_000), .init("3540", ore: -500_000)]
            ),
            SIEBook.Voucher(
                "A",
                "2",
                month: 3,
                text: "Insats",
                rows: [.init("4510", ["6:I01"], ore: 420_000), .init("1930", ore: -420_000)]
            ),
        ]
        return book
    }
}

extension Document {
    /// The rows of a table, by key, as machine texts by column; nil is an empty or unknown cell.
    func values(_ key: String) throws -> [String: [String: String?]] {
        let table = try #require(tables.first { $0.key == key }, "\(key)")
        var rows: [String: [String: String?]] = [:]
        for row in table.rows {
            var values: [String: String?] = [:]
            for (column, cell) in zip(table.columns, row.row.cells) {
                values[column.key] = .some(cell.machineText)
            }
            rows[row.key] = values
        }
        return rows
    }
}

extension Cell {
    fileprivate var machineText: String? {
        switch self {
        case .empty, .amount(nil): nil
        case .amount(let money?): AmountText.machine.text(money)
        case .text(let text): text
        case .date(let day): day.description
        case .count(let count), .basisPoints(let count): String(count)
        }
    }
}
