import Foundation
import TestSupport
import Testing

/// The journal, summed by another program, gives what a naive reader finds in the file.
struct JournalTests {
    static let ownFiles = [
        "exempellan-2024-4e.se", "exempellan-2025-4e.se", "kommun-utdrag-4e.se",
        "rattelser-4e.se", "obalans-4e.se", "citattecken-4e.se", "utf8-4e.se", "latin1-4e.se",
        "lf-tabbar-4e.se", "ksumma-4e.se", "utan-orgnr-4e.se",
    ].map { Program.samples.appending(path: $0).path }

    static let files: [String] = {
        let folder = SharedFiles.root.appending(path: "sie/good")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        let others = names.filter { $0.contains("-4e") && $0.hasSuffix(".se") }.sorted()
        return ownFiles + others.map { folder.appending(path: $0).path }
    }()

    @Test(
        .enabled(if: Subprocess.isPresent("hledger")),
        arguments: files
    )
    func `hledger finds the file's own balances in the journal`(_ path: String) throws {
        try Program.run { medel in
            try medel.createLedger()
            // An owner's book takes the number of its first file.
            try medel.importFiles([path], into: "owner:PROV")
            try medel(["export", "journal", "--book", "owner:PROV", "--output", "bok.journal"])
            let check = try Subprocess(
                "hledger",
                ["-f", "bok.journal", "check"],
                environment: ["LC_ALL": "C.UTF-8"],
                in: medel.folder
            )
            #expect(check.status == 0)
            let balances = try Self.balances(inJournalOf: medel)
            let expected = try NaiveSIE(path: path).expectedBalances
            #expect(!expected.isEmpty)
            #expect(balances == expected)
            try medel(["ledger", "verify"])
        }
    }

    @Test(.enabled(if: Subprocess.isPresent("hledger")))
    func `two years are one book with one opening balance`() throws {
        try Program.run { medel in
            try medel.createLedger()
            try medel.importFiles(["sie/exempellan-2024-4e.se", "sie/exempellan-2025-4e.se"])
            try medel(["export", "journal", "--book", "association", "--output", "bok.journal"])
            let years = try Self.ownFiles.prefix(2).map { try NaiveSIE(path: $0) }
            var expected = years[0].opening
            for year in years {
                expected.merge(year.movements) { $0 + $1 }
            }
            let balances = try Self.balances(inJournalOf: medel)
            #expect(balances == expected.filter { $0.value != 0 })
        }
    }

    /// Öre by account number or by the name of an own account of the journal.
    private static func balances(inJournalOf medel: Program) throws -> [String: Int] {
        let run = try Subprocess(
            "hledger",
            ["-f", "bok.journal", "bal", "--flat", "-N", "-O", "csv"],
            environment: ["LC_ALL": "C.UTF-8"],
            in: medel.folder
        )
        #expect(run.status == 0)
        var balances: [String: Int] = [:]
        for line in String(decoding: run.output, as: UTF8.self).split(separator: "\n").dropFirst() {
            let fields = line.dropFirst().dropLast().components(separatedBy: "\",\"")
            let amount = fields.last?.split(separator: " ").first ?? "0"
            let leaf = fields[0].split(separator: ":").last ?? ""
            let isOwn = ["Ingående differens", "Obalans"].contains(fields[0])
            let name = isOwn ? fields[0] : String(leaf.split(separator: " ").first ?? "")
            let ore = NaiveSIE.ore(amount)
            if ore != 0 { balances[name, default: 0] += ore }
        }
        return balances
    }
}

/// #IB and #TRANS of a SIE file, read line by line with nothing of the real reader.
struct NaiveSIE {
    private(set) var opening: [String: Int] = [:]
    private(set) var movements: [String: Int] = [:]

    init(path: String) throws {
        let bytes = try Data(contentsOf: URL(filePath: path))
        // Labels, accounts and amounts are ASCII in every character set that SIE files come in.
        let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
        for line in text.split(whereSeparator: \.isNewline) {
            let fields = Self.fields(of: line)
            switch fields.first?.uppercased() {
            case "#IB" where fields.count > 3 && fields[1] == "0":
                opening[fields[2], default: 0] += Self.ore(fields[3])
            case "#TRANS" where fields.count > 2:
                movements[fields[1], default: 0] += Self.ore(fields[2])
            default: break
            }
        }
    }

    /// What each account must show, and what the file's own sums lack to zero.
    var expectedBalances: [String: Int] {
        var expected = opening.merging(movements) { $0 + $1 }
        expected["Ingående differens"] = -opening.values.reduce(0, +)
        expected["Obalans"] = -movements.values.reduce(0, +)
        return expected.filter { $0.value != 0 }
    }

    /// The fields of a line without quotes; an object list is no field.
    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var field = ""
        var isQuoted = false
        var isList = false
        for character in line {
            switch character {
            case "\"": isQuoted.toggle()
            case "{" where !isQuoted: isList = true
            case "}" where !isQuoted: isList = false
            case " " where !isQuoted, "\t" where !isQuoted:
                if !field.isEmpty { fields.append(field) }
                field = ""
            default: if !isList { field.append(character) }
            }
        }
        return field.isEmpty ? fields : fields + [field]
    }

    static func ore(_ text: some StringProtocol) -> Int {
        let parts = text.split { $0 == "." || $0 == "," }
        let whole = Int(parts.first ?? "0") ?? 0
        let cents = parts.count > 1 ? String(parts[1]) : ""
        let ore = Int((cents + "00").prefix(2)) ?? 0
        return whole * 100 + (text.hasPrefix("-") ? -ore : ore)
    }
}
