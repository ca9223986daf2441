#!/usr/bin/env python3
"""Writes the invented association Exempellän: its plan, its books and what must come out of them.

Nothing here exists: not the association, its members' figures, the insatser, the amounts of the state or
the rates. Everything follows from the seed: run it again and the bytes are the same. The expected
values come from the model that the files are written from, not from reading them, and no line of
Medel takes part. `Model` below holds postings that say themselves what they are; the mapping rules
are then tried against that, so that rules and postings are proved by each other.
"""

import hashlib
import json
import pathlib
import zlib

import financing
import planning

HERE = pathlib.Path(__file__).parent
YEARS = (2023, 2024, 2025)
NOTE = ("Påhittade uppgifter: förbundet, insatserna, medlemmarnas och statens belopp, procentsatser "
        "och verifikationer finns inte i verkligheten.")


class Dice:
    """A small generator of its own, so that no version of Python changes the bytes."""

    def __init__(self, seed):
        self.state = seed

    def below(self, count):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % count

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def pick(self, items):
        return items[self.below(len(items))]


SEED = 2_220_009
DICE = Dice(SEED)


# ---------------------------------------------------------------- amounts, days, rounding

def kr(kronor):
    return kronor * 100


def text(ore):
    return f"{'-' if ore < 0 else ''}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def shown(ore):
    """Swedish text for the README, whole kronor."""
    whole = (abs(ore) + 50) // 100
    return ("−" if ore < 0 and whole else "") + f"{whole:,}".replace(",", "\u00a0")


def share(ore, part, whole):
    """Half away from zero."""
    sign = -1 if ore < 0 else 1
    return sign * ((abs(ore) * part * 2 + whole) // (2 * whole))


def split(total, weights, unit=100):
    """Largest remainder in whole units, ties to the first; see docs/rounding.md."""
    units, whole = total // unit, sum(weights)
    parts = [units * w // whole for w in weights]
    lost = [units * w % whole for w in weights]
    for place in sorted(range(len(weights)), key=lambda i: (-lost[i], i))[:units - sum(parts)]:
        parts[place] += 1
    parts = [part * unit for part in parts]
    parts[next(i for i, w in enumerate(weights) if w)] += total % unit
    return parts


def spread(rows, months):
    """Cells of rows over equal months by two-way cumulative rounding; see docs/rounding.md."""
    cum = lambda i, k: (2 * sum(rows[:i]) * k + months) // (2 * months)
    return [[cum(i + 1, k + 1) - cum(i, k + 1) - cum(i + 1, k) + cum(i, k) for k in range(months)]
            for i in range(len(rows))]


def month_range(first, last):
    year, month = map(int, first.split("-"))
    months = []
    while f"{year}-{month:02d}" <= last:
        months.append(f"{year}-{month:02d}")
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return months


def later(month, count=1):
    year, number = int(month[:4]), int(month[5:]) - 1 + count
    return f"{year + number // 12}-{number % 12 + 1:02d}"


def day(month, number):
    return int(month[:4]) * 10000 + int(month[5:]) * 100 + number


def iso(date):
    return f"{date // 10000}-{date // 100 % 100:02d}-{date % 100:02d}"


def month_of(date):
    return iso(date)[:7]


def org_number(nine):
    total = 0
    for place, digit in enumerate(nine):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value // 10 + value % 10
    return f"{nine[:6]}-{nine[6:]}{(10 - total % 10) % 10}"


# ---------------------------------------------------------------- what is invented

ORG = {"association": org_number("222000999"), "EXSTAD": org_number("212000987"),
       "REGEX": org_number("232100987")}
ASSOCIATION = "Samordningsförbundet Exempellän"

# code, name, party, key (folkmängd, påhittad)
MEMBERS = [
    ("FK", "Försäkringskassan", "state", 1),
    ("AF", "Arbetsförmedlingen", "state", 0),
    ("REGEX", "Region Exempellän", "region", 1),
    ("EXSTAD", "Exempelstads kommun", "municipality", 41207),
    ("GRANHULT", "Granhults kommun", "municipality", 18353),
    ("BJORKVALLA", "Björkvalla kommun", "municipality", 11784),
    ("LILLFORSA", "Lillforsa kommun", "municipality", 7941),
    ("NORRMYRA", "Norrmyra kommun", "municipality", 5129),
]
CONTRIBUTION_TOTALS = {2023: kr(9_124_000), 2024: kr(9_900_000), 2025: kr(9_340_002)}
CONTRIBUTION_DECIDED = {2023: "2022-10-13", 2024: "2023-10-12", 2025: "2024-10-10"}

# code, name, VAT, book
RECIPIENTS = [
    ("EXSTAD", "Exempelstads kommun", "netto", True),
    ("REGEX", "Region Exempellän", "netto", True),
    ("GRANHULT", "Granhults kommun", "netto", False),
    ("UGGLE", "Föreningen Ugglebruket i Exempelstad", "brutto", False),
]
# PO in basis points: all years and employers invented.
PO = {"municipality": {2021: 4005, 2022: 3940, 2023: 4450, 2024: 4590, 2025: 4410},
      "region": {2021: 4600, 2022: 4510, 2023: 5230, 2024: 5450, 2025: 5190}}
EMPLOYER = {"EXSTAD": "municipality", "GRANHULT": "municipality", "REGEX": "region",
            "UGGLE": "municipality", None: "municipality"}

# category: (account prefix, account booked, name)
COST = {
    "LON": (("50", "51"), "5020", "Löner tillsvidareanställda"),
    "PO": (("56", "57"), "5610", "Arbetsgivaravgifter"),
    "ARBLED": (("765",), "7650", "Arbetsledning, intern fördelning"),
    "EXTERN_TJANST": (("465",), "4650", "Inhyrd personal från annan part"),
    "KOP_TJANST": (("461",), "4610", "Köp av tjänster"),
    "KONSULT": (("74",), "7410", "Konsulttjänster"),
    "LOKAL": (("60",), "6010", "Lokalhyra"),
    "IT_TELE": (("68",), "6810", "Telefoni, data och IT"),
    "INVENTARIER": (("64",), "6410", "Inventarier och förbrukningsmaterial"),
    "RESOR": (("70",), "7050", "Resor"),
    "UTBILDNING": (("761",), "7610", "Utbildning och handledning"),
    "SAMVERKAN": (("762",), "7620", "Möten och samverkan"),
    "DELTAGARE": (("763",), "7630", "Kostnader för deltagare"),
    "ADMIN": (("766",), "7660", "Administration, intern fördelning"),
    "OVRIGT": (("769",), "7690", "Övriga kostnader"),
    "INTAKT_FORBUND": (("351",), "3510", "Bidrag från samordningsförbund"),
    "INTAKT_OVRIG": (("359",), "3590", "Lönebidrag"),
}
LABELS = {
    "LON": "Löner", "PO": "PO-pålägg", "ARBLED": "Arbetsledning",
    "EXTERN_TJANST": "Inhyrd personal från part", "KOP_TJANST": "Köpta tjänster, friskvård och föreläsare",
    "KONSULT": "Konsulter och tolk", "LOKAL": "Lokaler inkl. lokalvård", "IT_TELE": "Tele, data och IT",
    "INVENTARIER": "Utrustning och inventarier", "RESOR": "Resor i tjänsten",
    "UTBILDNING": "Utbildning och handledning för personal", "SAMVERKAN": "Möten och samverkan",
    "DELTAGARE": "Kostnader för deltagare", "ADMIN": "Administration, ca 4 %", "OVRIGT": "Övrigt",
}


def insats(code, name, number, purpose, kind, first, last, recipients, rows, decided, **more):
    """One insats; rows are (category, recipient, kronor of the first whole year)."""
    value = dict(code=code, name=name, object=f"I{number:02d}", purpose=purpose, kind=kind, first=first,
                 last=last, recipients=recipients, base=rows, decided=decided, mode="grant",
                 parent=None, participants=None, closed=None, years=None, claims=3)
    value.update(more)
    if value["years"] is None:
        value["years"] = [(str(y), max(first, f"{y}-01"), min(last, f"{y}-12"))
                          for y in range(int(first[:4]), int(last[:4]) + 1)]
    return value


E, R, G, K = "EXSTAD", "REGEX", "GRANHULT", "UGGLE"
INSATSER = [
    insats("KVARN", "Kvarnhjulet", 1, "Samlat stöd av vägledare för personer som står långt från arbete.",
           "individual", "2023-01", "2025-12", [E],
           [("LON", E, 1_010_000), ("PO", E, 0), ("ARBLED", E, 58_000), ("LOKAL", E, 96_000),
            ("IT_TELE", E, 28_000), ("INVENTARIER", E, 16_000), ("RESOR", E, 22_000),
            ("UTBILDNING", E, 34_000), ("KOP_TJANST", E, 84_000), ("ADMIN", E, 58_000)],
           ("2022-11-24", "§ 62"), participants=45),
    insats("LINGON", "Lingonleden", 2, "Förrehabilitering i grupp, i läsårstakt.",
           "individual", "2023-09", "2025-08", [E],
           [("LON", E, 430_000), ("PO", E, 0), ("LOKAL", E, 54_000), ("IT_TELE", E, 12_000),
            ("RESOR", E, 15_000), ("KONSULT", E, 60_000), ("UTBILDNING", E, 20_000), ("ADMIN", E, 32_000)],
           ("2023-05-25", "§ 31"), participants=24, closed="2025-11-20",
           years=[("År 1", "2023-09", "2024-08"), ("År 2", "2024-09", "2025-08")],
           financing="Ryms inom insatser ej fördelat 2023"),
    insats("TVILLING", "Tvillingstenen", 3, "Vårdcentral och arbetsmarknadsenhet arbetar med samma personer.",
           "individual", "2023-01", "2025-12", [E, R],
           [("LON", E, 530_000), ("PO", E, 0), ("LOKAL", E, 42_000), ("RESOR", E, 12_000),
            ("LON", R, 440_000), ("PO", R, 0), ("LOKAL", R, 36_000), ("UTBILDNING", R, 24_000),
            ("SAMVERKAN", R, 15_000)],
           ("2022-11-24", "§ 63"), participants=30),
    insats("TRANA", "Tranflocken", 4, "Förbundets egna processledare stöder parternas samverkan och utbildar.",
           "structural", "2023-01", "2025-12", [],
           [("LON", None, 426_000), ("PO", None, 0), ("LOKAL", None, 36_000), ("IT_TELE", None, 14_000),
            ("RESOR", None, 18_000), ("KONSULT", None, 70_000), ("SAMVERKAN", None, 42_000)],
           ("2022-11-24", "§ 64"), mode="own"),
    insats("BACK", "Bäckravinen", 5, "Rehabkoordinering för unga vuxna, igång före Medel.",
           "individual", "2021-01", "2024-12", [R],
           [("LON", R, 468_000), ("PO", R, 0), ("LOKAL", R, 60_000), ("INVENTARIER", R, 9_000),
            ("RESOR", R, 14_000), ("UTBILDNING", R, 22_000), ("EXTERN_TJANST", R, 88_000)],
           ("2020-11-19", "§ 55"), participants=28, closed="2025-03-13"),
    insats("HUMLE", "Humleslingan", 6, "Arbetsinriktad verksamhet på en gård.",
           "individual", "2023-01", "2025-12", [E],
           [("LON", E, 392_000), ("PO", E, 0), ("LOKAL", E, 30_000), ("DELTAGARE", E, 18_000),
            ("KOP_TJANST", E, 65_000), ("RESOR", E, 10_000), ("OVRIGT", E, 8_000)],
           ("2022-11-24", "§ 65"), participants=20, claims=2),
    insats("MOSSA", "Mossbacken", 7, "Smärtskola tillsammans med primärvården.",
           "individual", "2023-01", "2024-06", [R],
           [("LON", R, 372_000), ("PO", R, 0), ("LOKAL", R, 30_000), ("KONSULT", R, 40_000),
            ("IT_TELE", R, 9_000)],
           ("2022-11-24", "§ 66"), participants=16, claims=2, closed="2024-10-10"),
    insats("SPINDEL", "Spindeltråden", 8, "Gemensam kartläggning och metod för parternas handläggare.",
           "structural", "2024-01", "2025-12", [R],
           [("LON", R, 205_000), ("PO", R, 0), ("SAMVERKAN", R, 38_000), ("KONSULT", R, 45_000),
            ("RESOR", R, 8_000)],
           ("2023-11-23", "§ 59"), claims=2),
    insats("STENROS", "Stenröset", 9, "Stegvis väg mot arbete med mentor.",
           "individual", "2023-01", "2025-12", [E],
           [("LON", E, 318_000), ("PO", E, 0), ("LOKAL", E, 36_000), ("INVENTARIER", E, 14_000),
            ("KOP_TJANST", E, 44_000), ("ADMIN", E, 20_000)],
           ("2022-11-24", "§ 67"), participants=18),
    insats("STENROS-UNG", "Stenröset, ungdomsspåret", 10, "Stenrösets spår för unga 16–24 år.",
           "individual", "2024-01", "2025-12", [E],
           [("LON", E, 168_000), ("PO", E, 0), ("RESOR", E, 6_000), ("UTBILDNING", E, 10_000),
            ("KOP_TJANST", E, 22_000)],
           ("2023-11-23", "§ 60"), participants=10, parent="STENROS", claims=2),
    insats("FLYGEKORRE", "Flygekorren", 11, "Ansökan om mobilt team i skogsbygden.",
           "individual", "2024-01", "2025-12", [G],
           [("LON", G, 640_000), ("PO", G, 0), ("LOKAL", G, 48_000), ("RESOR", G, 95_000),
            ("INVENTARIER", G, 60_000)],
           ("2023-11-23", "§ 61"), participants=25, rejected=True),
    insats("HASSEL", "Hasselklyftan", 12, "Vägledning i Granhult; mottagaren lämnar ingen bokföring.",
           "individual", "2022-07", "2025-12", [G],
           [("LON", G, 250_000), ("PO", G, 0), ("LOKAL", G, 24_000), ("RESOR", G, 9_000),
            ("OVRIGT", G, 5_000)],
           ("2022-05-19", "§ 28"), participants=12, claims=2, financing="Eget kapital"),
    insats("VATTEN", "Vattenspegeln", 13, "Föreningsdriven mötesplats; föreningen lämnar ingen bokföring.",
           "individual", "2025-01", "2025-12", [K],
           [("LON", K, 120_000), ("PO", K, 0), ("LOKAL", K, 30_000), ("KOP_TJANST", K, 60_000),
            ("OVRIGT", K, 12_000)],
           ("2024-11-21", "§ 66"), participants=15, claims=2),
    insats("KORALL", "Korallrevet", 14, "Supported employment tillsammans med primärvården; hälften betalas av regionen.",
           "individual", "2026-01", "2027-12", [R],
           [("LON", R, 520_000), ("PO", R, 0), ("LOKAL", R, 40_000), ("RESOR", R, 12_000), ("ADMIN", R, 24_000)],
           ("2025-11-20", "§ 60"), participants=22, share=50),
    insats("GROTTA", "Droppstensgrottan", 15, "Ansökan om digital mötesplats för unga; väntar på beslut.",
           "individual", "2026-01", "2027-12", [E],
           [("LON", E, 480_000), ("PO", E, 0), ("LOKAL", E, 36_000), ("KONSULT", E, 30_000),
            ("DELTAGARE", E, 20_000), ("ADMIN", E, 26_000)],
           ("2025-11-20", ""), participants=18, pending=True),
]
BY_CODE = {i["code"]: i for i in INSATSER}
PROJECT = {("KVARN", E): "4711", ("LINGON", E): "4712", ("TVILLING", E): "4713", ("HUMLE", E): "4714",
           ("STENROS", E): "4715", ("STENROS-UNG", E): "4716", ("TVILLING", R): "R8803",
           ("BACK", R): "R8805", ("MOSSA", R): "R8807", ("SPINDEL", R): "R8808"}


# ---------------------------------------------------------------- budgets

def row_code(category, recipient, insats_):
    name = category.lower().replace("_", "-")
    return f"{name}-{recipient.lower()}" if len(insats_["recipients"]) > 1 else name


def build_budget(one):
    """The granted budget: LON grows by 2,8 % a budget year, PO follows, the rest stands still."""
    rows, pay = [], {}
    for category, recipient, base in one["base"]:
        amounts = []
        for place, (_, first, last) in enumerate(one["years"]):
            months = len(month_range(first, last))
            if category == "PO":
                known = PO[EMPLOYER[recipient]]
                rate = known[min(max(2021, int(first[:4])), max(known))]
                value = share(pay[recipient][place], rate, 10000)
            else:
                value = kr(base)
                if category == "LON":
                    for _ in range(place):
                        value = share(value, 10280, 10000)
                value = share(value, months, 12)
            amounts.append(share(value, 1, kr(100)) * kr(100))
        if category == "LON":
            pay[recipient] = amounts
        rows.append(dict(code=row_code(category, recipient, one), category=category,
                         label=LABELS[category], recipient=recipient, amounts=amounts))
    return rows


def applied(rows):
    """What was asked for: six percent more, and a row that the board struck."""
    asked = [dict(row, amounts=[share(share(a, 106, 100), 1, kr(1000)) * kr(1000) for a in row["amounts"]])
             for row in rows]
    struck = dict(code="oforutsett", category="OVRIGT", label="Oförutsett", recipient=None,
                  amounts=[kr(25_000)] * len(rows[0]["amounts"]))
    return asked + [struck]


def change(rows, code, place, ore):
    return [dict(row, amounts=[a + ore if n == place else a for n, a in enumerate(row["amounts"])])
            if row["code"] == code else row for row in rows]


def column_sums(rows):
    return [sum(column) for column in zip(*(row["amounts"] for row in rows))]


def ceiling_scopes(one):
    if one["code"] == "LINGON":
        return [f"budgetYear {n + 1}" for n in range(len(one["years"]))]
    return [f"calendarYear {first[:4]}" for _, first, _ in one["years"]]


def decision(code, kind, date, paragraph, ceilings, **more):
    return dict(dict(code=code, kind=kind, date=date, paragraph=paragraph, ceilings=ceilings, relation=None,
                     financing=None, conditions=[]), **more)


def plan_insats(one):
    """Budget versions and decisions, in order of date."""
    rows = build_budget(one)
    date, paragraph = one["decided"]
    if one.get("pending"):
        one["versions"], one["decisions"] = [("applied", "2025-09-15", applied(rows))], []
        return
    year = date[:4]
    first = decision(f"{year}-{paragraph[2:]}", "grant", date, paragraph, [], financing=one.get("financing"))
    asked = f"{int(year)}-0{4 if date[5:7] < '07' else 9}-15"
    one["versions"] = [("applied", asked, applied(rows))]
    one["decisions"] = [first]
    if one.get("rejected"):
        first["kind"] = "reject"
        first["conditions"] = ["Avslag: insatsen ryms inte inom budgeten och saknar medsökande part."]
        return
    one["versions"].append(("granted", date, rows))
    sums = [share(ore, one.get("share", 100), 100) for ore in column_sums(rows)]
    first["ceilings"] = list(zip(ceiling_scopes(one), sums))
    first["vat"] = "included" if one["code"] == "VATTEN" else None
    first["conditions"] = ["Ersättning lämnas för upparbetade kostnader, högst maxbeloppet.",
                           "Lägesrapport lämnas per den 30 april och den 31 augusti."]
    extra(one, first, rows, sums)
    terms(one, first)


def extra(one, first, rows, sums):
    """The changes that make the sample worth testing with."""
    code = one["code"]
    if code == "KVARN":
        rows = change(change(rows, "lon", 2, kr(61_000)), "po", 2, kr(26_900))
        one["versions"].append(("revised", "2025-03-13", rows))
        one["decisions"].append(decision(
            "2025-12", "amend", "2025-03-13", "§ 12", list(zip(ceiling_scopes(one), column_sums(rows))),
            relation=f"replaces {first['code']}", financing="Insatser ej fördelat 2025",
            conditions=["Utökning med 0,2 vägledare från den 1 april 2025."]))
    if code == "TVILLING":
        for owner in one["recipients"]:
            total = sum(sum(r["amounts"]) for r in rows if r["recipient"] == owner)
            first["ceilings"].append((f"recipient {owner}", total))
        rows = change(rows, "utbildning-regex", 1, kr(90_000))
        one["versions"].append(("revised", "2024-05-23", rows))
        one["decisions"].append(decision(
            "2024-33", "amend", "2024-05-23", "§ 33",
            [("calendarYear 2024", kr(90_000)), (f"recipient {R}", kr(90_000))],
            relation=f"adds {first['code']}", financing="Eget kapital",
            conditions=["Avser metodutbildning hösten 2024."]))
    if code == "STENROS":
        first["ceilings"].append(("category KOP_TJANST", kr(150_000)))
        one["decisions"].append(decision(
            "2024-13", "carryOver", "2024-03-14", "§ 13",
            [("calendarYear 2023", -kr(40_000)), ("calendarYear 2024", kr(40_000))],
            relation="moves", financing="Oförbrukade medel 2023", conditions=["Ej förbrukat 2023 flyttas."]))
        rows = change(change(rows, "kop-tjanst", 0, -kr(40_000)), "kop-tjanst", 1, kr(40_000))
        one["versions"].append(("revised", "2024-03-14", rows))
    if one["closed"]:
        paragraph = {"LINGON": "§ 58", "BACK": "§ 14", "MOSSA": "§ 44"}[code]
        one["decisions"].append(decision(f"{one['closed'][:4]}-{paragraph[2:]}", "close", one["closed"],
                                         paragraph, [], conditions=["Slutrapporten är godkänd."]))


# What agreements say beside the ceilings, in the manifest's words.
TERMS = {
    "KVARN": ["tolerance: { percent: 10, amount: 50000 }", "administrationMax: 4",
              "guidelines: [ { category: KOP_TJANST, amount: 260000, action: warn } ]", "lastCostDay: 2025-12-31"],
    "LINGON": ["administrationMax: 3", "lastCostDay: 2025-08-31"],
    "SPINDEL": ["basis: rows lon po samverkan konsult resor",
                "guidelines: [ { category: KONSULT, amount: 90000, action: decide } ]"],
    "HUMLE": ["basis: last", "tolerance: { percent: 5 }"],
    "KORALL": ["basis: share 50", "tolerance: { amount: 25000 }", "administrationMax: 4", "lastCostDay: 2027-12-31"],
}


def terms(one, first):
    """Days of conditions, terms of agreements, an exception by delegation and a move between recipients."""
    code, date = one["code"], one["decided"][0]
    first["terms"] = TERMS.get(code, [])
    first["conditions"][1] = (first["conditions"][1], f"{one['first'][:4]}-08-31")
    if code == "KVARN":
        first["conditions"].append(("Slutrapport lämnas.", "2026-02-28"))
    if code == "HUMLE":
        one["decisions"].append(decision(
            "2025-D3", "exception", "2025-01-20", "D 3", [("calendarYear 2024", 0)], relation=f"adds {first['code']}",
            financing="Inom beviljat belopp", delegated=True,
            conditions=["Rekvisition för december 2024 godtas till och med den 31 januari 2025."]))
    if code == "TVILLING":
        one["decisions"].append(decision(
            "2025-30", "reallocate", "2025-05-22", "§ 30",
            [(f"recipient {E}", -kr(30_000)), (f"recipient {R}", kr(30_000))], relation="moves",
            conditions=["Samordnande sjuksköterska tar över en del av uppdraget."]))
    if date >= "2023-11-01":
        for each in one["decisions"]:
            each["minutes"] = hashlib.sha256(f"Påhittat protokoll {each['date']}\n".encode()).hexdigest()


def participants(one):
    """Planned and reported by year; the last year that has ended is 2025."""
    if not one["participants"]:
        return []
    years = range(int(one["first"][:4]), int(one["last"][:4]) + 1)
    lines = ["    participants:"]
    for year in years:
        planned = one["participants"]
        reported = planned * (88 + (year * 7 + len(one["code"]) * 3) % 17) // 100
        told = f", reported: {reported}" if year <= YEARS[-1] and not one.get("rejected") else ""
        lines.append(f"      - {{ year: {year}, planned: {planned}{told} }}")
    return lines


def budget_by_year(one, rows):
    """Each row's amount per calendar year: budget years spread over months, cells summed."""
    result = {row["code"]: {} for row in rows}
    for place, (_, first, last) in enumerate(one["years"]):
        months = month_range(first, last)
        cells = spread([row["amounts"][place] for row in rows], len(months))
        for row, line in zip(rows, cells):
            for month, ore in zip(months, line):
                years = result[row["code"]]
                years[int(month[:4])] = years.get(int(month[:4]), 0) + ore
    return result


def granted_by_year(one, as_of="2025-12-31"):
    """What decisions allow per calendar year; a budget year's ceiling is laid out over its months."""
    scopes = {}
    for each in one["decisions"]:
        if each["date"] > as_of or each["kind"] == "reject":
            continue
        if (each["relation"] or "").startswith("replaces"):
            scopes = {}
        for scope, ore in each["ceilings"]:
            scopes[scope] = scopes.get(scope, 0) + ore
    years = {}
    for scope, ore in scopes.items():
        word, _, value = scope.partition(" ")
        if word == "calendarYear":
            years[int(value)] = years.get(int(value), 0) + ore
        if word == "budgetYear":
            months = month_range(*one["years"][int(value) - 1][1:])
            for month, cell in zip(months, spread([ore], len(months))[0]):
                years[int(month[:4])] = years.get(int(month[:4]), 0) + cell
    return years, scopes


# ---------------------------------------------------------------- books

CHART = {
    "1510": ("Kundfordringar", "T"), "1650": ("Ingående moms, ersättning", "T"),
    "1690": ("Förskott till insatsägare", "T"), "1710": ("Förutbetalda kostnader", "T"),
    "1790": ("Upplupna intäkter", "T"), "1930": ("Bank", "T"), "2010": ("Eget kapital", "S"),
    "2440": ("Leverantörsskulder", "S"), "2710": ("Personalens källskatt", "S"),
    "2730": ("Arbetsgivaravgifter och pension", "S"), "2920": ("Semesterlöneskuld", "S"),
    "2970": ("Förutbetalda intäkter", "S"), "2990": ("Upplupna kostnader", "S"),
    "2991": ("Upplupna insatskostnader", "S"),
    "3110": ("Avgifter", "I"), "3520": ("Bidrag från regionen", "I"), "3530": ("Bidrag från kommunerna", "I"),
    "3540": ("Statsbidrag", "I"),
    "4510": ("Lämnade bidrag", "K"), "5012": ("Arvoden förtroendevalda", "K"),
    "5110": ("Förändring semesterlöneskuld", "K"), "5710": ("Pensionskostnader", "K"),
    "7110": ("Information och annonser", "K"), "7390": ("Försäkringar", "K"),
    "7430": ("Revision", "K"), "7640": ("Sammanträden", "K"), "7990": ("Internfördelat, motkonto", "K"),
    "8410": ("Ränteintäkter", "I"), "8510": ("Bankavgifter", "K"),
}
for _category, (_, _account, _name) in COST.items():
    CHART[_account] = (_name, "I" if _category.startswith("INTAKT") else "K")


class Book:
    """All vouchers of one accounting unit over the three years; balances follow from them."""

    def __init__(self, key, name, program, opening, digits=4):
        self.key, self.name, self.program, self.digits = key, name, program, digits
        self.opening = {self.account(a): o for a, o in opening.items()}
        self.vouchers, self.dims, self.objects = [], {}, {}

    def account(self, number):
        return number.ljust(self.digits, "0")

    def declare(self, dimension, code, name):
        self.objects[(dimension, code)] = name

    def add(self, series, date, words, rows, registered=None, struck=None, corrected=None):
        """Rows are (account, objects, öre, meaning); struck are rows that a correction took away."""
        rows = [(self.account(a), tuple(w), o, m) for a, w, o, m in rows if o]
        if rows:
            self.vouchers.append(dict(
                series=series, date=date, text=words, rows=rows, registered=registered or date,
                corrected=corrected,
                struck=[(self.account(a), tuple(w), o, m) for a, w, o, m in struck or []]))

    def number(self):
        counts = {}
        for one in sorted(self.vouchers, key=lambda v: v["registered"]):
            key = (one["date"] // 10000, one["series"])
            counts[key] = one["number"] = counts.get(key, 0) + 1

    def year(self, year):
        found = [v for v in self.vouchers if v["date"] // 10000 == year]
        return sorted(found, key=lambda v: (v["series"], v["number"]))

    def moved(self, year, vouchers=None):
        sums = {}
        for one in self.year(year) if vouchers is None else vouchers:
            for account, _, ore, _ in one["rows"]:
                sums[account] = sums.get(account, 0) + ore
        return sums

    def ib(self, year):
        if year == YEARS[0]:
            return dict(self.opening)
        balances = self.ub(year - 1)
        equity = self.account("2010")
        balances[equity] = balances.get(equity, 0) + sum(self.res(year - 1).values())
        return {a: o for a, o in balances.items() if o}

    def ub(self, year, vouchers=None):
        balances = dict(self.ib(year))
        for account, ore in self.moved(year, vouchers).items():
            if account < "3":
                balances[account] = balances.get(account, 0) + ore
        return balances

    def res(self, year, vouchers=None):
        return {a: o for a, o in self.moved(year, vouchers).items() if a >= "3" and o}


class Model:
    """The books, and what is still to be paid in them."""

    def __init__(self):
        kansli = {"1930": kr(3_104_217) + 44, "1510": 0, "1690": kr(50_000), "1650": 1_843_250,
                  "2440": -kr(61_400), "2710": -kr(17_900), "2730": -kr(26_300),
                  "2920": -kr(38_200), "2990": -kr(46_000), "2991": -kr(430_000)}
        kansli["2010"] = -sum(kansli.values())
        self.association = Book("association", ASSOCIATION, '"Exempelbok" "3.1"', kansli)
        town = {"1930": kr(1_900_000), "1710": kr(63_000), "2440": -kr(63_000)}
        town["2010"] = -sum(town.values())
        region = {"1930": kr(1_500_000), "1790": kr(320_000), "2710": -kr(16_500), "2730": -kr(21_700),
                  "2920": -kr(30_000)}
        region["2010"] = -sum(region.values())
        self.books = {
            None: self.association,
            E: Book(f"owner:{E}", "Exempelstads kommun", '"Kommunbok" "24.2"', town),
            R: Book(f"owner:{R}", "Region Exempellän", '"Regionbok" "7"', region, digits=5)}
        self.bills = {key: [] for key in self.books}
        self.taxes = {None: (kr(17_900), kr(26_300)), E: (0, 0), R: (kr(16_500), kr(21_700))}
        self.contributions, self.received = {}, {}
        self.declared, self.granted_payments = [], []
        for book in self.books.values():
            book.dims = {1: "Ansvar", 6: "Insats" if book is self.association else "Projekt", 20: "Motpart"}
        for code, name in (("10", "Styrelse"), ("20", "Kansli"), ("30", "Revision"), ("40", "Insatser")):
            self.association.declare(1, code, name)
        for one in INSATSER:
            self.association.declare(6, one["object"], one["name"])
        for code, name, _, key in MEMBERS:
            if key:
                self.association.declare(20, code, name)
        self.books[E].declare(1, "4010", "Arbetsmarknadsenheten")
        self.books[E].declare(1, "6100", "Ungdom och fritid")
        self.books[E].declare(6, "9001", "Feriepraktik")
        self.books[R].declare(1, "R77", "Rehabenheten")
        self.books[R].declare(1, "R10", "Primärvård")
        for (code, owner), project in PROJECT.items():
            self.books[owner].declare(6, project, BY_CODE[code]["name"])

    def place(self, one, owner):
        if owner is None:
            return ((1, "40"), (6, one["object"]))
        return ((1, {E: "4010", R: "R77"}[owner]), (6, PROJECT[(one["code"], owner)]))

    def bill(self, owner, date, words, costs, vat=True, registered=None, **more):
        """A supplier's invoice, paid at the end of the month after."""
        book, total = self.books[owner], sum(ore for _, _, ore, _ in costs)
        tax = share(total, 25, 100) if vat else 0
        book.add("L", date, words, costs + [("1650", (), tax, None), ("2440", (), -total - tax, None)],
                 registered, **more)
        self.bills[owner].append((later(month_of(registered or date)), total + tax))

    def pay_bills(self, owner, month):
        due = sum(ore for when, ore in self.bills[owner] if when == month)
        self.books[owner].add("B", day(month, 27), f"Betalning leverantörer {month}",
                              [("2440", (), due, None), ("1930", (), -due, None)])

    def wages(self, owner, month, lines):
        """One pay voucher; lines are (objects, account, öre, meaning of pay, meaning of PO)."""
        book, tax, fees = self.books[owner], *self.taxes[owner]
        book.add("B", day(month, 12), f"Skatt och avgifter {month}",
                 [("2710", (), tax, None), ("2730", (), fees, None), ("1930", (), -tax - fees, None)])
        rate = PO[EMPLOYER[owner]][int(month[:4])]
        rows, gross, charges = [], 0, 0
        for where, account, ore, pay, po in lines:
            law = share(ore, 3142, 10000)
            pension = 0 if account == "5012" else share(ore, rate, 10000) - law
            rows += [(account, where, ore, pay), ("5610", where, law, po), ("5710", where, pension, po)]
            gross, charges = gross + ore, charges + law + pension
        tax = share(gross, 31, 100)
        rows += [("2710", (), -tax, None), ("2730", (), -charges, None), ("1930", (), tax - gross, None)]
        book.add("P", day(month, 25), f"Löner {month}", rows)
        self.taxes[owner] = (tax, charges)


# Share of the year's LON that is booked a month, in basis points of a twelfth. The raise is from April;
# 2024 it came late, so that June carries April's and May's too.
RAISE = {2023: [9800] * 3 + [10060] * 9, 2025: [9800] * 3 + [10060] * 9,
         2024: [9800] * 5 + [10580] + [10060] * 6}
LEVEL = {("HUMLE", 2024): 12900, ("STENROS", 2023): 8900, ("KVARN", 2023): 9650, ("LINGON", 2024): 9550,
         ("BACK", 2023): 9700, ("TVILLING", 2025): 9600}


def active_rows(one, owner, month):
    """The rows of the budget in force that an owner has in a month, as twelfths."""
    rows = one["versions"][-1][2]
    for place, (_, first, last) in enumerate(one["years"]):
        if first <= month <= last:
            count = len(month_range(first, last))
            return [(r["category"], r["amounts"][place], count) for r in rows if r["recipient"] == owner]
    return []


def running(owner):
    found = [i for i in INSATSER if not i.get("rejected")]
    return [i for i in found if (i["mode"] == "own" if owner is None else (i["code"], owner) in PROJECT)]


def pay_lines(model, owner, month):
    lines, year = [], int(month[:4])
    for one in running(owner):
        for category, amount, count in active_rows(one, owner, month):
            if category != "LON":
                continue
            ore = share(share(amount, 1, count), RAISE[year][int(month[5:]) - 1], 10000)
            ore = share(ore, LEVEL.get((one["code"], year), 9850), 10000)
            if DICE.below(7) == 0:
                ore = share(ore, DICE.between(88, 97), 100)
            code = one["code"]
            lines.append((model.place(one, owner), "5020", ore, (code, "LON"), (code, "PO")))
    if owner is None:
        where = ((1, "20"),)
        ore = share(kr(62_000), RAISE[year][int(month[5:]) - 1], 10000)
        lines.append((where, "5020", ore, ("administration", None), ("administration", None)))
        if month[5:] in ("02", "03", "05", "09", "10", "11"):
            lines.append((((1, "10"),), "5012", kr(14_000) + DICE.below(9) * kr(350), ("board", None),
                          ("board", None)))
    return lines


SUPPLIERS = {
    "KOP_TJANST": ["Friskvårdspass", "Föreläsning", "Köpt handledning"], "KONSULT": ["Konsult", "Metodstöd"],
    "IT_TELE": ["Telefoni och data", "Licenser"], "INVENTARIER": ["Kontorsmaterial", "Stolar och bord"],
    "RESOR": ["Resor", "Hyrbil"], "UTBILDNING": ["Kurs", "Handledning av personal"],
    "SAMVERKAN": ["Samverkansdag", "Möteslokal"], "DELTAGARE": ["Studiematerial", "Busskort deltagare"],
    "EXTERN_TJANST": ["Inhyrd arbetsterapeut"], "OVRIGT": ["Övriga inköp"],
}


def invoices(model, owner, year):
    """The purchases of a year: each budget row's money on a few invoices."""
    book = model.books[owner]
    for one in running(owner):
        months = [m for m in month_range(f"{year}-01", f"{year}-12") if active_rows(one, owner, m)]
        budget = {}
        for month in months:
            for category, amount, count in active_rows(one, owner, month):
                if category in SUPPLIERS:
                    budget[category] = budget.get(category, 0) + share(amount, 1, count)
        for category, amount in budget.items():
            count = 2 + DICE.below(3) if amount < kr(30_000) else 4 + DICE.below(3)
            spent = share(amount, DICE.between(82, 101), 100)
            for number in range(count):
                ore = share(spent, 1, count) + DICE.between(-9_000, 9_000)
                if ore <= 0:
                    continue
                month = DICE.pick(months)
                date = day(month, DICE.between(1, 24))
                words = f"{DICE.pick(SUPPLIERS[category])}, {one['name']}"
                meaning = (one["code"], category)
                model.bill(owner, date, words,
                           [(COST[category][1], model.place(one, owner), ore, meaning)],
                           vat=category != "EXTERN_TJANST")


def rent_and_shares(model, owner, year):
    """Rent in advance by quarter, the next year's first quarter as prepaid; internal shares by quarter."""
    book = model.books[owner]
    for quarter in range(4):
        months = [f"{year}-{quarter * 3 + k:02d}" for k in (1, 2, 3)]
        rent, internal = [], []
        for one in running(owner):
            for category in ("LOKAL", "ADMIN", "ARBLED"):
                ore = sum(share(amount, 1, count) for m in months
                          for c, amount, count in active_rows(one, owner, m) if c == category)
                row = (COST[category][1], model.place(one, owner), share(ore, 97 if category == "LOKAL" else 100,
                                                                         100), (one["code"], category))
                whole = active_rows(one, owner, months[0] if category == "LOKAL" else months[2])
                if ore and whole:
                    (rent if category == "LOKAL" else internal).append(row)
                elif ore:
                    parts_of_quarter(model, owner, one, category, months, row)
        if owner is None:
            rent.append(("6010", ((1, "20"),), kr(19_500), ("administration", None)))
        total = sum(row[2] for row in rent)
        start = day(months[0], 2)
        if rent and quarter == 0 and owner == E:
            before = kr(63_000)
            book.add("A", day(months[0], 1), "Återföring förutbetald hyra",
                     rent + [("1710", (), -before, None), ("2440", (), before - total, None)])
            model.bills[owner].append((months[0], total - before))
        elif rent:
            model.bill(owner, start, f"Lokalhyra kvartal {quarter + 1} {year}", rent, vat=False)
        if internal:
            book.add("I", day(months[2], 28), f"Intern fördelning kvartal {quarter + 1}",
                     internal + [("7990", ((1, "4010"),), -sum(r[2] for r in internal), None)])
    if owner == E:
        model.bill(owner, year * 10000 + 1218, f"Lokalhyra kvartal 1 {year + 1}",
                   [("1710", (), kr(63_000), None)], vat=False)
        model.bills[owner][-1] = (f"{year + 1}-01", kr(63_000))


def parts_of_quarter(model, owner, one, category, months, row):
    """An insats that begins or ends inside a quarter is charged in a month of its own."""
    active, name = [m for m in months if active_rows(one, owner, m)], one["name"]
    if category == "LOKAL":
        model.bill(owner, day(active[0], 2), f"Lokalhyra från {active[0]}, {name}", [row], vat=False)
    else:
        model.books[owner].add("I", day(active[-1], 28), f"Intern fördelning till {active[-1]}, {name}",
                               [row, ("7990", ((1, "4010"),), -row[2], None)])


def other_vouchers(model, owner, year):
    """What does not concern the insatser and no rule takes."""
    where = {E: [((1, "6100"), (6, "9001")), ((1, "4010"),), ((1, "6100"),)], R: [((1, "R10"),), ((1, "R77"),)]}
    for _ in range(24):
        date = day(f"{year}-{DICE.between(1, 12):02d}", DICE.between(1, 24))
        account = DICE.pick(["4610", "6410", "7050", "7610"])
        model.bill(owner, date, DICE.pick(["Inköp", "Material", "Resa", "Kursavgift", "Tjänst"]),
                   [(account, DICE.pick(where[owner]), DICE.between(40_000, 1_900_000), None)])
    for month in (3, 6, 9, 12):
        low = {E: 360_000, R: 670_000}[owner]
        ore = DICE.between(kr(low), kr(low + 60_000))
        model.books[owner].add("K", day(f"{year}-{month:02d}", 15), "Avgifter kvartal",
                               [("1930", (), ore, None), ("3110", where[owner][-1], -ore, None)])
    paid = [c for c in model.contributions[year] if c["member"] == owner][0]
    for part in paid["payments"]:
        model.books[owner].add("B", int(part["received"].replace("-", "")) - 1,
                               "Medlemsbidrag till samordningsförbundet",
                               [("4510", where[owner][-1], part["amount"], None),
                                ("1930", (), -part["amount"], None)])


def vat_back(model, owner, year):
    """Input VAT is claimed back by quarter."""
    book = model.books[owner]
    if year == YEARS[0] and book.opening.get("1650"):
        book.add("B", 20230228, "Momsersättning 2022", [
            ("1930", (), book.opening["1650"], None), ("1650", (), -book.opening["1650"], None)])
    for last, paid in ((3, 5), (6, 8), (9, 11)):
        months = range(last - 2, last + 1)
        ore = sum(o for v in book.vouchers if v["series"] == "L" and v["date"] // 10000 == year
                  and v["date"] // 100 % 100 in months for a, _, o, _ in v["rows"] if a.startswith("1650"))
        book.add("B", day(f"{year}-{paid:02d}", 26), f"Momsersättning kvartal {last // 3}",
                 [("1930", (), ore, None), ("1650", (), -ore, None)])
    ore = sum(o for v in book.vouchers if v["series"] == "L" and v["date"] // 10000 == year
              and v["date"] // 100 % 100 > 9 for a, _, o, _ in v["rows"] if a.startswith("1650"))
    if year < YEARS[-1]:
        book.add("B", day(f"{year + 1}-02", 26), "Momsersättning kvartal 4",
                 [("1930", (), ore, None), ("1650", (), -ore, None)])


def set_contributions(model):
    """50/25/25, and each municipality by its key, in whole kronor by largest remainder."""
    parties = ["state", "region", "municipality"]
    for year, total in CONTRIBUTION_TOTALS.items():
        found = []
        for party, part in zip(parties, split(total, [2, 1, 1])):
            members = [m for m in MEMBERS if m[2] == party]
            for (code, _, _, _), ore in zip(members, split(part, [m[3] for m in members])):
                found.append(dict(year=year, member=code, amount=ore, payments=payments(code, year, ore)))
        model.contributions[year] = found


def payments(code, year, ore):
    if not ore:
        return []
    if code == "FK":
        days = [("01-31", "01-30"), ("04-30", "04-28"), ("07-31", "07-29"), ("10-31", "10-30")]
    else:
        days = [("01-31", "01-29"), ("07-31", "07-30")]
    parts = [dict(due=f"{year}-{due}", received=f"{year}-{paid}", amount=part)
             for (due, paid), part in zip(days, split(ore, [1] * len(days)))]
    if code == "LILLFORSA" and year >= 2024:
        parts[1]["received"] = {2024: "2024-11-18", 2025: "2026-01-20"}[year]
    return parts


INCOME = {"state": "3540", "region": "3520", "municipality": "3530"}


def book_contributions(model, year):
    book, party = model.association, {m[0]: m[2] for m in MEMBERS}
    names = {m[0]: m[1] for m in MEMBERS}
    for one in model.contributions[year]:
        for part in one["payments"]:
            due, received = (int(part[k].replace("-", "")) for k in ("due", "received"))
            where, ore = ((20, one["member"]),), part["amount"]
            book.add("K", due // 100 * 100 + 2, f"Medlemsbidrag {year}, {names[one['member']]}",
                     [("1510", where, ore, None), ("2970", where, -ore, None)])
            if received < 20260101:
                book.add("B", received, f"Inbetalt medlemsbidrag, {names[one['member']]}",
                         [("1930", (), ore, None), ("1510", where, -ore, None)])
    for number in range(12):
        rows = []
        for one in model.contributions[year]:
            if one["amount"]:
                ore = spread([one["amount"]], 12)[0][number]
                where = ((20, one["member"]),)
                rows += [("2970", where, ore, None), (INCOME[party[one["member"]]], where, -ore, ("income", None))]
        book.add("A", day(f"{year}-{number + 1:02d}", 28), f"Medlemsbidrag, månad {number + 1}", rows)


def kansli(model, year):
    """The association's own costs: office, board, audit, interest."""
    book = model.association
    office, board, audit = (((1, code),) for code in ("20", "10", "30"))
    admin, meet, rev = ("administration", None), ("board", None), ("audit", None)
    for month in month_range(f"{year}-01", f"{year}-12"):
        model.bill(None, day(month, 8), "Telefoni, data och ekonomisystem",
                   [("6810", office, kr(3_900) + DICE.below(400) * 100, admin)])
        book.add("B", day(month, 28), "Bankavgift",
                 [("8510", office, kr(120), admin), ("1930", (), -kr(120), None)])
        if month[5:] in ("03", "06", "09", "12"):
            model.bill(None, day(month, 20), "Ekonomitjänst enligt avtal, Exempelstads kommun",
                       [("4610", office, kr(21_000), admin)], vat=False)
            ore = DICE.between(2_100, 6_400) * 100
            book.add("B", day(month, 28), "Ränta bank", [("1930", (), ore, None), ("8410", office, -ore, admin)])
        if month[5:] in ("02", "05", "09", "11"):
            model.bill(None, day(month, 16), "Lokal och förtäring, styrelsemöte",
                       [("7640", board, DICE.between(3_000, 6_500) * 100, meet)])
        if month[5:] in ("04", "10"):
            model.bill(None, day(month, 11), "Resor och konferens, kansli",
                       [("7050", office, DICE.between(4_000, 9_000) * 100, admin)])
    model.bill(None, year * 10000 + 1112, "Kungörelse av budgetmötet",
               [("7110", board, DICE.between(5_000, 8_000) * 100, meet)])
    model.bill(None, year * 10000 + 1015, "Revision, granskning av delårsrapport", [("7430", audit, kr(28_000), rev)])
    book.add("A", year * 10000 + 101, "Återföring upplupen revision", [
        ("2990", (), kr(46_000), None), ("7430", audit, -kr(46_000), rev)])
    paid = {2023: kr(47_250), 2024: kr(45_100), 2025: kr(46_800)}[year]
    model.bill(None, year * 10000 + 321, f"Revision av årsredovisning {year - 1}", [("7430", audit, paid, rev)])
    book.add("A", year * 10000 + 1231, "Upplupen revision", [
        ("7430", audit, kr(46_000), rev), ("2990", (), -kr(46_000), None)])
    vacation(model, None, year)


def vacation(model, owner, year):
    """The change of the holiday pay debt at the year's end, on each insats."""
    rows, total = [], 0
    for one in running(owner):
        if active_rows(one, owner, f"{year}-12"):
            ore = DICE.between(-180_000, 420_000)
            fees = share(ore, PO[EMPLOYER[owner]][year], 10000)
            where = model.place(one, owner)
            rows += [("5110", where, ore, (one["code"], "LON")), ("5610", where, fees, (one["code"], "PO"))]
            total += ore + fees
    model.books[owner].add("A", year * 10000 + 1231, "Förändring av semesterlöneskuld",
                           rows + [("2920", (), -total, None)])


# The deliberate oddities in the books.

def year_end_accrual(model, owner, code, category, year, estimate, real):
    """A cost of December that is invoiced in January: accrued, reversed, booked."""
    where, meaning = model.place(BY_CODE[code], owner), (code, category)
    account, name = COST[category][1], BY_CODE[code]["name"]
    book = model.books[owner]
    book.add("A", year * 10000 + 1231, f"Upplupen kostnad december, {name}",
             [(account, where, estimate, meaning), ("2990", (), -estimate, None)])
    if year == YEARS[-1]:
        return
    book.add("A", (year + 1) * 10000 + 101, f"Återföring upplupen kostnad, {name}",
             [("2990", (), estimate, None), (account, where, -estimate, meaning)])
    model.bill(owner, (year + 1) * 10000 + 117, f"Faktura avser december, {name}", [(account, where, real, meaning)])


def oddities(model):
    town, place = model.books[E], lambda code, owner: model.place(BY_CODE[code], owner)
    for year in YEARS:
        year_end_accrual(model, E, "KVARN", "KOP_TJANST", year, kr(14_000), 1_436_250)
        year_end_accrual(model, R, "TVILLING", "UTBILDNING", year, kr(6_000), 587_500)
    model.bill(E, 20241219, "Friskvårdspass december, Kvarnhjulet, inkom efter stängning",
               [("4610", place("KVARN", E), 1_180_000, ("KVARN", "KOP_TJANST"))], registered=20250124)
    model.bill(E, 20250828, "Handledning augusti, Kvarnhjulet, inkom efter stängning",
               [("7610", place("KVARN", E), 867_500, ("KVARN", "UTBILDNING"))], registered=20251006)
    model.bill(E, 20240314, "Kreditfaktura, inställd föreläsning, Humleslingan",
               [("4610", place("HUMLE", E), -725_000, ("HUMLE", "KOP_TJANST"))])
    town.add("L", 20250611, "Föreläsning, fel projekt rättat", [
        ("4610", place("STENROS", E), 1_250_000, ("STENROS", "KOP_TJANST")), ("1650", (), 312_500, None),
        ("2440", (), -1_562_500, None)], struck=[
        ("4610", place("LINGON", E), 1_250_000, ("LINGON", "KOP_TJANST"))], corrected=20250922)
    model.bills[E].append(("2025-07", 1_562_500))
    for year in YEARS:
        model.bill(E, year * 10000 + 213, "Försäkring, Kvarnhjulet (konto utan regel)",
                   [("7390", place("KVARN", E), 246_000 + year % 10 * 1_000, None)], vat=False)
    for month in month_range("2024-02", "2025-01"):
        town.add("B", day(month, 20), "Lönebidrag, Humleslingan",
                 [("1930", (), kr(7_200), None), ("3590", place("HUMLE", E), -kr(7_200), ("HUMLE", "INTAKT_OVRIG"))])
    model.bill(R, 20240709, "Sen konsultfaktura efter insatsens slut, Mossbacken",
               [("7410", place("MOSSA", R), 438_000, ("MOSSA", "KONSULT"))])
    region = model.books[R]
    region.add("A", 20230517, "Felbokad resa, rättas i nästa verifikation", [
        ("7050", place("BACK", R), 96_400, ("BACK", "RESOR")), ("1930", (), -96_400, None)])
    region.add("A", 20230608, "Rättelse: resan hör till Primärvård", [
        ("7050", place("BACK", R), -96_400, ("BACK", "RESOR")), ("7050", ((1, "R10"),), 96_400, None)])


# Claims and payments.

OPENING_POSITIONS = [  # insats, recipient, year, incurred, approved = paid, advance
    ("BACK", R, 2021, 85_881_250, 85_881_250, 0), ("BACK", R, 2022, 87_440_175, 55_598_975, 0),
    ("HASSEL", G, 2022, 18_784_550, 7_554_500, kr(50_000))]


def periods(one):
    if one["claims"] == 3:
        parts = [("01", "04"), ("05", "08"), ("09", "12")]
    else:
        parts = [("01", "06"), ("07", "12")]
    return [(f"{y}-{a}", f"{y}-{b}") for y in YEARS for a, b in parts
            if f"{y}-{b}" >= one["first"] and f"{y}-{a}" <= one["last"]]


def declared_cost(one, owner, first, last):
    """What a recipient without a book says that it has cost."""
    total = sum(share(a, 1, n) for m in month_range(first, last) for _, a, n in active_rows(one, owner, m))
    return share(total, DICE.between(93, 99), 100) + DICE.between(0, 99)


def incurred(model, code, owner, first, last):
    """Net cost in the recipient's book: other income counts, the association's own money does not."""
    return sum(o for v in model.books[owner].vouchers if first <= month_of(v["date"]) <= last
               for _, _, o, m in v["rows"] if m and m[0] == code and m[1] != "INTAKT_FORBUND")


def claims(model):
    opening = {("BACK", R): (31_841_200, kr(320_000)), ("HASSEL", G): (11_230_050, kr(110_000))}
    for (code, owner), (ore, estimate) in opening.items():
        one = BY_CODE[code]
        first = "2022-09" if code == "BACK" else "2022-07"
        settle(model, one, owner, (first, "2022-12"), ore, estimate)
    for one in INSATSER:
        if one.get("rejected") or one["mode"] == "own":
            continue
        room = {}
        _, scopes = granted_by_year(one)
        for first, last in periods(one):
            scope = scope_of(one, last)
            for owner in one["recipients"]:
                if (one["code"], owner) in PROJECT:
                    cost = incurred(model, one["code"], owner, max(first, one["first"]), min(last, one["last"]))
                else:
                    cost = declared_cost(one, owner, first, last)
                    model.declared.append((one["code"], owner, first, last, cost))
                left = room.setdefault(scope, scopes[scope])
                ore = min(cost, left)
                room[scope] -= ore
                settle(model, one, owner, (first, last), ore, share(ore, 1, kr(1000)) * kr(1000))


def scope_of(one, month):
    if one["code"] != "LINGON":
        return f"calendarYear {month[:4]}"
    return next(f"budgetYear {n + 1}" for n, (_, a, b) in enumerate(one["years"]) if a <= month <= b)


def settle(model, one, owner, months, ore, estimate):
    """A claim in both books: accrued at the year's end, reversed, claimed, paid."""
    first, last = months
    at_end, next_year = last.endswith("-12"), int(last[:4]) + 1
    claimed = day(later(last, 2 if at_end else 1), DICE.between(4, 16))
    paid = day(month_of(claimed), 28)
    book, where = model.association, ((1, "40"), (6, one["object"]))
    words = f"{one['name']}, {names(owner)}, {first}–{last}".replace("–", " till ")
    meaning = ("grant:" + one["code"], None)
    other = model.books.get(owner)
    theirs = model.place(one, owner) if other else ()
    income = (one["code"], "INTAKT_FORBUND")
    if at_end and next_year > YEARS[0]:
        book.add("A", day(last, 31), f"Upplupen insatskostnad, {words}",
                 [("4510", where, estimate, meaning), ("2991", (), -estimate, None)])
        if other:
            other.add("A", day(last, 31), f"Upplupen intäkt, {words}",
                      [("1790", (), estimate, None), ("3510", theirs, -estimate, income)])
    if at_end and next_year <= YEARS[-1]:
        date = next_year * 10000 + 101
        book.add("A", date, f"Återföring upplupen insatskostnad, {words}",
                 [("2991", (), estimate, None), ("4510", where, -estimate, meaning)])
        if other:
            other.add("A", date, f"Återföring upplupen intäkt, {words}",
                      [("3510", theirs, estimate, income), ("1790", (), -estimate, None)])
    if claimed > 20251231:
        return
    advance = kr(50_000) if one["code"] == "HASSEL" and last == "2023-06" else 0
    book.add("L", claimed, f"Rekvisition {words}",
             [("4510", where, ore, meaning), ("1690", (), -advance, None), ("2440", (), advance - ore, None)])
    book.add("B", paid, f"Utbetalning {words}",
             [("2440", (), ore - advance, None), ("1930", (), advance - ore, None)])
    model.granted_payments.append((one["code"], owner, first, last, claimed, paid, ore, advance))
    if other:
        other.add("K", claimed, f"Rekvisition {words}", [("1510", (), ore, None), ("3510", theirs, -ore, income)])
        other.add("B", paid, f"Inbetalt {words}", [("1930", (), ore, None), ("1510", (), -ore, None)])


def names(owner):
    return next(name for code, name, _, _ in RECIPIENTS if code == owner)


def build():
    DICE.state = SEED
    for one in INSATSER:
        plan_insats(one)
    model = Model()
    set_contributions(model)
    for year in YEARS:
        book_contributions(model, year)
        for owner in model.books:
            rent_and_shares(model, owner, year)
            invoices(model, owner, year)
            if owner:
                other_vouchers(model, owner, year)
                vacation(model, owner, year)
        kansli(model, year)
    oddities(model)
    for month in month_range("2023-01", "2025-12"):
        for owner in model.books:
            model.wages(owner, month, pay_lines(model, owner, month))
    claims(model)
    model.bills[None].append(("2023-01", kr(61_400)))
    for year in YEARS:
        for owner in model.books:
            vat_back(model, owner, year)
            for month in month_range(f"{year}-01", f"{year}-12"):
                model.pay_bills(owner, month)
    for book in model.books.values():
        book.number()
    return model


# ---------------------------------------------------------------- SIE files

def quoted(words):
    return '"' + words.replace('"', '\\"') + '"'


def object_list(pairs):
    return "{" + " ".join(f"{d} {quoted(c)}" for d, c in pairs) + "}"


def sie_head(book, year, generated, through):
    words = NOTE.split(":")[0] + f": {book.name}"
    lines = ["#FLAGGA 0", f"#PROGRAM {book.program}", "#FORMAT PC8", f"#GEN {generated} AE", "#SIETYP 4",
             f"#PROSA {quoted(words + ' finns inte med dessa siffror')}", "#FTYP X",
             f"#ORGNR {ORG['association' if book.key == 'association' else book.key[6:]]}",
             f"#FNAMN {quoted(book.name)}", f"#RAR 0 {year}0101 {year}1231"]
    if has_previous(book, year):
        lines.append(f"#RAR -1 {year - 1}0101 {year - 1}1231")
    return lines + ([f"#OMFATTN {through}"] if through else [])


def has_previous(book, year):
    return year > YEARS[0] or book.key == "association"


def chart(book, used):
    lines = []
    for account in used:
        name, kind = CHART[account[:4]]
        lines += [f"#KONTO {account} {quoted(name)}", f"#KTYP {account} {kind}"]
    lines += [f"#DIM {d} {quoted(n)}" for d, n in sorted(book.dims.items())
              if any(key[0] == d for key in book.objects)]
    return lines + [f"#OBJEKT {d} {quoted(c)} {quoted(n)}" for (d, c), n in sorted(book.objects.items())]


# The result of 2022, for comparison only: no voucher of that year is in any file.
RESULT_2022 = {"3520": -kr(2_210_000), "3530": -kr(2_210_000), "3540": -kr(4_420_000), "4510": kr(7_031_246),
               "5012": kr(82_600), "5020": kr(735_000), "5610": kr(256_900), "5710": kr(57_400),
               "6010": kr(76_000), "6810": kr(45_800), "7050": kr(11_900), "7430": kr(73_500),
               "7640": kr(18_400), "8410": -kr(4_250), "8510": kr(1_440)}


def balances(book, year, vouchers):
    written = lambda label, n, sums: [f"#{label} {n} {a} {text(o)}" for a, o in sorted(sums.items()) if o]
    lines = written("IB", 0, book.ib(year))
    if year > YEARS[0]:
        lines = written("IB", -1, book.ib(year - 1)) + lines
        lines += written("UB", -1, book.ub(year - 1))
    elif book.key == "association":
        closing = dict(book.opening)
        closing["2010"] -= sum(RESULT_2022.values())
        lines += written("UB", -1, closing)
    lines += written("UB", 0, book.ub(year, vouchers))
    if year > YEARS[0]:
        lines += written("RES", -1, book.res(year - 1))
    elif book.key == "association":
        lines += written("RES", -1, RESULT_2022)
    return lines + written("RES", 0, book.res(year, vouchers))


def voucher_lines(one, generated):
    registered = f" {one['registered']}" if one["registered"] != one["date"] else ""
    lines = [f"#VER {quoted(one['series'])} {one['number']} {one['date']} {quoted(one['text'])}{registered}", "{"]
    trans = lambda label, row, tail="": f"#{label} {row[0]} {object_list(row[1])} {text(row[2])}{tail}"
    rows = list(one["rows"])
    if one["struck"] and one["corrected"] > generated:
        rows[:len(one["struck"])] = one["struck"]
    elif one["struck"]:
        tail = f' {one["corrected"]} "" "" "AE"'
        lines += [trans("BTRANS", row, tail) for row in one["struck"]]
        for row in rows[:len(one["struck"])]:
            lines += [trans("RTRANS", row, tail), trans("TRANS", row)]
        rows = rows[len(one["struck"]):]
    return lines + [trans("TRANS", row) for row in rows] + ["}"]


def fields(line):
    """Fields of a well-written line; braces count as blanks."""
    result, at = [], 0
    while at < len(line):
        if line[at] in " {}":
            at += 1
            continue
        inside, start = line[at] == '"', at
        if inside:
            end = line.index('"', at + 1)
            result.append(line[at + 1:end])
            at = end + 1
        else:
            while at < len(line) and line[at] not in " {}":
                at += 1
            result.append(line[start:at])
    return result


def with_sum(lines):
    lines, crc = [lines[0], "#KSUMMA"] + lines[1:], 0
    for line in lines[2:]:
        if line.startswith("#"):
            for field in fields(line):
                crc = zlib.crc32(field.encode("cp437"), crc)
    return lines + [f"#KSUMMA {crc}"]


def sie_file(book, year, generated, through=None):
    vouchers = book.year(year)
    if through:
        vouchers = [v for v in vouchers if v["date"] <= through and v["registered"] <= generated]
    if through:
        vouchers = [dict(v, rows=v["struck"] + v["rows"][len(v["struck"]):])
                    if v["struck"] and v["corrected"] > generated else v for v in vouchers]
    used = sorted({a for a in list(book.ib(year)) + list(book.moved(year, vouchers))
                   + (list(book.moved(year - 1)) + list(book.ib(year - 1)) if year > YEARS[0] else [])
                   + (list(RESULT_2022) if book.key == "association" else [])})
    lines = sie_head(book, year, generated, through) + chart(book, used) + balances(book, year, vouchers)
    for one in vouchers:
        lines += voucher_lines(one, generated)
    if book.digits == 5:
        lines = with_sum(lines)
    facts = dict(vouchers=len(vouchers), postings=sum(len(v["rows"]) for v in vouchers),
                 openingBalance=text(sum(book.ib(year).values())),
                 closingBalance=text(sum(book.ub(year, vouchers).values())),
                 result=text(sum(book.res(year, vouchers).values())), book=book.key, year=year)
    if book.key != "association":
        objects = [(6, p) for (_, owner), p in PROJECT.items() if book.key == f"owner:{owner}"]
        kept = [row for v in vouchers for row in v["rows"] if set(row[1]) & set(objects)]
        facts.update(keptObjects=[f"6:{p}" for _, p in objects], keptRows=len(kept),
                     keptSum=text(sum(row[2] for row in kept)))
    return ("\r\n".join(lines) + "\r\n").encode("cp437"), facts


BOOK_NAMES = {None: "forbundet", E: "exempelstad", R: "regionen"}


def sie_files(model):
    files = {}
    for owner, book in model.books.items():
        for year in YEARS:
            files[f"bocker/{BOOK_NAMES[owner]}-{year}.se"] = sie_file(book, year, (year + 1) * 10000 + 215)
    files["extra/exempelstad-2025-till-augusti.se"] = sie_file(model.books[E], 2025, 20250910, 20250831)
    return files


# ---------------------------------------------------------------- manifests

def q(words):
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def y_amount(ore):
    """Quoted when it has a comma, which would part it in a list."""
    whole = f"{'-' if ore < 0 else ''}{abs(ore) // 100}"
    return q(f"{whole},{abs(ore) % 100:02d}") if ore % 100 else whole


HEADER = f"# {NOTE}\n# Skriven av make.py; ändra där.\n\n"


def association_yaml():
    lines = ["association:", "  interimClosingMonth: 8", "  booksClose: 01-31", "  members:"]
    lines += financing.member_lines(MEMBERS, q)
    lines += ["  source: " + q("Påhittad förbundsordning, § 5: kommunerna delar sin fjärdedel efter folkmängd"),
              "  equityMin: 1000000", "", "associationBudgets:"]
    for year, (on, ref) in BUDGET_MEETINGS.items():
        lines += [f"  - year: {year}", f"    decidedOn: {on}", f"    reference: {q(ref)}",
                  f"    expectedEquity: {EXPECTED_EQUITY[year]}",
                  "    motive: " + q("Sparade medel används för beviljade insatser enligt styrelsens riktlinje"),
                  "    goals:"]
        lines += [f"      - {{ text: {q(text)}, target: {q(target)}" + (
                      f", outcome: {q(outcome)}, assessment: {how} }}" if outcome else " }")
                  for text, target, outcome, how in GOALS[year]]
        lines += ["    plan:"]
        lines += [f"      - {{ year: {y}, line: {line}, amount: {y_amount(kr(amount))} }}"
                  for y, line, amount in plan_years(year)]
    lines += ["", "areaBudget:"]
    lines += [f"  - {{ year: {y}, line: {line}, kind: {kind}, amount: {y_amount(o)}, decidedOn: {on}, "
              f"reference: {q(ref)} }}" for y, line, kind, o, on, ref in area_budgets()]
    return "\n".join(lines) + "\n"


# What the board expected and wanted to reach; outcomes are known for years that have ended.
EXPECTED_EQUITY = {2023: 2_250_000, 2024: 1_550_000, 2025: 1_760_000, 2026: 1_730_000}
GOALS = {
    2023: [("Minst 90 procent av beviljade medel används", "90 %", "93 %", "met"),
           ("Eget kapital hålls över en miljon kronor", "1 000 000 kr", "2 735 638 kr", "met")],
    2024: [("Minst 90 procent av beviljade medel används", "90 %", "97 %", "met"),
           ("Eget kapital minskar mot riktlinjen", "högst 2 000 000 kr", "2 313 427 kr", "partly")],
    2025: [("Minst 90 procent av beviljade medel används", "90 %", "97 %", "met"),
           ("Alla insatser lämnar lägesrapport i tid", "13 av 13", "12 av 13", "partly"),
           ("Eget kapital minskar mot riktlinjen", "högst 2 000 000 kr", "2 594 129 kr", "missed")],
    2026: [("Minst 90 procent av beviljade medel används", "90 %", "", None),
           ("Eget kapital hålls över en miljon kronor", "1 000 000 kr", "", None)],
}


def plan_years(year):
    """The two years after the budget year: own costs rise by two percent, the rest is for insatser."""
    found = []
    for step in (1, 2):
        own = [round(kronor * (1 + 0.02 * step) / 1000) * 1000 for kronor in OWN_BUDGET[year]]
        income = 9_400_000 + 100_000 * (year - 2023 + step)
        lines = list(zip(("board", "administration", "audit"), own))
        lines += [("insatser", 0), ("unallocated", income - sum(own)), ("income", income)]
        found += [(year + step, line, amount) for line, amount in lines]
    return found


BUDGET_MEETINGS = {2023: ("2022-11-24", "§ 61"), 2024: ("2023-11-23", "§ 58"), 2025: ("2024-11-21", "§ 63"),
                   2026: ("2025-11-20", "§ 57")}
OWN_BUDGET = {2023: (190_000, 1_395_000, 78_000), 2024: (195_000, 1_440_000, 76_000),
              2025: (200_000, 1_470_000, 80_000), 2026: (205_000, 1_510_000, 82_000)}


def area_budgets():
    """The association's own budget: what was decided at the meeting, and the changes during the year."""
    found = []
    for year, (on, ref) in BUDGET_MEETINGS.items():
        decided = sum(granted_by_year(i, on)[0].get(year, 0) for i in INSATSER)
        decided = share(decided, 1, kr(1000)) * kr(1000)
        income = CONTRIBUTION_TOTALS.get(year, kr(9_500_000))
        own = [kr(k) for k in OWN_BUDGET[year]]
        unallocated = kr(450_000) if year < 2026 else kr(7_300_000)
        for line, ore in zip(("board", "administration", "audit", "insatser", "unallocated", "income"),
                             own + [decided, unallocated, income]):
            found.append((year, line, "original", ore, on, ref))
    for year, ore, on, ref, line in (
            (2023, kr(271_000), "2023-05-25", "§ 31", "unallocated"),
            (2024, kr(40_000), "2024-03-14", "§ 13", None), (2024, kr(90_000), "2024-05-23", "§ 33", None),
            (2025, kr(88_000), "2025-03-13", "§ 12", "unallocated")):
        found.append((year, "insatser", "change", ore, on, ref))
        if line:
            found.append((year, line, "change", -ore, on, ref))
    found.append((2024, "administration", "change", kr(25_000), "2024-05-23", "§ 34"))
    return found


def contributions_yaml(model):
    lines = ["contributions:"]
    for year in YEARS:
        for one in model.contributions[year]:
            lines += financing.contribution_lines(one, CONTRIBUTION_DECIDED[year], y_amount)
    lines += financing.coming_lines(MEMBERS, y_amount)
    return "\n".join(lines) + "\n"


def recipients_yaml():
    later = {"UGGLE": ", laterVat: [ { from: 2026-01, vat: netto } ]"}
    return "recipients:\n" + "".join(
        f"  - {{ code: {c}, name: {q(n)}, vat: {v}{later.get(c, '')} }}\n" for c, n, v, _ in RECIPIENTS)


def mapping_rules(model):
    """(book, account prefix, object, target, category); only what an insats's budget or book uses."""
    rules = []
    for area, code in (("board", "10"), ("administration", "20"), ("audit", "30")):
        rules.append(("association", "", f"1:{code}", f"area:{area}", None))
    rules.append(("association", "35", None, "area:income", None))
    for one in INSATSER:
        if one["mode"] == "grant" and not one.get("rejected"):
            rules.append(("association", "4510", f"6:{one['object']}", f"insats:{one['code']}", None))
    for owner, book in model.books.items():
        for one in running(owner):
            where = f"6:{one['object'] if owner is None else PROJECT[(one['code'], owner)]}"
            used = {m[1] for v in book.vouchers for _, _, _, m in v["rows"] if m and m[0] == one["code"]}
            for category, (prefixes, _, _) in COST.items():
                if category in used:
                    rules += [(book.key, p, where, f"insats:{one['code']}", category) for p in prefixes]
    return rules


def mapping_yaml(model):
    lines = ["mapping:"]
    for book, prefix, where, target, category in mapping_rules(model):
        parts = [f"book: {q(book)}"] + ([f"account: {q(prefix)}"] if prefix else [])
        parts += ([f"object: {q(where)}"] if where else []) + [f"target: {q(target)}"]
        lines.append("  - { " + ", ".join(parts + ([f"category: {category}"] if category else [])) + " }")
    return "\n".join(lines) + "\n"


def budget_lines(one):
    lines = ["    budgets:"]
    for kind, date, rows in one["versions"]:
        lines += [f"      - kind: {kind}", f"        date: {date}", "        years:"]
        lines += [f"          - {{ label: {q(label)}, from: {a}, through: {b} }}" for label, a, b in one["years"]]
        lines.append("        rows:")
        for row in rows:
            owner = f", recipient: {row['recipient']}" if row["recipient"] else ""
            amounts = ", ".join(y_amount(o) for o in row["amounts"])
            lines.append(f"          - {{ code: {row['code']}, category: {row['category']}, "
                         f"label: {q(row['label'])}{owner}, amounts: [{amounts}] }}")
        lines.append("        source: " + q("Påhittad ansökan" if kind == "applied" else "Påhittat styrelsebeslut"))
    return lines


def decision_lines(one):
    lines = ["    decisions:"] if one["decisions"] else []
    for each in one["decisions"]:
        lines += [f"      - code: {q(each['code'])}", f"        kind: {each['kind']}"]
        if each["relation"]:
            lines.append(f"        relation: {q(each['relation'])}")
        lines += [f"        date: {each['date']}", f"        paragraph: {q(each['paragraph'])}",
                  f"        diaryNumber: {q('EXL ' + each['code'].replace('-', '/'))}"]
        if each["financing"]:
            lines.append(f"        financing: {q(each['financing'])}")
        said = each.get("terms", [])
        if each["kind"] == "grant" and not any(term.startswith("basis") for term in said):
            lines.append("        basis: whole")
        lines += [f"        {term}" for term in said]
        lines += ["        delegated: yes"] if each.get("delegated") else []
        lines += [f"        minutes: {each['minutes']}"] if each.get("minutes") else []
        if each["ceilings"]:
            lines.append("        ceilings:")
        vat = ", vat: included" if each.get("vat") else ""
        lines += [f"          - {{ scope: {scope}, amount: {y_amount(o)}{vat} }}" for scope, o in each["ceilings"]]
        if each["conditions"]:
            lines.append("        conditions:")
        for words in each["conditions"]:
            lines.append(f"          - {q(words)}" if isinstance(words, str)
                         else f"          - {{ text: {q(words[0])}, due: {words[1]} }}")
    return lines


def insats_yaml(one):
    lines = ["insatser:", f"  - code: {one['code']}", f"    name: {q(one['name'])}",
             f"    purpose: {q(one['purpose'])}", f"    from: {one['first']}", f"    through: {one['last']}",
             f"    kind: {one['kind']}", f"    mode: {one['mode']}"]
    lines += [f"    parent: {one['parent']}"] if one["parent"] else []
    lines += [f"    plannedParticipants: {one['participants']}"] if one["participants"] else []
    lines.append("    attribution: stated")
    lines += [f"    recipients: [{', '.join(one['recipients'])}]"] if one["recipients"] else []
    lines += [f"    closedOn: {one['closed']}"] if one["closed"] else []
    lines.append("    source: " + q("Påhittad av samples/exempellan/make.py"))
    lines += participants(one) + budget_lines(one) + decision_lines(one)
    positions = [p for p in OPENING_POSITIONS if p[0] == one["code"]]
    if positions:
        lines.append("    openingPositions:")
    for code, owner, year, cost, approved, advance in positions:
        granted = granted_by_year(one, "2022-12-31")[0][year]
        lines.append(f"      - {{ recipient: {owner}, year: {year}, granted: {y_amount(granted)}, "
                     f"incurred: {y_amount(cost)}, approved: {y_amount(approved)}, "
                     f"paid: {y_amount(approved)}, advance: {y_amount(advance)}, "
                     f"source: {q('Påhittat bokslut ' + str(year))}, "
                     "confirmedBy: [Ekonom, Förbundschef] }")
    return "\n".join(lines) + "\n"


def manifests(model):
    files = {"plan/01-forbundet.yaml": association_yaml(), "plan/02-mottagare.yaml": recipients_yaml(),
             "plan/03-mappning.yaml": mapping_yaml(model), "plan/04-bidrag.yaml": contributions_yaml(model),
             "plan/05-kallor.yaml": financing.sources_yaml(MEMBERS, q, y_amount)}
    files["plan/07-ronnbacken.yaml"] = planning.rules_yaml(q)
    files["extra/beslut-fyrbaken.yaml"] = planning.DECISION
    files["plan/06-regler.yaml"] = (HERE.parent.parent / "templates/eligibility.yaml").read_text(encoding="utf-8")
    files["plan/09-kostnadsslag.yaml"] = (HERE.parent.parent / "templates/categories.yaml").read_text(encoding="utf-8")
    for one in INSATSER:
        files[f"plan/insatser/{one['object'].lower()}-{one['code'].lower()}.yaml"] = insats_yaml(one)
    return {name: (HEADER + body).encode("utf-8") for name, body in files.items()}


# ---------------------------------------------------------------- what must come out

def per_year(pairs):
    sums = {}
    for month, ore in pairs:
        sums[month[:4]] = sums.get(month[:4], 0) + ore
    return sums


def texts(sums):
    return {str(key): text(ore) for key, ore in sorted(sums.items())}


def meanings(model):
    """Every result posting by what it is: {(owner, meaning): {month: öre}}."""
    found = {}
    for owner, book in model.books.items():
        for one in book.vouchers:
            for account, _, ore, meaning in one["rows"]:
                if account >= "3":
                    months = found.setdefault((owner, meaning or ("unmapped", account)), {})
                    month = month_of(one["date"])
                    months[month] = months.get(month, 0) + ore
    return found


def expected(model, files):
    found, rows, by_insats, unmapped, income, grants, areas = meanings(model), [], {}, {}, {}, {}, {}
    for (owner, (what, category)), months in sorted(found.items(), key=str):
        if what in BY_CODE and category == "INTAKT_FORBUND":
            income.setdefault(what, {})[owner] = texts(per_year(months.items()))
        elif what in BY_CODE:
            rows.append(dict(insats=what, recipient=owner, category=category, months=texts(months),
                             years=texts(per_year(months.items()))))
            for year, ore in per_year(months.items()).items():
                by_insats.setdefault(what, {}).setdefault(year, 0)
                by_insats[what][year] += ore
        elif what.startswith("grant:"):
            grants[what[6:]] = texts(per_year(months.items()))
        elif what == "unmapped":
            unmapped.setdefault(model.books[owner].key, {})[category] = texts(months)
        else:
            areas[what] = texts(per_year(months.items()))
    return dict(
        note=NOTE, unit="kronor, två decimaler; kostnad är positiv, intäkt negativ", asOf="2025-12-31",
        association=dict(name=ASSOCIATION, organizationNumber=ORG["association"]),
        incurred=rows, incurredPerInsatsAndYear=incurred_years(by_insats),
        incurredNote="INTAKT_OVRIG (lönebidrag) minskar upparbetat och ingår med minus; INTAKT_FORBUND ingår "
                     "inte. null = mottagaren lämnar ingen bok och ingen rekvisition är registrerad.",
        declaredWithoutBook=[dict(insats=c, recipient=o, **{"from": a, "through": b}, cost=text(ore))
                             for c, o, a, b, ore in model.declared],
        incomeFromAssociation=income, bookedByAssociation=grants, areas=areas, unmapped=unmapped,
        unmappedNote="Resultatkonton som ingen regel tar, per bok, konto och månad; i förbundets bok inget.",
        statements={str(y): statements(model, y) for y in YEARS}, operating={str(y): operating(model, y) for y in YEARS},
        statementsNote="Resultaträkning och balansräkning enligt LKBR i kronor: intäkter och resultat positiva, "
                       "kostnader negativa, tillgångar och skulder positiva. Driftredovisning: kostnader negativa.",
        claims=[dict(insats=c, recipient=o, **{"from": a, "through": b}, claimedOn=iso(on), paidOn=iso(paid),
                     amount=text(ore), clearedAdvance=text(adv))
                for c, o, a, b, on, paid, ore, adv in sorted(model.granted_payments, key=lambda p: p[4:6] + p[:4])],
        budget={i["code"]: [version(i, n, v) for n, v in enumerate(i["versions"], 1)] for i in INSATSER},
        granted={i["code"]: texts(granted_by_year(i)[0]) for i in INSATSER},
        ceilings={i["code"]: {k: text(o) for k, o in granted_by_year(i)[1].items()} for i in INSATSER},
        contributions={str(y): {c["member"]: text(c["amount"]) for c in model.contributions[y]} for y in YEARS},
        contributionTotals=texts(CONTRIBUTION_TOTALS), received=received(model),
        financing=financing.oracle(MEMBERS, text), planning=planning.oracle(text),
        ownBudget=own_budget(), books={name: facts for name, (_, facts) in sorted(files.items())},
        balances={b.key: {str(y): {a: text(o) for a, o in sorted(b.ub(y).items()) if o} for y in YEARS}
                  for b in model.books.values()})


def incurred_years(by_insats):
    found = {}
    for one in INSATSER:
        if one.get("rejected"):
            found[one["code"]] = {}
        elif one["mode"] == "own" or all((one["code"], o) in PROJECT for o in one["recipients"]):
            found[one["code"]] = texts(by_insats[one["code"]])
        else:
            found[one["code"]] = {str(y): None for y in YEARS if one["first"][:4] <= str(y) <= one["last"][:4]}
    return found


def version(one, number, entry):
    kind, date, rows = entry
    years, total = budget_by_year(one, rows), {}
    for sums in years.values():
        for year, ore in sums.items():
            total[year] = total.get(year, 0) + ore
    return dict(version=number, kind=kind, date=date, rows={c: texts(s) for c, s in years.items()},
                total=texts(total))


def received(model):
    """What had come in of each year's contributions by its last day."""
    return {str(y): {c["member"]: text(sum(p["amount"] for p in c["payments"] if p["received"] <= f"{y}-12-31"))
                     for c in model.contributions[y]} for y in YEARS}


def own_budget():
    found = {}
    for year, line, kind, ore, _, _ in area_budgets():
        entry = found.setdefault(str(year), {}).setdefault(line, dict(original=0, change=0, final=0))
        entry[kind] += ore
        entry["final"] += ore
    return {y: {line: {k: text(o) for k, o in e.items()} for line, e in lines.items()} for y, lines in found.items()}


# ---------------------------------------------------------------- statements

# Which row an account of the association's book stands on; a list of its own, not Medel's template.
INCOME_ROWS = {"3520": "intakter", "3530": "intakter", "3540": "intakter", "8410": "finansiella-intakter",
               "8510": "finansiella-kostnader"}
BALANCE_ROWS = {"1510": "fordringar", "1650": "fordringar", "1690": "fordringar", "1930": "kassa-bank",
                "2440": "kortfristiga-skulder", "2710": "kortfristiga-skulder", "2730": "kortfristiga-skulder",
                "2920": "kortfristiga-skulder", "2970": "kortfristiga-skulder", "2990": "kortfristiga-skulder",
                "2991": "kortfristiga-skulder"}


def income_rows(results):
    """Rows of the resultaträkning from result accounts (credit negative)."""
    rows = dict.fromkeys(("intakter", "kostnader", "finansiella-intakter", "finansiella-kostnader"), 0)
    for account, ore in results.items():
        rows[INCOME_ROWS.get(account, "kostnader")] -= ore
    rows["nettokostnader"] = rows["verksamhetens-resultat"] = rows["intakter"] + rows["kostnader"]
    rows["arets-resultat"] = rows["resultat-efter-finansiella"] = (
        rows["nettokostnader"] + rows["finansiella-intakter"] + rows["finansiella-kostnader"])
    return rows


def balance_rows(closing, opening_equity, result, year):
    """Rows of the balansräkning from closing balances in which the year's result is not yet moved."""
    rows = dict.fromkeys(("fordringar", "kassa-bank", "kortfristiga-skulder"), 0)
    for account, ore in closing.items():
        if account != "2010":
            rows[BALANCE_ROWS[account]] += ore if account < "2" else -ore
    rows["summa-tillgangar"] = rows["summa-omsattning"] = rows["fordringar"] + rows["kassa-bank"]
    rows["summa-skulder"] = rows["kortfristiga-skulder"]
    rows["ek-resultat"], rows["ek-slut"] = result, -closing["2010"] + result
    rows["ek-borjan" if year >= 2024 else "ek-ovrigt"] = opening_equity
    rows["summa-ek-avs-skulder"] = rows["ek-slut"] + rows["summa-skulder"]
    assert rows["summa-tillgangar"] == rows["summa-ek-avs-skulder"], (year, rows)
    assert opening_equity is None or opening_equity + result == rows["ek-slut"], year
    return rows


def statements(model, year):
    book, found = model.association, {}
    for shown in (year, year - 1):
        if shown >= YEARS[0]:
            results, closing = book.res(shown), book.ub(shown)
            opening = -book.ib(shown)["2010"]
        else:  # 2022 is known only by what the file of 2023 says of it
            results, closing = RESULT_2022, dict(book.opening)
            closing["2010"] -= sum(RESULT_2022.values())
            # What is neither result nor reserve follows from the sum; how 2022 began nobody has said.
            opening = -closing["2010"]
        income = income_rows(results)
        balance = balance_rows(closing, opening, income["arets-resultat"], year)
        found["current" if shown == year else "previous"] = dict(
            income={k: text(o) for k, o in income.items()}, balance={k: text(o) for k, o in balance.items()})
    return found


def insats_budget(one, year, day_):
    """The calendar year's share of the budget that the board had granted by a day; None without one."""
    known = [v for v in one["versions"] if v[0] != "applied" and v[1] <= day_]
    if not known:
        return None
    latest = max(known, key=lambda v: (v[1], one["versions"].index(v)))
    return sum(sums.get(year, 0) for sums in budget_by_year(one, latest[2]).values())


def booked_by_place(model, year):
    """Where each result posting of the association's book belongs, by what it is."""
    found = {}
    for one in model.association.year(year):
        for account, _, ore, meaning in one["rows"]:
            if account >= "3":
                place = meaning[0].removeprefix("grant:")
                found[place] = found.get(place, 0) - ore
    return found


def operating(model, year):
    """Driftredovisning: rows of original, changes, final, actual, previous; costs negative."""
    actual = booked_by_place(model, year)
    previous = booked_by_place(model, year - 1) if year > YEARS[0] else None
    lines, own = {}, own_budget()[str(year)]
    for line, sums in own.items():
        sign = 1 if line == "income" else -1
        codes = [line] if line != "insatser" else [c for c in BY_CODE]
        ore = lambda word: int(sums[word].replace(".", "")) * sign
        lines[line] = [ore("original"), ore("change"), ore("final"), sum(actual.get(c, 0) for c in codes),
                       None if previous is None else sum(previous.get(c, 0) for c in codes)]
    sums = [sum(lines[line][n] for line in own) if lines["income"][n] is not None else None for n in range(5)]
    assert sums[3] == -sum(model.association.res(year).values()), (year, "every posting has a place")
    for code, one in BY_CODE.items():
        first, last = (insats_budget(one, year, f"{y}-12-31") for y in (year - 1, year))
        if one.get("rejected") or not (first or last or actual.get(code) or (previous or {}).get(code)):
            continue
        lines["insats:" + code] = [-(first or 0), (first or 0) - (last or 0), -(last or 0), actual.get(code, 0),
                                   None if previous is None else previous.get(code, 0)]
    lines["total"] = sums
    words = ("original", "changes", "final", "actual", "previous")
    return {key: {w: None if o is None else text(o) for w, o in zip(words, row)} for key, row in lines.items()}


# ---------------------------------------------------------------- check of itself

def check(model, files):
    for book in model.books.values():
        equity = book.account("2010")
        for year in YEARS:
            ib, ub, res, moved = book.ib(year), book.ub(year), book.res(year), book.moved(year)
            for one in book.year(year):
                assert sum(r[2] for r in one["rows"]) == 0, one
                assert one["registered"] >= one["date"], one
                assert len(one["struck"]) <= len(one["rows"])
            assert sum(ib.values()) == 0 and sum(ub.values()) + sum(res.values()) == 0
            assert all(ib.get(a, 0) + (moved.get(a, 0) if a < "3" else 0) == o for a, o in ub.items())
            assert equity not in moved, "nobody books on equity"
            if year > YEARS[0]:
                before, result = book.ub(year - 1), sum(book.res(year - 1).values())
                for account in set(ib) | set(before):
                    expect = before.get(account, 0) + (result if account == equity else 0)
                    assert ib.get(account, 0) == expect, (book.key, year, account)
            for series in {v["series"] for v in book.year(year)}:
                numbers = [v["number"] for v in book.year(year) if v["series"] == series]
                assert numbers == list(range(1, len(numbers) + 1))
            assert ub.get(book.account("1930"), 1) > 0, (book.key, year, "money in the bank")
    check_contributions(model)
    check_rules(model)
    for code, _, year, cost, approved, _ in OPENING_POSITIONS:
        assert approved <= cost <= granted_by_year(BY_CODE[code], "2022-12-31")[0][year], (code, year)
    for name, (data, _) in files.items():
        assert len(data) <= 250_000, (name, len(data))
        assert b"\r\n" in data and data.count(b"\n") == data.count(b"\r\n")


def check_contributions(model):
    for year, total in CONTRIBUTION_TOTALS.items():
        found = {c["member"]: c["amount"] for c in model.contributions[year]}
        towns = [m for m in MEMBERS if m[2] == "municipality"]
        assert sum(found.values()) == total
        assert abs(found["FK"] * 2 - total) <= kr(2) and found["AF"] == 0
        assert abs(found["REGEX"] * 4 - total) <= kr(4)
        people = sum(m[3] for m in towns)
        for code, _, _, key in towns:
            part = sum(found[m[0]] for m in towns)
            assert abs(found[code] * people - part * key) < kr(people), code
        assert all(sum(p["amount"] for p in c["payments"]) == c["amount"] for c in model.contributions[year])
        booked = -sum(model.association.res(year).get(a, 0) for a in INCOME.values())
        assert booked == total, (year, text(booked))


def check_rules(model):
    """The mapping rules give each posting the place that its model says."""
    rules = sorted(mapping_rules(model), key=lambda r: -len(r[1]))
    for owner, book in model.books.items():
        mine = [r for r in rules if r[0] == book.key]
        for one in book.vouchers:
            for account, where, _, meaning in one["rows"]:
                objects = {f"{d}:{c}" for d, c in where}
                hit = next(((t, c) for _, p, o, t, c in mine if account.startswith(p)
                            and (o is None or o in objects)), None)
                if account < "3":
                    assert hit is None, (book.key, one)
                    continue
                what, category = meaning or ("unmapped", None)
                if what == "unmapped":
                    wanted = None
                elif what in BY_CODE:
                    wanted = ("insats:" + what, category)
                elif what.startswith("grant:"):
                    wanted = ("insats:" + what[6:], None)
                else:
                    wanted = ("area:" + what, None)
                assert hit == wanted, (book.key, one, hit, wanted)


# ---------------------------------------------------------------- README

def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("---" for _ in head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(map(str, row)) + " |" for row in rows])


def readme(oracle, files):
    amount = lambda value: "–" if value is None else shown(int(value.replace(".", "")))
    rows = []
    for one in INSATSER:
        code, kind = one["code"], {"grant": ", ".join(one["recipients"]), "own": "egen regi"}[one["mode"]]
        in_force = oracle["budget"][code][-1]["total"] if not one.get("rejected") else {}
        cells = [amount(part.get(str(y))) for y in YEARS
                 for part in (in_force, oracle["granted"][code], oracle["incurredPerInsatsAndYear"][code])]
        rows.append([f"{code} {one['name']}", kind] + cells)
    sums = table(["Insats", "Mottagare"] + [f"{w} {y}" for y in YEARS for w in ("Budget", "Beviljat", "Upparbetat")],
                 rows)
    money = table(["Medlem"] + list(map(str, YEARS)),
                  [[name] + [amount(oracle["contributions"][str(y)][code]) for y in YEARS]
                   for code, name, _, _ in MEMBERS]
                  + [["**Summa**"] + [amount(oracle["contributionTotals"][str(y)]) for y in YEARS]])
    own = table(["Område"] + list(map(str, YEARS)),
                [[word] + [amount(oracle["areas"][key][str(y)]) for y in YEARS]
                 for key, word in (("board", "Styrelse"), ("administration", "Administration"), ("audit", "Revision"))])
    books = table(["Fil", "Verifikationer", "Rader", "Årets resultat (överskott är minus)"],
                  [[f"`{n}`", f["vouchers"], f["postings"], amount(f["result"])] for n, (_, f) in sorted(files.items())])
    ore = lambda value: int(value.replace(".", ""))
    over = shown(ore(oracle["incurredPerInsatsAndYear"]["HUMLE"]["2024"]) - ore(oracle["granted"]["HUMLE"]["2024"]))
    late = shown(ore(oracle["contributions"]["2025"]["LILLFORSA"]) - ore(oracle["received"]["2025"]["LILLFORSA"]))
    parts = (HERE / "README.in.md").read_text(encoding="utf-8")
    for key, value in (("NOTE", NOTE), ("SUMS", sums), ("MONEY", money), ("OWN", own), ("BOOKS", books),
                       ("ORG", ORG["association"]), ("HUMLE", over), ("LATE", late)):
        parts = parts.replace("{{" + key + "}}", value)
    return parts.encode("utf-8")


def main():
    model = build()
    files = sie_files(model)
    check(model, files)
    oracle = expected(model, files)
    out = {name: data for name, (data, _) in files.items()}
    out.update(manifests(model))
    out["extra/ansokan-fyrbaken.txt"] = planning.APPLICATION.encode("utf-8")
    out["expected.json"] = (json.dumps(oracle, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    out["README.md"] = readme(oracle, files)
    for name, data in out.items():
        path = HERE / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    print(f"{len(out)} filer, {sum(map(len, out.values()))} byte, kontrollen av egna siffror gick igenom.")


if __name__ == "__main__":
    main()
