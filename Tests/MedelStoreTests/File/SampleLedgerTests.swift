import Foundation
import LedgerSupport
import MedelStore
import TestSupport
import Testing

/// What follows from a new ledger's name, number and time, and what is left to chance.
struct SampleLedgerTests {
    private static func head(_ kind: LedgerIdentity.Kind, _ name: String, _ folder: URL) throws
        -> String
    {
        try TestLedger(in: folder, name: name, kind: kind).ledger.info().head.hash
    }

    @Test func `the same steps give the same sample ledger`() throws {
        try withTemporaryFolder { folder in
            let first = try Self.head(.sample, "ett.medel", folder)
            #expect(try Self.head(.sample, "två.medel", folder) == first)
        }
    }

    @Test func `a real ledger is never the same as another`() throws {
        try withTemporaryFolder { folder in
            let first = try Self.head(.real, "ett.medel", folder)
            #expect(try Self.head(.real, "två.medel", folder) != first)
        }
    }
}
