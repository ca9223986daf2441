/// Gathers the problems of a folder while it is read to the end.
final class ManifestFindings {
    private(set) var problems: [ManifestProblem] = []

    /// How many problems are listed.
    static let problemsMax = 5_000

    func add(_ place: ManifestPlace, _ reason: ManifestReason) {
        guard problems.count < Self.problemsMax else {
            if problems.count == Self.problemsMax {
                problems.append(
                    ManifestProblem(place, .file(.tooManyProblems(limit: Self.problemsMax)))
                )
            }
            return
        }
        problems.append(ManifestProblem(place, reason))
    }
}
