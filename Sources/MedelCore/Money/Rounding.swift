/// What happens to a part of a whole unit when an exact figure does not fit.
///
/// A division never rounds unless one of these is named. docs/rounding.md shows each at work.
///
/// Source: STYLE 1; STORE 4.3 for claims, SPEC 2 for spreading.
public enum Rounding: String, CaseIterable, Sendable {
    /// To the nearest unit, and a half away from zero: 2,5 → 3 and −2,5 → −3.
    case halfAwayFromZero
    /// To the nearest unit, and a half toward the larger number: 2,5 → 3 and −2,5 → −2.
    case halfUp
    /// Toward zero: 2,9 → 2 and −2,9 → −2.
    case down
    /// To the unit below: 2,9 → 2 and −2,1 → −3.
    case floor
    /// To the unit above: 2,1 → 3 and −2,9 → −2.
    case ceiling

    /// The quotient as a whole number, rounded.
    ///
    /// - Parameters:
    ///   - dividend: any number whose double fits.
    ///   - divisor: above zero.
    /// - Returns: the quotient.
    func divide(_ dividend: Int128, by divisor: Int128) -> Int128 {
        precondition(divisor > 0, "a divisor is above zero")
        let (toward, rest) = dividend.quotientAndRemainder(dividingBy: divisor)
        if rest == 0 { return toward }
        let below = rest < 0 ? toward - 1 : toward
        switch self {
        case .halfAwayFromZero:
            let isHalfOrMore = 2 * rest.magnitude >= divisor.magnitude
            return isHalfOrMore ? toward + rest.signum() : toward
        case .halfUp:
            let above = rest < 0 ? rest + divisor : rest
            return 2 * above >= divisor ? below + 1 : below
        case .down: return toward
        case .floor: return below
        case .ceiling: return below + 1
        }
    }
}
