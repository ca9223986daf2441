import Foundation
import MedelCore
import MedelDocument
import MedelRender
import TestSupport
import Testing

/// A row source that fails after its first page.
private struct FailingPages: RowPages {
    struct Failure: Error {}

    var isFirst = true

    mutating func next() throws -> [Row]? {
        guard isFirst else { throw Failure() }
        isFirst = false
        return [Row(key: "1", cells: [.text("a")])]
    }
}

@Suite struct OutputTests {
    @Test(arguments: OutputFormat.allCases)
    func `a file has the same bytes as the sink is given`(_ format: OutputFormat) throws {
        let listing = try Listing.sample()
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "out")
            try Data("old".utf8).write(to: file)
            try render(listing, as: format, to: .file(path: file.path))
            #expect(try Array(Data(contentsOf: file)) == listing.bytes(as: format))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
        }
    }

    @Test(arguments: OutputFormat.allCases)
    func `a source that fails leaves the old file and nothing else`(_ format: OutputFormat) throws {
        let listing = Listing(
            heading: try .sample(),
            columns: [Column(key: "a", title: "A", kind: .text, width: 3)],
            pages: FailingPages()
        )
        try withTemporaryFolder { folder in
            let file = folder.appending(path: "out")
            try Data("old".utf8).write(to: file)
            #expect(throws: FailingPages.Failure.self) {
                try render(listing, as: format, to: .file(path: file.path))
            }
            #expect(try Data(contentsOf: file) == Data("old".utf8))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["out"])
        }
    }

    @Test(arguments: OutputFormat.allCases)
    func `a folder that is not there is named`(_ format: OutputFormat) throws {
        let path = "/nowhere/at/all.out"
        let expected = SystemError(.open, path: path, code: ENOENT)
        #expect(throws: expected) {
            try render(try Listing.sample(), as: format, to: .file(path: path))
        }
    }

    @Test(arguments: OutputFormat.allCases)
    func `a sum that passes the limit is refused and not rounded`(_ format: OutputFormat) throws {
        let column = Column(key: "a", title: "A", kind: .amount, width: 3, isSummed: true)
        let rows = [
            Row(key: "1", cells: [.amount(.max)]), Row(key: "2", cells: [.amount(.max)]),
        ]
        let listing = Listing(
            heading: try .sample(),
            columns: [column],
            pages: SinglePage(rows)
        )
        #expect(throws: TotalsError.outOfRange(column: "a")) { try listing.bytes(as: format) }
    }

    @Test(arguments: OutputFormat.allCases)
    func `how the rows are paged does not show`(_ format: OutputFormat) throws {
        struct Pages: RowPages {
            var rest: ArraySlice<Row>

            mutating func next() -> [Row]? {
                guard !rest.isEmpty else { return nil }
                defer { rest = rest.dropFirst(7) }
                return Array(rest.prefix(7))
            }
        }
        let whole = try Listing.random(seed: 5)
        let paged = Listing(
            heading: whole.heading,
            columns: whole.columns,
            pages: Pages(rest: try whole.rows()[...])
        )
        #expect(try paged.bytes(as: format) == whole.bytes(as: format))
    }

    @Test(arguments: OutputFormat.allCases)
    func `time zone and locale do not show`(_ format: OutputFormat) throws {
        try withTemporaryFolder { folder in
            let rows = folder.appending(path: "rows.tsv")
            try Data(Self.rowsFile.utf8).write(to: rows)
            // Where the machine has it, a locale whose decimal mark is a comma.
            _ = try? Subprocess(
                "localedef",
                ["-i", "sv_SE", "-f", "UTF-8", folder.appending(path: "sv_SE.UTF-8").path]
            )
            let places = [("UTC", "C"), ("Pacific/Auckland", "sv_SE.UTF-8")]
            let outputs = try places.enumerated().map { place, setting in
                let output = folder.appending(path: "out\(place)")
                let run = try Subprocess(
                    Subprocess.builtPrograms + "/renderRows",
                    [format.rawValue, rows.path, output.path],
                    environment: [
                        "TZ": setting.0, "LC_ALL": setting.1, "LOCPATH": folder.path,
                    ]
                )
                #expect(run.status == 0)
                return try Data(contentsOf: output)
            }
            #expect(outputs[0] == outputs[1])
            #expect(outputs[0].count > 70)
        }
    }

    private static let rowsFile = """
        Huvudbok\tSamordningsförbundet Exempellän\t2025-12-31\t42\t9f86d081\t1767225600
        date\tDatum\tdate\t10\t0
        text\tText\ttext\t20\t0
        amount\tBelopp\tamount\t16\t1

        2025-02-28\tHyra augusti\t-1234.50
        2025-03-01\t=1+1\t0.05

        """
}
