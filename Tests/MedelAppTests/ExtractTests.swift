import Foundation
import GRDB
import LedgerSupport
import MedelApp
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct ExtractTests {
    private static let kept = ObjectReference(dimension: 6, code: "P880")

    private static func rule(
        masksTexts: Bool = true,
        total: Money? = nil,
        objects: Set<ObjectReference> = [kept]
    ) -> ExtractRule {
        ExtractRule(
            objects: objects,
            masksTexts: masksTexts,
            maskedDimensions: [7],
            controlTotal: total
        )
    }

    private static func owner() throws -> BookReference {
        try #require(BookReference("owner:EXEMPEL"))
    }

    /// A municipality's book with names that nobody bears, of which one insats is ours.
    private static func municipality() -> SIEBook {
        var book = SIEBook()
        book.organizationNumber = "212000-9879"
        book.name = "Exempelstads kommun"
        book.opening = ["1930": 100_000, "2010": -100_000]
        book.objects = [
            "6:P880": "Vagval", "6:SKOLAN": "Hemligaskolan", "7:AX17": "Xaviera Anstalld",
            "7:AX18": "Yngve Granne", "1:010": "Arbetsmarknadsenheten", "1:999": "Geheimkontoret",
        ]
        book.accountNames = [
            "5010": "Loner", "5610": "Avgifter", "6999": "Grannkontot", "1930": "Bankkontot",
        ]
        book.vouchers = [
            .init(
                "L",
                "1",
                month: 1,
                text: "Lon Xaviera",
                rows: [
                    .init("5010", ["6:P880", "7:AX17"], ore: 300_000, text: "Xaviera manad"),
                    .init("5610", ["1:010", "6:P880", "7:AX17"], ore: 90_000),
                    .init("6999", ["1:999", "7:AX18"], ore: 5_000, text: "Yngve hemligt"),
                    .init("1930", ore: -395_000),
                ]
            ),
            .init(
                "L",
                "2",
                month: 2,
                text: "Lon Yngve",
                rows: [
                    .init("5010", ["6:SKOLAN", "7:AX18"], ore: 7_777_777, text: "Yngve februari"),
                    .init("1930", ore: -7_777_777),
                ]
            ),
            .init(
                "L",
                "3",
                month: 3,
                text: "Lon mars",
                rows: [.init("5010", ["6:P880"], ore: 100_000), .init("1930", ore: -100_000)]
            ),
        ]
        return book
    }

    @Test func `nothing of the rest of the municipality stands anywhere in the file`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let book = Self.municipality()
            // A finding quotes what the file says: an object that is not declared, a text.
            var text = String(decoding: book.bytes(), as: UTF8.self)
            text +=
                "#VER \"L\" 4 20250401 \"Zebulon\"\r\n{\r\n"
                + "#TRANS 5010 {7 \"AX99\"} 1.00 ZEBULONTEXT\r\n#TRANS 1930 {} -1.00\r\n}\r\n"
            let report = try test.read(
                Array(text.utf8),
                named: "kommun.se",
                into: try Self.owner(),
                extract: Self.rule()
            )
            #expect(report.taken == 2)
            #expect(report.leftOut == 2)
            #expect(report.keptSum?.ore == 490_000)
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.check(.basic).findings == [])
            try test.ledger.note(
                kind: "prov",
                detail: "",
                actor: "ekonom",
                time: try TestLedger.moment()
            )
            let file = try Data(contentsOf: URL(filePath: test.path))
            let forbidden = [
                "Xaviera", "Yngve", "AX17", "AX18", "AX99", "Hemligaskolan", "SKOLAN",
                "Geheimkontoret", "Grannkontot", "6999", "Bankkontot", "ZEBULON", "Zebulon",
                "7777777", "Lon mars",
            ]
            for word in forbidden {
                #expect(file.range(of: Data(word.utf8)) == nil, "\(word)")
            }
            for word in ["P880", "Vagval", "5010", "Loner"] {
                #expect(file.range(of: Data(word.utf8)) != nil, "\(word)")
            }
            let counts = try RawLedger(test.path).queue.read { database in
                try ["attachment", "attachmentPart", "declaredBalance"].map {
                    try Int.fetchOne(database, sql: "SELECT count(*) FROM \($0)")
                }
            }
            #expect(counts == [0, 0, 0])
        }
    }

    @Test func `kept rows have their own account and objects, without employees`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(
                Self.municipality().bytes(),
                into: try Self.owner(),
                extract: Self.rule()
            )
            let balances = try RawLedger.balances(test.path, book: "owner:EXEMPEL")
            #expect(
                balances == [
                    "5010 6:P880 202501": 300_000, "5610 1:010 6:P880 202501": 90_000,
                    "5010 6:P880 202503": 100_000,
                ]
            )
        }
    }

    @Test func `texts are kept only where they are not masked`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(
                Self.municipality().bytes(),
                into: try Self.owner(),
                extract: Self.rule(masksTexts: false)
            )
            let file = try Data(contentsOf: URL(filePath: test.path))
            #expect(file.range(of: Data("Lon mars".utf8)) != nil)
            #expect(file.range(of: Data("Yngve".utf8)) == nil)
        }
    }

    @Test func `the content key of one ledger says nothing in another`() throws {
        try withTemporaryFolder { folder in
            let hashes = try ["ett.medel", "två.medel"].map { name in
                let test = try TestLedger(in: folder, name: name, kind: .real)
                try test.read(
                    Self.municipality().bytes(),
                    into: try Self.owner(),
                    extract: Self.rule()
                )
                return try RawLedger(test.path).queue.read { database in
                    try Data.fetchAll(database, sql: "SELECT contentHash FROM voucher")
                }
            }
            #expect(hashes[0].count == 2)
            #expect(Set(hashes[0]).isDisjoint(with: hashes[1]))
        }
    }

    @Test func `a control total that does not agree refuses the file`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let before = try test.ledger.head()
            let bytes = Self.municipality().bytes()
            let wrong = try Money(ore: 490_001)
            let right = try Money(ore: 490_000)
            #expect(throws: ImportRefusal.controlTotal(kept: right, expected: wrong)) {
                try test.read(bytes, into: try Self.owner(), extract: Self.rule(total: wrong))
            }
            #expect(try test.ledger.head() == before)
            try test.read(bytes, into: try Self.owner(), extract: Self.rule(total: right))
            // A later file is weighed whole, also what was known before.
            var later = Self.municipality()
            later.vouchers[2].rows[0].ore += 10
            later.vouchers[2].rows[1].ore -= 10
            let total = try Money(ore: 490_010)
            let report = try test.read(
                later.bytes(),
                into: try Self.owner(),
                extract: Self.rule(total: total)
            )
            #expect(report.keptSum == total)
        }
    }

    @Test func `a complete book takes no extract and an extract no complete book`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let bytes = Self.municipality().bytes()
            #expect(throws: ImportRefusal.otherKind(book: .complete)) {
                try test.read(bytes, extract: Self.rule())
            }
            try test.read(bytes, into: try Self.owner(), extract: Self.rule())
            #expect(throws: ImportRefusal.otherKind(book: .extract)) {
                try test.read(bytes, into: try Self.owner())
            }
        }
    }

    @Test func `a later file lists only what concerns the extract`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            var book = Self.municipality()
            try test.read(book.bytes(), into: try Self.owner(), extract: Self.rule())
            book.vouchers[1].rows[0].ore += 500
            book.vouchers[1].rows[1].ore -= 500
            book.vouchers.append(
                .init(
                    "L",
                    "5",
                    month: 5,
                    rows: [.init("5010", ["6:SKOLAN"], ore: 1), .init("1930", ore: -1)]
                )
            )
            book.vouchers.append(
                .init(
                    "L",
                    "6",
                    month: 6,
                    rows: [.init("5010", ["6:P880"], ore: 1), .init("1930", ore: -1)]
                )
            )
            let report = try test.read(
                book.bytes(),
                into: try Self.owner(),
                extract: Self.rule()
            )
            #expect(report.new.map(\.key.number) == ["6"])
            #expect(report.changed.isEmpty && report.gone.isEmpty)
            #expect(report.leftOut == 2)
            #expect(report.known == 2)
        }
    }

    @Test func `a voucher that concerns the insats no longer is a difference, not forgotten`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            var book = Self.municipality()
            try test.read(book.bytes(), into: try Self.owner(), extract: Self.rule())
            book.vouchers[2].rows[0].objects = ["6:SKOLAN"]
            let report = try test.read(
                book.bytes(),
                into: try Self.owner(),
                extract: Self.rule()
            )
            #expect(report.changed.map(\.key.number) == ["3"])
            let open = try test.ledger.openDifferences()
            #expect(open.count == 1)
            #expect(open.first?.upstream?.rows == [])
            try test.resolve(try #require(open.first).number, .accepted)
            let balances = try RawLedger.balances(test.path, book: "owner:EXEMPEL")
            #expect(balances["5010 6:P880 202503"] == nil)
            var dress = SIEBook.Dress()
            dress.blankLines = 1
            let again = try test.read(
                book.bytes(dress),
                into: try Self.owner(),
                extract: Self.rule()
            )
            #expect(again.new.isEmpty && again.changed.isEmpty && again.gone.isEmpty)
            #expect(try test.ledger.verify().faults == [])
            #expect(try test.ledger.check(.basic).findings == [])
        }
    }
}
