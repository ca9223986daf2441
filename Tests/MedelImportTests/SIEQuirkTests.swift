import MedelImport
import Testing

@Suite struct SIEQuirkTests {
    struct Case: Sendable {
        let text: String
        let code: SIEFinding.Code
        var line: Int?
    }

    static func inside(_ rows: String) -> String { SIEReaderTests.voucher(rows) }
    static let head = SIEReaderTests.head

    @Test(arguments: [
        Case(text: head + "#VALUTA EUR", code: .currencyNotSEK, line: 12),
        Case(text: inside("#TRANS {} 1"), code: .accountMissing, line: 14),
        Case(text: inside("#TRANS"), code: .accountMissing, line: 14),
        Case(text: inside("#TRANS \"\" {} 1"), code: .accountMissing, line: 14),
        Case(text: inside("#TRANS 1930 {}"), code: .amountUnreadable, line: 14),
        Case(text: inside("#TRANS 1930 {} \"\""), code: .amountUnreadable, line: 14),
        Case(text: inside("#TRANS 1930 {} 1 234.50"), code: .amountUnreadable, line: 14),
        Case(text: inside("#TRANS 1930 {} 10000000000000"), code: .amountTooLarge, line: 14),
        Case(text: inside("#TRANS 1930 {} 1.005"), code: .amountTooPrecise, line: 14),
        Case(text: head + "#TRANS 1930 {} 1", code: .rowOutsideVoucher, line: 12),
        Case(text: head + "#VER A 1 20240230\n{\n}", code: .voucherDateInvalid, line: 12),
        Case(text: head + "#VER A 1 2024-01-05\n{\n}", code: .voucherDateInvalid, line: 12),
        Case(text: head + "#VER 1 20240105 Text\n{\n}", code: .voucherDateInvalid, line: 12),
        Case(text: head + "#VER A 1 20240105\n{\n#TRANS 1930 {} 0", code: .cutInVoucher, line: 12),
        Case(text: head + "#VER A 1 20240105", code: .cutInVoucher, line: 12),
        Case(text: "#KSUMMA\n" + head, code: .checksumMissing),
        Case(text: "#KSUMMA\n" + head + "#KSUMMA 1", code: .checksumWrong, line: 13),
        Case(text: "#KSUMMA\n" + head + "#KSUMMA x", code: .checksumWrong, line: 13),
        Case(text: "#EGEN 1\n", code: .notSIE),
    ])
    func `what cannot be trusted refuses the file and is named`(_ test: Case) throws {
        let reading = try SIEReading(test.text)
        #expect(reading.lines(of: test.code) == [test.line])
        #expect(!reading.contents.isAccepted)
    }

    @Test(arguments: [
        Case(text: "\u{FEFF}" + head, code: .encodingNotPC8),
        Case(text: head + "#PROSA \"Stj\u{FFFD}rna\"", code: .replacementCharacter, line: 12),
        Case(text: head + "#PROSA \"Ink”p\"", code: .mojibake, line: 12),
        Case(text: head + "#PROSA \"BANKTJŽNST\"", code: .mojibake, line: 12),
        Case(text: head + "#PROSA \"SmÃ¥\"", code: .doubleEncoded, line: 12),
        Case(text: head + "fortsättning", code: .lineNotUnderstood, line: 12),
        Case(text: head + "#MOMSKOD 1930 1", code: .unknownLabel, line: 12),
        Case(text: head + "#PROSA \"a\u{2}\"", code: .controlCharacter, line: 12),
        Case(text: head + "#KONTO 1 \"F\"rd\"", code: .quoteRepaired, line: 12),
        Case(text: head + "#KONTO 1 \"F", code: .quoteMissing, line: 12),
        Case(text: head + "#FNAMN A B", code: .nameNotQuoted, line: 12),
        Case(text: head + "#SIETYP 7", code: .typeInvalid, line: 12),
        Case(text: head + "#FLAGGA 1", code: .alreadyRead, line: 12),
        Case(text: head + "#FORMAT UTF8", code: .formatNotPC8, line: 12),
        Case(text: head + "#GEN igår", code: .generatedInvalid, line: 12),
        Case(text: head + "#ORGNR 12-3", code: .organizationNumberMalformed, line: 12),
        Case(text: head + "#ORGNR 222000-9990", code: .organizationNumberCheckDigit, line: 12),
        Case(text: head + "#ORGNR 162220009993", code: .organizationNumberForm, line: 12),
        Case(text: head + "#RAR -1", code: .yearInvalid, line: 12),
        Case(text: head + "#RAR -1 20241231 20240101", code: .yearReversed, line: 12),
        Case(text: head + "#RAR x 20240101 20241231", code: .yearNumberInvalid, line: 12),
        Case(text: head + "#OMFATTN 19700101", code: .coverageInvalid, line: 12),
        Case(text: head + "#OMFATTN idag", code: .coverageInvalid, line: 12),
        Case(text: head + "#KONTO", code: .accountInvalid, line: 12),
        Case(text: head + "#KONTO DIFF Differens", code: .accountNotNumeric, line: 12),
        Case(text: head + "#KONTO 1930 Kassa", code: .duplicateAccount, line: 12),
        Case(text: head + "#KTYP 1930 X", code: .accountKindInvalid, line: 12),
        Case(text: head + "#SRU 1940 7", code: .accountItemEarly, line: 12),
        Case(text: head + "#DIM P Projekt", code: .dimensionInvalid, line: 12),
        Case(text: head + "#OBJEKT 20 A a", code: .undeclaredDimension, line: 12),
        Case(text: head + "#OBJEKT 6 I1 a", code: .duplicateObject, line: 12),
        Case(text: head + "#OBJEKT 6", code: .objectInvalid, line: 12),
        Case(text: inside("#TRANS 9 {} 0"), code: .undeclaredAccount, line: 14),
        Case(text: inside("#TRANS 1930 {6 I9} 0"), code: .undeclaredObject, line: 14),
        Case(text: inside("#TRANS 1930 {33 A} 0"), code: .undeclaredDimension, line: 14),
        Case(text: inside("#TRANS 1930 {P A} 0"), code: .dimensionInvalid, line: 14),
        Case(text: inside("#TRANS 1930 {6 I1 1} 0"), code: .objectListUneven, line: 14),
        Case(text: inside("#TRANS 1930 0"), code: .objectListMissing, line: 14),
        Case(text: inside("#TRANS 1930 \"\" 0"), code: .objectListMissing, line: 14),
        Case(text: inside("#TRANS 1930 {} 0,00"), code: .amountWithComma, line: 14),
        Case(text: inside("#TRANS 1930 {} +0"), code: .amountWithPlus, line: 14),
        Case(text: inside("#TRANS 1930 {} 0 180501"), code: .rowDateInvalid, line: 14),
        Case(text: inside("#TRANS 1930 {} 0 Hyra"), code: .rowDateIsText, line: 14),
        Case(text: inside("#RTRANS {} 0"), code: .correctionUnreadable, line: 14),
        Case(text: inside(""), code: .emptyVoucher, line: 12),
        Case(text: head + "#VER A 1 20230105\n{\n}", code: .voucherOutsideYear, line: 12),
        Case(
            text: head + "#VER A 1 20240105 T 240105\n{\n}",
            code: .registrationDateInvalid,
            line: 12
        ),
        Case(
            text: head + "#VER A 1 20240105\n#TRANS 1930 {} 0\n}",
            code: .blockNotOpened,
            line: 13
        ),
        Case(text: head + "#VER A 1 20240105\n{\n#KONTO 5 a", code: .blockNotClosed, line: 14),
        Case(text: head + "}", code: .blockWithoutVoucher, line: 12),
        Case(text: head + "#KSUMMA 5", code: .checksumWithoutStart, line: 12),
        Case(text: "#KONTO 1 a", code: .typeAbsent),
        Case(text: "#FLAGGA 0\n#SIETYP 4", code: .yearAbsent),
        Case(text: "#FLAGGA 0\n#SIETYP 4", code: .organizationNumberMissing),
    ])
    func `what is odd is read, told by line and not refused`(_ test: Case) throws {
        let reading = try SIEReading(test.text)
        #expect(reading.lines(of: test.code) == [test.line])
        #expect(reading.contents.isAccepted)
        #expect(reading.contents.findings.allSatisfy { !$0.message.isEmpty })
    }

    @Test func `balances in an import file are told`() throws {
        let text = Self.head + "#IB 0 1930 0\n"
        #expect(try SIEReading(text, isImportFile: true).lines(of: .itemForbidden) == [12])
        #expect(try SIEReading(text).lines(of: .itemForbidden).isEmpty)
    }

    @Test func `a voucher ends where the next one starts when its brace is missing`() throws {
        let text =
            "#VER A 1 20240105\n{\n#TRANS 1930 {} 0\n#VER A 2 20240106 {\n#TRANS 1930 {} 0 }\n"
        let reading = try SIEReading(Self.head + text)
        #expect(reading.transcript.contains("A|1|2024-01-05||12||-\n  row 1930 0 - |||14\n"))
        #expect(reading.transcript.contains("A|2|2024-01-06||15||-\n  row 1930 0 - |||16\n"))
        #expect(reading.codes == [.blockNotClosed])
    }

    @Test func `braces on the lines of items are understood`() throws {
        let text = "#VER A 1 20240105\n{ #TRANS 1930 {} 0\n} #VER A 2 20240105\n{\n}\n"
        let reading = try SIEReading(Self.head + text)
        #expect(reading.contents.counts.vouchers == 2)
        #expect(reading.codes == [.emptyVoucher])
    }

    @Test func `unescaped quotes keep the whole name`() throws {
        let contents = try SIEReading(
            Self.head
                + "#KONTO 1 \"Kund \"Bo\" AB\"\n#KONTO 2 \"F\"rd\"ning\"\n#KONTO 3 A \"B\" C\n"
        ).contents
        #expect(
            contents.accounts.suffix(3).map(\.name) == [
                "Kund \"Bo\" AB", "F\"rd\"ning", "A \"B\" C",
            ]
        )
    }

    @Test func `a text in the date's place is kept together with the text`() throws {
        let reading = try SIEReading(Self.inside("#TRANS 1930 {} 0 Hyra \"mars\" 2 AB"))
        #expect(reading.transcript.contains("  row 1930 0 - Hyra mars|2|AB|14\n"))
    }

    @Test func `of each kind a hundred are listed and the rest counted`() throws {
        let text = Self.head + String(repeating: "#VER B \"\" 20230105\n{\n}\n", count: 250)
        let findings = try SIEReading(text).contents.findings.filter { $0.code == .emptyVoucher }
        #expect(findings.count == 101)
        #expect(findings.last?.reason == .more(.emptyVoucher, count: 150))
    }

    @Test func `every code has its own name and a severity`() {
        #expect(
            Set(SIEFinding.Code.allCases.map(\.rawValue)).count == SIEFinding.Code.allCases.count
        )
        for severity in SIEFinding.Severity.allCases {
            #expect(SIEFinding.Code.allCases.contains { $0.severity == severity })
        }
    }
}
