import MedelCore
import MedelDocument

extension AnnualDocument {
    /// What the year comes to, and what is wrong.
    func summary() throws(MoneyError) -> Section {
        var tables = [try keyFigures()]
        if !accounts.errors.isEmpty { tables.append(errorTable()) }
        return Section(
            key: "sammanfattning",
            title: "Sammanfattning",
            paragraphs: [Paragraph(try lead(), .lead)] + [Paragraph(state), Self.partsElsewhere]
                + accounts.errors.map { Paragraph($0.text, .warning) },
            tables: tables
        )
    }

    /// Source: LKBR 4:1.
    private static let partsElsewhere = Paragraph(
        "Dokumentet innehåller räkenskaperna. Förvaltningsberättelse, kassaflödesanalys, "
            + "investeringsredovisning, not om redovisningsprinciper och underskrifter ingår inte "
            + "och läggs till före beslutet (LKBR 4 kap. 1 §)."
    )

    private func lead() throws(MoneyError) -> String {
        let result = statements.result
        let equity = "Eget kapital vid årets slut är \(kronor(statements.equity.closing))."
        let budget = accounts.operating[.total]?.amounts.final.amount
        guard let budget else {
            return "Årets resultat \(year) är \(kronor(result)). \(equity)"
        }
        let deviation = try result - budget
        let compared =
            deviation == .zero
            ? "som budgeterat"
            : "\(kronor(deviation < .zero ? -deviation : deviation)) "
                + (deviation < .zero ? "sämre" : "bättre") + " än budget"
        return "Årets resultat \(year) är \(kronor(result)), \(compared). \(equity)"
    }

    private var state: String {
        let count = accounts.errors.count
        let late = accounts.late.count
        let waiting =
            late == 0
            ? ""
            : " Verifikationer som inkom efter stängning och inte ingår: \(late); se Kontroller."
        switch status {
        case .ready: return "Klar för styrelsen: kontrollerna har inte funnit något fel." + waiting
        case .draft:
            return
                (count == 0
                ? "Utkast. Kontrollerna har inte funnit något fel."
                : "Utkast. Fel som hindrar att rapporten blir klar för styrelsen: \(count).")
                + waiting
        }
    }

    private func keyFigures() throws(MoneyError) -> Table {
        let operating = accounts.operating
        let total = operating[.total]?.amounts
        let assets = statements.balance.total(.assets, in: accounts.templates.balance)
        let insatser = operating[.insatser]?.amounts
        let result = statements.income.total(.result, in: accounts.templates.income)
        let unknown = Figure(.unknown)
        let figures: [(String, String, Figure, Figure)] = [
            (
                "resultat", "Årets resultat", Figure(statements.result),
                result?.previous ?? unknown
            ),
            (
                "budget", "Budgeterat resultat, slutlig budget", total?.final ?? unknown,
                .notApplicable
            ),
            (
                "insatser", "Insatser, utfall", insatser?.actual ?? unknown,
                insatser?.previous ?? unknown
            ),
            (
                "eget-kapital", "Eget kapital vid årets slut",
                Figure(statements.equity.closing), Figure(statements.previousEquity?.closing)
            ),
            (
                "balansomslutning", "Balansomslutning", assets?.current ?? unknown,
                assets?.previous ?? unknown
            ),
        ]
        return table(
            "nyckeltal",
            "Nyckeltal",
            [
                words("post", "Post", width: 40), amount("current", "\(year)"),
                amount("previous", "\(year - 1)"),
            ],
            rows: figures.map { key, title, current, previous in
                TableRow(key: key, cells: [.text(title), cell(current), cell(previous)])
            }
        )
    }

    private func errorTable() -> Table {
        table(
            "fel",
            "Fel som ska rättas",
            [
                words("kind", "Slag", width: 30), words("account", "Konto", width: 10),
                amount("amount", "Belopp"), words("text", "Vad som är fel", width: 70),
            ],
            rows: accounts.errors.enumerated().map { place, error in
                TableRow(
                    key: "\(error.code)-\(place + 1)",
                    cells: [
                        .text(error.title), cell(error.account?.text ?? ""),
                        error.amount.map { .amount($0) } ?? .empty, .text(error.text),
                    ]
                )
            }
        )
    }
}
