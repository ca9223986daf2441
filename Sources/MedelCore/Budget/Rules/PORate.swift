/// The PO-pålägg of a sector's employers in a calendar year: charges, insurance and pension.
///
/// Source: GUIDE 5.2; the rate is published preliminary in spring and final in December.
public struct PORate: Hashable, Sendable {
    /// Whether a later rate is to be expected.
    public enum Status: String, CaseIterable, Sendable {
        /// Until the final one is published.
        case preliminary
        /// For good.
        case final
    }

    /// Whose rate it is.
    public let sector: EmployerSector

    /// The calendar year of the pay.
    public let year: Int

    /// The part of gross pay.
    public let rate: Rate

    /// Whether a later rate is to be expected.
    public let status: Status

    /// Where it is published.
    public let source: String

    /// Describes a rate.
    public init(
        sector: EmployerSector,
        year: Int,
        rate: Rate,
        status: Status,
        source: String
    ) {
        self.sector = sector
        self.year = year
        self.rate = rate
        self.status = status
        self.source = source
    }
}

/// The PO rates that are known, by sector and year.
public struct PORateTable: Hashable, Sendable {
    private struct Key: Hashable {
        let sector: EmployerSector
        let year: Int
    }

    private var known: [Key: PORate] = [:]

    /// Gathers rates; of a sector's rates for a year a final one goes before a preliminary one,
    /// and else the later in the list before the earlier.
    public init(_ rates: [PORate] = []) {
        for rate in rates {
            let key = Key(sector: rate.sector, year: rate.year)
            if known[key]?.status == .final, rate.status == .preliminary { continue }
            known[key] = rate
        }
    }

    /// The rate that holds.
    ///
    /// - Returns: nil when none is known; a rate is never taken from another year.
    public subscript(sector: EmployerSector, year: Int) -> PORate? {
        known[Key(sector: sector, year: year)]
    }

    /// These rates, and those of another table for what is missing here.
    public func completed(by other: PORateTable) -> PORateTable {
        var table = self
        table.known.merge(other.known) { own, _ in own }
        return table
    }

    /// Every rate in order of year and sector.
    public var rates: [PORate] { known.values.sorted { $0.order < $1.order } }
}

extension PORate {
    /// By year, then by sector in the order of the sectors' list.
    private var place: Int { EmployerSector.allCases.firstIndex(of: sector) ?? 0 }

    /// What rates are put in order by.
    var order: (Int, Int, Int, String) { (year, place, rate.basisPoints, source) }
}
