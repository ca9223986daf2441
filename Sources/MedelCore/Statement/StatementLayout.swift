/// The rows of a resultaträkning or balansräkning in the order that the law gives them, for some
/// years.
///
/// Source: LKBR 5:2 and 6:2, GUIDE 3.2–3.3; the rows themselves are data in `templates/`.
public struct StatementLayout: Hashable, Sendable {
    /// Which statement a layout is of.
    public enum Kind: String, CaseIterable, Sendable {
        /// Resultaträkning.
        case income
        /// Balansräkning.
        case balance
    }

    /// A row.
    public struct Row: Hashable, Sendable {
        /// What names the row, by which charts of accounts and sums refer to it.
        public let key: String

        /// The row as the law words it, in Swedish.
        public let title: String

        /// How far it is set in, from zero.
        public let level: Int

        /// What fills it.
        public let filling: Filling

        /// Describes a row.
        public init(key: String, title: String, level: Int, filling: Filling) {
            self.key = key
            self.title = title
            self.level = level
            self.filling = filling
        }
    }

    /// What fills a row.
    public enum Filling: Hashable, Sendable {
        /// Nothing: a title above other rows.
        case heading
        /// The accounts that the chart puts on the row.
        case accounts
        /// The sum of other rows.
        case sum([String])
        /// The last sum, which also holds what no row takes.
        case total(Total, [String])
        /// A part of equity, by its rules.
        case equity(EquityPart)
        /// What the books do not hold, such as pledges; never an amount here.
        case offBalance
    }

    /// The sums that a statement ends in.
    public enum Total: String, CaseIterable, Sendable {
        /// Årets resultat.
        case result
        /// Summa tillgångar.
        case assets
        /// Summa eget kapital, avsättningar och skulder.
        case equityAndDebts
    }

    /// A row of the equity block.
    ///
    /// Source: LKBR 6:2 in its wording until 2023 and from 2024.
    public enum EquityPart: String, CaseIterable, Sendable {
        /// Eget kapital vid årets början.
        case opening
        /// The reserve within equity when the year begins.
        case openingReserve
        /// Årets resultat.
        case result
        /// Eget kapital vid årets slut.
        case closing
        /// The reserve within equity when the year ends.
        case closingReserve
        /// Övrigt eget kapital: what is neither the year's result nor the reserve.
        case other
    }

    /// Which statement it is.
    public let kind: Kind

    /// The first year that it holds for; nil for always before.
    public let firstYear: Int?

    /// The last year that it holds for; nil while it does.
    public let lastYear: Int?

    /// The rows, in order.
    public let rows: [Row]

    /// Describes a layout whose keys differ and whose sums refer to its rows.
    public init(kind: Kind, firstYear: Int?, lastYear: Int?, rows: [Row]) {
        self.kind = kind
        self.firstYear = firstYear
        self.lastYear = lastYear
        self.rows = rows
    }

    /// Whether the layout holds for a year.
    public func holds(in year: Int) -> Bool {
        (firstYear.map { $0 <= year } ?? true) && (lastYear.map { year <= $0 } ?? true)
    }

    /// The keys of the rows that accounts may be put on.
    public var accountRows: Set<String> {
        Set(rows.lazy.filter { $0.filling == .accounts }.map(\.key))
    }
}
