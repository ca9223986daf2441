package import TestSupport

/// An invented book that is written out as SIE 4E, with balances that agree with its vouchers.
package struct SIEBook: Sendable {
    /// A row.
    package struct Row: Hashable, Sendable {
        package var account: String
        /// As `1:010`, dimension and code.
        package var objects: [String]
        package var ore: Int
        package var text: String

        package init(_ account: String, _ objects: [String] = [], ore: Int, text: String = "") {
            self.account = account
            self.objects = objects
            self.ore = ore
            self.text = text
        }
    }

    /// A voucher.
    package struct Voucher: Hashable, Sendable {
        package var series: String
        /// Empty for one without number.
        package var number: String
        package var month: Int
        package var day: Int
        package var text: String
        package var rows: [Row]

        package init(
            _ series: String,
            _ number: String,
            month: Int,
            day: Int = 15,
            text: String = "",
            rows: [Row]
        ) {
            self.series = series
            self.number = number
            self.month = month
            self.day = day
            self.text = text
            self.rows = rows
        }
    }

    /// What a later export may write otherwise without any voucher being changed.
    package struct Dress: Sendable {
        package var blankLines = 0
        package var registeredOn: String?
        package var signature = ""
        package var generatedOn = "20260115"

        package init() {}
    }

    package var year = 2025
    package var organizationNumber = "222000-9993"
    package var name = "Samordningsforbundet Exempel"
    package var opening: [String: Int] = [:]
    /// Objects with names, as `1:010`.
    package var objects: [String: String] = [:]
    package var accountNames: [String: String] = [:]
    package var vouchers: [Voucher] = []

    package init() {}

    /// The movement of every account.
    package var movements: [String: Int] {
        vouchers.flatMap(\.rows).reduce(into: [:]) { $0[$1.account, default: 0] += $1.ore }
    }

    /// The balances by `account objects month`, as a reader without a database counts them.
    package var balances: [String: Int] {
        var sums: [String: Int] = [:]
        for voucher in vouchers {
            for row in voucher.rows {
                let objects = Self.sorted(row.objects).joined(separator: " ")
                sums["\(row.account) \(objects) \(year * 100 + voucher.month)", default: 0] +=
                    row.ore
            }
        }
        return sums.filter { $0.value != 0 }
    }

    /// Objects in order of dimension and code.
    package static func sorted(_ objects: [String]) -> [String] {
        objects.sorted { left, right in
            let first = left.split(separator: ":", maxSplits: 1)
            let second = right.split(separator: ":", maxSplits: 1)
            return (Int(first[0]) ?? 0, first[1]) < (Int(second[0]) ?? 0, second[1])
        }
    }

    /// The file.
    package func bytes(_ dress: Dress = Dress()) -> [UInt8] {
        var lines = head(dress)
        for voucher in vouchers {
            lines += Array(repeating: "", count: dress.blankLines)
            var line = "#VER \"\(voucher.series)\" \"\(voucher.number)\" \(date(of: voucher))"
            line += " \"\(voucher.text)\""
            if let day = dress.registeredOn { line += " \(day) \"\(dress.signature)\"" }
            lines.append(line)
            lines.append("{")
            for row in voucher.rows {
                let objects = row.objects.map {
                    $0.split(separator: ":", maxSplits: 1).map { "\"\($0)\"" }
                        .joined(separator: " ")
                }.joined(separator: " ")
                let text = row.text.isEmpty ? "" : " \"\" \"\(row.text)\""
                lines.append("#TRANS \(row.account) {\(objects)} \(amount(row.ore))\(text)")
            }
            lines.append("}")
        }
        return Array((lines.joined(separator: "\r\n") + "\r\n").utf8)
    }

    private func head(_ dress: Dress) -> [String] {
        var lines = [
            "#FLAGGA 0", "#PROGRAM \"Exempelbok\" \"1.0\"", "#FORMAT PC8",
            "#GEN \(dress.generatedOn)", "#SIETYP 4", "#ORGNR \(organizationNumber)",
            "#FNAMN \"\(name)\"", "#RAR 0 \(year)0101 \(year)1231",
        ]
        let movements = movements
        let accounts = Set(movements.keys).union(opening.keys).union(accountNames.keys).sorted()
        lines += accounts.map { "#KONTO \($0) \"\(accountNames[$0] ?? "Konto \($0)")\"" }
        lines += Self.sorted(Array(objects.keys)).map { object in
            let parts = object.split(separator: ":", maxSplits: 1)
            return "#OBJEKT \(parts[0]) \"\(parts[1])\" \"\(objects[object] ?? "")\""
        }
        for account in accounts {
            let moved = movements[account] ?? 0
            if account < "3" {
                let opened = opening[account] ?? 0
                lines.append("#IB 0 \(account) \(amount(opened))")
                lines.append("#UB 0 \(account) \(amount(opened + moved))")
            } else {
                lines.append("#RES 0 \(account) \(amount(moved))")
            }
        }
        return lines
    }

    private func date(of voucher: Voucher) -> String {
        String(year * 10_000 + voucher.month * 100 + voucher.day)
    }

    private func amount(_ ore: Int) -> String {
        let rest = String(ore.magnitude % 100)
        return (ore < 0 ? "-" : "") + "\(ore.magnitude / 100)."
            + (rest.count < 2 ? "0" + rest : rest)
    }
}

extension SIEBook {
    /// A book of a seed: several series, equal vouchers, repeated numbers, some without number.
    package init(seed: Int, voucherCount: Int) {
        var generator = SeededGenerator(seed: seed)
        self.init()
        opening = ["1930": 5_000_000, "2010": -5_000_000]
        objects = ["1:010": "Kansli", "6:I01": "Insats ett", "6:I02": "Insats två ASCII"]
        objects["6:I02"] = "Insats tva"
        for series in ["A", "B", "L"] {
            vouchers.append(Self.voucher(series, "1", &generator))
        }
        var next = ["A": 2, "B": 2, "L": 2]
        while vouchers.count < voucherCount {
            let series = ["A", "B", "L"].randomElement(using: &generator) ?? "A"
            switch Int.random(in: 0..<20, using: &generator) {
            case 0:
                if let twin = vouchers.randomElement(using: &generator) { vouchers.append(twin) }
            case 1:
                vouchers.append(Self.voucher(series, "", &generator))
            case 2:
                let number = Int.random(in: 1..<(next[series] ?? 2), using: &generator)
                vouchers.append(Self.voucher(series, String(number), &generator))
            default:
                let number = next[series] ?? 2
                next[series] = number + 1
                vouchers.append(Self.voucher(series, String(number), &generator))
            }
        }
    }

    /// A balanced voucher with random rows.
    package static func voucher(
        _ series: String,
        _ number: String,
        _ generator: inout SeededGenerator
    ) -> Voucher {
        let accounts = ["4510", "5010", "6010", "7050"]
        let choices = [[], ["6:I01"], ["6:I02"], ["1:010", "6:I01"]]
        var rows: [Row] = []
        var sum = 0
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let ore = Int.random(in: -50_000...50_000, using: &generator)
            sum += ore
            rows.append(
                Row(
                    accounts.randomElement(using: &generator) ?? "6010",
                    choices.randomElement(using: &generator) ?? [],
                    ore: ore
                )
            )
        }
        rows.append(Row("1930", ore: -sum))
        return Voucher(
            series,
            number,
            month: Int.random(in: 1...12, using: &generator),
            day: Int.random(in: 1...28, using: &generator),
            text: "Text \(Int.random(in: 0..<1_000_000, using: &generator))",
            rows: rows
        )
    }
}
