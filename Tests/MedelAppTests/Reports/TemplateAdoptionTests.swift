import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

@Suite struct TemplateAdoptionTests {
    @Test func `adopting the same again changes nothing`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try AnnualSample.adopt(into: test)
            let head = try test.ledger.head()
            guard case .unchanged = try AnnualSample.adopt(into: test) else {
                Issue.record("adopted twice")
                return
            }
            #expect(try test.ledger.head() == head)
            #expect(try test.ledger.templates().count == 4)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `one chart of accounts holds at a time`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try AnnualSample.adopt(["kommunbas"], into: test)
            let outcome = try AnnualSample.adopt(["bas"], into: test)
            #expect(outcome.value?.replacedChart == "kommunbas")
            #expect(try test.ledger.templates().map(\.name) == ["bas"])
            try AnnualSample.adopt(["kommunbas"], into: test)
            #expect(try test.ledger.templates().map(\.name) == ["kommunbas"])
        }
    }

    @Test func `a report follows the ledger's copy and not the file`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            try test.read(AnnualSample.book().bytes())
            try AnnualSample.adopt(into: test)
            let before = try MakeAnnualReport(test.ledger)(year: 2025)
            let changed = try Self.copyOfTemplates(in: folder) { text in
                text.replacing(
                    "{ prefix: \"4\", row: kostnader }",
                    with: "{ prefix: \"41\", row: kostnader }"
                )
            }
            let standings = try ListTemplates(test.ledger)(changed)
            let states = Dictionary(uniqueKeysWithValues: standings.map { ($0.name, $0.state) })
            #expect(states["kommunbas"] == .changedOnDisk)
            #expect(states["resultatrakning"] == .adopted)
            #expect(states["bas"] == .notAdopted)
            #expect(try MakeAnnualReport(test.ledger)(year: 2025).document == before.document)
            _ = try AdoptTemplates(test.ledger, by: AnnualSample.performer())(
                [try changed.file("kommunbas")]
            )
            let after = try MakeAnnualReport(test.ledger)(year: 2025)
            #expect(after.errors.map(\.code) == ["unplacedAccount"])
        }
    }

    @Test func `a broken template is named with its lines and is not adopted`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let broken = try Self.copyOfTemplates(in: folder) { text in
                text.replacing("version: 1", with: "version: ett")
            }
            let file = try broken.file("kommunbas")
            #expect(file.template == nil)
            #expect(throws: TemplateRefusal.self) {
                try AdoptTemplates(test.ledger, by: AnnualSample.performer())([file])
            }
            let error = TemplateRefusal.broken(file: file.name, file.problems)
            let message = try #require(swedishMessage(for: error))
            #expect(message.contains("charts/kommunbas.yaml:"))
            #expect(message.contains("«ett»"))
            #expect(try test.ledger.templates() == [])
        }
    }

    @Test func `a name that nothing has says which there are`() throws {
        let templates = try AnnualSample.templates()
        #expect(throws: TemplateRefusal.self) { try templates.file("finns-inte") }
        let folder = TemplateRefusal.noFolder(tried: ["/borta"])
        #expect(throws: folder) {
            try TemplateLocation.find(
                environment: ["MEDEL_TEMPLATES": "/borta"],
                executable: "/usr/bin/medel"
            )
        }
    }

    @Test func `templates are found beside the program and above it`() throws {
        try withTemporaryFolder { folder in
            let place = { (path: String) throws in
                let url = folder.appending(path: path)
                try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
                return url.resolvingSymlinksInPath().path
            }
            let above = try place("kod/templates/statements")
            let program = try place("kod/.build/debug") + "/medel"
            let found = try TemplateLocation.find(environment: [:], executable: program)
            #expect(found + "/statements" == above)
            let share = try place("kod/.build/debug/share/medel/templates")
            #expect(try TemplateLocation.find(environment: [:], executable: program) == share)
            let named = try place("egna")
            #expect(
                try TemplateLocation.find(
                    environment: ["MEDEL_TEMPLATES": named],
                    executable: program
                ) == named
            )
        }
    }

    /// The program's templates in a folder of their own, with the chart changed.
    private static func copyOfTemplates(
        in folder: URL,
        _ change: (String) -> String
    ) throws -> TemplateFolder {
        let copy = folder.appending(path: "mallar")
        let source = SharedFiles.projectRoot.appending(path: "templates")
        try FileManager.default.copyItem(at: source, to: copy)
        let chart = copy.appending(path: "charts/kommunbas.yaml")
        let text = try String(contentsOf: chart, encoding: .utf8)
        try Data(change(text).utf8).write(to: chart)
        return try TemplateFolder(copy.path)
    }
}
