/// Where in a folder of manifests something stands.
public struct ManifestPlace: Hashable, Sendable {
    /// The file's path inside the folder, with `/` between folders.
    public let file: String

    /// The line, from one; nil for the file as a whole.
    public let line: Int?

    /// Names a place.
    public init(file: String, line: Int?) {
        self.file = file
        self.line = line
    }
}

extension ManifestPlace: CustomStringConvertible {
    /// The place as `insatser.yaml:12`.
    public var description: String { line.map { "\(file):\($0)" } ?? file }
}

extension ManifestPlace: Comparable {
    /// Orders by file, then by line.
    public static func < (left: ManifestPlace, right: ManifestPlace) -> Bool {
        (left.file, left.line ?? 0) < (right.file, right.line ?? 0)
    }
}

/// Something in a folder of manifests that is wrong or worth a look.
public struct ManifestProblem: Hashable, Sendable {
    /// Where it stands.
    public let place: ManifestPlace

    /// What is wrong.
    public let reason: ManifestReason

    /// Whether the folder can be taken all the same.
    public var isWarning: Bool { reason.isWarning }

    /// Describes a problem.
    public init(_ place: ManifestPlace, _ reason: ManifestReason) {
        self.place = place
        self.reason = reason
    }
}

/// What manifests give codes to and refer to.
public enum ManifestThing: String, CaseIterable, Sendable {
    /// A member.
    case member
    /// Who is paid.
    case recipient
    /// An insats.
    case insats
    /// A decision.
    case decision
    /// A row of a budget.
    case row
    /// A version of a budget.
    case budget
    /// A member's contribution for a year.
    case contribution
    /// A line of the association's budget.
    case areaBudget
    /// Where an insats stood with a recipient in a year.
    case openingPosition
    /// A mapping rule.
    case mappingRule
    /// Money for an insats beside the grant.
    case fundingSource
    /// What the board says with its budget for a year.
    case associationBudget
    /// A rule on what the money should not pay for.
    case eligibilityRule
    /// A PO rate of a sector for a year.
    case poRate
    /// A kostnadsslag of the catalogue.
    case costCategory
}

/// What is wrong with a manifest.
public enum ManifestReason: Hashable, Sendable {
    /// A file or the folder as such.
    case file(ManifestFileReason)
    /// The shape of an entry.
    case shape(ManifestShapeReason)
    /// A text that stands for a value.
    case value(ManifestValueReason)
    /// How the parts of a plan fit together.
    case plan(ManifestPlanReason)
    /// A decision and its ceilings.
    case decision(ManifestDecisionReason)
    /// A template.
    case template(TemplateReason)
    /// A budget row's rule.
    case budget(ManifestBudgetReason)
    /// An amount, a number or a day that cannot be, or that is hardly meant.
    case figure(ManifestFigureReason)

    /// Whether the folder can be taken all the same.
    public var isWarning: Bool {
        switch self {
        case .plan(.yearOutsideInsats), .plan(.positionNotConfirmed), .plan(.budgetLate),
            .plan(.budgetDeficit), .plan(.categoryNotHeld), .plan(.instalmentsExceed),
            .decision(.ceilingYearUnproven), .decision(.categoryNotBudgeted):
            true
        case .figure(let reason): reason.isWarning
        case .file, .shape, .value, .plan, .decision, .template, .budget: false
        }
    }
}
