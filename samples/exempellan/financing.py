"""The money of exempellän beside the books: members who join and leave, the contributions of 2026, other sources.

Nothing here exists. Used by make.py, which writes the manifests and the true sums; prove.py compares them with Medel.
All of it is of 2026, so that the books of 2023–2025 stay as they are.
"""

YEAR = 2026
AS_OF = "2026-02-15"
TOTAL = 950_000_000  # öre
ORN = "ORN"

# Keys from 2026 on (folkmängd, påhittad); the others keep theirs.
LATER_KEYS = {"EXSTAD": 41_388, "GRANHULT": 18_290, "BJORKVALLA": 11_802, "LILLFORSA": 7_877}
LEAVES = {"NORRMYRA": "2025-12"}
JOINS = [("OSTANA", "Östanå kommun", "municipality", 6_212, f"{YEAR}-07")]
BALANCING = "EXSTAD"

# What differs from what was asked for.
ASKED = {(2025, "NORRMYRA"): 14_500_000}
DECIDED_ON = {(2025, "NORRMYRA"): "2024-12-05", (YEAR, "GRANHULT"): "2025-12-15"}
LOWER = {(YEAR, "GRANHULT"): 2_500_000}


def members(known):
    """Code, name, party, key of 2026 and months of membership in it."""
    found = [(c, n, p, LATER_KEYS.get(c, k), 0 if c in LEAVES else 12) for c, n, p, k in known]
    return found + [(c, n, p, k, 13 - int(first[5:])) for c, n, p, k, first in JOINS]


def largest_remainder(units, weights):
    parts = [units * w // sum(weights) for w in weights]
    lost = [units * w % sum(weights) for w in weights]
    for place in sorted(range(len(weights)), key=lambda i: (-lost[i], i))[:units - sum(parts)]:
        parts[place] += 1
    return parts


def asked(known):
    """What each member of 2026 is asked for, in öre: half, a quarter and a quarter, then key × months."""
    found = {}
    for party, kronor in zip(("state", "region", "municipality"), largest_remainder(TOTAL // 100, [2, 1, 1])):
        own = [(c, k * m) for c, _, p, k, m in members(known) if p == party and m]
        weights = [w for _, w in own]
        parts = [kronor * w // sum(weights) for w in weights]
        if BALANCING in dict(own):
            parts[[c for c, _ in own].index(BALANCING)] += kronor - sum(parts)
        else:
            parts = largest_remainder(kronor, weights)
        found.update({c: part * 100 for (c, _), part in zip(own, parts)})
    return found


def decided(known):
    return {code: ore - LOWER.get((YEAR, code), 0) for code, ore in asked(known).items()}


def instalments(code, ore):
    """Two halves, quarters for Försäkringskassan; Björkvalla pays too much and is paid back, Lillforsa is late."""
    if not ore:
        return []
    days = ["01-31", "04-30", "07-31", "10-31"] if code == "FK" else ["01-31", "07-31"]
    if code in [j[0] for j in JOINS]:
        days = ["07-31"]
    parts = [part * 100 for part in largest_remainder(ore // 100, [1] * len(days))]
    found = [dict(due=f"{YEAR}-{d}", amount=part) for d, part in zip(days, parts)]
    found[0]["invoiced"] = f"{YEAR}-{days[0][:2]}-02" if days[0] == "01-31" else None
    if days[0] == "01-31" and code != "LILLFORSA":
        found[0]["received"] = f"{YEAR}-01-29"
    for part in found:
        part["kind"] = "requisition" if code == "FK" else "invoice"
    if code == "BJORKVALLA":
        found.insert(1, dict(kind="invoice", invoiced=f"{YEAR}-01-02", due=f"{YEAR}-01-31",
                             received=f"{YEAR}-01-30", amount=1_000_000))
        found.insert(2, dict(kind="refund", received=f"{YEAR}-02-06", amount=1_000_000))
    return found


def member_lines(known, quote):
    lines = []
    for code, name, party, key in known:
        more = f", through: {LEAVES[code]}" if code in LEAVES else ""
        if code in LATER_KEYS:
            more += f", laterKeys: [ {{ from: {YEAR}, kind: population, weight: {LATER_KEYS[code]} }} ]"
        lines.append(f"    - {{ code: {code}, name: {quote(name)}, party: {party}, key: {key}{more} }}")
    lines += [f"    - {{ code: {c}, name: {quote(n)}, party: {p}, key: {k}, from: {first} }}"
              for c, n, p, k, first in JOINS]
    lines += ["  contributionSharing:", "    unit: krona", f"    balancing: {BALANCING}", "  instalmentPlan:"]
    return lines + [f"    - {{ due: {due}, share: 25 }}" for due in ("01-31", "04-30", "07-31", "10-31")]


def payment_line(part, amount):
    words = [f"{key}: {part[key]}" for key in ("kind", "invoiced", "due", "received") if part.get(key)]
    return "      - { " + ", ".join(words + [f"amount: {amount(part['amount'])}"]) + " }"


def contribution_lines(one, decided_on, amount):
    """A contribution of the years with books: invoiced on the second of the month that it is due."""
    key = (one["year"], one["member"])
    lines = [f"  - year: {one['year']}", f"    member: {one['member']}", f"    amount: {amount(one['amount'])}"]
    if one["amount"]:
        lines.append(f"    asked: {amount(ASKED.get(key, one['amount']))}")
    lines.append(f"    decidedOn: {DECIDED_ON.get(key, decided_on)}")
    if one["payments"]:
        lines.append("    payments:")
    kind = "requisition" if one["member"] == "FK" else "invoice"
    return lines + [payment_line(dict(part, kind=kind, invoiced=part["due"][:8] + "02"), amount)
                    for part in one["payments"]]


def coming_lines(known, amount):
    """The contributions of 2026."""
    lines, wanted = [], asked(known)
    for code, ore in decided(known).items():
        lines += [f"  - year: {YEAR}", f"    member: {code}", f"    amount: {amount(ore)}"]
        lines += [f"    asked: {amount(wanted[code])}"] if wanted[code] else []
        lines.append(f"    decidedOn: {DECIDED_ON.get((YEAR, code), '2025-10-09')}")
        parts = instalments(code, ore)
        lines += ["    payments:"] if parts else []
        lines += [payment_line(part, amount) for part in parts]
    return lines


# Of the insats Örnnästet in 2026 and 2027, in kronor.
SOURCES = [
    dict(code="ORN-ESF", kind="esf", name="Europeiska socialfonden", share=40, matching=100),
    dict(code="ORN-GRANNE", kind="otherAssociation", name="Samordningsförbundet Granntrakten", share=10, ceiling=200_000),
    dict(code="ORN-AF", kind="partyCash", name="Arbetsförmedlingen, kontant",
         amounts=[(2026, 150_000, "approximate: yes"), (2027, 150_000, "approximate: yes")]),
    dict(code="ORN-ARV", kind="arvsfonden", name="Allmänna arvsfonden", amounts=[(2026, 100_000, "vat: excluded")]),
    dict(code="ORN-STIFT", kind="other", name="Stiftelsen Påhittet", amounts=[(2026, 50_000, ""), (2027, 50_000, "")]),
    dict(code="ORN-TID", kind="inKind", name="Kommunens egen tid", amounts=[(2026, 80_000, ""), (2027, 80_000, "")]),
]
COST = {2026: 1_500_000, 2027: 1_500_000}
GRANT = {2026: 450_000, 2027: 450_000}


def paid_by(source, year):
    """What a source pays in a year, in kronor: what it says, or its share of the cost below the ceiling."""
    if "amounts" in source:
        return sum(kronor for y, kronor, _ in source["amounts"] if y == year)
    left = source.get("ceiling", 10 ** 9)
    for past in sorted(COST):
        paid = min(left, COST[past] * source["share"] // 100)
        if past == year:
            return paid
        left -= paid
    return 0


def sources_and_uses():
    found = {}
    for year, cost in COST.items():
        money = {s["kind"]: paid_by(s, year) for s in SOURCES if s["kind"] != "inKind"}
        funded = GRANT[year] + sum(money.values())
        found[str(year)] = dict(uses=cost, grant=GRANT[year], sources=money, funded=funded, difference=funded - cost,
                                inKind=sum(paid_by(s, year) for s in SOURCES if s["kind"] == "inKind"))
    return found


def sources_yaml(known, quote, amount):
    members_pay = sum(decided(known).values())
    lines = ["fundingSources:",
             f"  - {{ code: MEDLEMMAR, kind: members, name: Medlemsbidrag enligt beslut, amounts: [ {{ year: {YEAR}, "
             f"amount: {amount(members_pay)} }} ] }}",
             f"  - {{ code: SPARADE, kind: ownFunds, name: Sparade medel, amounts: [ {{ year: {YEAR}, amount: 300000, "
             "approximate: yes } ] }",
             "", "insatser:", f"  - code: {ORN}", "    name: Örnnästet",
             "    purpose: " + quote("Gemensam väg in för unga med insatser från flera finansiärer"),
             "    from: 2026-01", "    through: 2027-12", "    kind: individual", "    mode: grant",
             "    attribution: stated", "    recipients: [EXSTAD]",
             "    source: " + quote("Påhittad av samples/exempellan/financing.py"),
             "    budgets:", "      - kind: granted", "        date: 2025-12-11", "        years:",
             "          - { label: \"2026\", from: 2026-01, through: 2026-12 }",
             "          - { label: \"2027\", from: 2027-01, through: 2027-12 }", "        rows:",
             "          - { code: lon, category: LON, label: Lönekostnader, recipient: EXSTAD, amounts: [1200000, 1200000] }",
             "          - { code: lokal, category: LOKAL, label: Lokaler, recipient: EXSTAD, amounts: [300000, 300000] }",
             "    decisions:", "      - code: 2025-71", "        kind: grant", "        date: 2025-12-11",
             "        paragraph: § 66", "        financing: Insatser, ej fördelat 2026", "        basis: last",
             "        ceilings:"]
    lines += [f"          - {{ scope: calendarYear {year}, amount: {kronor} }}" for year, kronor in GRANT.items()]
    lines.append("    fundingSources:")
    for source in SOURCES:
        lines += [f"      - code: {source['code']}", f"        kind: {source['kind']}",
                  f"        name: {quote(source['name'])}"]
        lines += [f"        {key}: {source[key]}" for key in ("share", "ceiling", "matching") if key in source]
        if "amounts" in source:
            lines.append("        amounts:")
            lines += [f"          - {{ year: {y}, amount: {k}{', ' + words if words else ''} }}"
                      for y, k, words in source["amounts"]]
    return "\n".join(lines) + "\n"


def oracle(known, text):
    """What Medel must come to."""
    wanted, paid = asked(known), decided(known)
    return dict(
        year=YEAR, total=text(TOTAL), asOf=AS_OF,
        asked={c: text(o) for c, o in wanted.items()}, decided={c: text(o) for c, o in paid.items()},
        received={c: text(sum(-p["amount"] if p["kind"] == "refund" else p["amount"] for p in instalments(c, o)
                              if (p.get("received") or "9") <= AS_OF)) for c, o in paid.items()},
        sourcesAndUses={y: {k: ({n: text(v * 100) for n, v in a.items()} if isinstance(a, dict) else text(a * 100))
                            for k, a in one.items()} for y, one in sources_and_uses().items()})
