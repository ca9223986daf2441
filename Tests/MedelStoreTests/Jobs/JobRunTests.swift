import Foundation
import GRDB
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct JobRunTests {
    private static let key = JobKey(.annualReport, year: 2025, ledgerVersion: 3)

    private static func result(_ outcome: JobResult.Outcome, files count: Int) -> JobResult {
        JobResult(
            outcome: outcome,
            figures: String(repeating: "f", count: 64),
            head: String(repeating: "a", count: 64),
            files: (0..<count).map {
                JobFile(name: "fil \"\($0)\" å\n", sha256: "\($0)", byteCount: $0)
            },
            draftReasonCount: count
        )
    }

    private func start(_ test: TestLedger, _ key: JobKey = Self.key) throws -> Int {
        try test.ledger.noteStart(
            of: key,
            in: "/srv/rapporter å",
            actor: "timer",
            time: try TestLedger.moment()
        )
    }

    @Test func `a run is read back as it was noted, and is no fact`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let head = try test.ledger.head()
            let time = try TestLedger.moment()
            let later = try #require(Timestamp(iso: "2026-02-01T00:00:00Z"))
            var expected: [JobRun.State] = []
            for (count, outcome) in JobResult.Outcome.allCases.enumerated() {
                let run = try start(test)
                let result = Self.result(outcome, files: count)
                try test.ledger.noteEnd(
                    of: run,
                    key: Self.key,
                    result,
                    actor: "timer",
                    time: later
                )
                expected.append(.finished(result))
            }
            let failing = try start(test)
            try test.ledger.noteFailure(
                of: failing,
                key: Self.key,
                reason: "Disken är full.",
                actor: "timer",
                time: later
            )
            expected.append(.failed(reason: "Disken är full."))
            _ = try start(test)
            expected.append(.started)
            let runs = try test.ledger.jobRuns()
            #expect(runs.map(\.state) == expected)
            #expect(runs.map(\.number) == [1, 3, 5, 7, 9, 11])
            #expect(runs.dropLast().allSatisfy { $0.ended == later })
            #expect(runs.last?.ended == nil)
            #expect(runs.allSatisfy { $0.started == time && $0.actor == "timer" })
            #expect(runs.allSatisfy { $0.folder == "/srv/rapporter å" && $0.key == Self.key })
            #expect(try test.ledger.head() == head)
            #expect(try test.ledger.verify().faults == [])
        }
    }

    @Test func `ends find their starts, whatever else is noted in between`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let time = try TestLedger.moment()
            let first = try start(test)
            let second = try start(test, JobKey(.annualReport, year: 2024, ledgerVersion: 3))
            try test.ledger.note(kind: "export", detail: "{}", actor: "Eva", time: time)
            let moved = JobKey(.annualReport, year: 2025, ledgerVersion: 4)
            try test.ledger.noteEnd(
                of: first,
                key: moved,
                Self.result(.made, files: 1),
                actor: "timer",
                time: time
            )
            let runs = try test.ledger.jobRuns()
            #expect(runs.map(\.number) == [first, second])
            #expect(runs.map(\.key.ledgerVersion) == [4, 3])
            #expect(runs.map { $0.result != nil } == [true, false])
        }
    }

    @Test(arguments: [
        "", "{}", "[]", #"{"schema":2,"key":"annualReport/2025/3"}"#,
        #"{"schema":1,"key":"annualReport/2025"}"#, #"{"schema":1,"key":"yearbook/2025/3"}"#,
    ])
    func `a record that cannot be read is named`(_ detail: String) throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            let time = try TestLedger.moment()
            try test.ledger.note(kind: "jobStarted", detail: detail, actor: "Eva", time: time)
            #expect(throws: LedgerError.damaged(path: "", detail: "operationRecord 1")) {
                _ = try test.ledger.jobRuns()
            }
        }
    }

    @Test(
        arguments: [
            #"{"schema":1,"key":"annualReport/2025/3","run":7}"#,
            #"{"schema":1,"key":"annualReport/2025/3"}"#,
            #"{"schema":1,"key":"annualReport/2025/3","run":1}"#,
            #"{"schema":1,"key":"annualReport/2025/3","run":1,"outcome":"lost"}"#,
        ],
        ["jobFinished", "jobFailed"]
    )
    func `an end without its start or its result is named`(_ detail: String, _ kind: String) throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            _ = try start(test)
            let time = try TestLedger.moment()
            try test.ledger.note(kind: kind, detail: detail, actor: "Eva", time: time)
            #expect(throws: LedgerError.damaged(path: "", detail: "operationRecord 2")) {
                _ = try test.ledger.jobRuns()
            }
        }
    }

    @Test func `a run that somebody rewrites in the file is found`() throws {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            _ = try start(test)
            try RawLedger.change(test.path) { database in
                try database.execute(
                    sql: "UPDATE operationRecord SET detail = replace(detail, '2025', '2024')"
                )
            }
            #expect(try test.ledger.verify().faults == [.operationRecordChanged(number: 1)])
        }
    }

    @Test func `the years of the association's book are known, and the year's end closes it`()
        throws
    {
        try withTemporaryFolder { folder in
            let test = try TestLedger(in: folder)
            #expect(try test.ledger.jobFacts().bookYears == [])
            for year in [2025, 2023] {
                var book = SIEBook(seed: year, voucherCount: 3)
                book.year = year
                try test.read(book.bytes(), named: "\(year).se")
            }
            var owner = SIEBook(seed: 1, voucherCount: 3)
            owner.year = 2021
            owner.organizationNumber = "212000-0001"
            let reference = try #require(BookReference("owner:OSK"))
            try test.read(owner.bytes(), named: "2021.se", into: reference)
            let facts = try test.ledger.jobFacts()
            #expect(facts.bookYears == [2023, 2025])
            #expect(facts.closing == .yearEnd)
            #expect(facts.runs == [])
        }
    }
}
