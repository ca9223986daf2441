import MedelCore
import MedelDocument

/// The columns of the overview line for one scope, and what a line puts in them.
struct LineColumns {
    /// What stands before each key, such as `calendar.2025.`; empty for a sheet of one scope.
    let prefix: String

    /// What stands beside the line, in order.
    var extras: [Extra] = Extra.allCases

    /// A column beside the line.
    enum Extra: String, CaseIterable {
        case unspent
        case difference
        case booked

        fileprivate var title: String {
            switch self {
            case .unspent: Measure.unspent.title
            case .difference: "Budget − upparbetat"
            case .booked: "Bokfört hos förbundet"
            }
        }
    }

    /// The measures of the line, then what stands beside it.
    var columns: [Column] {
        Measure.line.map { column($0.rawValue, $0.title) }
            + extras.map { column($0.rawValue, $0.title) }
    }

    /// The key of the budget less what is incurred.
    var difference: String { prefix + Extra.difference.rawValue }

    /// The keys of the columns where less than nothing is a warning.
    var warnedKeys: Set<String> {
        [
            key(.unspent), key(.remaining), key(.deviation), difference,
        ]
    }

    /// The key of a measure's column.
    func key(_ measure: Measure) -> String { prefix + measure.rawValue }

    /// The cells of a line, in the columns' order.
    func cells(_ line: OverviewLine) throws(MoneyError) -> [Cell] {
        var cells = Measure.line.map { cell(line[$0]) }
        for extra in extras {
            switch extra {
            case .unspent: cells.append(cell(line[.unspent]))
            case .difference:
                cells.append(cell(try .difference(line[.budget], minus: line[.incurred])))
            case .booked: cells.append(cell(line.booked))
            }
        }
        return cells
    }

    /// The cells of the sum of lines: each column the sum of its own, so that a difference which is
    /// not known makes their sum unknown.
    func cells(sumOf lines: [OverviewLine]) throws(MoneyError) -> [Cell] {
        var cells = try cells(OverviewLine.sum(lines))
        guard let place = extras.firstIndex(of: .difference) else { return cells }
        var differences: [Figure] = []
        for line in lines {
            differences.append(try .difference(line[.budget], minus: line[.incurred]))
        }
        cells[Measure.line.count + place] = cell(try Figure.sum(differences))
        return cells
    }

    /// What follows from other cells of a line's row.
    func formulas(_ line: OverviewLine) -> [String: Formula] {
        var formulas: [String: Formula] = [:]
        if extras.contains(.difference) {
            formulas[difference] = .difference(of: key(.budget), minus: key(.incurred))
        }
        if line[.granted] != .notApplicable {
            formulas[key(.unspent)] = .difference(of: key(.granted), minus: key(.incurred))
        }
        return formulas
    }

    private func column(_ name: String, _ title: String) -> Column {
        Column(key: prefix + name, title: title, kind: .amount, width: 11)
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
