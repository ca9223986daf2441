import MedelCore

/// Says in Swedish why money is not moved, and what decision is needed.
func message(for fault: ReallocationFault) -> String {
    switch fault {
    case .unknownRow(let code):
        "Budgeten har ingen rad \(code.text). Visa raderna med medel budget show."
    case .unknownYear(let year, let count):
        "Budgeten har inget budgetår \(year), bara 1–\(count). Ange --year."
    case .sameRow(let code):
        "Raden \(code.text) kan inte ge till sig själv. Ändra --from eller --to."
    case .notAboveZero: "Beloppet ska vara större än noll. Byt plats på --from och --to i stället."
    case .financing(let code):
        "Raden \(code.text) är bidraget från förbundet och ingen kostnad. Välj en kostnadsrad."
    case .income(let code):
        "Raden \(code.text) är en intäkt och kan varken ge eller ta. Välj en kostnadsrad."
    case .moreThanRow(let code, let year, let has):
        "Raden \(code.text) har \(kronor(has)) år \(year) och kan inte ge mer än så. "
            + "Minska beloppet."
    case .closed(let day):
        "Insatsen är avslutad \(day) och budgeten ändras inte mer. Är det fel, fatta först ett nytt "
            + "beslut om insatsen."
    case .noTolerance:
        "Beslutet om insatsen anger ingen tolerans för omfördelning mellan rader. Det behövs ett "
            + "beslut: lägg till ett av slaget reallocate och en reviderad budget i planen."
    case .outsideTolerance(let code, let year, let change, let limit):
        "Raden \(code.text) skulle år \(year) ha ändrats med \(kronor(change)) sedan beslutet, och "
            + "toleransen är \(kronor(limit)). Det behövs ett beslut: lägg till ett av slaget "
            + "reallocate och en reviderad budget i planen."
    case .outOfRange:
        "En summa är större än 9 999 999 999 999,99 kr. Minska beloppet."
    }
}

private func kronor(_ amount: Money) -> String { AmountText.kronorAndOre.text(amount) + " kr" }
