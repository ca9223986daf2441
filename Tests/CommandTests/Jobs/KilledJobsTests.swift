import Foundation
import LedgerSupport
import MedelCore
import MedelStore
import TestSupport
import Testing

@Suite struct KilledJobsTests {
    /// A site before its first run, or one where every set is about to be replaced.
    private static func site(in folder: URL, isReplacing: Bool) throws -> JobSite {
        let site = try JobSite(in: folder, vouchers: 20)
        guard isReplacing else { return site }
        let first = try site.runDue()
        #expect(first.status == 0, "\(first.text)")
        let test = try TestLedger(reopening: site.ledgerPath)
        for year in JobSite.years { try JobSite.read(year, vouchers: 30, into: test) }
        return site
    }

    /// Fifty points of a first run and fifty of one that replaces.
    @Test(arguments: [false, true])
    func `jobs killed anywhere and run again give one whole set of each`(
        _ isReplacing: Bool
    ) throws {
        try withTemporaryFolder { folder in
            let base = try Self.site(
                in: folder.appending(path: "grund"),
                isReplacing: isReplacing
            )
            let before = try base.state()
            let whole = try JobSite(copying: base, to: folder.appending(path: "hel"))
            let clock = ContinuousClock()
            let start = clock.now
            let first = try whole.runDue()
            let spent = clock.now - start
            #expect(first.status == 0, "\(first.text)")
            let after = try whole.state()
            let microseconds = Int(spent / .microseconds(1))
            var cutOffCount = 0
            for seed in 0..<50 {
                let site = try JobSite(copying: base, to: folder.appending(path: "\(seed)"))
                let moment = KilledJobs.moment(
                    seed: seed,
                    of: site,
                    wholeMicroseconds: microseconds
                )
                let killed = try KilledJobs(site, at: moment)
                let between = try site.state()
                #expect(between.isSound, "seed \(seed)")
                expectWholeSets(between, before, after, "seed \(seed)")
                if between.runs.contains(where: { $0.state == .started }) { cutOffCount += 1 }
                let again = try site.runDue()
                #expect(again.status == 0, "seed \(seed): \(again.text)")
                let end = try site.state()
                #expect(end.files == after.files, "seed \(seed), finished \(killed.hasFinished)")
                #expect(end.names == after.names, "seed \(seed)")
                #expect(end.earlierNames == after.earlierNames, "seed \(seed)")
                #expect(end.finishedKeys == after.finishedKeys, "seed \(seed)")
                #expect(end.isSound, "seed \(seed)")
                try FileManager.default.removeItem(at: site.folder)
            }
            #expect(cutOffCount >= 15, "\(cutOffCount) runs were cut off between start and end")
        }
    }

    /// A set that can be seen is the one before or the one after, never half of one.
    private func expectWholeSets(
        _ state: JobSite.State,
        _ before: JobSite.State,
        _ after: JobSite.State,
        _ comment: Comment
    ) {
        for set in JobSite.sets {
            let files = state.files.filter { $0.key.hasPrefix(set + "/") }
            let wholes = [before, after].map { whole in
                whole.files.filter { $0.key.hasPrefix(set + "/") }
            }
            #expect(wholes.contains(files), comment)
        }
    }
}
