extension RowTolerance {
    /// The most that a row of a decided amount may change in a budget year, either way.
    ///
    /// A move changes two rows and is held to both, so that the smaller row sets the limit.
    ///
    /// - Parameter decided: the row's amount as the board decided it.
    /// - Returns: the smaller of the limits that are set, the rate's cut down to whole öre.
    public func limit(on decided: Money) -> Money {
        let share = rate.map { decided.magnitude.share($0, rounding: .down).magnitude }
        return min(share ?? .max, amount?.magnitude ?? .max)
    }
}
