import ArgumentParser
import MedelCore
import MedelStore

extension BookCommand {
    struct Map: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Map postings to an insats or an area.",
            discussion: """
                Example:
                  medel book map --ledger kalmar.medel --book association --account 4 \\
                    --object 6:KRUS --target insats:KRUS
                """
        )

        @OptionGroup var options: Options

        @Option(name: .long, help: "Accounts that begin so; else every account.")
        var account = ""

        @Option(name: .long, help: "An object that the posting must have, dimension:code.")
        var object: ObjectReference?

        @Option(name: .long, help: "The first month, 2025-01; else always before.")
        var from: Month?

        @Option(name: .long, help: "The last month; else always after.")
        var to: Month?

        @Option(name: .long, help: "Higher wins over lower.")
        var priority = 0

        @Option(
            name: .long,
            help: "insats:CODE or area:board|administration|audit|unallocated|income."
        )
        var target: MappingTarget

        @Option(name: .long, help: "The cost category.")
        var category: CostCategoryCode?

        func validate() throws {
            if let from, let to, from > to {
                throw ValidationError("--from is later than --to.")
            }
        }

        func run() throws {
            let (ledger, book) = try options.open(for: .write)
            let rule = MappingRule(
                id: MappingRule.ID(0),
                accountPrefix: account,
                object: object,
                from: from,
                through: to,
                priority: priority,
                target: target,
                category: category
            )
            let operation = try options.operation(.addMappingRule, "\(target)", in: ledger)
            guard case .recorded(let id, let head) = try ledger.add(rule, to: book, operation)
            else { return }
            print("Mappningsregel \(id.number) gäller. Version \(head.ledgerVersion).")
        }
    }

    struct Unmap: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "End a mapping rule.",
            discussion: """
                Example:
                  medel book unmap 3 --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        @Argument(help: "The rule's number.")
        var rule: Int64

        func run() throws {
            let (ledger, book) = try options.open(for: .write)
            let operation = try options.operation(.endMappingRule, "regel \(rule)", in: ledger)
            let head = try ledger.end(MappingRule.ID(rule), of: book, operation)
            print("Mappningsregel \(rule) är avslutad. Version \(head.ledgerVersion).")
        }
    }

    struct Mappings: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List mapping rules, those that win first.",
            discussion: """
                Example:
                  medel book mappings --ledger kalmar.medel --book association
                """
        )

        @OptionGroup var options: Options

        func run() throws {
            let (ledger, book) = try options.open(for: .read)
            let rules = try Mapping(ledger.mappingRules(of: book)).rules
            if rules.isEmpty { print("Boken har inga mappningsregler; allt är utan koppling.") }
            for rule in rules {
                let object = rule.object.map { " \($0.dimension):\($0.code)" } ?? ""
                let account = rule.accountPrefix.isEmpty ? "alla" : rule.accountPrefix + "…"
                let category = rule.category.map { " \($0)" } ?? ""
                let months =
                    switch (rule.first, rule.last) {
                    case (nil, nil): ""
                    case (let from?, nil): " från \(from)"
                    case (nil, let through?): " till \(through)"
                    case (let from?, let through?): " \(from)–\(through)"
                    }
                let priority = rule.priority == 0 ? "" : " prioritet \(rule.priority)"
                print(
                    "\(rule.id.number). konto \(account)\(object)\(months) → \(rule.target)"
                        + category + priority
                )
            }
        }
    }
}
