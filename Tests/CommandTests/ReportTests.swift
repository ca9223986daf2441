import Foundation
import TestSupport
import Testing

/// The annual report as the built program writes it.
struct ReportTests {
    private static let formats = ["html", "xlsx", "csv", "json"]

    private static func withLedger(_ body: (Program) throws -> Void) throws {
        try Program.run { medel in
            try medel.createLedger()
            try medel.importFiles(["sie/exempellan-2024-4e.se"])
            try medel(
                ["template", "adopt", "resultatrakning", "balansrakning-2024", "kommunbas"]
                    + Program.performer
            )
            try body(medel)
        }
    }

    @Test func `two processes elsewhere in the world write the same bytes`() throws {
        try Self.withLedger { medel in
            // Where the machine has its source, a language whose decimal mark is a comma.
            _ = try? Subprocess(
                "localedef",
                ["-i", "sv_SE", "-f", "UTF-8", medel.folder.appending(path: "sv_SE.UTF-8").path]
            )
            let places = [("UTC", "C", "a"), ("Pacific/Auckland", "sv_SE.UTF-8", "b")]
            for (zone, language, folder) in places {
                try medel(
                    [
                        "report", "annual", "--year", "2024", "--output", folder, "--formats",
                        Self.formats.joined(separator: ","),
                    ],
                    environment: [
                        "TZ": zone, "LC_ALL": language, "LANG": language,
                        "LOCPATH": medel.folder.path,
                    ]
                )
            }
            for format in Self.formats {
                let name = "arsredovisning-2024.\(format)"
                let files = try ["a", "b"].map {
                    try Data(contentsOf: medel.folder.appending(path: "\($0)/\(name)"))
                }
                #expect(files[0] == files[1], "\(format)")
                #expect(files[0].count > 3_000, "\(format)")
            }
        }
    }

    @Test func `a refused report leaves the files that were there`() throws {
        try Self.withLedger { medel in
            let annual = ["report", "annual", "--year", "2024", "--output", "ut"]
            try medel(annual)
            let file = medel.folder.appending(path: "ut/arsredovisning-2024.html")
            let before = try Data(contentsOf: file)
            // A chart that has a row for nothing but equity.
            try medel.write(
                "template: egen\nversion: 1\naccounts:\n  - { prefix: \"20\", row: equity }\n",
                to: "egen.yaml"
            )
            try medel(["template", "adopt", "egen.yaml"] + Program.performer)
            try medel(annual + ["--ready"], status: 3)
            #expect(try Data(contentsOf: file) == before)
            let names = try FileManager.default.contentsOfDirectory(
                atPath: medel.folder.appending(path: "ut").path
            )
            #expect(names.sorted() == Self.formats.map { "arsredovisning-2024.\($0)" }.sorted())
        }
    }
}
