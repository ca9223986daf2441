import MedelCore

extension ApplicationDoubt {
    /// What to look at, in Swedish.
    public var swedish: String {
        switch self {
        case .ambiguousGroups(let text):
            "«\(text)» kan delas upp på flera sätt. Kontrollera beloppen mot ansökan."
        case .strokeAsNought: "Ett streck är läst som 0. Kontrollera mot ansökan."
        case .unreadable(let text, let fault):
            "«\(text)» kan inte läsas säkert: \(fault.swedish). Fyll i beloppet."
        case .amountCount(let expected, let found):
            "Raden har \(found) belopp men tabellen \(expected). Fyll i beloppen."
        case .noAmount: "Raden har inget belopp. Fyll i det eller stryk raden."
        case .figureAfter(let text):
            "«\(text)» efter beloppen är inte med. Det kan vara ett sidnummer eller ett antal."
        case .yearOrAmount(let year): "\(year) kan vara ett år eller ett belopp. Kontrollera."
        case .noCategory: "Inget kostnadsslag känns igen i texten. Välj ett."
        case .severalCategories(let codes):
            "Texten nämner flera kostnadsslag (\(codes.map(\.text).joined(separator: ", "))). "
                + "Det första är föreslaget."
        case .eligibility(let rule): rule.swedish
        case .sign: "Tecknet är oväntat. Kontrollera om raden är en kostnad eller en intäkt."
        case .strokeBefore: "Strecket före beloppet kan vara ett minustecken. Kontrollera."
        case .smallAmount: "Beloppet är under 1 000 kr. Kontrollera enheten."
        case .rowTotal(let printed, let computed):
            "Radens summa är \(printed.inApplication) men åren ger \(computed.inApplication)."
        case .remark(let text): "Efter beloppet står: \(text)"
        case .noLabel: "Beloppet saknar text. Ange vad det gäller."
        case .runningText: "Raden är läst ur löpande text. Kontrollera mot ansökan."
        case .otherFigures(let text): "Inte med från raden: \(text)."
        case .perMonth: "Texten säger per månad. Är beloppet för hela året?"
        case .approximate: "Beloppet är ungefärligt i ansökan."
        case .mayBeSum: "Raden är lika stor som raderna ovanför tillsammans. Är den en summa?"
        case .product: "Beloppet är inte antal gånger pris. Kontrollera mot ansökan."
        }
    }
}

extension EligibilityConcern {
    /// Why the cost may not be for the association to pay, in Swedish.
    public var swedish: String {
        switch self {
        case .participantTravel:
            "Busskort, resor och milersättning till deltagare är en förmån för den enskilde, som "
                + "förbundet inte får betala. Pröva raden."
        case .participantCompensation:
            "Ersättning till deltagare är en förmån för den enskilde, som förbundet inte får "
                + "betala. Pröva raden."
        case .interpreter:
            "Tolk betalas av den myndighet som fattar beslutet, inte av förbundet. Pröva raden."
        case .licence:
            "Körkort, truckkort och annat kompetenshöjande för enskilda kan vara en förmån för "
                + "den enskilde. Pröva raden."
        case .participantCost:
            "Kostnader för enskilda deltagare kan vara en förmån för den enskilde. Pröva raden."
        }
    }
}

extension TableDoubt {
    /// What to look at, in Swedish.
    public var swedish: String {
        switch self {
        case .yearUnknown:
            "Ansökan säger inte vilket år beloppen gäller. Ange årets namn och månader."
        case .columnsUnknown(let count, let names):
            "Tabellen har \(count) beloppskolumner utan årtal"
                + (names.isEmpty ? "" : " (\(names.joined(separator: ", ")))")
                + ". Kontrollera vad de är."
        case .mergedTables: "Åren stod i var sin tabell och är ställda bredvid varandra."
        case .totalColumn: "Sista kolumnen är läst som radernas summa och är inte med."
        case .perMonth: "Rubriken säger per månad. Är beloppen för hela året?"
        case .repeatedRows(let labels):
            "Flera rader heter lika: \(labels.joined(separator: ", ")). De kan gälla olika år."
        case .otherColumns(let names):
            "Kolumner som inte är med: \(names.joined(separator: ", "))."
        case .monthsUnknown(let labels):
            "Ansökan säger inte vilka månader som \(labels.joined(separator: ", ")) är. Ange dem."
        case .totalTable(let line, let agrees):
            agrees
                ? "Tabellen på rad \(line) är årens summa, stämmer och är inte med."
                : "Tabellen på rad \(line) kan vara årens summa men stämmer inte. Den är inte med."
        case .transposed: "Tabellen har åren som rader och kostnaderna som kolumner."
        }
    }
}

extension SumVerdict {
    /// What the comparison comes to, in Swedish.
    public var swedish: String {
        switch self {
        case .agrees: "Summorna stämmer med raderna."
        case .agreesWithoutIncome:
            "Summorna stämmer med kostnaderna, men intäkter bland raderna är inte med. Kontrollera."
        case .differs: "Summorna stämmer inte med raderna."
        case .partly: "Delsummorna stämmer, men ingen summa omfattar alla rader."
        case .noSum: "Ansökan har ingen summa att jämföra med."
        case .notCompared: "Summorna kan inte jämföras: ett belopp kan inte läsas."
        case .agreesOverYears: "Summan över alla år stämmer. Åren för sig har ingen summa."
        }
    }
}

extension PrintedSum {
    /// What came of the comparison, in Swedish.
    public var swedish: String {
        let printed = amounts.inApplication
        switch outcome {
        case .agreesWithAll: return "\(label) \(printed) stämmer med raderna."
        case .agreesWithoutIncome:
            return "\(label) \(printed) stämmer med kostnaderna, men intäkter ovanför är inte med."
        case .agreesWithNet: return "\(label) \(printed) stämmer med kostnader minus intäkter."
        case .agreesOverYears:
            return "\(label) \(printed) stämmer med raderna, alla år tillsammans."
        case .agreesWithIncomes: return "\(label) \(printed) stämmer med intäkterna."
        case .agreesWithPart: return "\(label) \(printed) stämmer med raderna närmast före."
        case .differs(let computed):
            return "\(label) \(printed) stämmer inte: raderna ger \(computed.inApplication)."
        case .notCompared:
            return "\(label) \(printed) kan inte jämföras: ett belopp kan inte läsas."
        }
    }
}

extension ApplicationFault {
    /// What is wrong with the file and what to do, in Swedish.
    public var swedish: String {
        switch self {
        case .empty:
            "Filen innehåller ingen text. En inskannad PDF måste textigenkännas (OCR) först."
        case .notText:
            "Filen är varken text eller PDF. Spara ansökan som PDF eller textfil och försök igen."
        case .tooLarge(let bytesMax):
            "Filens text är större än \(bytesMax) byte. Spara bara sidorna med budgeten."
        case .tooManyLines(let linesMax):
            "Filen har fler än \(linesMax) rader. Spara bara sidorna med budgeten."
        }
    }
}

extension Money {
    /// The amount as a remark shows it: öre only when there are any.
    var inApplication: String {
        let text = ore % 100 == 0 ? AmountText.kronor : AmountText.kronorAndOre
        return text.text(self)
    }
}

extension [Money?] {
    /// The amounts with strokes between; a question mark for one that is not known.
    var inApplication: String {
        isEmpty ? "?" : map { $0?.inApplication ?? "?" }.joined(separator: " / ")
    }
}

extension [Money] {
    var inApplication: String { map(\.inApplication).joined(separator: " / ") }
}
