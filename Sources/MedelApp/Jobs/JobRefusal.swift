/// Why jobs, or one of them, cannot be carried out or shown.
public enum JobRefusal: Error, Hashable, Sendable {
    /// The folder that jobs should write to does not exist, or is a file.
    case noSuchFolder(path: String)
    /// Something lies in a set's place that is no set of this association and year.
    case placeTaken(path: String)
    /// As many earlier sets of one version are kept as there are names for.
    case tooManyEarlier(path: String)
    /// No run in the log has the number or key.
    case unknownRun(String)
}
