import GRDB
public import MedelCore

extension MappingRule {
    static func fetchAll(book: Int64, in database: Database) throws -> [MappingRule] {
        try Row.fetchAll(
            database,
            sql: """
                SELECT id, accountPrefix, dimension, object, firstMonth, lastMonth, priority,
                    target, category
                FROM mappingRule WHERE book = ?
                AND id NOT IN (SELECT mappingRule FROM mappingRuleEnd) ORDER BY id
                """,
            arguments: [book]
        ).map { row in
            guard let target = MappingTarget(row[7] as String) else {
                throw LedgerError.damaged(path: "", detail: "mappingRule \(row[0] as Int64)")
            }
            return MappingRule(
                id: ID(row[0]),
                accountPrefix: row[1],
                object: (row[2] as Int?).map { dimension in
                    ObjectReference(dimension: dimension, code: row[3])
                },
                from: (row[4] as Int?).flatMap { Month(number: $0) },
                through: (row[5] as Int?).flatMap { Month(number: $0) },
                priority: row[6],
                target: target,
                category: (row[8] as String?).flatMap { CostCategoryCode($0) }
            )
        }
    }

    /// Adds the rule under an identity that the ledger gives.
    func insert(into book: Int64, _ facts: FactWriter) throws -> Int64 {
        try facts.insert(
            .mappingRule,
            [
                .integer(book), .text(accountPrefix), .optional(object?.dimension),
                .optional(object?.code), .month(first), .month(last), .integer(priority),
                .text(target.description), .optional(category?.text),
            ]
        )
    }
}

extension Ledger {
    /// The mapping rules of a book that hold now, oldest first.
    public func mappingRules(of book: BookRecord) throws -> [MappingRule] {
        try read { try MappingRule.fetchAll(book: book.id, in: $0) }
    }

    /// Whether the plan has an insats, or a rule of some book that holds now leads to it.
    public func knows(_ insats: InsatsCode) throws -> Bool {
        try read { database in
            if try Self.plan(in: database).insatser.contains(where: { $0.code == insats }) {
                return true
            }
            return try Bool.fetchOne(
                database,
                sql: """
                    SELECT EXISTS (SELECT 1 FROM mappingRule WHERE target = ?
                    AND id NOT IN (SELECT mappingRule FROM mappingRuleEnd))
                    """,
                arguments: [MappingTarget.insats(insats).description]
            ) ?? false
        }
    }

    /// Adds a mapping rule; its own identity is given by the ledger.
    ///
    /// - Throws: `LedgerError.monthNotOpen` when it would move an amount in a closed month;
    ///   `.notFound` when the association has a catalogue without the rule's kostnadsslag.
    public func add(
        _ rule: MappingRule,
        to book: BookRecord,
        _ operation: Operation
    ) throws -> Outcome<MappingRule.ID> {
        try record(operation) { facts in
            let catalogue = try Self.values(CostCategoryBody.self, in: facts.database)
            if let category = rule.category, !catalogue.isEmpty,
                !catalogue.contains(where: { $0.code == category })
            {
                throw LedgerError.notFound(.costCategory, name: category.text)
            }
            let before = try Mapping(MappingRule.fetchAll(book: book.id, in: facts.database))
            let id = try rule.insert(into: book.id, facts)
            try Self.refuseMoveInShutMonth(of: book.id, before: before, in: facts.database)
            return MappingRule.ID(id)
        }
    }

    /// Ends a mapping rule.
    ///
    /// - Throws: `LedgerError.notFound`; `.monthNotOpen` as for adding.
    public func end(
        _ rule: MappingRule.ID,
        of book: BookRecord,
        _ operation: Operation
    ) throws -> ChainHead {
        let outcome = try record(operation) { facts in
            let rules = try MappingRule.fetchAll(book: book.id, in: facts.database)
            guard rules.contains(where: { $0.id == rule }) else {
                throw LedgerError.notFound(.mappingRule, name: String(rule.number))
            }
            try facts.insert(.mappingRuleEnd, [.integer(rule.number)])
            try Self.refuseMoveInShutMonth(
                of: book.id,
                before: Mapping(rules),
                in: facts.database
            )
        }
        guard case .recorded(_, let head) = outcome else {
            preconditionFailure("an ended rule is a fact")
        }
        return head
    }

    /// Refuses what would move postings in a closed month, those that sum to zero as well: the
    /// balance of a coding is there as soon as it has a posting.
    ///
    /// Source: STORE 3.1.
    static func refuseMoveInShutMonth(
        of book: Int64,
        before: Mapping,
        in database: Database
    ) throws {
        let after = try Mapping(MappingRule.fetchAll(book: book, in: database))
        let lock = try lock(of: book, in: database)
        for month in lock.shutMonths {
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT account, objects FROM balance
                    JOIN coding ON coding.id = balance.coding
                    WHERE coding.book = ? AND month = ?
                    """,
                arguments: [book, month.number]
            )
            for row in rows {
                guard let coding = Coding(account: row[0], objectText: row[1]) else { continue }
                let old = before.rule(for: coding, in: month)
                let new = after.rule(for: coding, in: month)
                guard old?.target == new?.target, old?.category == new?.category else {
                    throw LedgerError.monthNotOpen
                }
            }
        }
    }
}
