"""Takes the time of the same workbook from medel and from plain C, in interleaved pairs.

    swift build -c release --product renderRows
    python3 Benchmarks/xlsx_ratio.py [ROWS [PAIRS]]

Prints the median of the pairs' ratios, of wall time and of CPU time, and fails above the bar of
SPEC 10, P3.
"""

import filecmp
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
BAR = 1.25


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run(command, check=True, timeout=600)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    rows = sys.argv[1] if len(sys.argv) > 1 else "100000"
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 7
    ours = os.environ.get("RENDER_ROWS", HERE.parent / ".build/release/renderRows")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        source = HERE / "xlsx_rows.c"
        subprocess.run(["cc", "-O2", "-o", "xlsx_rows", source, "-lxlsxwriter"], check=True)
        with open("rows.tsv", "w") as file:
            subprocess.run([sys.executable, HERE / "make_rows.py", rows], stdout=file, check=True)
        wall, cpu = [], []
        for pair in range(pairs + 1):
            plain = run(["./xlsx_rows", "rows.tsv", "plain.xlsx"])
            medel = run([ours, "xlsx", "rows.tsv", "medel.xlsx"])
            if not filecmp.cmp("plain.xlsx", "medel.xlsx", shallow=False):
                sys.exit("the workbooks differ")
            if pair == 0:
                continue  # The first pair warms the file cache.
            wall.append(medel[0] / plain[0])
            cpu.append(medel[1] / plain[1])
            print(f"C {plain[0]:.2f} s, medel {medel[0]:.2f} s, ratio {wall[-1]:.3f}")
        ratio = statistics.median(wall)
        print(f"{rows} rows, median of {pairs}: wall {ratio:.3f}, CPU {statistics.median(cpu):.3f}")
        if ratio > BAR:
            sys.exit(f"above the bar of {BAR}")


main()
