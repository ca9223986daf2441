import MedelCore

/// Declared balances.
extension SIEEngine {
    /// #IB, #UB, #RES: year account amount quantity; #OIB, #OUB: also objects.
    mutating func takeBalance(_ kind: BalanceKind) {
        guard let year = yearNumber(1) else { return }
        keepBalance(kind, year: year, period: nil, account: 2)
    }

    /// #PSALDO, #PBUDGET: year period account objects amount quantity.
    mutating func takePeriodBalance(_ kind: BalanceKind) {
        guard let year = yearNumber(1) else { return }
        if let month = month(2) {
            keepBalance(kind, year: year, period: month, account: 3)
            return
        }
        // Some writers swap the two; only a declared account tells that this is one of them.
        guard let month = month(3), let account = AccountNumber(string(2)),
            chart.accounts[account] != nil
        else {
            findings.add(.balance(.periodInvalid(text: quoted(2))), line: line)
            return
        }
        let reason = SIEBalanceReason.periodAndAccountSwapped(account: quoted(2))
        findings.add(.balance(reason), line: line)
        keepBalance(kind, year: year, period: month, account: 2, before: 3)
    }

    /// Keeps a balance; `before` is the field before the list when that is not the account.
    private mutating func keepBalance(
        _ kind: BalanceKind,
        year: Int,
        period: Month?,
        account: Int,
        before: Int? = nil
    ) {
        let incomplete = SIEBalanceReason.balanceIncomplete(label: "#" + kind.rawValue)
        guard isGiven(account), fields[account].form != .list else {
            findings.add(.balance(incomplete), line: line)
            return
        }
        var list: Int?
        var place = account + 1
        if kind.hasObjects {
            (list, place) = placesAfter(account: before ?? account)
            if list == nil { findings.add(.row(.objectListMissing), line: line) }
        }
        guard isGiven(place) else {
            findings.add(.balance(incomplete), line: line)
            return
        }
        guard let amount = amount(place), allowsDeclaration(),
            let coding = coding(account: account, list: list)
        else { return }
        contents.balances.append(
            DeclaredBalance(
                kind: kind,
                yearIndex: year,
                period: period,
                coding: coding,
                amount: amount,
                quantity: string(place + 1),
                line: line
            )
        )
    }

    private mutating func yearNumber(_ place: Int) -> Int? {
        if let year = number(place), year <= 0, year > -1000 { return year }
        findings.add(.balance(.yearNumberInvalid(text: quoted(place))), line: line)
        return nil
    }

    private func month(_ place: Int) -> Month? {
        guard place < fields.count, fields[place].count == 6, let number = number(place) else {
            return nil
        }
        return Month(number: number)
    }
}

extension BalanceKind {
    /// Whether the item has an object list.
    fileprivate var hasObjects: Bool {
        switch self {
        case .opening, .closing, .result: false
        case .periodChange, .periodBudget, .objectOpening, .objectClosing: true
        }
    }
}
