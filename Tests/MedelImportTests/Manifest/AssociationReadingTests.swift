import MedelCore
import MedelImport
import Testing

/// The instalment plan and the recipients' VAT in manifests.
@Suite struct AssociationReadingTests {
    private static func read(_ yaml: String) -> Manifest {
        Manifest([ManifestFile(name: "plan.yaml", bytes: Array(yaml.utf8))])
    }

    @Test(arguments: [
        ("[ { due: 01-31, share: 50 }, { due: 07-31, share: 50 } ]", true),
        ("[ { due: 07-31, share: \"33,33\" }, { due: 01-31, share: \"66,67\" } ]", true),
        ("[ { due: 01-31, share: 50 }, { due: 07-31, share: 49 } ]", false),
        ("[ { due: 01-31, share: 50 }, { due: 01-31, share: 50 } ]", false),
        ("[ { due: 02-30, share: 100 } ]", false),
        ("[ { due: 01-31 } ]", false),
        ("[]", false),
    ])
    func `an instalment plan has days of the year and sums to the whole`(
        _ plan: String,
        _ isSound: Bool
    ) {
        let manifest = Self.read("association:\n  instalmentPlan: \(plan)\n")
        #expect(manifest.isSound == isSound)
        #expect((manifest.plan.profile?.instalmentPlan != nil) == isSound)
    }

    @Test func `a recipient's VAT status follows the month`() throws {
        let manifest = Self.read(
            """
            recipients:
              - code: OSK
                name: Oskarshamns kommun
                vat: netto
                laterVat: [ { from: 2025-01, vat: netto }, { from: 2024-01, vat: brutto } ]
              - { code: ANNAN, name: Annan }
            """
        )
        #expect(manifest.problems.isEmpty)
        let recipients = manifest.plan.recipients
        let statuses = try ["2023-12", "2024-01", "2024-12", "2025-01"].map { text in
            recipients[0].vatStatus(in: try #require(Month(iso: text)))
        }
        #expect(statuses == [.net, .gross, .gross, .net])
        #expect(recipients[1].vatStatus(in: try #require(Month(iso: "2024-01"))) == nil)
    }

    @Test(arguments: [
        "{ from: 2024-01, vat: moms }", "{ vat: brutto }", "{ from: 2024-13, vat: brutto }",
        "{ from: 2024-01, vat: brutto }, { from: 2024-01, vat: netto }",
    ])
    func `a VAT status without month, of another kind or twice in a month is an error`(
        _ later: String
    ) {
        let manifest = Self.read(
            "recipients:\n  - { code: OSK, name: Oskarshamn, vat: netto, laterVat: [\(later)] }\n"
        )
        #expect(!manifest.isSound)
    }
}
