import MedelCore

/// A part of the instalment plan.
struct InstalmentPartBody: Codable {
    let due: String
    let basisPoints: Int

    init(_ part: InstalmentPlan.Part) {
        due = part.due.description
        basisPoints = part.share.basisPoints
    }

    var value: InstalmentPlan.Part? {
        guard let due = DayOfYear(due), let share = Rate(basisPoints: basisPoints) else {
            return nil
        }
        return InstalmentPlan.Part(due: due, share: share)
    }
}
