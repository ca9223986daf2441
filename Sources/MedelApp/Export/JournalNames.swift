import MedelCore
import MedelStore

/// Names as an hledger journal can hold them.
struct JournalNames {
    private let names: BookNames

    init(_ names: BookNames) { self.names = names }

    /// An account under its class: `Tillgångar:1930 Bank`.
    func account(_ number: AccountNumber) -> String {
        let name = Self.part(names.account(number) ?? "")
        let leaf = Self.part(number.text) + (name.isEmpty ? "" : " " + name)
        return group(of: number) + ":" + leaf
    }

    private func group(of number: AccountNumber) -> String {
        switch AccountClass(of: number, declared: names.kinds[number.text]) {
        case .asset: "Tillgångar"
        case .liability: "Skulder och eget kapital"
        case .income: "Intäkter"
        case .cost: "Kostnader"
        case .otherResult: "Övriga intäkter och kostnader"
        case nil: "Oklassade konton"
        }
    }

    /// The name of a voucher in a transaction's code, where a closing parenthesis would end it.
    static func code(_ key: VoucherKey) -> String {
        plain(key.description).replacing("(", with: "[").replacing(")", with: "]")
    }

    /// A text on one line without what would begin a comment or, as two spaces, end a name.
    static func plain(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            let isBlank = character.properties.isWhitespace || character.value < 0x20
            if isBlank || character == ";" || character == "|" {
                if !result.isEmpty, result.last != " " {
                    result += character == ";" || character == "|" ? ", " : " "
                }
            } else {
                result.unicodeScalars.append(character)
            }
        }
        while result.last == " " { result.removeLast() }
        return result
    }

    /// A part of an account's name, in which a colon would begin a sub-account.
    private static func part(_ text: String) -> String {
        plain(text).replacing(":", with: "∶")
    }
}
