#!/usr/bin/env python3
"""Writes the invented SIE files of this folder and what a reader must find in them.

Everything follows from the seed: run it again and the bytes are the same. The expected values
come from the model that the files are written from, not from reading them.
"""

import json
import pathlib
import random
import zlib

HERE = pathlib.Path(__file__).parent
SEED = 2_220_009
EXPECTED = {}

ACCOUNTS = [
    (1510, "Kundfordringar", "T"), (1630, "Skattekonto", "T"), (1710, "Förutbetalda kostnader", "T"),
    (1930, "Bank", "T"), (2010, "Eget kapital", "S"), (2440, "Leverantörsskulder", "S"),
    (2641, "Ingående moms", "S"), (2990, "Upplupna kostnader", "S"),
    (3510, "Bidrag från staten", "I"), (3520, "Bidrag från regionen", "I"),
    (3530, "Bidrag från kommunerna", "I"), (4510, "Köp av verksamhet", "K"),
    (5010, "Löner månadsanställda", "K"), (5610, "Arbetsgivaravgifter", "K"),
    (6010, "Lokalhyra", "K"), (6410, "Förbrukningsmaterial", "K"), (7050, "Resor", "K"),
    (7410, "Konsulttjänster", "K"), (7610, "Utbildning", "K"), (7910, "Styrelse och revision", "K"),
]
PROJECTS = [
    ("I01", "Vägval Exempellän"), ("I02", "Språng till arbete"), ("I03", "Öppna dörren"),
    ("I04", "Unga på väg"), ("I05", "Gemensam ingång"), ("I06", "Förstudie hälsa"),
]
TEXTS = ["Hyra kvartal", "Rekvisition", "Lön", "Förbrukningsmaterial", "Föreläsare", "Resor",
         "Köpt handledning", "Kursavgift \"Steget\"", "Styrelsemöte", "Rättad periodisering"]


def org_number(nine):
    total = 0
    for place, digit in enumerate(nine):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return f"{nine[:6]}-{nine[6:]}{(10 - total % 10) % 10}"


ASSOCIATION = org_number("222000999")
MUNICIPALITY = org_number("212000987")


def amount(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def quoted(text):
    return '"' + text.replace('"', '\\"') + '"'


def objects(pairs):
    return "{" + " ".join(f"{d} {quoted(c)}" for d, c in pairs) + "}"


class Book:
    """A book with its vouchers; balances follow from them."""

    def __init__(self, year, name, number, opening=None, seed=0):
        self.year, self.name, self.number = year, name, number
        self.opening = dict(opening or {})
        self.random = random.Random(SEED + year + seed)
        self.vouchers = []

    def add(self, series, date, text, rows):
        number = 1 + sum(1 for v in self.vouchers if v[0] == series)
        self.vouchers.append((series, number, date, text, rows))

    def fill(self, count, projects=PROJECTS):
        pick = self.random
        for month in (1, 4, 7, 10):
            date = self.year * 10000 + month * 100 + 15
            for account, share in ((3510, 50), (3520, 25), (3530, 25)):
                ore = 1_250_000_00 * share // 100
                self.add("B", date, "Medlemsbidrag", [(1930, [], ore), (account, [], -ore)])
        days = sorted(pick.randrange(0, 336) for _ in range(count))
        for day in days:
            date = self.year * 10000 + (day // 28 + 1) * 100 + day % 28 + 1
            rows, total = [], 0
            for _ in range(pick.randint(1, 3)):
                account = pick.choice([4510, 5010, 5610, 6010, 6410, 7050, 7410, 7610, 7910])
                ore = pick.randrange(10_000, 4_500_000)
                where = [(6, pick.choice(projects)[0])] if projects and account != 7910 else []
                rows.append((account, where, ore))
                total += ore
            rows.append((pick.choice([1930, 2440]), [], -total))
            self.add("A", date, pick.choice(TEXTS), rows)

    def moved(self):
        sums = {}
        for voucher in self.vouchers:
            for account, _, ore in voucher[4]:
                sums[account] = sums.get(account, 0) + ore
        return sums

    def closing(self):
        moved = self.moved()
        places = sorted(set(self.opening) | {a for a in moved if a < 3000})
        return {a: self.opening.get(a, 0) + moved.get(a, 0) for a in places}

    def result(self):
        return {a: ore for a, ore in sorted(self.moved().items()) if a >= 3000}

    def next_opening(self):
        opening = self.closing()
        opening[2010] = opening.get(2010, 0) + sum(self.result().values())
        return opening

    def head(self, kind=4, program='"Exempelbok" "1.0"', extra=()):
        lines = ["#FLAGGA 0", f"#PROGRAM {program}", "#FORMAT PC8", f"#GEN {self.year + 1}0115 AE"]
        if kind:
            lines.append(f"#SIETYP {kind}")
        lines += list(extra)
        if self.number:
            lines.append(f"#ORGNR {self.number}")
        lines += [f"#FNAMN {quoted(self.name)}", f"#RAR 0 {self.year}0101 {self.year}1231",
                  f"#RAR -1 {self.year - 1}0101 {self.year - 1}1231"]
        return lines

    def chart(self, projects=PROJECTS, dimensions=True):
        lines = []
        for account, name, kind in ACCOUNTS:
            lines += [f"#KONTO {account} {quoted(name)}", f"#KTYP {account} {kind}"]
        if dimensions:
            lines.append('#DIM 6 "Insats"')
            lines += [f"#OBJEKT 6 {quoted(c)} {quoted(n)}" for c, n in projects]
        return lines

    def balances(self):
        lines = [f"#IB 0 {a} {amount(o)}" for a, o in sorted(self.opening.items())]
        lines += [f"#UB 0 {a} {amount(o)}" for a, o in self.closing().items()]
        return lines + [f"#RES 0 {a} {amount(o)}" for a, o in self.result().items()]

    def rows(self):
        lines = []
        for series, number, date, text, rows in self.vouchers:
            lines += [f"#VER {quoted(series)} {number} {date} {quoted(text)}", "{"]
            lines += [f"#TRANS {a} {objects(w)} {amount(o)}" for a, w, o in rows]
            lines.append("}")
        return lines

    def expected(self, balances=True, vouchers=True, **changes):
        total = lambda sums: amount(sum(sums.values())) if sums else None
        values = {
            "encoding": "cp437", "sieType": "4", "accounts": len(ACCOUNTS),
            "vouchers": len(self.vouchers) if vouchers else 0,
            "postings": sum(len(v[4]) for v in self.vouchers) if vouchers else 0,
            "unbalancedVouchers": 0, "sums": {}, "reconciles": None,
            "undeclaredAccounts": [], "undeclaredObjects": 0, "accepted": True, "codes": [],
        }
        if balances:
            sums = {"openingBalance": total(self.opening), "closingBalance": total(self.closing()),
                    "result": total(self.result())}
            values["sums"] = {k: v for k, v in sums.items() if v is not None}
            values["reconciles"] = True if vouchers else None
        values.update(changes)
        return values


def write(name, lines, expected, encoding="cp437", end="\r\n"):
    text = end.join(lines) + end
    (HERE / name).write_bytes(text.encode(encoding))
    EXPECTED[name] = expected


def with_sum(lines, wrong=False):
    """Puts #KSUMMA first and last; the sum is fed field by field as the standard says."""
    lines = [lines[0], "#KSUMMA"] + lines[1:]
    crc = 0
    for line in lines[2:]:
        if line.startswith("#"):
            for field in fields(line):
                crc = zlib.crc32(field.encode("cp437"), crc)
    return lines + [f"#KSUMMA {crc + (1 if wrong else 0)}"]


def fields(line):
    """Fields of a well-written line; braces count as blanks."""
    result, at = [], 0
    while at < len(line):
        if line[at] in " \t{}":
            at += 1
        elif line[at] == '"':
            at, text = at + 1, ""
            while line[at] != '"':
                if line[at] == "\\" and line[at + 1] == '"':
                    at += 1
                text += line[at]
                at += 1
            result.append(text)
            at += 1
        else:
            start = at
            while at < len(line) and line[at] not in " \t{}":
                at += 1
            result.append(line[start:at])
    return result


def association():
    first = Book(2024, "Samordningsförbundet Exempellän", ASSOCIATION,
                 {1510: 120_000_00, 1930: 2_340_500_50, 2010: -2_300_500_50, 2440: -160_000_00})
    first.fill(60)
    write("exempellan-2024-4e.se", first.head() + first.chart() + first.balances() + first.rows(),
          first.expected())
    second = Book(2025, first.name, first.number, first.next_opening())
    second.fill(70)
    lines = second.head() + second.chart() + second.balances() + second.rows()
    write("exempellan-2025-4e.se", lines, second.expected())
    return second


def municipality():
    book = Book(2025, "Exempelstads kommun, utdrag för Vägval", MUNICIPALITY, seed=7)
    pick = book.random
    for month in range(1, 13):
        where = [(1, "4711"), (6, "P880")]
        salary = pick.randrange(3_000_000, 4_200_000)
        fees = salary * 3942 // 10000
        book.add("L", 20250025 + month * 100, f"Lön handledare, månad {month}",
                 [(5010, where, salary), (5610, where, fees), (2990, [], -salary - fees)])
    lines = book.head(program='"Kommunbok" "24.2"') + book.chart(dimensions=False)
    lines += ['#DIM 1 "Ansvar"', '#OBJEKT 1 "4711" "Arbetsmarknad"', '#OBJEKT 6 "P880" "Vägval"']
    write("kommun-utdrag-4e.se", lines + book.balances() + book.rows(), book.expected())


def other_types(book):
    head = lambda kind: book.head(kind)
    write("typ1.se", head(None) + book.chart(dimensions=False) + book.balances(),
          book.expected(vouchers=False, sieType="1", codes=["typeAbsent"]))
    months = [f"#PSALDO 0 {book.year}{m:02d} {a} {{}} {amount(o)}"
              for m, a, o in ((1, 1930, 50_000_00), (1, 3510, -50_000_00), (2, 4510, 1_234_56))]
    write("typ2.se", head(2) + book.chart(dimensions=False) + book.balances() + months,
          book.expected(vouchers=False, sieType="2"))
    more = [f'#OIB 0 1510 {{6 "I01"}} 1000.00', f'#OUB 0 1510 {{6 "I01"}} 1500.50 2',
            f'#PBUDGET 0 {book.year}03 4510 {{6 "I02"}} 25000.00']
    write("typ3.se", head(3) + book.chart() + book.balances() + months + more,
          book.expected(vouchers=False, sieType="3"))
    small = small_book(4)
    lines = small.head() + small.chart() + small.rows()
    write("bokforingsorder-4i.si", lines, small.expected(balances=False))


def small_book(count, seed=0):
    book = Book(2025, "Samordningsförbundet Exempellän", ASSOCIATION, {1930: 500_00, 2010: -500_00},
                seed=seed)
    book.fill(count)
    return book


def sums():
    book = small_book(12, 1)
    lines = book.head() + book.chart() + book.balances() + book.rows()
    write("ksumma-4e.se", with_sum(lines), book.expected())
    write("ksumma-fel-4e.se", with_sum(lines, wrong=True),
          book.expected(accepted=False, codes=["checksumWrong"]))
    write("ksumma-avkortad-4e.se", with_sum(lines)[:-1],
          book.expected(accepted=False, codes=["checksumMissing"]))
    utf8 = with_sum(lines)
    write("ksumma-utf8-4e.se", utf8, book.expected(encoding="utf-8", codes=["encodingNotPC8"]),
          "utf-8")


def corrections():
    book = small_book(3, 2)
    book.add("A", 20251112, "Rättad", [(6010, [(6, "I01")], 700_00), (6410, [], 0), (1930, [], -700_00)])
    lines = book.head() + book.chart() + book.balances() + book.rows()
    at = next(n for n, line in enumerate(lines) if line == '#TRANS 6010 {6 "I01"} 700.00')
    lines[at:at + 1] = [
        '#BTRANS 6010 {6 "I02"} 700.00 20251201 "" "" "2 Anna Exempel"',
        '#RTRANS 6010 {6 "I01"} 700.00 20251201 "" "" "2 Anna Exempel"',
        '#TRANS 6010 { "6" "I01" } 700.00 20251112 ""',
    ]
    write("rattelser-4e.se", lines, book.expected())


def quirks():
    book = small_book(5, 3)
    whole = book.head() + book.chart() + book.balances() + book.rows()
    bad = [line.replace('"Köp av verksamhet"', '"K"p av verksamhet"')
               .replace('"Öppna dörren"', '"Öppna d"rren') for line in whole]
    write("citattecken-4e.se", bad, book.expected(codes=["quoteRepaired", "quoteMissing"]))
    brace = whole.index("{")
    write("klammer-saknas-4e.se", whole[:brace] + whole[brace + 1:],
          book.expected(codes=["blockNotOpened"]))
    write("avkortad-4e.se", whole[:-1], book.expected(accepted=False, codes=["cutInVoucher"]))
    write("utf8-4e.se", whole, book.expected(encoding="utf-8", codes=["encodingNotPC8"]), "utf-8")
    write("latin1-4e.se", whole, book.expected(encoding="latin1", codes=["encodingNotPC8"]),
          "latin-1")
    write("utan-orgnr-4e.se", [line for line in whole if not line.startswith("#ORGNR")],
          book.expected(codes=["organizationNumberMissing"]))
    tabs = [("\t" + line if line.startswith("#TRANS") else line).replace(" ", "\t", 1) + " \t"
            for line in whole]
    write("lf-tabbar-4e.se", [""] + tabs + ["", ""], book.expected(), end="\n")
    write("foretag-i-euro-4e.se", whole[:5] + ["#VALUTA EUR"] + whole[5:],
          book.expected(accepted=False, codes=["currencyNotSEK"]))
    unbalanced()
    imports(book)


def unbalanced():
    book = small_book(2, 4)
    book.add("A", 20251201, "Obalans", [(6010, [], 100_00), (1930, [], -90_00)])
    write("obalans-4e.se", book.head() + book.chart() + book.balances() + book.rows(),
          book.expected(unbalancedVouchers=1, accepted=False, codes=["voucherUnbalanced"]))


def imports(book):
    head = ["#FLAGGA 0", "#FORMAT PC8", "#SIETYP 4", '#PROGRAM "Exempelorder" "0.9"',
            "#GEN 20250301", f"#ORGNR {ASSOCIATION}", "#FNAMN Samordningsförbundet Exempellän"]
    rows = ['#VER "" "" 20250301 "Faktura" 20250302 "AE"', "{",
            '  #TRANS 6010 {} 1000.5 "" "Hyra" 2 "AE"', "  #TRANS 2440 {} -1000.50", "}"]
    blank = dict(encoding="cp437", sieType="4", accounts=0, vouchers=1, postings=2,
                 unbalancedVouchers=0, sums={}, reconciles=None,
                 undeclaredAccounts=["2440", "6010"], undeclaredObjects=0, accepted=True)
    write("okand-etikett-4i.si", head + ["#MOMSKOD 6010 25"] + rows,
          dict(blank, codes=["unknownLabel", "undeclaredAccount", "nameNotQuoted", "yearAbsent"]))
    under = ['#DIM 20 "Avdelning"', '#UNDERDIM 21 "Grupp" 20', '#OBJEKT 20 "01" "Stöd"',
             '#OBJEKT 21 "0101" "Stöd, ungdomar"']
    placed = [line.replace("{}", '{21 "0101" 22 "x"}') for line in rows]
    write("underdimension-4i.si", head + under + placed,
          dict(blank, undeclaredObjects=1, codes=["undeclaredObject", "undeclaredDimension"]))
    odd = ['#VER A 1 2025-03-01 "Fel datum"', "{", "#TRANS 6010 {} 1 000.00",
           "#TRANS 2440 -1000,00 20250301", "#TRANS {} 5", "}", "#TRANS 6010 {} 1.00"]
    write("fel-rader-4i.si", head + odd,
          dict(blank, postings=1, unbalancedVouchers=1, undeclaredAccounts=["2440"], accepted=False,
               codes=["voucherDateInvalid", "amountUnreadable", "objectListMissing",
                      "amountWithComma", "accountMissing", "rowOutsideVoucher"]))
    page = ["<!DOCTYPE html>", "<html><head><title>Sidan finns inte</title></head>",
            "<body><h1>404</h1></body></html>"]
    none = dict(blank, encoding="ascii", sieType="1", vouchers=0, postings=0,
                undeclaredAccounts=[], accepted=False, codes=["notSIE"])
    write("webbsida.se", page, none)
    five = ['<?xml version="1.0" encoding="utf-8"?>', '<Sie xmlns="http://www.sie.se/sie5"/>']
    write("sie5.se", five, none)


def main():
    book = association()
    municipality()
    other_types(book)
    sums()
    corrections()
    quirks()
    text = json.dumps(EXPECTED, ensure_ascii=False, indent=1, sort_keys=True)
    (HERE / "expected.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
