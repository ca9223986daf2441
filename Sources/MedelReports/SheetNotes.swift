import MedelCore
import MedelDocument

/// Remarks gathered in order, each text once.
struct SheetNotes {
    private(set) var notes: [Note] = []
    private var texts: Set<String> = []

    /// Adds a remark, unless it is there.
    mutating func add(_ text: String) {
        if !text.isEmpty, texts.insert(text).inserted { notes.append(Note(text)) }
    }

    /// Adds why measures are missing that nothing has been registered for.
    mutating func addAbsences(_ lines: some Sequence<OverviewLine>) {
        var missing: Set<Measure> = []
        for line in lines {
            for measure in Measure.allCases {
                if case .noSource = line[measure].notes.first { missing.insert(measure) }
            }
        }
        for measure in Measure.allCases where missing.contains(measure) {
            add(MeasureNote.noSource(measure).text)
        }
    }

    /// Adds what the plan says of its sources.
    ///
    /// - Parameters:
    ///   - sources: the remarks.
    ///   - subject: what they are about; empty when that is clear.
    ///   - kinds: the kinds that are wanted.
    mutating func add(
        _ sources: [SourceNote],
        about subject: String = "",
        kinds: Set<SourceNote.Kind> = Set(SourceNote.Kind.allCases)
    ) {
        let prefix = subject.isEmpty ? "" : subject + ": "
        for note in sources where kinds.contains(note.kind) {
            switch note.kind {
            case .assumed: add(prefix + "Antagande: " + note.text)
            case .source: add(prefix + "Källa: " + note.text)
            case .remark: add(prefix + note.text)
            }
        }
    }

    /// Adds what the books have that has no place in the sheet.
    mutating func addUnplaced(_ overview: Overview) throws(MoneyError) {
        for (code, amount) in try overview.unknownInsatser() {
            add(
                "Bokföringen har \(kronor(amount)) på insatsen \(code.text), som inte finns i "
                    + "planen; beloppet ingår inte."
            )
        }
        let year = overview.year
        for book in overview.booksWithUnmapped(year: year) {
            let (costs, income) = try overview.unmapped(book, year: year)
            add(
                "Utan koppling i \(name(of: book)) \(year): kostnader \(kronor(costs)), intäkter "
                    + "\(kronor(income)). Beloppen ingår inte i tabellen."
            )
        }
    }

    private func name(of book: BookReference) -> String {
        switch book {
        case .association: "förbundets bok"
        case .owner(let code): "boken \(code.text)"
        }
    }
}

/// An amount in running text.
func kronor(_ amount: Money) -> String { AmountText.kronorAndOre.text(amount) + "\u{A0}kr" }

/// A share of an amount in whole percent, such as `39 %`; empty when there is no such share.
func percent(_ part: Money, of whole: Money) -> String {
    guard let points = part.basisPoints(of: whole, rounding: .halfAwayFromZero) else { return "" }
    let whole = (points.magnitude + 50) / 100
    return (points < 0 && whole > 0 ? "\u{2212}" : "") + "\(whole)\u{A0}%"
}

/// Months as a sheet shows them.
func text(_ months: MonthRange?) -> String {
    months.map { "\($0.first) – \($0.last)" } ?? ""
}

extension Heading {
    /// What stands above a sheet of all that the ledger has, whatever its day.
    init(wholeLedger title: String, _ snapshot: Snapshot, scope: [String] = []) {
        self.init(
            title: title,
            association: snapshot.association,
            scope: scope,
            asOf: nil,
            ledgerVersion: snapshot.ledgerVersion,
            head: snapshot.head,
            created: snapshot.created
        )
    }

    /// What stands above a sheet that is made from a snapshot.
    init(_ title: String, _ snapshot: Snapshot, scope: [String] = []) {
        self.init(
            title: title,
            association: snapshot.association,
            scope: scope,
            asOf: snapshot.asOf,
            ledgerVersion: snapshot.ledgerVersion,
            head: snapshot.head,
            created: snapshot.created
        )
    }
}

extension Table {
    /// Whether any amount is known.
    var hasAmounts: Bool {
        rows.contains { row in
            row.row.cells.contains { cell in
                if case .amount(.some) = cell { true } else { false }
            }
        }
    }
}
