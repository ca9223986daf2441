import MedelCore

extension Timestamp {
    /// The date and time of day in Sweden as `2026-02-03 10:00`.
    var shownText: String {
        let local = Timestamp(secondsSince1970: secondsSince1970 + stockholmOffsetSeconds) ?? self
        return String(local.description.prefix(16)).replacing("T", with: " ")
    }
}
