/// Words as they are compared: OCR and capitals make no difference.
enum ApplicationWords {
    /// The text in small letters without dots, rings and accents.
    static func folded(_ text: some StringProtocol) -> String {
        var result = ""
        for character in text.lowercased() {
            switch character {
            case "å", "ä", "à", "á", "â", "ã": result.append("a")
            case "ö", "ø", "ó", "ò", "ô": result.append("o")
            case "é", "è", "ê", "ë": result.append("e")
            case "ü", "ú": result.append("u")
            default: result.append(character)
            }
        }
        return result
    }

    /// The word folded, without marks before and after it.
    static func core(_ word: some StringProtocol) -> String {
        let isPart = { (character: Character) in character.isLetter || character.isNumber }
        guard let first = word.firstIndex(where: isPart), let last = word.lastIndex(where: isPart)
        else { return "" }
        let text = folded(word[first...last])
        // OCR takes the capital Ö for a six.
        let second = text.dropFirst().first
        return text.first == "6" && second?.isLetter == true ? "o" + text.dropFirst() : text
    }

    static let months: [String: Int] = [
        "januari": 1, "jan": 1, "februari": 2, "feb": 2, "mars": 3, "mar": 3, "april": 4,
        "apr": 4, "maj": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "augusti": 8, "aug": 8,
        "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10, "november": 11,
        "nov": 11, "december": 12, "dec": 12,
    ]

    /// Words that count a year: `År 1`.
    static let yearWords: Set<String> = [
        "ar", "budgetar", "projektar", "verksamhetsar",
    ]

    /// Words before a figure that make it no amount of a row.
    static let unitPriceLeads: Set<String> = [
        "a", "x", "nr", "nummer", "kap", "dnr", "s", "sid", "sida", "sidan", "konto", "kontonr",
    ]

    /// What is counted when it is not money.
    static let countedThings = [
        "st", "stycken", "deltagar", "person", "individ", "timm", "tim", "man", "manader",
        "dag", "plats", "gang", "hushall", "invanare", "veck", "procent", "arend", "mil",
        "ungdom", "kvinn", "tjanst", "heltid", "grupp", "minut", "traff",
    ]

    /// Words that lead up to an amount in a sentence and end no label.
    static let sentenceWords: Set<String> = [
        "ca", "cirka", "pa", "till", "med", "om", "ar", "av", "for", "drygt", "mot", "fran",
        "over", "upp", "minst", "hogst", "max", "maximalt", "knappt", "omfattar", "uppgar",
        "kostar", "och", "eller", "beraknas", "under", "att", "blir", "i", "ytterligare",
        "motsvarande", "omkring", "ungefar", "samt", "bidrar", "beviljade", "beviljat",
    ]

    /// Words that say that an amount is not exact.
    static let approximations: Set<String> = [
        "ca", "cirka", "omkring", "ungefar", "drygt", "knappt", "circa",
    ]

    /// Columns that are no budget for the time applied for.
    static let otherColumns: Set<String> = [
        "utfall", "bokslut", "prognos", "resultat", "foregaende", "beviljat", "beviljad",
        "redovisat", "forbrukat", "upparbetat",
    ]

    /// Words that say what the column of a year is.
    static let columnRoles: Set<String> = otherColumns.union([
        "budget", "sokt", "ansokt", "forslag", "plan", "kalkyl", "berakning", "ny",
    ])

    /// Headings that a budget stands under.
    static let budgetHeadings = [
        "budget", "kostnad", "finansier", "kalkyl", "ekonomi", "utgift", "medel", "intakt",
    ]
}
