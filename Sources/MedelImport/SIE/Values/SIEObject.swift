public import MedelCore

/// An object of a dimension, such as a project.
///
/// Source: SIE 4C #OBJEKT.
public struct SIEObject: Hashable, Sendable {
    /// The dimension and the code.
    public let reference: ObjectReference

    /// The name.
    public let name: String

    /// The line of declaration, from one.
    public let line: Int
}
