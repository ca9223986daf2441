import MedelCore
import MedelDocument

extension SheetNotes {
    /// Adds whether VAT is a cost for those who are paid for an insats, where it is known.
    ///
    /// Source: SPEC 3 (recipient), GUIDE 1.3.
    mutating func addVAT(of insats: Insats, _ plan: AssociationPlan, in month: Month) {
        for recipient in plan.recipients where insats.recipients.contains(recipient.code) {
            let name = recipient.name
            switch recipient.vatStatus(in: month) {
            case .net: add("\(name) får tillbaka momsen; den är ingen kostnad i insatsen.")
            case .gross: add("\(name) får inte tillbaka momsen; den är en kostnad i insatsen.")
            case nil: continue
            }
        }
    }
}
