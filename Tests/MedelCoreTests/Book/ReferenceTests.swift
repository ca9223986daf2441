import MedelCore
import Testing

struct BookReferenceTests {
    @Test(arguments: ["association", "owner:OSKARSHAMN", "owner:Jönköping-1", "owner:a.b_c"])
    func `a book is named and read the same way`(_ text: String) throws {
        #expect(try #require(BookReference(text)).description == text)
    }

    @Test(arguments: [
        "", "owner", "owner:", "owner: A", "Association", "association ", "owner:A B", "owner:../x",
        "owner:a/b", "owner:.hidden", "owner:a:b", "other:A", "owner:\u{7}",
    ])
    func `other forms name no book`(_ text: String) {
        #expect(BookReference(text) == nil)
    }

    @Test func `the association's own book comes first`() throws {
        let books = try ["owner:B", "association", "owner:A"].map {
            try #require(BookReference($0))
        }
        #expect(books.sorted().map(\.description) == ["association", "owner:A", "owner:B"])
    }
}

struct CodeTests {
    @Test func `a code has at most 64 bytes and is never empty`() {
        #expect(InsatsCode(String(repeating: "a", count: 64)) != nil)
        #expect(InsatsCode(String(repeating: "a", count: 65)) == nil)
        #expect(InsatsCode(String(repeating: "å", count: 32)) != nil)
        #expect(InsatsCode(String(repeating: "å", count: 33)) == nil)
        #expect(InsatsCode("") == nil)
        #expect(InsatsCode("VÄGKNUTEN-2.0")?.description == "VÄGKNUTEN-2.0")
    }

    @Test(arguments: ["LON", "PO", "EXTERN_TJANST", "INTAKT_FORBUND", "A1"])
    func `a category code is capitals, digits and underscores`(_ text: String) {
        #expect(CostCategoryCode(text)?.description == text)
    }

    @Test(arguments: [
        "", "lon", "LÖN", "1A", "_A", "A B", "A-B", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456",
    ])
    func `other forms are no category code`(_ text: String) {
        #expect(CostCategoryCode(text) == nil)
    }

    @Test func `a mapping target is named and read the same way`() throws {
        for area in BudgetArea.allCases {
            #expect(MappingTarget("area:\(area.rawValue)") == .area(area))
        }
        #expect(
            BudgetArea.allCases.map(\.rawValue) == [
                "board", "administration", "audit", "unallocated", "income",
            ]
        )
        let krus = try #require(InsatsCode("KRUS"))
        #expect(MappingTarget("insats:KRUS") == .insats(krus))
        #expect(MappingTarget.insats(krus).description == "insats:KRUS")
        for text in ["", "KRUS", "insats:", "area:", "area:Board", "insats:a b", "board"] {
            #expect(MappingTarget(text) == nil)
        }
        let targets = [MappingTarget.area(.audit), .area(.board), .insats(krus)]
        #expect(targets.sorted() == [.insats(krus), .area(.board), .area(.audit)])
    }
}

struct AccountClassTests {
    struct Case: Sendable {
        let account: String
        var declared: String?
        let expected: AccountClass?
    }

    @Test(arguments: [
        Case(account: "1930", expected: .asset),
        Case(account: "2", expected: .liability),
        Case(account: "3511", expected: .income),
        Case(account: "4500", expected: .cost),
        Case(account: "5020", expected: .cost),
        Case(account: "79", expected: .cost),
        Case(account: "8400", expected: .otherResult),
        Case(account: "0100", expected: nil),
        Case(account: "9999", expected: nil),
        Case(account: "DIFF", expected: nil),
        Case(account: "8400", declared: "I", expected: .income),
        Case(account: "2999", declared: "K", expected: .cost),
        Case(account: "DIFF", declared: "T", expected: .asset),
        Case(account: "3000", declared: "S", expected: .liability),
        Case(account: "3000", declared: "X", expected: .income),
    ])
    func `a declared class wins over the first digit`(_ test: Case) throws {
        let account = try #require(AccountNumber(test.account))
        #expect(AccountClass(of: account, declared: test.declared) == test.expected)
    }

    @Test func `assets and liabilities are the balance sheet`() {
        #expect(AccountClass.allCases.filter(\.isBalance) == [.asset, .liability])
    }
}
