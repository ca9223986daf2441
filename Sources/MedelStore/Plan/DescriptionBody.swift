import Foundation
import MedelCore

/// What a row of the table `description` describes; the raw value stands in rows for ever.
enum DescriptionKind: String, CaseIterable {
    case profile
    case areaBudgets
    case contribution
    case recipient
    case insats
    case budget
    case decision
    case openingPosition
    case fundingSource
    case associationBudget
    case template
    case eligibilityRule
    case costCategory
}

/// The form in which one described thing is kept, as JSON with sorted keys.
///
/// Amounts are whole öre, days and months ISO texts, codes as people wrote them. A field that is
/// nil is left out. The form has a number inside, so that a later program knows an earlier form.
///
/// Source: STORE 2.1.
protocol DescriptionBody: Codable {
    /// What is described.
    associatedtype Value: Hashable

    /// What kind of thing it is.
    static var kind: DescriptionKind { get }

    /// The form's number, `DescriptionForm.current` in what is written now.
    var schema: Int { get }

    /// Puts a thing in its form.
    init(_ value: Value)

    /// The thing again; nil when a field is not what this form says.
    var value: Value? { get }

    /// By what a thing is the same thing in its next version.
    static func code(of value: Value) -> String
}

/// The form of bodies written now.
enum DescriptionForm {
    /// The number that stands in each body.
    static let current = 1
}

extension DescriptionBody {
    /// The text that is kept and hashed.
    static func text(of value: Value) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(Self(value)), as: UTF8.self)
    }

    /// Reads a text that was kept.
    ///
    /// - Returns: nil when it is not of this form.
    static func read(_ text: String) -> Value? {
        let body = try? JSONDecoder().decode(Self.self, from: Data(text.utf8))
        guard let body, body.schema == DescriptionForm.current else { return nil }
        return body.value
    }
}

extension Sequence {
    /// Every element turned into another; nil when one cannot be.
    func mapAll<Value>(_ turn: (Element) -> Value?) -> [Value]? {
        var values: [Value] = []
        for element in self {
            guard let value = turn(element) else { return nil }
            values.append(value)
        }
        return values
    }
}

/// Months as a body holds them.
struct MonthsBody: Codable {
    let from: String
    let through: String

    init(_ months: MonthRange) {
        from = months.first.description
        through = months.last.description
    }

    var value: MonthRange? {
        guard let first = Month(iso: from), let last = Month(iso: through) else { return nil }
        return MonthRange(from: first, through: last)
    }
}

/// A remark as a body holds it.
struct NoteBody: Codable {
    let kind: String
    let text: String

    init(_ note: SourceNote) {
        kind = note.kind.rawValue
        text = note.text
    }

    var value: SourceNote? { SourceNote.Kind(rawValue: kind).map { SourceNote($0, text) } }
}

/// An optional field: absent stays nil, and a text that cannot be read is told apart from it.
enum Field<Value> {
    case read(Value?)
    case broken

    /// Reads what is kept if there is anything.
    init<Kept>(_ text: Kept?, _ read: (Kept) -> Value?) {
        guard let text else {
            self = .read(nil)
            return
        }
        self = read(text).map { .read($0) } ?? .broken
    }
}

/// An amount as a body holds it.
func amount(_ ore: Int64) -> Money? { try? Money(ore: ore) }
