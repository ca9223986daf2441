import MedelCore
import MedelDocument

extension SheetNotes {
    /// Adds what the codes of kostnadsslag in a sheet stand for; nothing for those that the
    /// catalogue does not have.
    mutating func addCategories(
        _ codes: some Sequence<CostCategoryCode?>,
        _ plan: AssociationPlan
    ) {
        let known = Set(codes.compactMap(\.self)).sorted().compactMap { code in
            plan.name(of: code).map { "\(code.text) \($0)" }
        }
        if !known.isEmpty { add("Kostnadsslag: " + known.joined(separator: ", ") + ".") }
    }
}

extension AssociationPlan {
    /// A kostnadsslag by its name with the code behind, by its code alone when it has no name.
    func words(for code: CostCategoryCode) -> String {
        name(of: code).map { "\($0) (\(code.text))" } ?? code.text
    }
}
