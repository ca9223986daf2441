/// What a first pass over the raw bytes found out.
public struct SIEFormat: Hashable, Sendable {
    /// How lines end.
    public enum LineEnd: Hashable, Sendable {
        /// With LF; a CR before it is no part of the line.
        case lineFeed
        /// With CR alone, when the file has no LF at all.
        case carriageReturn
    }

    /// What the file is.
    public let kind: SIEKind

    /// The character set of its bytes.
    public let encoding: SIEEncoding

    /// Whether it starts with the byte order mark of UTF-8.
    public let hasByteOrderMark: Bool

    /// How its lines end.
    public let lineEnd: LineEnd

    /// How many bytes the file has.
    public let byteCount: Int

    /// Bytes that would be Swedish letters in CP437; zero when the encoding is known otherwise.
    public let cp437Letters: Int

    /// Bytes that would be Swedish letters in Latin-1; zero when the encoding is known otherwise.
    public let latin1Letters: Int
}
