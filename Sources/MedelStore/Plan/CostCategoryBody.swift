import MedelCore

/// A kostnadsslag of the catalogue.
struct CostCategoryBody: DescriptionBody {
    static let kind = DescriptionKind.costCategory

    let schema: Int
    let code: String
    let name: String
    let from: String?
    let through: String?

    init(_ value: CostCategory) {
        schema = DescriptionForm.current
        code = value.code.text
        name = value.name
        from = value.from?.description
        through = value.through?.description
    }

    var value: CostCategory? {
        guard let code = CostCategoryCode(code),
            case .read(let from) = Field(from, { Month(iso: $0) }),
            case .read(let through) = Field(through, { Month(iso: $0) })
        else { return nil }
        return CostCategory(code: code, name: name, from: from, through: through)
    }

    static func code(of value: CostCategory) -> String { value.code.text }
}
