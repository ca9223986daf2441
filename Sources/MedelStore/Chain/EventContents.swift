/// Which rows an event added: first id and count for each table.
struct EventContents: Equatable {
    struct Entry: Equatable {
        let table: FactTable
        let firstID: Int64
        let count: Int64

        /// The ids of the rows.
        var ids: Range<Int64> { firstID..<firstID + count }
    }

    /// In order of table number.
    let entries: [Entry]

    init(_ entries: [Entry]) { self.entries = entries }

    /// Reads `2:1:1 13:1:334000`, table number, first id and count.
    ///
    /// - Returns: nil for any other form, an unknown table or ids that cannot be.
    init?(_ text: String) {
        var entries: [Entry] = []
        for part in text.split(separator: " ") {
            let fields = part.split(separator: ":").map { Int64($0) }
            guard fields.count == 3, let number = fields[0], let first = fields[1],
                let count = fields[2], let table = FactTable(rawValue: Int(number)),
                first > 0, count > 0, count < Int64.max - first
            else { return nil }
            entries.append(Entry(table: table, firstID: first, count: count))
        }
        guard entries.map(\.table.rawValue) == entries.map(\.table.rawValue).sorted(),
            EventContents(entries).text == text
        else { return nil }
        self.entries = entries
    }

    /// The form that is stored and hashed.
    var text: String {
        entries.map { "\($0.table.rawValue):\($0.firstID):\($0.count)" }.joined(separator: " ")
    }

    func count(in table: FactTable) -> Int64 {
        entries.first { $0.table == table }?.count ?? 0
    }
}

/// The digest over an event's rows: per table its number, the number of rows and the digest of
/// their hashes in order of id.
///
/// Source: STORE 2.2, in two steps so that the rows of several tables may be written mixed.
func rowsDigest(_ tables: [(table: FactTable, count: Int64, digest: Digest)]) -> Digest {
    var encoder = RowEncoder()
    for entry in tables {
        encoder.append(entry.table.rawValue)
        encoder.append(entry.count)
        encoder.append(blob: entry.digest.bytes)
    }
    return encoder.digest
}
