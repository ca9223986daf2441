import Foundation
import GRDB
import MedelCore

/// A value of a fact row as SQLite stores it.
enum FactValue {
    case integer(Int64)
    case text(String)
    case blob([UInt8])
    case null

    static func integer(_ value: Int) -> FactValue { .integer(Int64(value)) }

    static func optional(_ value: Int64?) -> FactValue { value.map(FactValue.integer) ?? .null }

    static func optional(_ value: Int?) -> FactValue { optional(value.map(Int64.init)) }

    static func optional(_ value: String?) -> FactValue { value.map(FactValue.text) ?? .null }

    /// A date as ISO text.
    static func day(_ day: Day?) -> FactValue { optional(day?.description) }

    /// A month as YYYYMM; nil is kept as null.
    static func month(_ month: Month?) -> FactValue { optional(month?.number) }

    var databaseValue: DatabaseValue {
        switch self {
        case .integer(let value): value.databaseValue
        case .text(let value): value.databaseValue
        case .blob(let value): Data(value).databaseValue
        case .null: .null
        }
    }

    /// The value as the database gives it back.
    var storable: FactValue {
        if case .text(let text) = self { .text(text.storable) } else { self }
    }

    func encode(into encoder: inout RowEncoder) {
        switch self {
        case .integer(let value): encoder.append(value)
        case .text(let value): encoder.append(value)
        case .blob(let value): encoder.append(blob: value)
        case .null: encoder.appendNull()
        }
    }
}

extension String {
    /// The text with U+FFFD for each zero byte, at which SQLite would end it.
    var storable: String {
        utf8.contains(0)
            ? String(String.UnicodeScalarView(unicodeScalars.map { $0 == "\0" ? "\u{FFFD}" : $0 }))
            : self
    }
}
