import MedelCore

/// Rows of a voucher: account objects amount transdate transtext quantity sign.
///
/// #TRANS rows alone are the voucher; #RTRANS and #BTRANS are its history.
extension SIEEngine {
    mutating func takeRow(_ label: SIELabel) {
        guard voucher.isOpen else {
            findings.add(.row(.rowOutsideVoucher), line: line)
            if label == .trans { contents.counts.rowsRefused += 1 }
            return
        }
        if !voucher.hasBlock {
            findings.add(.voucher(.blockNotOpened), line: line)
            voucher.hasBlock = true
        }
        guard draft.rows.count + draft.corrections.count < limits.voucherRowsMax else {
            refuseLargeVoucher()
            return
        }
        if label == .trans { takeBookedRow() } else { takeCorrection(label) }
    }

    mutating func refuseLargeVoucher() {
        if !voucher.isTooLarge {
            let rowsMax = limits.voucherRowsMax
            findings.add(.document(.voucherTooLarge(rowsMax: rowsMax)), line: line)
        }
        voucher.isTooLarge = true
        voucher.isWhole = false
    }

    private mutating func takeBookedRow() {
        guard isGiven(1), fields[1].form != .list else {
            findings.add(.row(.accountMissing), line: line)
            refuseRow()
            return
        }
        let (list, place) = placesAfter(account: 1)
        if list == nil { findings.add(.row(.objectListMissing), line: line) }
        if let parts = splitAmount(place) {
            findings.add(.row(.amountUnreadable(text: parts)), line: line)
            refuseRow()
            return
        }
        guard let amount = amount(place), let coding = coding(account: 1, list: list) else {
            refuseRow()
            return
        }
        meetTwin(coding, amount)
        var row = VoucherDraft.Row(coding: coding, amount: amount, line: line)
        if fields.count > place + 1 { fill(&row, from: place + 1) }
        draft.rows.append(row)
        voucher.sumOre += Int128(amount.ore)
        codings.book(amount, on: coding, line: line)
        contents.counts.rows += 1
        if amount.ore > 0 {
            contents.counts.debitOre += Int128(amount.ore)
        } else {
            contents.counts.creditOre += Int128(amount.ore)
        }
    }

    private mutating func takeCorrection(_ label: SIELabel) {
        missTwin()
        if label == .rtrans {
            contents.counts.rowsAdded += 1
        } else {
            contents.counts.rowsStruck += 1
        }
        let (list, place) = placesAfter(account: 1)
        // A row of history cannot make a file refused: it books nothing.
        guard isGiven(1), fields[1].form != .list, isGiven(place),
            let amount = SIEAmount(content(place)).money,
            let coding = coding(account: 1, list: list)
        else {
            findings.add(.row(.correctionUnreadable(label: label.text)), line: line)
            return
        }
        var row = VoucherDraft.Row(coding: coding, amount: amount, line: line)
        if fields.count > place + 1 { fill(&row, from: place + 1) }
        let kind = label == .rtrans ? VoucherDraft.Correction.Kind.added : .struck
        draft.corrections.append(VoucherDraft.Correction(kind: kind, row: row))
        if label == .rtrans { voucher.awaited = (coding, amount, line) }
    }

    private mutating func refuseRow() {
        voucher.awaited = nil
        voucher.isWhole = false
        contents.counts.rowsRefused += 1
    }

    /// The #TRANS after an #RTRANS is its twin when account, objects and amount agree.
    private mutating func meetTwin(_ coding: CodingTable.Index, _ amount: Money) {
        guard let awaited = voucher.awaited else { return }
        if awaited.coding == coding, awaited.amount == amount {
            voucher.awaited = nil
        } else {
            missTwin()
        }
    }

    /// Date, text, quantity and signature.
    private mutating func fill(_ row: inout VoucherDraft.Row, from place: Int) {
        var text = place + 1
        row.date = day(place)
        if row.date == nil, isGiven(place), !content(place).allSatisfy({ $0 == 0x20 }) {
            if isDateLike(place) {
                findings.add(.row(.rowDateInvalid(text: quoted(place))), line: line)
            } else {
                findings.add(.row(.rowDateIsText(text: quoted(place))), line: line)
                row.text = keep(place)
                // Nothing is lost when the text's own place is filled too.
                if isGiven(text) { row.text = join(place, text) }
                text = place + 1
            }
        }
        if row.text.isEmpty { row.text = keep(text) }
        row.quantity = keep(text + 1)
        row.signature = keep(text + 2)
    }

    private mutating func join(_ first: Int, _ second: Int) -> VoucherDraft.Text {
        let text = string(first) + " " + string(second)
        return draft.keep(Array(text.utf8))
    }

    private func isDateLike(_ place: Int) -> Bool {
        content(place).allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x20 }
    }

    /// An amount such as `1 234.50`, which blanks make two fields.
    private func splitAmount(_ place: Int) -> String? {
        guard place + 1 < fields.count, fields[place].form == .bare,
            fields[place + 1].form == .bare, fields[place].count <= 4
        else { return nil }
        let tail = content(place + 1)
        guard tail.count == 3 || (tail.count > 3 && isMark(tail[tail.startIndex + 3])),
            tail.allSatisfy({ (0x30...0x39).contains($0) || isMark($0) }),
            content(place).allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D })
        else { return nil }
        return quoted(place) + " " + quoted(place + 1)
    }

    private func isMark(_ byte: UInt8) -> Bool { byte == 0x2E || byte == 0x2C }
}

extension SIEAmount {
    /// The amount when there is one.
    fileprivate var money: Money? {
        switch self {
        case .exact(let money), .comma(let money), .plus(let money): money
        case .unreadable, .tooLarge, .tooPrecise: nil
        }
    }
}
