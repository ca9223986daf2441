#!/usr/bin/env python3
"""Puts exempellän through a built medel and compares what comes out with expected.json.

    python3 samples/exempellan/prove.py .build/debug/medel [LEDGER]

Checks: every file and the plan are read whole, sums of every insats, category and month, what no rule takes,
contributions and sources, a budget by rules in each version, balances through hledger if it is installed, the statements of
three years, a second reading that changes nothing, extracts against their control totals, the part-year with its late and its
changed voucher. Exit code 1 and a list when something differs.
"""

import csv
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import make

HERE = pathlib.Path(__file__).parent
ORACLE = json.loads((HERE / "expected.json").read_text(encoding="utf-8"))
FAULTS = []
BOOKS = {"association": "forbundet", "owner:EXSTAD": "exempelstad", "owner:REGEX": "regionen"}


def expect(what, found, wanted):
    if found != wanted:
        FAULTS.append(f"{what}: {found}, väntat {wanted}")


class Medel:
    def __init__(self, program, ledger):
        self.program, self.ledger, self.minute = program, ledger, 0

    def run(self, *words, write=False, code=0):
        when = []
        if write:
            self.minute += 1
            when = ["--now", f"2026-02-16T{8 + self.minute // 60:02d}:{self.minute % 60:02d}:00Z", "--actor", "ekonom"]
        done = subprocess.run([self.program, *words, *when], capture_output=True, encoding="utf-8",
                              env=dict(os.environ, MEDEL_LEDGER=self.ledger))
        if done.returncode != code:
            FAULTS.append(f"medel {' '.join(words)}: slutkod {done.returncode}, väntat {code}\n{done.stderr}{done.stdout}")
        return done.stdout

    def postings(self, book, *words):
        out = self.run("sheet", "postings", "--book", book, "--format", "csv-machine", *words)
        return list(csv.DictReader(io.StringIO(out)))


def ore(words):
    return int(words.replace(".", ""))


def create(medel):
    medel.run("ledger", "create", medel.ledger, "--name", make.ASSOCIATION, "--org-number",
              make.ORG["association"], "--kind", "sample", write=True)


def read_books(medel):
    for book, name in BOOKS.items():
        files = [str(HERE / f"bocker/{name}-{year}.se") for year in make.YEARS]
        for report in json.loads(medel.run("import", "sie", *files, "--book", book, "--format", "json", write=True)):
            facts = ORACLE["books"]["bocker/" + pathlib.Path(report["file"]).name]
            expect(report["file"], report["taken"], facts["vouchers"])
        before = medel.run("ledger", "info")
        medel.run("import", "sie", *files, "--book", book, write=True)
        expect(f"{book} läst två gånger", medel.run("ledger", "info"), before)


def map_books(medel):
    medel.run("load", str(HERE / "plan"), write=True)
    before = medel.run("ledger", "info")
    medel.run("load", str(HERE / "plan"), write=True)
    expect("planen läst två gånger", medel.run("ledger", "info"), before)


def compare_insatser(medel):
    wanted = {}
    for row in ORACLE["incurred"]:
        for month, amount in row["months"].items():
            wanted[(row["insats"], row["recipient"], row["category"], month)] = ore(amount)
    found, income, grants = {}, {}, {}
    for one in make.INSATSER:
        for book in BOOKS:
            owner = None if book == "association" else book[6:]
            for row in medel.postings(book, "--insats", one["code"]):
                category = next((c for c, (prefixes, _, _) in make.COST.items()
                                 if row["account"].startswith(prefixes)), "grant")
                amount, month = ore(row["amount"]), row["period"]
                if category == "INTAKT_FORBUND":
                    income[(one["code"], owner, month[:4])] = income.get((one["code"], owner, month[:4]), 0) + amount
                elif category == "grant":
                    grants[(one["code"], month[:4])] = grants.get((one["code"], month[:4]), 0) + amount
                else:
                    key = (one["code"], owner, category, month)
                    found[key] = found.get(key, 0) + amount
    for key in sorted(set(wanted) | set(found), key=str):
        expect(f"upparbetat {key}", found.get(key), wanted.get(key))
    expect("INTAKT_FORBUND", income, {(c, o, y): ore(a) for c, owners in ORACLE["incomeFromAssociation"].items()
                                      for o, years in owners.items() for y, a in years.items()})
    expect("bokfört hos förbundet", grants, {(c, y): ore(a) for c, years in ORACLE["bookedByAssociation"].items()
                                             for y, a in years.items()})


def compare_rest(medel):
    for area, years in ORACLE["areas"].items():
        found = {}
        for row in medel.postings("association", "--area", area):
            found[row["period"][:4]] = found.get(row["period"][:4], 0) + ore(row["amount"])
        expect(area, found, {y: ore(a) for y, a in years.items()})
    for book in BOOKS:
        found = {}
        for row in medel.postings(book, "--unmapped"):
            if row["account"] >= "3":
                key = (row["account"], row["period"])
                found[key] = found.get(key, 0) + ore(row["amount"])
        wanted = {(a, m): ore(o) for a, months in ORACLE["unmapped"].get(book, {}).items() for m, o in months.items()}
        expect(f"ej mappat {book}", {k: v for k, v in found.items() if v}, {k: v for k, v in wanted.items() if v})


def compare_financing(medel):
    """Contributions divided, received and held against sources, by the sheets and commands of 2026."""
    facts = ORACLE["financing"]
    year, as_of = str(facts["year"]), facts["asOf"]

    def rows(*words):
        sheet = json.loads(medel.run(*words, "--format", "json"))
        return {t["key"]: {r["key"]: r["values"] for r in t["rows"]} for t in sheet.get("tables", [dict(sheet, key="")])}

    split = rows("contributions", "split", "--year", year, "--total", facts["total"].split(".")[0])[""]
    for code, amount in facts["asked"].items():
        expect(f"delat bidrag {code}", split["member." + code]["amount"], amount)
    expect("delat i allt", split["total"]["amount"], facts["total"])
    sheet = rows("sheet", "funding", "--year", year, "--as-of", as_of)
    for code in facts["decided"]:
        found = sheet["contributions"]["member." + code]
        for key in ("decided", "received"):
            expect(f"{key} {code}", found[key], facts[key][code])
    for when, one in facts["sourcesAndUses"].items():
        found = rows("sheet", "funding", "--year", when, "--as-of", as_of)["insatser"]["ORN"]
        for key in ("uses", "grant", "funded", "difference", "inKind"):
            expect(f"källor {when} {key}", found[key], one[key])
        for kind, amount in one["sources"].items():
            expect(f"källor {when} {kind}", found[kind] or "0.00", amount)


def compare_planning(medel):
    """Each version of the budget by rules, reckoned over, and the ceilings that its decisions leave."""
    facts, code = ORACLE["planning"], make.planning.CODE
    for number, version in enumerate(facts["versions"], 1):
        sheet = json.loads(medel.run("budget", "show", code, str(number), "--format", "json"))
        found = {r["key"]: r["values"] for t in sheet["tables"] for r in t["rows"]}
        for row, years in dict(version["rows"], total=version["total"]).items():
            for place, amount in enumerate(years.values()):
                expect(f"{code} version {number} {row} {place + 1}", found[row][f"year.{place + 1}"], amount)
    rooms = json.loads(medel.run("decision", "rooms", code, "--as-of", "2026-02-15", "--format", "json"))
    found = sorted(r["values"]["granted"] for r in rooms["rows"])
    expect(f"{code} maxbelopp", found, sorted(facts["ceilings"].values()))


def compare_hledger(medel):
    if not shutil.which("hledger"):
        print("hledger finns inte; saldona jämförs inte med det.")
        return
    for book in BOOKS:
        journal = medel.run("export", "journal", "--book", book)
        done = subprocess.run(["hledger", "-f", "-", "bal", "-N", "-O", "csv"], input=journal, capture_output=True,
                              encoding="utf-8", check=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
        found = {}
        for account, amount in list(csv.reader(io.StringIO(done.stdout)))[1:]:
            number = account.split(":")[-1].split(" ")[0]
            if amount != "0":
                found[number] = ore(amount.removesuffix(" SEK"))
        model = next(b for b in make.build().books.values() if b.key == book)
        wanted = {a: o for a, o in model.ub(2025).items() if o}
        for year in make.YEARS:
            for account, amount in model.res(year).items():
                wanted[account] = wanted.get(account, 0) + amount
        result = sum(sum(model.res(y).values()) for y in make.YEARS[:-1])
        wanted[model.account("2010")] -= result  # hledger moves no result to equity
        expect(f"hledger {book}", found, {a: o for a, o in wanted.items() if o})


def compare_statements(medel, folder):
    """Adopts the templates and compares the annual reports of three years with the model's statements."""
    medel.run("template", "adopt", "resultatrakning", "balansrakning-2019", "balansrakning-2024", "kommunbas", write=True)
    for year in map(str, make.YEARS):
        medel.run("report", "annual", "--year", year, "--output", str(folder), "--formats", "json", "--ready")
        medel.run("report", "verify", str(folder / f"arsredovisning-{year}.json"))
        report = json.loads((folder / f"arsredovisning-{year}.json").read_text(encoding="utf-8"))
        tables = {t["key"]: {r["key"]: r["values"] for r in t["rows"]} for t in report["tables"]}
        for column in ("current", "previous"):
            for key, part in (("resultatrakning", "income"), ("balansrakning", "balance")):
                for row, wanted in ORACLE["statements"][year][column][part].items():
                    found = tables[key].get(row, {}).get(column)
                    if (found or "0.00") != wanted:
                        FAULTS.append(f"{key} {year} {row} {column}: {found}, väntat {wanted}")
        for row, columns in ORACLE["operating"][year].items():
            for column, wanted in columns.items():
                found = tables["driftredovisning"].get(row, {}).get(column)
                if found != wanted and not (found is None and wanted == "0.00"):
                    FAULTS.append(f"driftredovisning {year} {row} {column}: {found}, väntat {wanted}")


def extracts(program, folder):
    """The recipients' books with only the insatser's rows, against a control total for each file."""
    medel = Medel(program, str(folder / "utdrag.medel"))
    create(medel)
    for name, facts in ORACLE["books"].items():
        if not name.startswith("bocker/") or "keptRows" not in facts:
            continue
        keep = [w for project in facts["keptObjects"] for w in ("--keep", project)]
        medel.run("import", "sie", str(HERE / name), "--book", facts["book"], *keep, "--mask-texts",
                  "--control-total", facts["keptSum"], write=True)
    medel.run("load", str(HERE / "plan"), write=True)
    for book in ("owner:EXSTAD", "owner:REGEX"):
        found = {(row["account"], row["period"][:4]): row["text"] for row in medel.postings(book, "--unmapped")}
        wanted = {("7390", str(y)): "" for y in make.YEARS} if book == "owner:EXSTAD" else {}
        expect(f"ej mappat i utdraget {book}", found, wanted)


def part_year(program, folder):
    """The town's book read in September, months closed, then the whole year."""
    medel = Medel(program, str(folder / "delar.medel"))
    create(medel)
    medel.run("import", "sie", str(HERE / "extra/exempelstad-2025-till-augusti.se"), "--book", "owner:EXSTAD", write=True)
    months = [f"2025-{m:02d}" for m in range(1, 9)]
    medel.run("book", "close", *months, "--book", "owner:EXSTAD", write=True)
    report = json.loads(medel.run("import", "sie", str(HERE / "bocker/exempelstad-2025.se"), "--book", "owner:EXSTAD",
                                  "--format", "json", write=True, code=1))[0]
    all_, part = (ORACLE["books"][n]["vouchers"] for n in
                  ("bocker/exempelstad-2025.se", "extra/exempelstad-2025-till-augusti.se"))
    expect("nya efter stängning", len(report["new"]), all_ - part)
    expect("ändrade efter stängning", len(report["changed"]), 1)
    expect("sena", report["late"], 1)
    print(medel.run("book", "late", "--book", "owner:EXSTAD", code=1).strip())
    print(medel.run("import", "differences", code=1).strip())


def main():
    program = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        medel = Medel(program, sys.argv[2] if len(sys.argv) > 2 else str(folder / "exempellan.medel"))
        create(medel)
        read_books(medel)
        map_books(medel)
        compare_insatser(medel)
        compare_rest(medel)
        compare_financing(medel)
        compare_planning(medel)
        compare_hledger(medel)
        compare_statements(medel, folder)
        medel.run("ledger", "check")
        medel.run("ledger", "verify")
        extracts(program, folder)
        part_year(program, folder)
    for fault in FAULTS:
        print("FEL", fault)
    print("Allt stämmer med expected.json." if not FAULTS else f"{len(FAULTS)} skillnader.")
    sys.exit(1 if FAULTS else 0)


if __name__ == "__main__":
    main()
