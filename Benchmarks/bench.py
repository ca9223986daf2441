"""Our work and the peers' on the same book, in interleaved pairs; prints ratios and a table.

    make bench                       P1, P2, P3 and P6 in full
    make bench ONLY=p7 PAIRS=1       ten million rows; takes a quarter of an hour and 3 GB of disk
    make bench SCALE=0.02 PAIRS=1    a smoke test; the bars are not held

P1  import of a million SIE rows into a fresh durable ledger, against `ledger bal` of the same book
P2  the sheet of all insatser from that ledger, against `hledger bal` of the same book
P3  an Excel sheet of 100 000 rows, against a plain C program that writes the same cells
P6  verifying the chain over that million rows
P7  import of ten million rows, against P1

The table is also written to bench-output/results.md. Fails when a measure is over its bar at full scale.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOP = HERE.parent
VOUCHERS = 334_000
BARS = {"p1 ratio": 1.0, "p1 memory": 300, "p2 ratio": 0.01, "p3 ratio": 1.25, "p6 seconds": 10, "p7 ratio": 16,
        "p7 memory": 300}


class Run:
    """A program run to its end: wall and CPU seconds, and its peak of memory in MB."""

    def __init__(self, command, output=None, seconds_max=3600):
        target = open(output, "wb") if output else subprocess.DEVNULL
        start = time.monotonic()
        # hledger reads letters beyond ASCII in a UTF-8 locale only.
        child = subprocess.Popen([str(part) for part in command], stdout=target,
                                 env=dict(os.environ, LC_ALL="C.UTF-8"))
        _, status, usage = os.wait4(child.pid, 0)
        self.wall = time.monotonic() - start
        self.cpu = usage.ru_utime + usage.ru_stime
        self.peak = usage.ru_maxrss / 1024
        if output:
            target.close()
        code = os.waitstatus_to_exitcode(status)
        if code != 0:
            sys.exit(f"{' '.join(map(str, command))}: exit code {code}")


def book(scale):
    """The folder of a generated book, made when it is not there."""
    vouchers = max(200, round(VOUCHERS * scale))
    folder = OUT / f"book-{vouchers}"
    if not (folder / "rows.txt").exists():
        print(f"making a book of {vouchers} vouchers", file=sys.stderr)
        subprocess.run([sys.executable, HERE / "make_book.py", folder, str(vouchers)], check=True)
    return folder, int((folder / "rows.txt").read_text())


def fresh_ledger(medel, path):
    for leftover in (path, Path(f"{path}-journal")):
        leftover.unlink(missing_ok=True)
    Run([medel, "ledger", "create", path, "--name", "Samordningsförbundet Exempellän",
         "--org-number", "222000-9993", "--kind", "sample", "--now", "2026-01-31T12:00:00Z",
         "--actor", "bench"])


def import_book(medel, folder, path):
    fresh_ledger(medel, path)
    return Run([medel, "import", "sie", folder / "2024.se", folder / "2025.se", "--ledger", path,
                "--book", "association"])


def balances(text):
    """Account and amount of each line of a peer's flat report, zeros left out."""
    found = {}
    for line in text.splitlines():
        match = re.match(r"\s*(-?[\d.]+) SEK\s+[^:]+:(\d+)", line)
        if match:
            ore = int(match[1].replace(".", "")) if "." in match[1] else int(match[1]) * 100
            found[match[2]] = found.get(match[2], 0) + ore
    return {account: ore for account, ore in found.items() if ore}


def p1(medel, scale, pairs, results):
    folder, rows = book(scale)
    ledger_file, walls, ratios, cpus, peaks = OUT / "p1.medel", [], [], [], []
    for pair in range(pairs):
        ours = import_book(medel, folder, ledger_file)
        peer = Run(["ledger", "-f", folder / "book.journal", "bal"])
        walls.append(ours.wall)
        ratios.append(ours.wall / peer.wall)
        cpus.append(ours.cpu / peer.cpu)
        peaks.append(ours.peak)
        print(f"P1 medel {ours.wall:.2f} s ({ours.cpu:.2f} CPU, {ours.peak:.0f} MB), "
              f"ledger {peer.wall:.2f} s ({peer.cpu:.2f} CPU, {peer.peak:.0f} MB), "
              f"ratio {ratios[-1]:.2f}", flush=True)
    same_balances(medel, folder, ledger_file)
    results.append(("P1", f"import {rows:,} SIE rows, all checks, durable",
                    f"{statistics.median(ratios):.2f} × `ledger bal` "
                    f"({statistics.median(walls):.1f} s; CPU {statistics.median(cpus):.2f} ×)", "< 1",
                    statistics.median(ratios) < BARS["p1 ratio"]))
    results.append(("P1", "its peak of memory", f"{max(peaks):.0f} MB", "≤ 300 MB",
                    max(peaks) <= BARS["p1 memory"]))
    return statistics.median(walls)


def same_balances(medel, folder, ledger_file):
    """Holds our journal's balances against the generated book's, both by ledger."""
    exported = OUT / "exported.journal"
    Run([medel, "export", "journal", "--ledger", ledger_file, "--book", "association",
         "--output", exported])
    texts = [subprocess.run(["ledger", "-f", str(journal), "bal", "--flat"], check=True,
                            capture_output=True, text=True).stdout
             for journal in (folder / "book.journal", exported)]
    theirs, ours = map(balances, texts)
    if not theirs or theirs != ours:
        sys.exit("the balances differ from those of the generated book")
    print(f"P1 {len(ours)} accounts have the balances that ledger finds in the book")


def p2(medel, scale, pairs, results):
    folder, rows = book(scale)
    ledger_file, imported = OUT / "p2.medel", OUT / "p1.medel"
    if not imported.exists():
        import_book(medel, folder, imported)
    shutil.copyfile(imported, ledger_file)
    plan = OUT / "p2-plan"
    subprocess.run([sys.executable, HERE / "make_plan.py", plan], check=True)
    Run([medel, "load", plan, "--ledger", ledger_file])
    exported = OUT / "p2.journal"
    Run([medel, "export", "journal", "--ledger", ledger_file, "--book", "association",
         "--output", exported])
    sheet = [medel, "sheet", "insatser", "--ledger", ledger_file, "--as-of", "2025-12-31"]
    insatser = same_costs(folder, sheet)  # Warms the file cache too.
    ratios, walls, peers, peaks = [], [], [], []
    for _ in range(pairs):
        ours = Run([*sheet, "--format", "xlsx", "--output", OUT / "insatser.xlsx"])
        peer = Run(["hledger", "-f", exported, "bal"])
        walls.append(ours.wall)
        peers.append(peer.wall)
        ratios.append(ours.wall / peer.wall)
        peaks.append(ours.peak)
        print(f"P2 medel {ours.wall:.3f} s ({ours.peak:.0f} MB), hledger {peer.wall:.2f} s "
              f"({peer.peak:.0f} MB), ratio 1/{peer.wall / ours.wall:.0f}", flush=True)
    results.append(("P2", f"sheet of {insatser} insatser from {rows:,} mapped postings",
                    f"1/{1 / statistics.median(ratios):.0f} of `hledger bal` "
                    f"({statistics.median(walls):.2f} s against {statistics.median(peers):.1f} s; "
                    f"{max(peaks):.0f} MB)",
                    "≤ 1/100", statistics.median(ratios) <= BARS["p2 ratio"]))


def same_costs(folder, sheet):
    """Holds each insats's incurred cost against the rows that the generator wrote on it."""
    expected = {}
    with open(folder / "book.journal", encoding="utf-8") as journal:
        for line in journal:
            match = re.match(r"    \S.*:(I\d\d)  (-?)(\d+)\.(\d\d) SEK", line)
            if match:
                ore = int(match[3] + match[4]) * (-1 if match[2] else 1)
                expected[match[1]] = expected.get(match[1], 0) + ore
    answer = subprocess.run([*map(str, sheet), "--format", "json"], check=True, capture_output=True)
    rows = {row["key"]: row["values"]["total.incurred"] for row in json.loads(answer.stdout)["rows"]}
    shown = {key: int((amount or "0").replace(".", "")) for key, amount in rows.items()}
    whole = shown.pop("total")
    if not expected or shown != expected or whole != sum(expected.values()):
        sys.exit(f"the sheet's costs differ from the generated book's: {shown}, {expected}")
    print(f"P2 {len(shown)} insatser have the costs that the generator wrote, "
          f"{whole // 100:,} kronor", flush=True)
    return len(shown)


def p3(medel, scale, pairs, results):
    folder, rows = book(scale * 0.1)
    ledger_file = OUT / "p3.medel"
    import_book(medel, folder, ledger_file)
    plain = OUT / "xlsx_rows"
    subprocess.run(["cc", "-O2", "-o", plain, HERE / "xlsx_rows.c", "-lxlsxwriter"], check=True)
    sheet = [medel, "sheet", "postings", "--ledger", ledger_file, "--book", "association"]
    source = OUT / "p3.tsv"
    sheet_cells("write", source, *sheet)
    ratios, cpus, walls = [], [], []
    for pair in range(pairs + 1):
        ours = Run([*sheet, "--format", "xlsx", "--output", OUT / "medel.xlsx"])
        peer = Run([plain, source, OUT / "plain.xlsx"])
        if pair == 0:
            sheet_cells("compare", OUT / "medel.xlsx", OUT / "plain.xlsx", rows)
            continue  # The first pair warms the file cache.
        walls.append(ours.wall)
        ratios.append(ours.wall / peer.wall)
        cpus.append(ours.cpu / peer.cpu)
        print(f"P3 medel {ours.wall:.2f} s ({ours.peak:.0f} MB), C {peer.wall:.2f} s, "
              f"ratio {ratios[-1]:.2f}", flush=True)
    results.append(("P3", f"Excel sheet of {rows:,} rows from the ledger",
                    f"{statistics.median(ratios):.2f} × plain C "
                    f"({statistics.median(walls):.2f} s; CPU {statistics.median(cpus):.2f} ×)",
                    "≤ 1.25", statistics.median(ratios) <= BARS["p3 ratio"]))


def sheet_cells(*arguments):
    """Runs the other script; a child's peak counts from what its parent holds, so this one is small."""
    command = [sys.executable, HERE / "sheet_cells.py", *arguments]
    subprocess.run(list(map(str, command)), check=True)


def p6(medel, scale, pairs, results):
    folder, rows = book(scale)
    ledger_file = OUT / "p1.medel"
    if not ledger_file.exists():
        import_book(medel, folder, ledger_file)
    runs = [Run([medel, "ledger", "verify", "--ledger", ledger_file]) for _ in range(3)]
    wall = statistics.median(run.wall for run in runs)
    print(f"P6 verify {wall:.2f} s, {max(run.peak for run in runs):.0f} MB")
    results.append(("P6", f"verify a chain over {rows:,} postings", f"{wall:.1f} s", "≤ 10 s",
                    wall <= BARS["p6 seconds"]))


def p7(medel, scale, p1_seconds, results):
    folder, rows = book(scale * 10)
    run = import_book(medel, folder, OUT / "p7.medel")
    ratio = run.wall / p1_seconds
    print(f"P7 medel {run.wall:.1f} s ({run.cpu:.1f} CPU, {run.peak:.0f} MB), P1 × {ratio:.1f}")
    results.append(("P7", f"import {rows:,} SIE rows", f"{ratio:.1f} × P1 ({run.wall:.0f} s)",
                    "≤ 16", ratio <= BARS["p7 ratio"]))
    results.append(("P7", "its peak of memory", f"{run.peak:.0f} MB", "≤ 300 MB",
                    run.peak <= BARS["p7 memory"]))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--only", default="p1,p2,p3,p6")
    parser.add_argument("--scale", type=float, default=1)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--out", type=Path, default=TOP / "bench-output")
    parser.add_argument("--medel", type=Path, default=TOP / ".build/release/medel")
    options = parser.parse_args()
    chosen = options.only.lower().split(",")
    global OUT
    OUT = options.out.resolve()
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "p1.medel").unlink(missing_ok=True)
    before = os.getloadavg()[0]
    if before > 0.7:
        print(f"Warning: the load is {before:.1f}; other work shares the machine, and times are "
              "worth little. Ratios of pairs suffer less.", file=sys.stderr)
    medel, scale, results, seconds = options.medel.resolve(), options.scale, [], None
    if "p1" in chosen or "p7" in chosen:
        seconds = p1(medel, scale, options.pairs, results)
    if "p2" in chosen:
        p2(medel, scale, options.pairs, results)
    if "p3" in chosen:
        p3(medel, scale, options.pairs, results)
    if "p6" in chosen:
        p6(medel, scale, options.pairs, results)
    if "p7" in chosen:
        p7(medel, scale, seconds, results)
    table = ["| | Work | Measured | Bar | |", "|---|---|---|---|---|"]
    table += [f"| {name} | {work} | {found} | {bar} | {'ok' if holds else '**over**'} |"
              for name, work, found, bar, holds in results]
    processors, after = os.cpu_count(), os.getloadavg()[0]
    table += ["", f"{processors} processors, load {before:.1f} before and {after:.1f} after, "
                  f"{options.pairs} pairs, scale {scale:g}."]
    (OUT / "results.md").write_text("\n".join(table) + "\n")
    print("\n" + "\n".join(table))
    if scale >= 1 and not all(holds for *_, holds in results):
        sys.exit("a measure is over its bar")


main()
