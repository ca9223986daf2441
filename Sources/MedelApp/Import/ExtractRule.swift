public import MedelCore

/// What is kept of a recipient's book: only rows on the insats's objects, without people's names.
///
/// A municipality's whole book must never be read in.
///
/// Source: SPEC 3 (book), STORE 3.3.
public struct ExtractRule: Hashable, Sendable {
    /// The objects whose rows are kept.
    public let objects: Set<ObjectReference>

    /// Whether texts and signatures are dropped.
    public let masksTexts: Bool

    /// Dimensions whose objects are dropped from kept rows, such as 7 for employees.
    public let maskedDimensions: Set<Int>

    /// What the kept rows must sum to, where the sender has said it.
    public let controlTotal: Money?

    /// Describes a rule.
    public init(
        objects: Set<ObjectReference>,
        masksTexts: Bool,
        maskedDimensions: Set<Int>,
        controlTotal: Money?
    ) {
        self.objects = objects
        self.masksTexts = masksTexts
        self.maskedDimensions = maskedDimensions
        self.controlTotal = controlTotal
    }

    /// The rule in one line, as it is stored with the import.
    public var text: String {
        let kept = objects.sorted().map { "\($0.dimension):”\($0.code)”" }.joined(separator: ", ")
        let masked = maskedDimensions.sorted().map(String.init).joined(separator: ",")
        return "behåll \(kept); maskera dimension \(masked.isEmpty ? "ingen" : masked)"
            + "; texter \(masksTexts ? "maskeras" : "behålls")"
    }

    /// The kept objects that are nobody's name.
    var nameableObjects: Set<ObjectReference> {
        objects.filter { !maskedDimensions.contains($0.dimension) }
    }

    func keeps(_ coding: Coding) -> Bool { coding.objects.contains(where: objects.contains) }

    func masked(_ coding: Coding) -> Coding {
        Coding(
            account: coding.account,
            objects: coding.objects.filter { !maskedDimensions.contains($0.dimension) }
        )
    }
}
