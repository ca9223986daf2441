internal import MedelCore

/// What can only be said when the whole file is read.
extension SIEEngine {
    /// Ends the reading and gives all that was found.
    mutating func finish() -> SIEContents {
        contents.counts.lines = line
        if voucher.isOpen {
            findings.add(.document(.cutInVoucher), line: draft.line)
            _ = finishVoucher()
        }
        if sumState == .running { findings.add(.document(.checksumMissing), line: nil) }
        guard !firstLines.isEmpty else {
            findings.add(.document(.notSIE(kind: .sie4)), line: nil)
            return contents(with: findings)
        }
        tellEncoding()
        tellHeader()
        tellForbidden()
        tellBalances()
        tellUndeclaredAccounts()
        tellUndeclaredObjects()
        contents.codings = codings.table
        contents.series = index.series
        return contents(with: findings)
    }

    private mutating func contents(with findings: SIEFindingList) -> SIEContents {
        contents.findings = findings.all
        return contents
    }

    private mutating func tellEncoding() {
        let format = contents.format
        switch format.encoding {
        case .ascii, .cp437: break
        case .utf8, .latin1:
            findings.add(.text(.encodingNotPC8(encoding: format.encoding)), line: nil)
        }
        let major = max(format.cp437Letters, format.latin1Letters)
        let minor = min(format.cp437Letters, format.latin1Letters)
        guard minor > 0 else { return }
        let reason = SIETextReason.mixedEncodings(
            major: format.encoding,
            majorLetters: major,
            minorLetters: minor
        )
        findings.add(.text(reason), line: nil)
    }

    private mutating func tellHeader() {
        for label in [SIELabel.flagga, .program, .format, .gen, .fnamn]
        where firstLines[label] == nil {
            findings.add(.header(.itemMissing(label: label.text)), line: nil)
        }
        if contents.header.typeText == nil { findings.add(.header(.typeAbsent), line: nil) }
        if contents.header.organizationNumberText ?? "" == "" {
            let line = firstLines[.orgnr]
            findings.add(.header(.organizationNumberMissing), line: line)
        }
        if contents.header.years[0] == nil { findings.add(.header(.yearAbsent), line: nil) }
        if ["1", "2", "3"].contains(contents.header.type), firstLines[.ub] == nil {
            findings.add(.header(.itemMissing(label: SIELabel.ub.text)), line: nil)
        }
        if let covered = contents.header.coversThrough, !contents.header.years.isEmpty,
            !contents.header.years.values.contains(where: { $0.contains(covered) })
        {
            let reason = SIEHeaderReason.coverageInvalid(text: String(covered.number))
            findings.add(.header(reason), line: firstLines[.omfattn])
        }
    }

    private mutating func tellForbidden() {
        var type = contents.header.type
        if type == "4" { type = isImportFile == true ? "4I" : "4E" }
        for label in SIELabel.allCases where label.forbiddenTypes.contains(type) {
            guard let line = firstLines[label] else { continue }
            let reason = SIEHeaderReason.itemForbidden(label: label.text, type: type)
            findings.add(.header(reason), line: line)
        }
    }

    private mutating func tellBalances() {
        let reconciler = SIEReconciler(contents.balances, codings)
        contents.sums = reconciler.sums
        if let sumOre = contents.sums.openingBalanceOre, sumOre != 0 {
            findings.add(.balance(.openingBalanceNotZero(sumOre: sumOre)), line: nil)
        }
        let sums = contents.sums
        guard sums.openingBalanceOre ?? sums.closingBalanceOre ?? sums.resultOre != nil,
            contents.counts.vouchers > 0 || contents.header.type == "4"
        else { return }
        let outcome = reconciler.reconcile(kinds: chart.kinds)
        contents.reconciliation = outcome
        for difference in outcome.differences {
            findings.add(.balance(.doesNotReconcile(difference: difference)), line: nil)
        }
    }

    private mutating func tellUndeclaredAccounts() {
        var lines: [AccountNumber: Int] = [:]
        for (coding, use) in zip(codings.table.codings, codings.uses)
        where use.firstLine > 0 && chart.accounts[coding.account] == nil {
            lines[coding.account] = min(lines[coding.account] ?? .max, use.firstLine)
        }
        contents.undeclaredAccounts = lines.keys.sorted()
        for account in contents.undeclaredAccounts {
            let name = String(account.text.prefix(80))
            findings.add(.chart(.undeclaredAccount(account: name)), line: lines[account])
        }
    }

    private mutating func tellUndeclaredObjects() {
        var objects: [ObjectReference: Int] = [:]
        var dimensions: [Int: Int] = [:]
        for (coding, use) in zip(codings.table.codings, codings.uses) where use.firstLine > 0 {
            for object in coding.objects {
                let line = dimensions[object.dimension] ?? .max
                dimensions[object.dimension] = min(line, use.firstLine)
                if chart.objects.contains(object) { continue }
                objects[object] = min(objects[object] ?? .max, use.firstLine)
            }
        }
        contents.undeclaredObjectCount = objects.count
        for (object, line) in objects.sorted(by: { $0.key < $1.key }) {
            let code = String(object.code.prefix(80))
            let dimension = object.dimension
            let reason = SIEChartReason.undeclaredObject(dimension: dimension, code: code)
            findings.add(.chart(reason), line: line)
        }
        for (dimension, line) in dimensions.sorted(by: { $0.key < $1.key })
        where !chart.dimensions.contains(dimension) {
            tellUndeclared(dimension, line)
        }
    }

    private mutating func tellUndeclared(_ dimension: Int, _ line: Int) {
        guard let name = SIEDimension.reservedName(dimension) else {
            let reason = SIEChartReason.undeclaredDimension(dimension: dimension)
            findings.add(.chart(reason), line: line)
            return
        }
        let parent = dimension == 2 ? 1 : nil
        contents.dimensions.append(
            SIEDimension(number: dimension, name: name, parent: parent, line: nil)
        )
    }
}
