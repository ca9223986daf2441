/// The labels of the standard.
///
/// Source: SIE 4C ch. 6, 11.
enum SIELabel: String, CaseIterable {
    case flagga, program, format, gen, sietyp, prosa, ftyp, fnr, orgnr, bkod, adress, fnamn
    case rar, taxar, omfattn, kptyp, valuta, konto, ktyp, enhet, sru, dim, underdim, objekt
    case ib, ub, oib, oub, res, psaldo, pbudget, ver, trans, rtrans, btrans, ksumma

    /// As written in a file.
    var text: String { "#" + rawValue.uppercased() }

    /// The kinds of file that must not have the item; `4I` is the import file.
    ///
    /// Source: SIE 4C ch. 6, the table.
    var forbiddenTypes: [String] {
        switch self {
        case .bkod: ["4I"]
        case .omfattn: ["1", "4I"]
        case .dim, .underdim, .objekt: ["1", "2"]
        case .ib, .ub, .res: ["4I"]
        case .oib, .oub: ["1", "2", "4I"]
        case .psaldo, .pbudget: ["1", "4I"]
        case .ver, .trans, .rtrans, .btrans: ["1", "2", "3"]
        case .flagga, .program, .format, .gen, .sietyp, .prosa, .ftyp, .fnr, .orgnr, .adress,
            .fnamn, .rar, .taxar, .kptyp, .valuta, .konto, .ktyp, .enhet, .sru, .ksumma:
            []
        }
    }
}

/// Finds labels by their bytes.
struct SIELabelTable {
    private let labels: [UInt64: SIELabel]

    init() {
        labels = Dictionary(
            uniqueKeysWithValues: SIELabel.allCases.map { label in
                (label.rawValue.utf8.reduce(0) { $0 << 8 | UInt64($1) }, label)
            }
        )
    }

    /// The label that follows a `#`, capitals and small letters alike.
    func label(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> SIELabel? {
        guard (2...8).contains(bytes.count) else { return nil }
        var key: UInt64 = 0
        for byte in bytes { key = key << 8 | UInt64(byte | 0x20) }
        if key == 0x74_7261_6E73 { return .trans }
        if key == 0x76_6572 { return .ver }
        return labels[key]
    }
}
