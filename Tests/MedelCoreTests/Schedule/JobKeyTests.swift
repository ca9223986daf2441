import MedelCore
import Testing

struct JobKeyTests {
    @Test(arguments: Job.allCases, [0, 1, 17, 1_000_000])
    func `a key is written as its three parts and read back`(_ job: Job, _ version: Int) throws {
        let key = JobKey(job, year: 2025, ledgerVersion: version)
        #expect(key.description == "\(job.rawValue)/2025/\(version)")
        #expect(JobKey(key.description) == key)
    }

    @Test(arguments: [
        "", "annualReport", "annualReport/2025", "annualReport/2025/1/2", "annualReport/25/1",
        "annualReport/2025/", "annualReport/2025/-1", "annualReport/2025/1 ", "report/2025/1",
        "annualReport//1", "annualReport/2025/9999999999999999999", "AnnualReport/2025/1",
    ])
    func `other forms are no key`(_ text: String) { #expect(JobKey(text) == nil) }

    @Test func `keys go by year and then by version`() {
        let keys = [(2024, 10), (2023, 9), (2024, 9)].map {
            JobKey(.annualReport, year: $0, ledgerVersion: $1)
        }
        #expect(keys.sorted() == [keys[1], keys[2], keys[0]])
    }
}
