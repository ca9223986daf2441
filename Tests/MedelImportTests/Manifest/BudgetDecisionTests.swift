import MedelImport
import Testing

@Suite struct BudgetDecisionTests {
    struct Case: Sendable {
        let decidedOn: String
        let income: Int
        var motive = ""
        let reasons: [String]
    }

    @Test(arguments: [
        Case(decidedOn: "2024-11-30", income: 100, reasons: []),
        Case(decidedOn: "2024-12-01", income: 100, reasons: ["late"]),
        Case(decidedOn: "2025-01-15", income: 100, reasons: ["late"]),
        Case(decidedOn: "2024-11-30", income: 99, reasons: ["deficit"]),
        Case(decidedOn: "2024-11-30", income: 99, motive: "Sparat", reasons: ["deficit, motive"]),
        Case(decidedOn: "2024-12-01", income: 0, reasons: ["late", "deficit"]),
    ])
    func `GUIDE 10 case 8, costs above revenues cite KL 11:5, and 1 December is late`(
        _ test: Case
    ) {
        let motive = test.motive.isEmpty ? "" : "\n    motive: \(test.motive)"
        let yaml = """
            associationBudgets:
              - year: 2025
                decidedOn: \(test.decidedOn)
                reference: § 1\(motive)
            areaBudget:
              - { year: 2025, line: board, kind: original, amount: 100, decidedOn: 2024-11-30, reference: § 1 }
              - { year: 2025, line: income, kind: original, amount: \(test.income), decidedOn: 2024-11-30, reference: § 1 }
            """
        let manifest = Manifest([ManifestFile(name: "plan.yaml", bytes: Array(yaml.utf8))])
        let reasons = manifest.problems.map { problem in
            switch problem.reason {
            case .plan(.budgetLate): "late"
            case .plan(.budgetDeficit(_, _, hasMotive: true)): "deficit, motive"
            case .plan(.budgetDeficit(_, _, hasMotive: false)): "deficit"
            default: problem.reason.swedish
            }
        }
        #expect(reasons == test.reasons)
        // A warning cites the law and stops nothing.
        #expect(manifest.isSound)
        for problem in manifest.problems {
            #expect(problem.reason.swedish.contains("§)"))
        }
    }
}
