import MedelCore
import Testing

@testable import MedelImport

struct CategoryProposalTests {
    @Test(arguments: [
        ("Lönekostnader inkl. PO", "LON"), ("Personalomkostnader (PO)", "PO"),
        ("Lon 1.5 tjanst", "LON"), ("Arbetsledning", "ARBLED"), ("Extern tjänst", "EXTERN_TJANST"),
        ("Köp av tjänster", "KOP_TJANST"), ("Konsultation & tolk", "KONSULT"),
        ("LOKALKOSTNADER", "LOKAL"), ("Hyra kontor", "LOKAL"), ("IT/Tele", "IT_TELE"),
        ("Utrustning och inventarier", "INVENTARIER"), ("Korstracka", "RESOR"),
        ("Utbildning för personal", "UTBILDNING"), ("Samverkanskostnader", "SAMVERKAN"),
        ("Kostnader för klienter", "DELTAGARE"), ("Administration ca 4%", "ADMIN"),
        ("Aktiviteter samt övrigt", "OVRIGT"), ("6vrigt", "OVRIGT"),
    ])
    func `a label's first known word decides`(_ label: String, _ code: String) {
        #expect(CategoryProposal(of: label).category?.text == code)
    }

    @Test(arguments: ["", "Kommun", "Lokala samverkansgruppen", "12 000", "Bildning", "Litet"])
    func `an unknown label has no category and says so`(_ label: String) {
        let proposal = CategoryProposal(of: label)
        #expect(proposal.category == nil)
        #expect(proposal.doubts == [.noCategory])
    }

    @Test(arguments: [
        ("Busskort", EligibilityConcern.participantTravel), ("Milersättning", .participantTravel),
        ("Resor för deltagare", .participantTravel), ("Reskassa", .participantTravel),
        ("Ersättning till deltagare", .participantCompensation), ("Tolk", .interpreter),
        ("Stöd till körkort", .licence), ("Kostnader för klienter", .participantCost),
    ])
    func `a cost that the money may not be for is flagged`(
        _ label: String,
        _ rule: EligibilityConcern
    ) {
        #expect(CategoryProposal(of: label).doubts.contains(.eligibility(rule)))
    }

    @Test(arguments: ["Resor", "Resor i tjänsten", "Lokaler", "Lön", "Ersättning för handledning"])
    func `an ordinary cost is not flagged`(_ label: String) {
        let flags = CategoryProposal(of: label).doubts.filter { doubt in
            if case .eligibility = doubt { return true }
            return false
        }
        #expect(flags == [])
    }
}
