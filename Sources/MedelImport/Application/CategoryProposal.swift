import MedelCore

/// The cost category that a label suggests, and what is doubtful about the cost.
///
/// Source: GUIDE 2.6, 6.2.
struct CategoryProposal {
    let category: CostCategoryCode?
    let doubts: [ApplicationDoubt]

    /// Whether a word of the label is known to be a kind of cost.
    var isKnown: Bool { category != nil }

    init(of label: String) {
        let words = Self.words(label)
        var found: [String] = []
        for place in words.indices {
            // What stands after says what the cost is for: training for staff is no pay.
            if !found.isEmpty, ["for", "till", "av"].contains(words[place]) { break }
            guard let code = Self.code(words, at: place), !found.contains(code) else { continue }
            found.append(code)
        }
        // Activities are counted with others, and others beside a kind of cost say nothing new.
        let isOther = found.last == "OVRIGT" && found.first == "AKTIVITET"
        found = isOther ? ["OVRIGT"] : found.map { $0 == "AKTIVITET" ? "OVRIGT" : $0 }
        if found.first != "OVRIGT" { found.removeAll { $0 == "OVRIGT" } }
        let codes = found.compactMap(CostCategoryCode.init)
        category = codes.first
        var doubts: [ApplicationDoubt] = codes.isEmpty ? [.noCategory] : []
        if codes.count > 1 { doubts.append(.severalCategories(codes)) }
        doubts += Self.rules(words).map(ApplicationDoubt.eligibility)
        self.doubts = doubts
    }

    /// Whether a word begins the label of some cost.
    static func knows(_ core: String) -> Bool { code([core], at: 0) != nil }

    private static func words(_ label: String) -> [String] {
        label.split { !($0.isLetter || $0.isNumber) }.map { ApplicationWords.core($0) }
    }

    private static func code(_ words: [String], at place: Int) -> String? {
        let word = words[place]
        let next = place + 1 < words.count ? words[place + 1] : ""
        for (first, second, code) in pairs where word.hasPrefix(first) && next.hasPrefix(second) {
            return code
        }
        if let code = exact[word] { return code }
        return stems.first { word.hasPrefix($0.stem) }?.code
    }

    private static func rules(_ words: [String]) -> [EligibilityConcern] {
        EligibilityConcern.allCases.filter { rule in
            let stems = rule.stems
            let hasStem = words.contains { word in stems.contains { word.hasPrefix($0) } }
            if hasStem { return true }
            let isAboutParticipants = words.contains { word in
                ["deltagar", "klient", "individ"].contains { word.hasPrefix($0) }
            }
            return isAboutParticipants
                && words.contains { word in rule.withParticipants.contains { word.hasPrefix($0) } }
        }
    }

    /// Two words that mean something together.
    private static let pairs: [(String, String, String)] = [
        ("extern", "tjanst", "EXTERN_TJANST"), ("inlanad", "personal", "EXTERN_TJANST"),
        ("kopt", "tjanst", "KOP_TJANST"), ("kop", "av", "KOP_TJANST"),
        ("extern", "utvard", "KONSULT"), ("social", "avgift", "PO"),
        ("over", "head", "ADMIN"), ("ekonomi", "admin", "ADMIN"),
    ]

    private static let exact: [String: String] = [
        "it": "IT_TELE", "po": "PO", "oh": "ADMIN", "lon": "LON", "hyra": "LOKAL",
        "mat": "INVENTARIER", "kost": "INVENTARIER", "fika": "SAMVERKAN", "el": "LOKAL",
        "lokal": "LOKAL", "samverkan": "SAMVERKAN", "bil": "RESOR",
    ]

    /// Beginnings of words, the longer before the shorter.
    private static let stems: [(stem: String, code: String)] = [
        ("personalomkostn", "PO"), ("arbetsgivaravg", "PO"), ("lonebikostn", "PO"),
        ("lone", "LON"), ("loner", "LON"), ("personal", "LON"), ("projektled", "LON"),
        ("handledare", "LON"), ("samordnare", "LON"), ("koordinator", "LON"), ("coach", "LON"),
        ("arbetsterap", "LON"), ("vagledare", "LON"), ("handlaggar", "LON"),
        ("arbetsled", "ARBLED"), ("chefsst", "ARBLED"),
        ("konsult", "KONSULT"), ("tolk", "KONSULT"), ("utvarder", "KONSULT"),
        ("forelas", "KOP_TJANST"), ("friskvard", "KOP_TJANST"), ("upphandl", "KOP_TJANST"),
        ("lokalk", "LOKAL"), ("lokalh", "LOKAL"), ("lokaler", "LOKAL"), ("lokalv", "LOKAL"),
        ("hyr", "LOKAL"), ("stadning", "LOKAL"),
        ("dator", "IT_TELE"), ("telefon", "IT_TELE"), ("tele", "IT_TELE"), ("data", "IT_TELE"),
        ("mobil", "IT_TELE"), ("licens", "IT_TELE"), ("bredband", "IT_TELE"),
        ("utrustn", "INVENTARIER"), ("inventar", "INVENTARIER"), ("mobler", "INVENTARIER"),
        ("arbetsmiljo", "INVENTARIER"), ("inkop", "INVENTARIER"), ("material", "INVENTARIER"),
        ("forbrukning", "INVENTARIER"), ("kontorsmat", "INVENTARIER"),
        ("transport", "RESOR"), ("resor", "RESOR"), ("rese", "RESOR"), ("resekost", "RESOR"),
        ("korstrack", "RESOR"), ("milersatt", "RESOR"), ("traktament", "RESOR"),
        ("leasing", "RESOR"), ("bilk", "RESOR"), ("bilh", "RESOR"),
        ("utbildn", "UTBILDNING"), ("handledning", "UTBILDNING"), ("kompetensutv", "UTBILDNING"),
        ("fortbildn", "UTBILDNING"), ("litteratur", "UTBILDNING"), ("kurs", "UTBILDNING"),
        ("samverkansk", "SAMVERKAN"), ("samverkansm", "SAMVERKAN"), ("mote", "SAMVERKAN"),
        ("konferens", "SAMVERKAN"),
        ("kompetenhoj", "DELTAGARE"), ("kompetenshoj", "DELTAGARE"), ("klient", "DELTAGARE"),
        ("deltagar", "DELTAGARE"), ("korkort", "DELTAGARE"), ("busskort", "DELTAGARE"),
        ("administr", "ADMIN"), ("overhead", "ADMIN"), ("ekonomi", "ADMIN"),
        ("ovrig", "OVRIGT"), ("diverse", "OVRIGT"), ("oforutsed", "OVRIGT"),
        ("aktivitet", "AKTIVITET"), ("information", "OVRIGT"), ("tryck", "OVRIGT"),
        ("marknadsf", "OVRIGT"),
    ]
}

extension EligibilityConcern {
    /// Words that are enough by themselves.
    var stems: [String] {
        switch self {
        case .participantTravel: ["busskort", "milersatt", "reskassa", "manadskort"]
        case .participantCompensation: ["habiliteringsersatt", "flitpeng", "fickpeng"]
        case .interpreter: ["tolk"]
        case .licence: ["korkort", "truckkort", "kompetenhoj", "kompetenshoj"]
        case .participantCost: ["klient", "presentkort"]
        }
    }

    /// Words that are enough beside one about participants.
    var withParticipants: [String] {
        switch self {
        case .participantTravel: ["resor", "rese", "transport", "biljett"]
        case .participantCompensation: ["ersatt", "bidrag"]
        case .interpreter: []
        case .licence: ["intyg", "certifi"]
        case .participantCost: ["kostnad", "mat", "lunch", "klader", "medel"]
        }
    }
}
