extension SIEFinding {
    /// What kind of thing was found; the raw value is its name in JSON.
    public enum Code: String, CaseIterable, Sendable {
        /// The file is something else than SIE 1 to 4.
        case notSIE
        /// A line is longer than the reader keeps in memory.
        case lineTooLong
        /// There are more distinct codings than a book can have.
        case tooManyCodings
        /// There are more declarations than the reader keeps in memory.
        case tooMuchDeclared
        /// A voucher has more rows or text than the reader keeps in memory.
        case voucherTooLarge
        /// There are more voucher series than a book can have.
        case tooManySeries
        /// The file ends before the voucher does.
        case cutInVoucher
        /// The file starts with #KSUMMA and does not end with it.
        case checksumMissing
        /// The stated sum is not that of the content.
        case checksumWrong
        /// A sum is stated that no first #KSUMMA has announced.
        case checksumWithoutStart
        /// An item stands after the sum that ends the file.
        case itemAfterChecksum
        /// The bytes are not CP437.
        case encodingNotPC8
        /// A few bytes look like letters of another character set.
        case mixedEncodings
        /// A character was lost before the file was written.
        case replacementCharacter
        /// CP437 has been read as Windows-1252 before the file was written.
        case mojibake
        /// UTF-8 has been encoded twice.
        case doubleEncoded
        /// A line has no label.
        case lineNotUnderstood
        /// A label is not in the standard; the line of its first use.
        case unknownLabel
        /// A text has a character below 32.
        case controlCharacter
        /// A quote inside a text was not escaped.
        case quoteRepaired
        /// A text has no closing quote.
        case quoteMissing
        /// A name with blanks has no quotes.
        case nameNotQuoted
        /// The amounts are not in Swedish kronor.
        case currencyNotSEK
        /// An item that the standard demands is missing.
        case itemMissing
        /// An item stands in a file of a type that must not have it.
        case itemForbidden
        /// The file does not say its type.
        case typeAbsent
        /// The file states a type that does not exist.
        case typeInvalid
        /// A system has marked the file as read.
        case alreadyRead
        /// #FORMAT says something else than PC8.
        case formatNotPC8
        /// The date of export does not exist.
        case generatedInvalid
        /// There is no organisation number.
        case organizationNumberMissing
        /// The organisation number has another form.
        case organizationNumberMalformed
        /// The organisation number's last digit disagrees with the others.
        case organizationNumberCheckDigit
        /// The organisation number is written without hyphen or with a prefix.
        case organizationNumberForm
        /// A fiscal year has no valid dates.
        case yearInvalid
        /// A fiscal year ends before it starts.
        case yearReversed
        /// The file does not say which fiscal year it covers.
        case yearAbsent
        /// The date that balances cover is not in the file's years.
        case coverageInvalid
        /// An item about an account has no account.
        case accountInvalid
        /// An account number has other characters than digits.
        case accountNotNumeric
        /// An account has two names.
        case duplicateAccount
        /// An account kind does not exist.
        case accountKindInvalid
        /// An item about an account comes before the account.
        case accountItemEarly
        /// An account is used without being declared; the line of its first use.
        case undeclaredAccount
        /// A dimension is not a number.
        case dimensionInvalid
        /// A dimension is used that is neither declared nor reserved.
        case undeclaredDimension
        /// An object is used without being declared; the line of its first use.
        case undeclaredObject
        /// An object is declared more than once.
        case duplicateObject
        /// An object has no dimension or no code.
        case objectInvalid
        /// A balance has no account or no amount.
        case balanceIncomplete
        /// A year is not given as 0, -1, -2 and so on.
        case yearNumberInvalid
        /// A period is not YYYYMM.
        case periodInvalid
        /// Period and account stand in the wrong order.
        case periodAndAccountSwapped
        /// The opening balances of year 0 do not sum to zero.
        case openingBalanceNotZero
        /// An account's balances disagree with its rows.
        case doesNotReconcile
        /// A voucher has no valid date.
        case voucherDateInvalid
        /// A voucher's rows do not sum to zero.
        case voucherUnbalanced
        /// A voucher is dated outside year 0.
        case voucherOutsideYear
        /// A series and number are used again.
        case duplicateVoucher
        /// There are too many vouchers to look for duplicates among all of them.
        case duplicateCheckStopped
        /// A number is lower than the one before in its series.
        case numberOrder
        /// A voucher has no rows.
        case emptyVoucher
        /// The opening brace of a voucher's rows is missing.
        case blockNotOpened
        /// The closing brace of a voucher's rows is missing.
        case blockNotClosed
        /// A brace stands where no voucher is.
        case blockWithoutVoucher
        /// The date of registration does not exist.
        case registrationDateInvalid
        /// A row has no account.
        case accountMissing
        /// A row stands where no voucher is.
        case rowOutsideVoucher
        /// An amount is missing or no number.
        case amountUnreadable
        /// An amount passes the bound of `Money`.
        case amountTooLarge
        /// An amount has parts of an öre.
        case amountTooPrecise
        /// An amount has a decimal comma.
        case amountWithComma
        /// An amount has a plus sign.
        case amountWithPlus
        /// A row has no object list, not even an empty one.
        case objectListMissing
        /// An object list has no closing brace.
        case objectListOpen
        /// An object list is not pairs.
        case objectListUneven
        /// A row's date does not exist.
        case rowDateInvalid
        /// A text stands where a row's date should.
        case rowDateIsText
        /// An #RTRANS is not followed by its #TRANS.
        case correctionWithoutTwin
        /// A row of the correction history cannot be read.
        case correctionUnreadable
    }
}

extension SIEFinding.Code {
    /// How much it matters; an error means that the file is refused.
    public var severity: SIEFinding.Severity {
        switch self {
        case .notSIE, .lineTooLong, .tooManyCodings, .tooMuchDeclared, .voucherTooLarge,
            .tooManySeries, .cutInVoucher, .checksumMissing, .checksumWrong, .currencyNotSEK,
            .voucherDateInvalid, .voucherUnbalanced, .accountMissing, .rowOutsideVoucher,
            .amountUnreadable, .amountTooLarge, .amountTooPrecise:
            .error
        case .mixedEncodings, .controlCharacter, .nameNotQuoted, .typeAbsent, .alreadyRead,
            .generatedInvalid, .organizationNumberForm, .yearAbsent, .coverageInvalid,
            .accountNotNumeric, .accountItemEarly, .openingBalanceNotZero,
            .duplicateCheckStopped, .numberOrder, .emptyVoucher, .registrationDateInvalid,
            .amountWithComma, .amountWithPlus:
            .note
        case .checksumWithoutStart, .itemAfterChecksum, .encodingNotPC8, .replacementCharacter,
            .mojibake, .doubleEncoded, .lineNotUnderstood, .unknownLabel, .quoteRepaired,
            .quoteMissing, .itemMissing, .itemForbidden, .typeInvalid, .formatNotPC8,
            .organizationNumberMissing, .organizationNumberMalformed,
            .organizationNumberCheckDigit, .yearInvalid, .yearReversed, .accountInvalid,
            .duplicateAccount, .accountKindInvalid, .undeclaredAccount, .dimensionInvalid,
            .undeclaredDimension, .undeclaredObject, .duplicateObject, .objectInvalid,
            .balanceIncomplete, .yearNumberInvalid, .periodInvalid, .periodAndAccountSwapped,
            .doesNotReconcile, .voucherOutsideYear, .duplicateVoucher, .blockNotOpened,
            .blockNotClosed, .blockWithoutVoucher, .objectListMissing, .objectListOpen,
            .objectListUneven, .rowDateInvalid, .rowDateIsText, .correctionWithoutTwin,
            .correctionUnreadable:
            .warning
        }
    }
}
