package import Foundation
import MedelApp
import MedelCore
import MedelStore
import TestSupport

extension TestLedger {
    /// A small ledger that has rows in every table: two books, corrections, findings, differences
    /// of both kinds decided both ways, a closed month with a late voucher, mapping rules.
    package static func full(in folder: URL) throws -> TestLedger {
        let test = try TestLedger(in: folder)
        let file = SharedFiles.projectRoot.appending(path: "samples/sie/rattelser-4e.se")
        let first = try Data(contentsOf: file)
        try test.read(Array(first), named: "rattelser.se")
        try test.set(1, to: .hold)
        try test.set(11, to: .closed)
        var text = try lines(of: first)
        text = try moved(text, voucher: "\"B\" 1 ", by: "1.00")
        text = try moved(text, voucher: "\"B\" 4 ", by: "2.00")
        text = try moved(text, voucher: "\"B\" 7 ", by: "3.00")
        text = try without(text, voucher: "\"B\" 9 ")
        text = try without(text, voucher: "\"B\" 10 ")
        text.append(contentsOf: [
            "#VER \"A\" 99 20251130 \"Sen\"", "{", "#TRANS 6010 {6 \"I01\"} 10.00",
            "#TRANS 1930 {} -10.00", "}", "",
        ])
        try test.read(latin(text), named: "rattelser-2.se")
        for difference in try test.ledger.openDifferences() {
            switch difference.key.number {
            case "4", "9": try test.resolve(difference.number, .accepted)
            case "7": try test.resolve(difference.number, .refused)
            default: break
            }
        }
        try test.map()
        try test.plan()
        for voucher in try test.ledger.lateVouchers(of: test.book()).prefix(1) {
            _ = try test.ledger.assign(
                voucher: voucher.number,
                of: test.book(),
                to: try month(12),
                try operation(.assignPeriod)
            )
        }
        try test.readExtract()
        for number in 1...3 {
            try test.ledger.note(
                kind: "export",
                detail: "blad \(number)",
                actor: "ekonom",
                time: try moment()
            )
        }
        return test
    }

    private func map() throws {
        let book = try book()
        guard let target = MappingTarget("insats:I01"), let area = MappingTarget("area:board")
        else { throw NotThere(what: "target") }
        let rules = [
            MappingRule(
                id: MappingRule.ID(0),
                accountPrefix: "",
                object: ObjectReference(dimension: 6, code: "I01"),
                from: try Self.month(2),
                through: try Self.month(10),
                priority: 1,
                target: target,
                category: CostCategoryCode("KOP_TJANST")
            ),
            MappingRule(
                id: MappingRule.ID(0),
                accountPrefix: "79",
                object: nil,
                from: try Self.month(12),
                through: nil,
                priority: 0,
                target: area,
                category: nil
            ),
        ]
        for rule in rules {
            let outcome = try ledger.add(rule, to: book, try Self.operation(.addMappingRule))
            guard rule.accountPrefix == "79", let id = outcome.value else { continue }
            _ = try ledger.end(id, of: book, try Self.operation(.endMappingRule))
        }
    }

    /// An insats in two versions.
    private func plan() throws {
        for name in ["Insats", "Insats med nytt namn"] {
            guard let code = InsatsCode("I01") else { throw NotThere(what: "insats") }
            var plan = AssociationPlan()
            plan.insatser = [
                Insats(
                    code: code,
                    name: name,
                    purpose: "",
                    months: nil,
                    kind: nil,
                    mode: .own,
                    parent: nil,
                    plannedParticipants: nil,
                    attribution: .stated,
                    recipients: [],
                    closedOn: nil,
                    notes: []
                )
            ]
            _ = try ledger.apply(plan, mapping: nil, try Self.operation(.loadPlan))
        }
    }

    private func readExtract() throws {
        let file = SharedFiles.projectRoot.appending(path: "samples/sie/kommun-utdrag-4e.se")
        guard let owner = BookReference("owner:EXEMPEL") else { throw NotThere(what: "book") }
        try read(
            Array(try Data(contentsOf: file)),
            named: "kommun.se",
            into: owner,
            extract: ExtractRule(
                objects: [ObjectReference(dimension: 6, code: "P880")],
                masksTexts: false,
                maskedDimensions: [7],
                controlTotal: nil
            )
        )
    }

    /// A file's lines, byte by byte as scalars.
    private static func lines(of data: Data) throws -> [String] {
        var text = ""
        for byte in data { text.unicodeScalars.append(Unicode.Scalar(byte)) }
        return text.replacing("\r\n", with: "\n").split(
            separator: "\n",
            omittingEmptySubsequences: false
        ).map(String.init)
    }

    private static func latin(_ lines: [String]) -> [UInt8] {
        lines.joined(separator: "\r\n").unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Adds an amount to the first row of a voucher and takes it from the last.
    private static func moved(_ lines: [String], voucher: String, by kronor: String) throws
        -> [String]
    {
        var lines = lines
        guard let start = lines.firstIndex(where: { $0.hasPrefix("#VER " + voucher) }),
            let end = lines[start...].firstIndex(of: "}")
        else { throw NotThere(what: voucher) }
        lines.insert("#TRANS 6010 {6 \"I01\"} \(kronor)", at: end)
        lines.insert("#TRANS 1930 {} -\(kronor)", at: end)
        return lines
    }

    private static func without(_ lines: [String], voucher: String) throws -> [String] {
        var lines = lines
        guard let start = lines.firstIndex(where: { $0.hasPrefix("#VER " + voucher) }),
            let end = lines[start...].firstIndex(of: "}")
        else { throw NotThere(what: voucher) }
        lines.removeSubrange(start...end)
        return lines
    }
}
