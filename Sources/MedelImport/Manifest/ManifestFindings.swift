/// Gathers the problems of a folder while it is read to the end.
final class ManifestFindings {
    private(set) var problems: [ManifestProblem] = []

    /// What is noted already: a field that is asked for twice is faulty once.
    private var known: Set<ManifestProblem> = []

    /// By place; problems of one place stay in the order in which they were found.
    var ordered: [ManifestProblem] {
        problems.enumerated()
            .sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
            .map(\.element)
    }

    /// How many problems are listed.
    static let problemsMax = 5_000

    func add(_ place: ManifestPlace, _ reason: ManifestReason) {
        guard problems.count < Self.problemsMax else {
            if problems.count == Self.problemsMax {
                let reason = ManifestReason.file(.tooManyProblems(limit: Self.problemsMax))
                problems.append(ManifestProblem(place, reason))
            }
            return
        }
        let problem = ManifestProblem(place, reason)
        if known.insert(problem).inserted { problems.append(problem) }
    }
}
