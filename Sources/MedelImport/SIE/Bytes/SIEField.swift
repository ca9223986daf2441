/// A field of a line: where its content lies and how it was written.
struct SIEField {
    enum Form: UInt8 {
        /// Without quotes.
        case bare
        /// Between quotes, which are no part of the content.
        case quoted
        /// Between braces, which are no part of the content.
        case list
    }

    var start: Int
    var end: Int
    var form: Form

    /// Whether a quote inside is written `\"`.
    var isEscaped: Bool

    var count: Int { end - start }
    var isEmpty: Bool { start == end }

    /// The first byte, the opening quote or brace included.
    var outerStart: Int { form == .bare ? start : start - 1 }
}
