import GRDB
import MedelCore

/// The codings of a book with their ids, and the rules that map them.
struct BookCodings: Sendable {
    private let codings: [Int64: Coding]
    private let mapping: Mapping
    private let names: BookNames

    init(book: Int64, database: Database) throws {
        var codings: [Int64: Coding] = [:]
        let rows = try Row.fetchCursor(
            database,
            sql: "SELECT id, account, objects FROM coding WHERE book = ?",
            arguments: [book]
        )
        while let row = try rows.next() {
            guard let coding = Coding(account: row[1], objectText: row[2]) else {
                throw LedgerError.damaged(path: "", detail: "coding \(row[0] as Int64)")
            }
            codings[row[0]] = coding
        }
        self.codings = codings
        mapping = try Mapping(MappingRule.fetchAll(book: book, in: database))
        names = try BookNames(book: book, database: database)
    }

    subscript(id: Int64) -> Coding? { codings[id] }

    /// The codings that a selection takes in a month.
    ///
    /// - Parameters:
    ///   - query: the selection.
    ///   - month: nil for postings that wait for a month; no rule maps those.
    /// - Returns: the codings' ids, in no order.
    func ids(_ query: PostingQuery, in month: Month?) -> [Int64] {
        codings.filter { _, coding in
            guard query.takes(coding.account) else { return false }
            return switch query.place {
            case .any: true
            case .target(let wanted): place(of: coding, in: month)?.target == wanted
            case .unmapped: month.map { isUnmapped(coding, in: $0) } ?? false
            }
        }.map(\.key)
    }

    /// Where a coding goes in a month.
    ///
    /// - Returns: nil for a balance account, and for what waits for a month.
    func place(of coding: Coding, in month: Month?) -> MappedBalance.Place? {
        guard let month, !isBalance(coding) else { return nil }
        guard let rule = mapping.rule(for: coding, in: month) else {
            return .unmapped(coding.account)
        }
        return .mapped(rule.target, rule.category)
    }

    /// Whether a coding's account belongs to the balance sheet.
    func isBalance(_ coding: Coding) -> Bool { names.isBalance(coding.account) }

    /// The rules that take a coding in some month, those that win first.
    func rules(for coding: Coding) -> [MappingRule] { mapping.rules(for: coding) }

    /// Whether a coding should be mapped in a month and no rule takes it: balance accounts are not
    /// mapped, and what waits for a month has none to be mapped in.
    func isUnmapped(_ coding: Coding, in month: Month) -> Bool {
        !names.isBalance(coding.account) && mapping.rule(for: coding, in: month) == nil
    }
}

extension MappedBalance.Place {
    /// What a rule takes it to; nil when no rule does.
    fileprivate var target: MappingTarget? {
        if case .mapped(let target, _) = self { target } else { nil }
    }
}
