"""Writes one invented book of two years, as SIE 4E files and as a journal for ledger and hledger.

    python3 Benchmarks/make_book.py FOLDER VOUCHERS

VOUCHERS is the number of vouchers in both years together; they have three rows on average. The same
number gives the same bytes. The files are 2024.se, 2025.se and book.journal, and rows.txt with the
number of rows. Both years together are the journal's one book: it opens with the first year's
balances.
"""

import datetime
import random
import sys
from pathlib import Path

INSATSER = 20
YEARS = (2024, 2025)
NAMES = {
    1510: "Kundfordringar", 1930: "Bank", 2010: "Eget kapital", 2440: "Leverantörsskulder",
    2641: "Ingående moms", 2710: "Personalskatt", 3510: "Bidrag från staten",
    3520: "Bidrag från regionen", 3530: "Bidrag från kommunerna", 4510: "Köp av verksamhet",
    5010: "Löner", 5610: "Arbetsgivaravgifter", 6010: "Lokalhyra", 6410: "Material",
    7050: "Resor", 7410: "Konsulter", 7610: "Utbildning",
}
CLASSES = {1: "Tillgångar", 2: "Skulder", 3: "Intäkter"}
OPENING = {1510: 12_500_000, 1930: 640_000_000, 2010: -600_000_000, 2440: -52_500_000}
SUPPLIERS = ["Lindgården", "Kursverket", "Samtalsrum Nord", "Fönsterhuset", "Tolkpoolen", "Resebyrån Väst"]


def kronor(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def salary(chance, insats):
    pay = chance.randrange(1_200_000, 4_600_000)
    fees, tax = pay * 3942 // 10_000, pay * 24 // 100
    return "Lön handledare", [(5010, insats, pay), (5610, insats, fees), (2710, 0, -tax - fees),
                              (1930, 0, tax - pay)]


def invoice(chance, insats):
    cost = chance.randrange(20_000, 3_000_000)
    account = chance.choice((6010, 6410, 7050, 7410, 7610))
    vat = 0 if account == 6010 else cost // 4
    return f"Faktura {chance.choice(SUPPLIERS)}", [
        (account, insats, cost), (2641, 0, vat), (2440, 0, -cost - vat)]


def payment(chance, insats):
    paid = chance.randrange(20_000, 3_000_000)
    return f"Betalning {chance.choice(SUPPLIERS)}", [(2440, 0, paid), (1930, 0, -paid)]


def claim(chance, insats):
    cost = chance.randrange(100_000, 20_000_000)
    return "Rekvisition", [(4510, insats, cost), (2440, 0, -cost)]


def contribution(chance, insats):
    whole = chance.randrange(1_000_000, 50_000_000)
    region = whole // 4
    return "Medlemsbidrag", [(1930, 0, whole), (3510, 0, -(whole // 2)), (3520, 0, -region),
                             (3530, 0, whole // 2 + region - whole)]


# Weights that give three rows on average.
EVENTS = [salary] * 4 + [invoice] * 8 + [payment] * 4 + [claim] * 2 + [contribution] * 2


def write_year(folder, journal, year, count, opening, chance):
    start = datetime.date(year, 1, 1)
    days = (datetime.date(year + 1, 1, 1) - start).days
    balances, body, entries, rows = dict(opening), [], [], 0
    for number in range(1, count + 1):
        day = start + datetime.timedelta(days=(number - 1) * days // count)
        insats = chance.randrange(1, INSATSER + 1)
        text, lines = chance.choice(EVENTS)(chance, insats)
        body.append(f'#VER "A" {number} {day:%Y%m%d} "{text}" {day:%Y%m%d}\r\n{{\r\n')
        entries.append(f"{day} (A{number}) {text}\n")
        for account, place, ore in lines:
            objects = f'6 "I{place:02d}"' if place else ""
            body.append(f"   #TRANS {account} {{{objects}}} {kronor(ore)}\r\n")
            kind = CLASSES.get(account // 1000, "Kostnader")
            leaf = f":I{place:02d}" if place else ""
            entries.append(f"    {kind}:{account} {NAMES[account]}{leaf}  {kronor(ore)} SEK\n")
            balances[account] = balances.get(account, 0) + ore
        rows += len(lines)
        body.append("}\r\n")
        if number % 20_000 == 0:
            journal.write("".join(entries))
            entries.clear()
    journal.write("".join(entries))
    with open(folder / f"{year}.se", "w", encoding="cp437", newline="") as sie:
        write_top(sie, year, opening, balances)
        sie.writelines(body)
    return balances, rows


def write_top(sie, year, opening, balances):
    def put(line):
        sie.write(line + "\r\n")
    put("#FLAGGA 0")
    put('#PROGRAM "Exempelbok" "1.0"')
    put("#FORMAT PC8")
    put(f"#GEN {year + 1}0115")
    put("#SIETYP 4")
    put("#ORGNR 222000-9993")
    put('#FNAMN "Samordningsförbundet Exempellän"')
    put(f"#RAR 0 {year}0101 {year}1231")
    for account, name in NAMES.items():
        put(f'#KONTO {account} "{name}"')
    put('#DIM 6 "Insats"')
    for insats in range(1, INSATSER + 1):
        put(f'#OBJEKT 6 "I{insats:02d}" "Insats {insats}"')
    for account in sorted(NAMES):
        if account < 3000:
            put(f"#IB 0 {account} {kronor(opening.get(account, 0))}")
            put(f"#UB 0 {account} {kronor(balances.get(account, 0))}")
        else:
            put(f"#RES 0 {account} {kronor(balances.get(account, 0))}")


def closed(balances):
    """What the next year opens with: the result goes to equity."""
    result = sum(ore for account, ore in balances.items() if account >= 3000)
    opening = {account: ore for account, ore in balances.items() if account < 3000}
    opening[2010] = opening.get(2010, 0) + result
    return opening


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(20_250_630)
    opening, rows = dict(OPENING), 0
    with open(folder / "book.journal", "w", encoding="utf-8") as journal:
        journal.write("commodity 1000.00 SEK\n\n")
        journal.write(f"{YEARS[0]}-01-01 Ingående balans\n")
        for account, ore in OPENING.items():
            kind = CLASSES[account // 1000]
            journal.write(f"    {kind}:{account} {NAMES[account]}  {kronor(ore)} SEK\n")
        for place, year in enumerate(YEARS):
            share = count // 2 + (count % 2 if place else 0)
            balances, more = write_year(folder, journal, year, share, opening, chance)
            opening, rows = closed(balances), rows + more
    (folder / "rows.txt").write_text(f"{rows}\n")


if __name__ == "__main__":
    main()
