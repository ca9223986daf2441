import Foundation
import LedgerSupport
import MedelApp
import MedelCore
import MedelImport
import MedelStore
import TestSupport
import Testing

/// A ledger with a folder of one file, beside commands.
struct PlanDesk {
    let test: TestLedger
    let performer: Performer

    init(in folder: URL) throws {
        test = try TestLedger(in: folder)
        performer = Performer(actor: "ekonom", now: try TestLedger.moment())
    }

    func load(_ text: String) throws -> LoadReport {
        let folder = test.folder.appending(path: "plan")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appending(path: "plan.yaml"))
        return try LoadFolder(test.ledger, by: performer)(folder.path)
    }

    func add(_ text: String, as form: PlanAddition.Form) throws -> LoadReport {
        let file = test.folder.appending(path: "a.yaml")
        try Data(text.utf8).write(to: file)
        return try AddPlanFile(test.ledger, by: performer)(file.path, as: form)
    }

    /// Moves kronor from resor to it in I01.
    @discardableResult
    func reallocate(_ kronor: Int64) throws -> BudgetVersion {
        let move = Reallocation.Move(
            from: try #require(BudgetRowCode("resor")),
            to: try #require(BudgetRowCode("it")),
            year: 1,
            amount: try Money(ore: kronor * 100)
        )
        let insats = try #require(InsatsCode("I01"))
        return try ReallocateBudget(test.ledger, by: performer)(move, in: insats, reason: "mer")
            .version
    }

    func inForce() throws -> BudgetVersion {
        let insats = try #require(InsatsCode("I01"))
        return try #require(try test.ledger.budgetHistory(of: insats).inForce?.version)
    }
}
