extension SIEKind {
    /// What the file is, in Swedish.
    public var swedish: String {
        switch self {
        case .sie4: "Filen är inte en läsbar SIE-fil: den har inga kända poster."
        case .sie5: "Filen är SIE 5 (XML), som Medel inte läser."
        case .html: "Filen är en webbsida (HTML), ofta en felsida som sparats under filens namn."
        case .xml: "Filen är XML men inte SIE."
        case .zip: "Filen är ett zip-arkiv (eller en Excel-bok). Packa upp den först."
        case .pdf: "Filen är ett PDF-dokument."
        case .utf16: "Filen är text i UTF-16, så den har sparats om efter exporten."
        case .empty: "Filen är tom."
        case .other: "Filen är inte en SIE-fil."
        }
    }
}

extension SIEEncoding {
    /// What people call the character set.
    public var swedish: String {
        switch self {
        case .ascii: "ASCII"
        case .cp437: "PC8 (CP437)"
        case .utf8: "UTF-8"
        case .latin1: "Latin-1 (Windows)"
        }
    }
}

/// An amount in öre as `1 234,50`, with no-break spaces and U+2212.
func swedishAmount(_ ore: Int128) -> String {
    let digits = String(ore.magnitude / 100)
    var grouped = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { grouped += "\u{A0}" }
        grouped.append(digit)
    }
    return (ore < 0 ? "\u{2212}" : "") + grouped + "," + oreDigits(ore)
}

/// An amount in öre as `1234.50`.
func plainAmount(_ ore: Int128) -> String {
    (ore < 0 ? "-" : "") + String(ore.magnitude / 100) + "." + oreDigits(ore)
}

private func oreDigits(_ ore: Int128) -> String {
    let rest = ore.magnitude % 100
    return (rest < 10 ? "0" : "") + String(rest)
}
