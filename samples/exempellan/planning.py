"""Rönnbacken, an insats of exempellän whose budget is built by rules, and an application that has just come.

Nothing here exists. Used by make.py, which writes the manifest and the true amounts; prove.py compares them with Medel.
The amounts are computed here from docs/rounding.md with fractions, beside Medel and not by it. All is of 2026 and 2027, so
that the books of 2023–2025 stay as they are.
"""

from fractions import Fraction

CODE, YEARS = "RONN", (2026, 2027)
# Invented: the real rates of these years are not confirmed.
PO = {2026: "44,10", 2027: "44,35"}
STEPS = {"krona": 100, "hundred": 10_000}
NOTES = ["PO-satserna för 2026 och 2027 är påhittade", "Bekräftade satser finns inte för de åren i templates/po.yaml"]


def number(words):
    return Fraction(str(words).replace(",", "."))


def nearest(exact, step=1):
    """To the nearest, a half up; no amount here is below zero."""
    return int(exact / step + Fraction(1, 2)) * step


def each(value, place):
    return value[place] if isinstance(value, list) else value


def staff(row, place):
    """Öre of a calendar year: pay, holiday pay and PO, each rounded once."""
    rule, year, pay, holiday = row["staff"], YEARS[place], Fraction(0), Fraction(0)
    days = rule.get("holiday")
    for month in range(1, 13):
        monthly = number(rule["monthlyPay"]) * 100
        for raised in rule.get("raises", []):
            if raised["from"] <= f"{year}-{month:02d}":
                monthly = (Fraction(nearest(monthly * (100 + number(raised["percent"])) / 100)) if "percent" in raised
                           else monthly + raised["amount"] * 100)
        exact = number(each(rule["posts"], place)) * number(rule.get("employment", 100)) / 100 * monthly
        pay += exact
        if days:
            holiday += exact * number(days["perDay"]) / 100 * days["days"] / 12
    base = nearest(pay) + nearest(holiday)
    return base + (nearest(base * number(PO[year]) / 100) if "po" in rule else 0)


def amounts(rows):
    """Each row's öre by year, in the order that the rules build on each other."""
    found = {}
    for row in rows:
        by_year = []
        for place, year in enumerate(YEARS):
            base = sum(found[code][place] for key in ("po", "percent") if key in row for code in row[key]["of"])
            if "amounts" in row:
                exact = Fraction(row["amounts"][place] * 100)
            elif "staff" in row:
                exact = Fraction(staff(row, place))
            elif "po" in row:
                exact = base * number(PO[year]) / 100
            elif "percent" in row:
                share = number(row["percent"]["rate"]) / 100
                exact = base * share / (1 - share if row["percent"].get("includesItself") else 1)
            elif "unit" in row:
                exact = number(each(row["unit"]["quantity"], place)) * each(row["unit"]["price"], place) * 100
            else:
                exact = Fraction(each(row["lump"]["amount"], place) * 100)
            step = STEPS.get(row.get("roundTo"), 1)
            ore = int(exact / step) * step if row.get("rounding") == "down" else nearest(exact, step)
            cap = row.get("percent", {}).get("cap")
            by_year.append(min(ore, each(cap, place) * 100) if cap else ore)
        found[row["code"]] = by_year
    return found


def rows(posts=2, second="1,75", tools=14):
    """The budget's rows; what differs between the versions is said by the arguments."""
    return [
        dict(code="handledare", category="LON", label="Två handledare", recipient="EXSTAD",
             staff=dict(posts=[posts, second], employment=80, monthlyPay=34_000,
                        raises=[{"from": "2026-04", "percent": "2,5"}, {"from": "2027-04", "amount": 800}],
                        holiday=dict(perDay="0,43", days=25))),
        dict(code="samordnare", category="LON", label="Samordnare med PO", recipient="EXSTAD",
             staff=dict(posts="0,5", monthlyPay=42_000, po=dict(sector="municipality"))),
        dict(code="po", category="PO", label="PO-pålägg för handledare", recipient="EXSTAD",
             po=dict(of=["handledare"], sector="municipality")),
        dict(code="terapeut", category="EXTERN_TJANST", label="Arbetsterapeut från regionen", recipient="EXSTAD",
             staff=dict(posts="0,25", monthlyPay=52_000, bought="yes")),
        dict(code="lokal", category="LOKAL", label="Lokaler", recipient="EXSTAD", amounts=[84_000, 86_000]),
        dict(code="handledning", category="UTBILDNING", label="Extern handledning", recipient="EXSTAD",
             unit=dict(quantity=[12, 10], unit="tillfällen", price=2_500)),
        dict(code="dator", category="INVENTARIER", label="Verktyg och datorer", recipient="EXSTAD",
             unit=dict(quantity=[tools, 4], unit="stycken", price=3_950)),
        dict(code="utvardering", category="KONSULT", label="Utvärdering", recipient="EXSTAD",
             lump=dict(amount=[0, 60_000], when="slutrapporten är godkänd")),
        dict(code="ledning", category="ARBLED", label="Arbetsledning, 3 % av personalen", recipient="EXSTAD",
             percent=dict(of=["handledare", "samordnare", "po"], rate=3), roundTo="krona"),
        dict(code="administration", category="ADMIN", label="Administration, 4 % av det hela", recipient="EXSTAD",
             percent=dict(of=["handledare", "samordnare", "po", "ledning"], rate=4, cap=[56_000, 58_000],
                          includesItself="yes"), roundTo="hundred", rounding="down")]


VERSIONS = [("applied", "2025-09-15", rows(second=2, tools=20), None, "Påhittad ansökan"),
            ("granted", "2025-12-11", rows(), "2025-72", "Påhittat styrelsebeslut"),
            ("revised", "2026-02-12", rows(second=2), "2026-8", "Påhittat styrelsebeslut")]


def totals(budget):
    return [sum(by_year[place] for by_year in amounts(budget).values()) for place in range(len(YEARS))]


def thousands(ore):
    return -(-ore // 100_000) * 1_000


def granted():
    return [thousands(ore) for ore in totals(VERSIONS[1][2])]


def added():
    return thousands(totals(VERSIONS[2][2])[1]) - granted()[1]


def flow(value):
    """A value in YAML's flow style; decimals are quoted since a comma separates there."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key}: {flow(part)}" for key, part in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return f'"{value}"' if "," in str(value) else str(value)


def row_lines(row, quote):
    lines = [f"          - code: {row['code']}"]
    for key, value in row.items():
        if key != "code":
            lines.append(f"            {key}: {quote(value) if key == 'label' else flow(value)}")
    return lines


def budget_lines(quote):
    lines = ["    budgets:"]
    for kind, date, budget, decision, source in VERSIONS:
        lines += [f"      - kind: {kind}", f"        date: {date}"]
        lines += [f"        decision: {decision}"] if decision else []
        lines.append("        years:")
        lines += [f"          - {{ label: \"{y}\", from: {y}-01, through: {y}-12 }}" for y in YEARS]
        lines.append("        rows:")
        for row in budget:
            lines += row_lines(row, quote)
        lines.append(f"        source: {quote(source)}")
    return lines


def rules_yaml(quote):
    lines = ["poRates:"]
    lines += [f"  - {{ sector: municipality, year: {year}, percent: \"{rate}\", status: preliminary, "
              f"source: \"Påhittad sats, antagen i exemplet\" }}" for year, rate in PO.items()]
    lines += ["", "insatser:", f"  - code: {CODE}", "    name: Rönnbacken",
              "    purpose: " + quote("Arbetsträning i verkstad med två handledare och en arbetsterapeut"),
              f"    from: {YEARS[0]}-01", f"    through: {YEARS[-1]}-12", "    kind: individual", "    mode: grant",
              "    plannedParticipants: 24", "    attribution: stated", "    recipients: [EXSTAD]",
              "    participants:"] + [f"      - {{ year: {year}, planned: 24 }}" for year in YEARS]
    lines += ["    source: " + quote("Påhittad av samples/exempellan/planning.py"), "    assumed:",
              f"      - what: {NOTES[0]}", f"        reason: {NOTES[1]}"]
    lines += budget_lines(quote)
    first, second = granted()
    lines += ["    decisions:", "      - code: 2025-72", "        kind: grant", "        date: 2025-12-11",
              "        paragraph: § 67", "        diaryNumber: EXL 2025/72", "        basis: whole",
              "        tolerance: { percent: 10, amount: 50000 }", "        administrationMax: 4",
              "        lastCostDay: 2027-12-31", "        financing: Insatser, ej fördelat 2026", "        ceilings:",
              f"          - {{ scope: calendarYear 2026, amount: {first} }}",
              f"          - {{ scope: calendarYear 2027, amount: {second} }}", "        conditions:",
              "          - { text: Lägesrapport lämnas., due: 2026-08-31 }",
              "          - { text: Slutrapport med utvärdering lämnas., due: 2028-02-28 }",
              "      - code: 2026-8", "        kind: amend", "        relation: adds 2025-72", "        date: 2026-02-12",
              "        paragraph: § 8", "        diaryNumber: EXL 2026/8", "        financing: Insatser, ej fördelat 2027",
              "        ceilings:", f"          - {{ scope: calendarYear 2027, amount: {added()} }}",
              "        conditions:", "          - Avser två hela handledare även 2027."]
    return "\n".join(lines) + "\n"


def oracle(text):
    """What Medel must come to, by version, row and year."""
    first, second = granted()
    return dict(
        versions=[dict(kind=kind, date=date, rows={code: {str(y): text(o) for y, o in zip(YEARS, by_year)}
                                                   for code, by_year in amounts(budget).items()},
                       total={str(y): text(o) for y, o in zip(YEARS, totals(budget))})
                  for kind, date, budget, _, _ in VERSIONS],
        ceilings={"2026": text(first * 100), "2027": text((second + added()) * 100)})


# Comes to the association after the sample's plan was written; the handbook reads it in.
APPLICATION = """Påhittad ansökan. Inga namn, nummer eller belopp är någons.

Ansökan till Samordningsförbundet Exempellän
Datum: 2025-10-06
Insatsens namn: Fyrbåken

1. Sökande
   Granhults kommun, tillsammans med Försäkringskassan

2. Syfte
   Gemensam vägledning för personer som har varit sjukskrivna länge

4. Budget                                   2026         2027       Summa
   Lönekostnader inkl. PO                642 000      661 000   1 303 000
   Lokalkostnader                         48 000       48 000      96 000
   Resor i tjänsten                       14 000       14 000      28 000
   Tolk                                   18 000       18 000      36 000
   Administration                         28 000       29 000      57 000
   Summa kostnader                       750 000      770 000   1 520 000
"""
DECISION = """insats: FYR
code: 2025-73
kind: grant
date: 2025-12-11
paragraph: § 68
diaryNumber: EXL 2025/73
financing: Insatser, ej fördelat 2026
basis: whole
tolerance: { percent: 10 }
administrationMax: 4
lastCostDay: 2027-12-31
ceilings:
  - { scope: calendarYear 2026, amount: 732000 }
  - { scope: calendarYear 2027, amount: 752000 }
conditions:
  - Tolk betalas inte av förbundet.
  - { text: Lägesrapport lämnas., due: 2026-08-31 }
"""
