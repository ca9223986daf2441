import MedelCore
import MedelImport
import TestSupport
import Testing

@Suite struct SIEReaderTests {
    static let head = """
        #FLAGGA 0
        #PROGRAM "Bok" 1
        #FORMAT PC8
        #GEN 20250101
        #SIETYP 4
        #ORGNR 222000-9993
        #FNAMN "Exempel"
        #RAR 0 20240101 20241231
        #KONTO 1930 Bank
        #KONTO 4010 Kost
        #OBJEKT 6 I1 "Insats"

        """

    static func voucher(_ rows: String) -> String {
        head + "#VER A 1 20240105 Text\n{\n\(rows)\n}\n"
    }

    @Test func `every field of a voucher and its rows is kept`() throws {
        let rows = """
            #TRANS 4010 {6 I1 1 "x y"} 10.50 20240106 "Rad ett" 2.5 "AB"
            #TRANS 1930 {} -10.5
            """
        let text =
            Self.head + "#VER \"A\" 7 20240105 \"En \\\"text\\\"\" 20240107 \"CD\"\n{\n\(rows)\n}"
        let reading = try SIEReading(text)
        #expect(
            reading.transcript == """
                begin Exempel
                A|7|2024-01-05|En "text"|12|CD|2024-01-07
                  row 4010 1:x y 6:I1 1050 2024-01-06 Rad ett|2.5|AB|14
                  row 1930 -1050 - |||15

                """
        )
        #expect(reading.codes == [.undeclaredObject])
    }

    @Test(arguments: [1, 2, 3, 5, 7, 11, 64, 777, 4096, 100_000], SIEFiles.samples)
    func `chunks of any size give the same`(_ size: Int, _ name: String) throws {
        let bytes = try SIEFiles.sample(name)
        guard bytes.count * 2 < size * 9_000 else { return }
        let whole = try SIEReading(bytes)
        let chunks = try SIEReading(bytes, chunkBytesMax: size)
        #expect(whole.transcript == chunks.transcript)
        #expect(SIEInspection(whole.contents).json == SIEInspection(chunks.contents).json)
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `line ends of any kind give the same`(_ end: String) throws {
        let text = Self.voucher("#TRANS 4010 {6 I1} 1 \"\" \"T\"\n#TRANS 1930 {} -1")
        let reading = try SIEReading(text.replacing("\n", with: end))
        #expect(reading.transcript == (try SIEReading(text)).transcript)
        #expect(reading.codes.isEmpty)
    }

    @Test func `without vouchers the sink still begins`() throws {
        #expect(try SIEReading(Self.head).transcript == "begin Exempel\n")
    }

    @Test func `a correction is history and keeps its own date and signature`() throws {
        let reading = try SIEReading(
            Self.voucher(
                """
                #BTRANS 4010 {} 5 20240301 "" "" "2 Eva"
                #RTRANS 4010 {6 I1} 5 20240301 "" "" "2 Eva"
                #TRANS 4010 { "6" "I1" } 5.00 20240105 ""
                #TRANS 1930 {} -5
                """
            )
        )
        #expect(reading.transcript.contains("  struck 4010 500 2024-03-01 ||2 Eva|14\n"))
        #expect(reading.transcript.contains("  added 4010 6:I1 500 2024-03-01 ||2 Eva|15\n"))
        #expect(reading.transcript.contains("  row 4010 6:I1 500 2024-01-05 |||16\n"))
        #expect(reading.codes.isEmpty)
        #expect(reading.contents.counts.rows == 2)
    }

    @Test(arguments: [
        "#RTRANS 4010 {} 5\n#TRANS 4010 {} 6\n#TRANS 1930 {} -6",
        "#RTRANS 4010 {} 5\n#BTRANS 4010 {} 5\n#TRANS 1930 {} 0",
        "#TRANS 1930 {} 0\n#RTRANS 4010 {} 5",
    ])
    func `a correction without its twin is told where it stands`(_ rows: String) throws {
        let reading = try SIEReading(Self.voucher(rows))
        #expect(reading.lines(of: .correctionWithoutTwin).count == 1)
        #expect(reading.contents.isAccepted)
    }

    @Test func `an unbalanced voucher is refused unless it is accepted`() throws {
        let reading = try SIEReading(Self.voucher("#TRANS 4010 {} 5\n#TRANS 1930 {} -4.99"))
        #expect(!reading.contents.isAccepted)
        #expect(reading.contents.isAccepted(despite: [.voucherUnbalanced]))
        #expect(reading.contents.unbalancedVouchers.map(\.sumOre) == [1])
        #expect(reading.transcript.contains("A|1|"))
    }

    @Test func `numbers that go on are no duplicates and those that return are`() throws {
        let numbers = ["1", "2", "4", "3", "5", "4", "05", "2", "", "", "x", "x", "6", "5"]
        let text = numbers.map { "#VER A \"\($0)\" 20240105 T\n{\n}\n" }.joined()
        let contents = try SIEReading(Self.head + text).contents
        #expect(contents.counts.duplicateVouchers == 4)
        #expect(contents.counts.emptyVouchers == numbers.count)
        #expect(contents.findings.count { $0.code == .numberOrder } == 1)
    }

    @Test func `coverage is told per series and as a whole`() throws {
        let text = "#VER A 1 20240105\n{\n}\n#VER B 1 20240301\n{\n}\n#VER A 2 20240201\n{\n}\n"
        let contents = try SIEReading(Self.head + text).contents
        #expect(contents.firstVoucherDate == Day(iso: "2024-01-05"))
        #expect(contents.lastVoucherDate == Day(iso: "2024-03-01"))
        #expect(contents.series.map(\.series) == ["A", "B"])
        #expect(contents.series.map(\.voucherCount) == [2, 1])
        #expect(contents.series[0].lastDate == Day(iso: "2024-02-01"))
    }

    @Test func `balances keep their kind, month, objects and quantity`() throws {
        let text =
            Self.head + """
                #IB 0 1930 10.00 3
                #OIB -1 1930 {6 I1} 1
                #PBUDGET 0 202403 4010 {6 I1} 25000
                #PBUDGET 0 4010 202404 {} 1
                #PSALDO 0 202413 4010 {} 1
                #RES 1 4010 5
                #UB 0 1930
                """
        let contents = try SIEReading(text).contents
        #expect(
            contents.balances.map(\.kind) == [
                .opening, .objectOpening, .periodBudget, .periodBudget,
            ]
        )
        #expect(contents.balances[0].quantity == "3")
        #expect(contents.balances[1].yearIndex == -1)
        #expect(contents.balances[2].period == Month(year: 2024, month: 3))
        #expect(contents.codings[contents.balances[2].coding].objects.map(\.code) == ["I1"])
        #expect(contents.codings[contents.balances[3].coding].account.text == "4010")
        let codes = Set(contents.findings.map(\.code))
        let wanted: Set<SIEFinding.Code> = [
            .periodAndAccountSwapped, .periodInvalid, .yearNumberInvalid, .balanceIncomplete,
            .openingBalanceNotZero,
        ]
        #expect(codes.isSuperset(of: wanted))
    }

    @Test func `an account without class is placed by KTYP, then by its first digit`() throws {
        let text =
            Self.head + """
                #KTYP 4010 T
                #IB 0 1930 0
                #VER A 1 20240105
                {
                #TRANS 4010 {} 5
                #TRANS 1930 {} -5
                }
                """
        let outcome = try #require(try SIEReading(text).contents.reconciliation)
        #expect(outcome.balanceChecked == 2)
        #expect(outcome.differences.map(\.equation) == [.balance, .balance])
        #expect(outcome.differences.map(\.ore) == [-500, 500])
    }

    @Test func `a year without vouchers is accepted and its balances must stand still`() throws {
        let still = try SIEReading(Self.head + "#IB 0 1930 5\n#UB 0 1930 5\n").contents
        #expect(still.isAccepted)
        #expect(still.reconciliation?.holds == true)
        let moved = try SIEReading(Self.head + "#IB 0 1930 5\n#UB 0 1930 6\n").contents
        #expect(moved.isAccepted)
        #expect(moved.reconciliation?.differences.map(\.ore) == [-100])
    }

    @Test func `what stands after the last sum is told`() throws {
        let text = "#KSUMMA\n" + Self.head
        let computed = try SIEReading(text + "#KSUMMA 0\n").contents.findings.compactMap {
            finding -> UInt32? in
            guard case .document(.checksumWrong(_, let computed)) = finding.reason else {
                return nil
            }
            return computed
        }
        let sum = try #require(computed.first)
        #expect(try SIEReading(text + "#KSUMMA \(sum)\n").codes.isEmpty)
        let more = try SIEReading(text + "#KSUMMA \(sum)\n#PROSA x\n")
        #expect(more.lines(of: .itemAfterChecksum) == [14])
        #expect(more.contents.isAccepted)
    }

    @Test func `an error of the sink stops the reading`() {
        struct Full: Error {}
        struct FullSink: SIESink {
            mutating func begin(_ header: SIEHeader) throws {}
            mutating func take(
                _ voucher: borrowing VoucherDraft,
                codings: borrowing CodingTable
            ) throws { throw Full() }
        }
        let bytes = Array(Self.voucher("#TRANS 1930 {} 0").utf8)
        var sink = FullSink()
        #expect(throws: Full.self) {
            var first = SIEMemorySource(bytes)
            let format = try SIEReader.probe(&first)
            var second = SIEMemorySource(bytes)
            _ = try SIEReader.read(&second, as: format, into: &sink)
        }
    }
}
