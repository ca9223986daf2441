/// The operating system refused to do something with a file.
public struct SystemError: Error, Hashable, Sendable {
    /// What was tried.
    public enum Operation: String, CaseIterable, Sendable {
        /// Making or opening the file.
        case open
        /// Reading from it.
        case read
        /// Writing to it.
        case write
        /// Waiting until it was on the disk.
        case sync
        /// Giving it its final name.
        case rename
    }

    /// What was tried.
    public let operation: Operation

    /// The file.
    public let path: String

    /// The system's reason, an `errno`.
    public let code: Int32

    /// Describes a refusal.
    public init(_ operation: Operation, path: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.code = code
    }
}
