"""The cells of the sheet that bench.py takes the time of.

    sheet_cells.py write TARGET COMMAND...   asks for the sheet and writes what xlsx_rows.c reads
    sheet_cells.py compare A.xlsx B.xlsx N   fails unless both hold the same cells in N rows
"""

import csv
import json
import re
import subprocess
import sys
import zipfile


def write_rows(target, sheet):
    """The sheet's cells as the file that xlsx_rows.c reads."""
    answer = subprocess.run([*sheet, "--format", "json"], check=True, capture_output=True)
    listing = json.loads(answer.stdout)
    table = subprocess.run([*sheet, "--format", "csv-machine"], check=True,
                           capture_output=True, text=True, encoding="utf-8")
    widths = {"date": 11, "voucher": 13, "account": 8, "accountName": 28, "objects": 16, "text": 34,
              "amount": 16, "period": 9, "target": 15, "category": 15, "source": 30}
    with open(target, "w", encoding="utf-8") as file:
        head = listing["head"]
        print("Huvudbok och verifikationslista", "Samordningsförbundet Exempellän", "2025-12-31", 3,
              head, 1769860800, sep="\t", file=file)
        for column in listing["columns"]:
            print(column["key"], column["title"], column["type"], widths[column["key"]],
                  int(column["key"] == "amount"), sep="\t", file=file)
        print(file=file)
        for row in list(csv.reader(table.stdout.splitlines()))[1:]:
            print(*row, sep="\t", file=file)


def same_rows(ours, plain, rows):
    """Both workbooks hold the same values in the header and in every row below it."""
    first, second = list(cells(ours, rows)), list(cells(plain, rows))
    if first != second or len(first) < rows:
        different = [pair for pair in zip(first, second) if pair[0] != pair[1]][:1]
        sys.exit(f"the workbooks differ: {different}, {len(first)} and {len(second)} cells")
    print(f"P3 {len(first):,} cells are the same in both workbooks", flush=True)


def cells(path, rows):
    """Reference and value of each cell, texts read wherever the file keeps them."""
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode("utf-8")
        texts = []
        if "xl/sharedStrings.xml" in archive.namelist():
            shared = archive.read("xl/sharedStrings.xml").decode("utf-8")
            texts = re.findall(r"<si><t[^>]*>(.*?)</t></si>", shared)
    for cell in re.finditer(r'<c r="([A-Z]+(\d+))"([^>]*?)(?:/>|>(.*?)</c>)', sheet):
        reference, row, kind, inside = cell.groups()
        if 6 <= int(row) <= rows + 6:
            value = re.sub(r"<[^>]*>", "", inside or "")
            yield reference, texts[int(value)] if 't="s"' in kind else value


def main():
    if sys.argv[1] == "write":
        write_rows(sys.argv[2], sys.argv[3:])
    else:
        same_rows(sys.argv[2], sys.argv[3], int(sys.argv[4]))


main()
