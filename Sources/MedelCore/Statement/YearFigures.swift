/// What the book's accounts come to in one calendar year.
///
/// Amounts are those of the book, debit positive. What a file only declares of the year before the
/// book begins serves as last year's column.
///
/// Source: STORE 3.5.
public struct YearFigures: Sendable {
    /// An account in the year.
    public struct Account: Hashable, Sendable {
        /// The account.
        public let number: AccountNumber

        /// Its name; empty when no file has declared it.
        public let name: String

        /// How it opened; nil for a result account, and where nobody has said it.
        public let opening: Money?

        /// What its vouchers moved; nil where only its balance is known.
        public let movement: Money?

        /// How it closed; nil for a result account.
        public let closing: Money?

        /// What a statement shows of it before signs are turned: the balance, or the movement of a
        /// result account.
        public var shown: Money { closing ?? movement ?? .zero }
    }

    /// The year.
    public let year: Int

    /// Whether the figures are those that the first year's file declares of the year before.
    public let isDeclared: Bool

    /// The accounts with an amount, in order of number.
    public let accounts: [Account]

    /// What all result accounts had come to when the year began, debit positive; nil when unknown.
    public let priorResults: Money?

    /// The figures of a year.
    ///
    /// - Returns: nil when nothing is known of the year.
    /// - Throws: `MoneyError.outOfRange` when a sum passes the bound.
    init?(
        _ year: Int,
        of book: AccountYears,
        _ templates: StatementTemplates
    ) throws(MoneyError) {
        guard let first = book.firstYear else { return nil }
        self.year = year
        if year >= first, book.knows(year) {
            isDeclared = false
            let reader = Reader(book: book, templates: templates)
            (accounts, priorResults) = try reader.booked(year)
        } else if year == first - 1, let declared = book.declared[first], declared.tellsBefore {
            isDeclared = true
            let reader = Reader(book: book, templates: templates)
            accounts = reader.declared(declared)
            priorResults = declared.openingBefore.isEmpty ? nil : .zero
        } else {
            return nil
        }
    }
}

extension AccountYears {
    /// Whether files or vouchers say anything of a year.
    func knows(_ year: Int) -> Bool {
        year == firstYear || imported.contains(year) || covered.contains { $0.year == year }
            || movements.contains { $0.year == year }
    }

    /// An account's class in the book.
    func kind(of account: AccountNumber) -> AccountClass? {
        classes[account] ?? AccountClass(firstDigitOf: account)
    }
}

extension AccountYears.Declared {
    /// Whether the file says how the year before ended.
    var tellsBefore: Bool { !closingBefore.isEmpty && !resultBefore.isEmpty }
}

/// Puts the accounts of a year together.
private struct Reader {
    let book: AccountYears
    let templates: StatementTemplates

    func booked(
        _ year: Int
    ) throws(MoneyError) -> (accounts: [YearFigures.Account], priorResults: Money) {
        var before: [AccountNumber: [Money]] = book.opening.mapValues { [$0] }
        var moved: [AccountNumber: [Money]] = [:]
        for movement in book.movements {
            if movement.year < year {
                before[movement.account, default: []].append(movement.amount)
            }
            if movement.year == year {
                moved[movement.account, default: []].append(movement.amount)
            }
        }
        var accounts: [YearFigures.Account] = []
        var prior: [Money] = []
        for number in Set(before.keys).union(moved.keys).sorted() {
            let opening = try Money.sum(before[number] ?? [])
            let movement = try Money.sum(moved[number] ?? [])
            if isResult(number) {
                prior.append(opening)
                guard moved[number] != nil else { continue }
                accounts.append(account(number, opening: nil, movement: movement, closing: nil))
            } else {
                let closing = try opening + movement
                guard opening != .zero || moved[number] != nil else { continue }
                accounts.append(
                    account(number, opening: opening, movement: movement, closing: closing)
                )
            }
        }
        return (accounts, try Money.sum(prior))
    }

    func declared(_ declared: AccountYears.Declared) -> [YearFigures.Account] {
        let numbers = Set(declared.closingBefore.keys).union(declared.resultBefore.keys)
            .union(declared.openingBefore.keys)
        return numbers.sorted().compactMap { number in
            if isResult(number) {
                guard let movement = declared.resultBefore[number] else { return nil }
                return account(number, opening: nil, movement: movement, closing: nil)
            }
            let opening =
                declared.openingBefore.isEmpty
                ? nil : declared.openingBefore[number] ?? .zero
            let closing = declared.closingBefore[number] ?? .zero
            return account(number, opening: opening, movement: nil, closing: closing)
        }
    }

    private func isResult(_ number: AccountNumber) -> Bool {
        templates.seat(of: number, book.kind(of: number)).isResult
    }

    private func account(
        _ number: AccountNumber,
        opening: Money?,
        movement: Money?,
        closing: Money?
    ) -> YearFigures.Account {
        YearFigures.Account(
            number: number,
            name: book.names[number] ?? "",
            opening: opening,
            movement: movement,
            closing: closing
        )
    }
}
