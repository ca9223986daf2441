/// A voucher as a source gives it, before any ledger has it.
///
/// Texts lie as UTF-8 in one storage that the reader uses again for the next voucher, so that a
/// million rows cost no allocation each.
///
/// Source: SIE 4C #VER, #TRANS, #RTRANS, #BTRANS; STORE 3.1.
public struct VoucherDraft: Sendable {
    /// A stretch of the draft's storage; an empty one means that the source said nothing.
    public struct Text: Hashable, Sendable {
        /// The first byte.
        public let start: Int

        /// The number of bytes.
        public let count: Int

        /// Nothing said.
        public static let empty = Text(start: 0, count: 0)

        init(start: Int, count: Int) {
            self.start = start
            self.count = count
        }

        /// Whether the source said nothing.
        public var isEmpty: Bool { count == 0 }
    }

    /// A row: an amount on a coding.
    public struct Row: Sendable {
        /// The coding, in the reader's table.
        public var coding: CodingTable.Index

        /// The amount, debit positive.
        public var amount: Money

        /// The row's own date; nil means the voucher's.
        public var date: Day?

        /// The row's text.
        public var text: Text

        /// The quantity as written; a quantity is never computed with.
        public var quantity: Text

        /// Who entered the row.
        public var signature: Text

        /// The line in the source, from one.
        public var line: Int

        /// Describes a row.
        public init(
            coding: CodingTable.Index,
            amount: Money,
            date: Day? = nil,
            text: Text = .empty,
            quantity: Text = .empty,
            signature: Text = .empty,
            line: Int
        ) {
            self.coding = coding
            self.amount = amount
            self.date = date
            self.text = text
            self.quantity = quantity
            self.signature = signature
            self.line = line
        }
    }

    /// A row of the correction history: never summed, kept so that the trail is not lost.
    public struct Correction: Sendable {
        /// What the correction did.
        public enum Kind: String, CaseIterable, Sendable {
            /// The row was added by a correction (#RTRANS); the voucher's rows hold it already.
            case added
            /// The row was struck (#BTRANS).
            case struck
        }

        /// What the correction did.
        public var kind: Kind

        /// The row, with the correction's own date and signature.
        public var row: Row

        /// Describes a correction.
        public init(kind: Kind, row: Row) {
            self.kind = kind
            self.row = row
        }
    }

    /// The series, empty when the source gives none.
    public var series: Text = .empty

    /// The number as written, empty when the source gives none.
    public var number: Text = .empty

    /// The voucher's date, which decides month and balances (STORE 3.7).
    public var date: Day

    /// The voucher's text.
    public var text: Text = .empty

    /// When the voucher was entered in its own system.
    public var registeredOn: Day?

    /// Who entered the voucher.
    public var signature: Text = .empty

    /// The line in the source, from one.
    public var line = 0

    /// The rows, in order; they alone are the voucher.
    public var rows: [Row] = []

    /// The correction history, in order.
    public var corrections: [Correction] = []

    /// The bytes that every `Text` points into.
    public private(set) var storage: [UInt8] = []

    /// Makes an empty draft to fill in.
    public init(date: Day) { self.date = date }

    /// Empties the draft for the next voucher and keeps its memory.
    public mutating func reset(date: Day) {
        self.date = date
        series = .empty
        number = .empty
        text = .empty
        registeredOn = nil
        signature = .empty
        line = 0
        rows.removeAll(keepingCapacity: true)
        corrections.removeAll(keepingCapacity: true)
        storage.removeAll(keepingCapacity: true)
    }

    /// Keeps UTF-8 bytes in the storage and says where they lie.
    public mutating func keep(_ bytes: some Collection<UInt8>) -> Text {
        guard !bytes.isEmpty else { return .empty }
        let start = storage.count
        storage.append(contentsOf: bytes)
        return Text(start: start, count: storage.count - start)
    }

    /// Keeps bytes that `fill` appends to the storage and says where they lie.
    public mutating func keep(_ fill: (inout [UInt8]) -> Void) -> Text {
        let start = storage.count
        fill(&storage)
        precondition(storage.count >= start, "fill only appends")
        guard storage.count > start else { return .empty }
        return Text(start: start, count: storage.count - start)
    }

    /// The text as a string; malformed UTF-8 is repaired.
    public func string(_ text: Text) -> String {
        String(decoding: storage[text.start..<text.start + text.count], as: UTF8.self)
    }

    /// The sum of the rows in öre, zero in a balanced voucher; wide, since rows are outside data.
    public var sumOre: Int128 { rows.reduce(0) { $0 + Int128($1.amount.ore) } }
}
