/// Takes a piece of the output; pieces come in order, of about 64 kB.
public typealias ByteSink = (_ bytes: [UInt8]) throws -> Void

/// Where a drawn listing goes.
public enum Destination {
    /// To a function, such as one that writes to standard output or to a connection.
    ///
    /// When drawing fails half-way, the function has already had what came before.
    case bytes(ByteSink)

    /// To a file that appears whole or not at all.
    case file(path: String)
}
