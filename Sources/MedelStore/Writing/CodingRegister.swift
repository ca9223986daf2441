import GRDB
import MedelCore

/// The codings of one book and their ids; new ones are added as facts.
final class CodingRegister {
    private let facts: FactWriter
    private let book: Int64
    private var ids: [Coding: Int64] = [:]

    init(facts: FactWriter, book: Int64) throws {
        self.facts = facts
        self.book = book
        let rows = try Row.fetchCursor(
            facts.database,
            sql: "SELECT id, account, objects FROM coding WHERE book = ?",
            arguments: [book]
        )
        while let row = try rows.next() {
            guard let coding = Coding(account: row[1], objectText: row[2]) else { continue }
            ids[coding] = row[0]
        }
    }

    /// The codings in no order.
    var codings: [Coding] { Array(ids.keys) }

    func id(of coding: Coding) throws -> Int64 {
        if let id = ids[coding] { return id }
        let id = try facts.insert(
            .coding,
            [.integer(book), .text(coding.account.text), .text(coding.objectText)]
        )
        ids[coding] = id
        return id
    }
}

extension Coding {
    /// The objects as one text: `1=010;6=P12`, a backslash before `\`, `;` and `=` in a code.
    var objectText: String {
        objects.map { object in
            var escaped = ""
            for character in object.code.unicodeScalars {
                if character == "\\" || character == ";" || character == "=" { escaped += "\\" }
                escaped.unicodeScalars.append(character)
            }
            return "\(object.dimension)=\(escaped)"
        }.joined(separator: ";")
    }

    /// Reads an account and the form of `objectText`.
    ///
    /// - Returns: nil for any other form.
    init?(account: String, objectText: String) {
        guard let account = AccountNumber(account) else { return nil }
        var objects: [ObjectReference] = []
        var dimension: Int?
        var field = ""
        var isEscaped = false
        for character in objectText.unicodeScalars {
            if isEscaped || (character != "\\" && character != ";" && character != "=") {
                field.unicodeScalars.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "=" {
                guard dimension == nil, let number = Int(field) else { return nil }
                dimension = number
                field = ""
            } else {
                guard let number = dimension else { return nil }
                objects.append(ObjectReference(dimension: number, code: field))
                dimension = nil
                field = ""
            }
        }
        guard !isEscaped else { return nil }
        if let dimension {
            objects.append(ObjectReference(dimension: dimension, code: field))
        } else if !objectText.isEmpty {
            return nil
        }
        self.init(account: account, objects: objects)
    }
}
