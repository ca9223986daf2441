internal import MedelCore

/// Reads a file line by line and stops at every voucher.
///
/// It knows neither source nor sink, so that its inner loop is never generic: whoever drives it
/// fills its buffer and takes its vouchers.
struct SIEEngine: ~Copyable {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// Why the engine stopped.
    enum Stop {
        /// The buffer must be filled.
        case needsBytes
        /// `draft` holds a voucher.
        case voucher
        /// The file is read to its end.
        case end
    }

    /// What the sum of items can be.
    enum SumState: Equatable {
        /// No #KSUMMA so far.
        case absent
        /// Items are summed.
        case running
        /// The last #KSUMMA has come.
        case closed
    }

    let limits: SIELimits
    let isImportFile: Bool?
    let decoder: SIETextDecoder
    let labels = SIELabelTable()

    var lines: SIELineReader
    var contents: SIEContents
    var findings = SIEFindingList()
    var codings = SIECodings()
    var chart = SIEChartIndex()
    var draft: VoucherDraft
    var voucher = SIEOpenVoucher()
    var index = SIEVoucherIndex()
    var firstLines: [SIELabel: Int] = [:]
    var checkSum = SIECheckSum()
    var sumState = SumState.absent

    /// The line at hand, its number from one, and its fields.
    var bytes = Bytes(start: nil, count: 0)
    var line = 0
    var fields = SIETokenizer()
    var pairs = SIETokenizer()
    var lastDay: (number: Int, day: Day?) = (0, nil)

    private var isLinePending = false

    init(format: SIEFormat, isImportFile: Bool?, limits: SIELimits) {
        self.limits = limits
        self.isImportFile = isImportFile
        decoder = SIETextDecoder(format.encoding)
        lines = SIELineReader(limits: limits, lineEnd: format.lineEnd)
        contents = SIEContents(format: format)
        guard let date = Day(year: 1900, month: 1, day: 1) else { preconditionFailure() }
        draft = VoucherDraft(date: date)
    }

    /// Reads on until something must be done outside.
    mutating func run() -> Stop {
        while true {
            if isLinePending {
                isLinePending = false
            } else {
                switch lines.next() {
                case .needsBytes: return .needsBytes
                case .end: return .end
                case .tooLong:
                    line += 1
                    let bytesMax = limits.lineBytesMax
                    findings.add(.document(.lineTooLong(bytesMax: bytesMax)), line: line)
                    continue
                case .line(let next):
                    line += 1
                    bytes = line == 1 ? withoutMark(next) : next
                }
            }
            if takeLine() { return .voucher }
        }
    }

    /// Takes the line at hand.
    ///
    /// - Returns: whether a voucher is ready; if the line is not done, it is pending.
    private mutating func takeLine() -> Bool {
        var start = 0
        while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
        guard start < bytes.count else { return false }
        switch bytes[start] {
        case 0x23: return takeItem()
        case 0x7B:
            openBlock()
            return takeRest(after: start)
        case 0x7D:
            guard closeBlock() else { return takeRest(after: start) }
            isLinePending = cut(after: start)
            return true
        default:
            findings.add(.document(.lineNotUnderstood), line: line)
            return false
        }
    }

    private mutating func takeRest(after start: Int) -> Bool {
        guard cut(after: start) else { return false }
        guard bytes[0] == 0x23 else {
            findings.add(.document(.lineNotUnderstood), line: line)
            return false
        }
        return takeItem()
    }

    /// Drops a brace at the start of the line and says whether anything comes after it.
    private mutating func cut(after start: Int) -> Bool {
        var at = start + 1
        while at < bytes.count, bytes[at] <= 0x20 { at += 1 }
        bytes = Bytes(rebasing: bytes[at...])
        return !bytes.isEmpty
    }

    /// Takes a line that starts with `#`.
    ///
    /// - Returns: whether a voucher is ready; the line is then pending if it belongs to the next.
    private mutating func takeItem() -> Bool {
        fields.split(bytes)
        let name = fields[0]
        let label = labels.label(bytes[name.start + 1..<name.end])
        let isRow = label == .trans || label == .rtrans || label == .btrans
        if voucher.isOpen, !isRow, label != nil {
            // The voucher ends here without `}`; the line is read again after it is delivered.
            findings.add(.voucher(.blockNotClosed), line: line)
            if finishVoucher() {
                isLinePending = true
                return true
            }
        }
        reportFaults()
        if sumState != .absent || label == .ksumma { sumItem(label) }
        guard let label else {
            countUnknown(name)
            return false
        }
        take(label, isRow: isRow)
        if fields.faults.contains(.opensBlock) { openBlock() }
        return fields.faults.contains(.closesBlock) ? closeBlock() : false
    }

    private mutating func take(_ label: SIELabel, isRow: Bool) {
        if isRow {
            if contents.counts.rows == 0 { firstLines[label] = firstLines[label] ?? line }
            takeRow(label)
            return
        }
        if label == .ver, contents.counts.vouchers > 0 {
            takeVoucher()
            return
        }
        if firstLines[label] == nil { firstLines[label] = line }
        switch label {
        case .ver: takeVoucher()
        case .konto, .ktyp, .enhet, .sru: takeAccountItem(label)
        case .dim, .underdim: takeDimension(label)
        case .objekt: takeObject()
        case .ib: takeBalance(.opening)
        case .ub: takeBalance(.closing)
        case .res: takeBalance(.result)
        case .oib: takeBalance(.objectOpening)
        case .oub: takeBalance(.objectClosing)
        case .psaldo: takePeriodBalance(.periodChange)
        case .pbudget: takePeriodBalance(.periodBudget)
        case .flagga, .program, .format, .gen, .sietyp, .prosa, .ftyp, .fnr, .orgnr, .bkod,
            .adress, .fnamn, .rar, .taxar, .omfattn, .kptyp, .valuta:
            takeHeaderItem(label)
        case .ksumma, .trans, .rtrans, .btrans: break
        }
    }

    private func withoutMark(_ line: Bytes) -> Bytes {
        line.starts(with: [0xEF, 0xBB, 0xBF]) ? Bytes(rebasing: line[3...]) : line
    }
}
