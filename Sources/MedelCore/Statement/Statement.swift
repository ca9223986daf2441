/// A resultaträkning or balansräkning with its amounts, this year's and last year's.
///
/// Signs are the reader's: income and results positive and costs negative in the resultaträkning,
/// assets and debts both positive in the balansräkning.
///
/// Source: LKBR 5:2, 5:6, 6:2, 6:5.
public struct Statement: Hashable, Sendable {
    /// A row.
    public struct Row: Hashable, Sendable {
        /// What a row is.
        public enum Kind: String, CaseIterable, Sendable {
            /// A title above other rows.
            case heading
            /// The accounts of the row, or a part of equity.
            case amount
            /// The sum of other rows.
            case sum
            /// The last sum.
            case total
            /// A part of the row above that no sum counts.
            case part
            /// What the books do not hold.
            case offBalance
            /// Something that is wrong.
            case error
        }

        /// What names the row.
        public let key: String

        /// The row's title, in Swedish.
        public let title: String

        /// How far it is set in.
        public let level: Int

        /// What it is.
        public let kind: Kind

        /// This year's amount.
        public let current: Figure

        /// Last year's amount.
        public let previous: Figure

        /// The keys of the rows that it is the sum of; empty for a row that is no sum.
        public let parts: [String]

        /// The accounts behind this year's amount, in order.
        public let accounts: [YearFigures.Account]
    }

    /// Keys of rows that are not the layout's.
    public enum RowKey {
        /// Konton som ingen rad tar.
        public static let unplaced = "utan-rad"
        /// The same among the debts.
        public static let unplacedDebts = "utan-rad-skulder"
        /// Förändring direkt mot eget kapital.
        public static let directChange = "ek-direkt"
        /// What assets are beyond equity and debts.
        public static let difference = "skillnad"
    }

    /// Which statement it is.
    public let kind: StatementLayout.Kind

    /// The rows, in order.
    public let rows: [Row]

    /// A row by its key.
    public subscript(key: String) -> Row? { rows.first { $0.key == key } }

    /// The row of a total.
    public func total(_ total: StatementLayout.Total, in layout: StatementLayout) -> Row? {
        let key = layout.rows.first {
            if case .total(total, _) = $0.filling { true } else { false }
        }?.key
        return key.flatMap { self[$0] }
    }
}

extension StatementLayout {
    /// Keys that no row of a layout has: a report's own rows and the places that are no rows.
    public static let reservedKeys: Set<String> = [
        Statement.RowKey.unplaced, Statement.RowKey.unplacedDebts, Statement.RowKey.directChange,
        Statement.RowKey.difference, "equity", "reserve", "closing",
    ]
}
