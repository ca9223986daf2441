import MedelCore
import MedelDocument

/// The columns of the overview line for one scope, and what a line puts in them.
struct LineColumns {
    /// What stands before each key, such as `calendar.2025.`; empty for a sheet of one scope.
    let prefix: String

    /// The measures of the line, then what stands beside it.
    var columns: [Column] {
        Measure.line.map(column)
            + [
                column(.unspent),
                Column(
                    key: prefix + "difference",
                    title: "Budget − upparbetat",
                    kind: .amount,
                    width: 11
                ),
                Column(
                    key: prefix + "booked",
                    title: "Bokfört hos förbundet",
                    kind: .amount,
                    width: 11
                ),
            ]
    }

    /// The keys of the columns where less than nothing is a warning.
    var warnedKeys: Set<String> {
        [
            key(.unspent), key(.remaining), key(.deviation), prefix + "difference",
        ]
    }

    /// The key of a measure's column.
    func key(_ measure: Measure) -> String { prefix + measure.rawValue }

    /// The cells of a line, in the columns' order.
    func cells(_ line: OverviewLine) throws(MoneyError) -> [Cell] {
        let difference = try Figure.difference(line[.budget], minus: line[.incurred])
        return Measure.line.map { cell(line[$0]) }
            + [cell(line[.unspent]), cell(difference), cell(line.booked)]
    }

    /// What follows from other cells of a line's row.
    func formulas(_ line: OverviewLine) -> [String: Formula] {
        var formulas = [
            prefix + "difference": Formula.difference(
                of: key(.budget),
                minus: key(.incurred)
            )
        ]
        if line[.granted] != .notApplicable {
            formulas[key(.unspent)] = .difference(of: key(.granted), minus: key(.incurred))
        }
        return formulas
    }

    private func column(_ measure: Measure) -> Column {
        Column(key: key(measure), title: measure.title, kind: .amount, width: 11)
    }
}

/// What a figure puts in a cell.
func cell(_ figure: Figure) -> Cell {
    switch figure.value {
    case .known(let amount): .amount(amount)
    case .unknown: .amount(nil)
    case .notApplicable: .empty
    }
}

/// Text in a cell; nothing when there is none.
func cell(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }

/// The meaning of the terms that the sheets use, in the order of the columns.
let sheetDefinitions =
    Measure.allCases.map { Definition($0.title, $0.definition) } + [
        Definition(
            "Budget − upparbetat",
            "Budgeten minus det upparbetade hittills; negativt när kostnaden har passerat budgeten."
        ),
        Definition(
            "Bokfört hos förbundet",
            "Vad förbundets egen bok har på insatser som bedrivs av mottagare. Visas bredvid "
                + "och läggs aldrig till upparbetat, eftersom samma kostnad då skulle räknas två "
                + "gånger."
        ),
    ]
