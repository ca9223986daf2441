public import MedelCore
import MedelImport
public import MedelStore

/// Counts the participants of an insats in a year; numbers only, never people.
///
/// Source: SPEC 3 (insats), 11.
public struct CountParticipants: Sendable {
    private let ledger: Ledger
    private let performer: Performer

    /// Prepares the use case.
    public init(_ ledger: Ledger, by performer: Performer) {
        self.ledger = ledger
        self.performer = performer
    }

    /// Registers a new version of the insats.
    ///
    /// - Parameters:
    ///   - insats: whose participants.
    ///   - year: the calendar year.
    ///   - planned: how many are planned for; nil keeps what is known.
    ///   - reported: how many took part; nil keeps what is known.
    ///   - keepsNothing: whether everything is done and taken back, to see what would come of it.
    /// - Returns: what became of it.
    /// - Throws: `LedgerError.notFound` when no insats has the code.
    public func callAsFunction(
        _ insats: InsatsCode,
        year: Int,
        planned: Int?,
        reported: Int?,
        keepsNothing: Bool = false
    ) throws -> LoadReport {
        let name = "Deltagare \(year) i \(insats)"
        let apply = ApplyPlan(
            ledger: ledger,
            performer: performer,
            kind: .countParticipants,
            origin: .entry(name),
            subject: name
        )
        return try apply(keepsNothing: keepsNothing) { known in
            guard let described = known.insatser.first(where: { $0.code == insats }) else {
                throw LedgerError.notFound(.insats, name: insats.text)
            }
            var values = AssociationPlan()
            values.insatser = [
                described.counting(year: year, planned: planned, reported: reported)
            ]
            return PlanInput(
                PlanAddition(entering: values, named: name, beside: known, today: performer.today)
            )
        }
    }
}
