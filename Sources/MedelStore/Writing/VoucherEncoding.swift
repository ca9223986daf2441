import MedelCore

/// The bytes that a voucher's two hashes are taken of.
///
/// The content hash tells whether two exports hold the same voucher. The row hash covers every
/// stored field of the voucher and, after them, of each of its postings in order.
///
/// Source: STORE 2.2 and 3.2.
enum VoucherEncoding {
    /// The columns of a voucher that do not stand in its draft.
    struct Placement {
        var importedFile: Int64
        var fiscalYear: Int64
        var occurrence: Int
        /// YYYYMM, or zero while the voucher waits for a month.
        var period: Int
        /// Whether it differs from a taken one and counts only after it has been accepted.
        var isProposed: Bool
    }

    /// The columns of a posting after id and voucher; in the hash, account and objects stand in
    /// the place of the coding's id.
    static let postingColumns = [
        "coding", "month", "amountOre", "date", "text", "quantity", "signature", "line",
    ]

    /// Appends what two exports of one voucher share: not line, registration date or signature.
    static func appendContent(
        of draft: borrowing VoucherDraft,
        codings: [[UInt8]],
        to encoder: inout RowEncoder
    ) {
        encoder.append(Int(draft.date.number))
        encoder.append(draft.rows.count)
        draft.storage.withUnsafeBytes { storage in
            encoder.append(text: storage[of: draft.text])
            for row in draft.rows {
                encoder.append(encoded: codings[row.coding.value])
                encoder.append(row.amount.ore)
                encoder.append(Int((row.date ?? draft.date).number))
                encoder.append(text: storage[of: row.text])
                encoder.append(text: storage[of: row.quantity])
            }
        }
    }

    /// Appends the rows as they are stored, in order.
    static func appendRows(
        of draft: borrowing VoucherDraft,
        storage: UnsafeRawBufferPointer,
        month: Int,
        codings: [[UInt8]],
        to encoder: inout RowEncoder
    ) {
        for row in draft.rows {
            encoder.append(encoded: codings[row.coding.value])
            encoder.append(month)
            encoder.append(row.amount.ore)
            if let date = row.date {
                encoder.append(date.description)
            } else {
                encoder.appendNull()
            }
            encoder.append(textOrNull: storage[of: row.text])
            encoder.append(textOrNull: storage[of: row.quantity])
            encoder.append(textOrNull: storage[of: row.signature])
            encoder.append(row.line)
        }
    }
}

extension UnsafeRawBufferPointer {
    /// The bytes of a text in a draft's storage.
    subscript(of text: VoucherDraft.Text) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: self[text.start..<text.start + text.count])
    }
}
