import MedelCore
import Testing

struct VoucherDraftTests {
    private func draft() throws -> VoucherDraft {
        VoucherDraft(date: try #require(Day(number: 20_250_131)))
    }

    @Test func `texts are kept side by side and read back`() throws {
        var draft = try draft()
        draft.series = draft.keep("Ä".utf8)
        draft.number = draft.keep([])
        draft.text = draft.keep { $0.append(contentsOf: "Lön".utf8) }
        #expect(draft.string(draft.series) == "Ä")
        #expect(draft.string(draft.text) == "Lön")
        #expect(draft.number.isEmpty && draft.string(draft.number).isEmpty)
        #expect(draft.keep { _ in } == .empty)
    }

    @Test func `malformed text is repaired and not lost`() throws {
        var draft = try draft()
        let text = draft.keep([0x41, 0xFF, 0x42])
        #expect(draft.string(text) == "A\u{FFFD}B")
    }

    @Test func `a sum does not wrap, and a reset leaves nothing behind`() throws {
        var draft = try draft()
        var table = CodingTable()
        let coding = Coding(account: try #require(AccountNumber("5020")))
        let place = table.index(of: coding)
        for line in 1...20_000 {
            draft.rows.append(VoucherDraft.Row(coding: place, amount: .max, line: line))
        }
        #expect(draft.sumOre == Int128(Money.oreMax) * 20_000)
        draft.line = 7
        draft.registeredOn = draft.date
        draft.corrections = [VoucherDraft.Correction(kind: .struck, row: draft.rows[0])]
        draft.text = draft.keep("x".utf8)
        let next = try #require(draft.date.advanced(by: 1))
        draft.reset(date: next)
        #expect(draft.rows.isEmpty && draft.corrections.isEmpty && draft.storage.isEmpty)
        #expect(draft.text.isEmpty && draft.registeredOn == nil && draft.line == 0)
        #expect(draft.date == next && draft.sumOre == 0)
    }

    @Test func `filling may only append`() async {
        await #expect(processExitsWith: .failure) {
            guard let day = Day(number: 20_250_101) else { return }
            var draft = VoucherDraft(date: day)
            _ = draft.keep("abc".utf8)
            _ = draft.keep { $0.removeAll() }
        }
    }
}

struct CodingTests {
    @Test func `objects are put in order, so that one coding is one`() throws {
        let account = try #require(AccountNumber("5020"))
        let project = ObjectReference(dimension: 6, code: "P1")
        let centre = ObjectReference(dimension: 1, code: "9")
        let coding = Coding(account: account, objects: [project, centre])
        #expect(coding.objects == [centre, project])
        #expect(coding == Coding(account: account, objects: [centre, project]))
        #expect(Coding(account: account) < coding)
        #expect(ObjectReference(dimension: 1, code: "10") < centre)
    }

    @Test func `a table gives each coding one place`() throws {
        var table = CodingTable()
        let codings = try ["1930", "5020", "1930", "DIFF"].map {
            Coding(account: try #require(AccountNumber($0)))
        }
        let places = codings.map { table.index(of: $0) }
        #expect(places.map(\.value) == [0, 1, 0, 2])
        #expect(places.map { table[$0] } == codings)
        #expect(table.codings.count == 3)
    }

    @Test func `an account is text that is not empty`() throws {
        #expect(AccountNumber("") == nil)
        let numbers = try ["1930", "193", "DIFF", "19301"].map { try #require(AccountNumber($0)) }
        #expect(numbers.sorted().map(\.text) == ["193", "1930", "19301", "DIFF"])
        #expect(numbers.map(\.isBalanceByDigit) == [true, true, false, true])
    }
}
