internal import MedelCore

/// Compares year 0's declared balances with the rows, account by account.
struct SIEReconciler {
    private struct Sums {
        var opening: Int128?
        var closing: Int128?
        var result: Int128?
        var rows: Int128 = 0
    }

    private var accounts: [AccountNumber: Sums] = [:]

    /// Gathers the balances of year 0 and the rows.
    init(_ balances: [DeclaredBalance], _ codings: SIECodings) {
        for balance in balances where balance.yearIndex == 0 {
            let account = codings.table[balance.coding].account
            let ore = Int128(balance.amount.ore)
            switch balance.kind {
            case .opening: accounts[account, default: Sums()].opening.add(ore)
            case .closing: accounts[account, default: Sums()].closing.add(ore)
            case .result: accounts[account, default: Sums()].result.add(ore)
            case .periodChange, .periodBudget, .objectOpening, .objectClosing: break
            }
        }
        for (coding, use) in zip(codings.table.codings, codings.uses) where use.firstLine > 0 {
            accounts[coding.account, default: Sums()].rows += use.sumOre
        }
    }

    /// The sums of #IB, #UB and #RES.
    var sums: SIEYearSums {
        var sums = SIEYearSums()
        for account in accounts.values {
            if let ore = account.opening { sums.openingBalanceOre.add(ore) }
            if let ore = account.closing { sums.closingBalanceOre.add(ore) }
            if let ore = account.result { sums.resultOre.add(ore) }
        }
        return sums
    }

    /// Checks every account.
    func reconcile(kinds: [AccountNumber: SIEAccount.Kind]) -> SIEReconciliation {
        var outcome = SIEReconciliation()
        for (account, sums) in accounts.sorted(by: { $0.key < $1.key }) {
            let hasBalance = sums.opening != nil || sums.closing != nil
            let hasResult = sums.result != nil
            let isBalance = kinds[account]?.isBalance ?? account.isBalanceByDigit
            if hasBalance || (!hasResult && isBalance) {
                outcome.balanceChecked += 1
                outcome.take(
                    SIEDifference(
                        account: account,
                        equation: .balance,
                        openingOre: sums.opening ?? 0,
                        rowsOre: sums.rows,
                        declaredOre: sums.closing ?? 0
                    )
                )
            }
            if hasResult || (!hasBalance && !isBalance) {
                outcome.resultChecked += 1
                outcome.take(
                    SIEDifference(
                        account: account,
                        equation: .result,
                        openingOre: 0,
                        rowsOre: sums.rows,
                        declaredOre: sums.result ?? 0
                    )
                )
            }
        }
        return outcome
    }
}

extension SIEReconciliation {
    fileprivate mutating func take(_ difference: SIEDifference) {
        if difference.ore != 0 { differences.append(difference) }
    }
}

extension Int128? {
    fileprivate mutating func add(_ ore: Int128) { self = (self ?? 0) + ore }
}
