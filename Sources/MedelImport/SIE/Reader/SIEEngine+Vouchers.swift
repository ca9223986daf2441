internal import MedelCore

/// Vouchers: series number date text regdate sign, then rows between braces.
extension SIEEngine {
    mutating func takeVoucher() {
        let date = day(3)
        draft.reset(date: date ?? draft.date)
        voucher = SIEOpenVoucher()
        voucher.isOpen = true
        voucher.isDated = date != nil
        voucher.isWhole = date != nil
        draft.line = line
        draft.series = keep(1)
        draft.number = keep(2)
        draft.text = keep(4)
        draft.signature = keep(6)
        if isGiven(5) {
            draft.registeredOn = day(5)
            if draft.registeredOn == nil {
                findings.add(.voucher(.registrationDateInvalid(text: quoted(5))), line: line)
            }
        }
        contents.counts.vouchers += 1
        guard date == nil else { return }
        let isShifted = day(2) != nil
        let reason = SIEVoucherReason.voucherDateInvalid(text: quoted(3), isShifted: isShifted)
        findings.add(.voucher(reason), line: line)
    }

    mutating func openBlock() {
        if !voucher.isOpen { findings.add(.voucher(.blockWithoutVoucher), line: line) }
        voucher.hasBlock = true
    }

    /// Ends the voucher at `}`.
    ///
    /// - Returns: whether it is ready for the sink.
    mutating func closeBlock() -> Bool {
        guard voucher.isOpen else {
            findings.add(.voucher(.blockWithoutVoucher), line: line)
            return false
        }
        return finishVoucher()
    }

    /// Ends the voucher wherever it ends and looks at it as a whole.
    ///
    /// - Returns: whether it is ready for the sink.
    mutating func finishVoucher() -> Bool {
        voucher.isOpen = false
        missTwin()
        if draft.rows.isEmpty { tellEmpty() }
        if voucher.sumOre != 0 { tellUnbalanced() }
        tellDate()
        tellIdentity()
        return voucher.isWhole
    }

    mutating func missTwin() {
        guard let awaited = voucher.awaited else { return }
        findings.add(.row(.correctionWithoutTwin), line: awaited.line)
        voucher.awaited = nil
    }

    private mutating func tellEmpty() {
        contents.counts.emptyVouchers += 1
        let reason = SIEVoucherReason.emptyVoucher(
            series: name(draft, draft.series),
            number: name(draft, draft.number)
        )
        findings.add(.voucher(reason), line: draft.line)
    }

    private mutating func tellUnbalanced() {
        contents.counts.unbalancedVouchers += 1
        let sumOre = voucher.sumOre
        let series = name(draft, draft.series)
        let number = name(draft, draft.number)
        let reason = SIEVoucherReason.voucherUnbalanced(
            series: series,
            number: number,
            sumOre: sumOre
        )
        findings.add(.voucher(reason), line: draft.line)
        guard contents.unbalancedVouchers.count < 1000 else { return }
        contents.unbalancedVouchers.append(
            SIEUnbalancedVoucher(
                series: series,
                number: number,
                date: voucher.isDated ? draft.date : nil,
                line: draft.line,
                sumOre: sumOre
            )
        )
    }

    private mutating func tellDate() {
        guard voucher.isDated else { return }
        let date = draft.date
        contents.firstVoucherDate = min(contents.firstVoucherDate ?? date, date)
        contents.lastVoucherDate = max(contents.lastVoucherDate ?? date, date)
        guard let year = contents.header.years[0], !year.contains(date) else { return }
        contents.counts.vouchersOutsideYear += 1
        let reason = SIEVoucherReason.voucherOutsideYear(
            series: name(draft, draft.series),
            number: name(draft, draft.number),
            date: date
        )
        findings.add(.voucher(reason), line: draft.line)
    }

    /// Looks at series and number among the vouchers before.
    private mutating func tellIdentity() {
        let countMax = limits.seriesMax
        guard let place = index.place(of: draft, max: countMax) else {
            findings.add(.document(.tooManySeries(countMax: countMax)), line: draft.line)
            return
        }
        index.take(voucher.isDated ? draft.date : nil, at: place)
        guard !draft.number.isEmpty else { return }
        guard index.strayCount < limits.identifiedVouchersMax else {
            tellStopped()
            return
        }
        switch index.order(of: draft, at: place) {
        case .next: return
        case .lower: tellOrder()
        case .again: tellDuplicate()
        }
    }

    private mutating func tellStopped() {
        guard findings.count(of: .duplicateCheckStopped) == 0 else { return }
        let countMax = limits.identifiedVouchersMax
        findings.add(.voucher(.duplicateCheckStopped(countMax: countMax)), line: nil)
    }

    private mutating func tellDuplicate() {
        contents.counts.duplicateVouchers += 1
        let reason = SIEVoucherReason.duplicateVoucher(
            series: name(draft, draft.series),
            number: name(draft, draft.number)
        )
        findings.add(.voucher(reason), line: draft.line)
    }

    private mutating func tellOrder() {
        let reason = SIEVoucherReason.numberOrder(
            series: name(draft, draft.series),
            number: name(draft, draft.number)
        )
        findings.add(.voucher(reason), line: draft.line)
    }
}

/// A series or number as a finding names it.
private func name(_ draft: VoucherDraft, _ text: VoucherDraft.Text) -> String {
    String(draft.string(text).prefix(80))
}
