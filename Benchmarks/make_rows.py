"""Writes a tab separated file of ledger rows, the same for the same number: make_rows.py COUNT."""

import random
import sys

WORDS = "Lön Hyra Handledning Deltagare Utbildning Resa Material Tjänst Arvode Möte".split()
COLUMNS = [
    ("date", "Datum", "date", 10, 0),
    ("series", "Serie", "text", 6, 0),
    ("number", "Nummer", "count", 8, 0),
    ("account", "Konto", "text", 7, 0),
    ("accountName", "Kontots namn", "text", 26, 0),
    ("insats", "Insats", "text", 16, 0),
    ("text", "Text", "text", 34, 0),
    ("debit", "Debet", "amount", 16, 1),
    ("credit", "Kredit", "amount", 16, 1),
    ("balance", "Saldo", "amount", 18, 0),
]


def kronor(ore):
    sign = "-" if ore < 0 else ""
    return f"{sign}{abs(ore) // 100}.{abs(ore) % 100:02d}"


def main():
    chance = random.Random(7)
    print("Huvudbok", "Samordningsförbundet Exempellän", "2025-12-31", 42, "9f86d081" * 8,
          1767225600, sep="\t")
    for column in COLUMNS:
        print(*column, sep="\t")
    print()
    balance = 0
    for row in range(int(sys.argv[1])):
        ore = chance.randrange(100, 9_000_000)
        debit = chance.random() < 0.5
        balance += ore if debit else -ore
        account = chance.randrange(4000, 7999)
        print(
            f"2025-{row * 12 // int(sys.argv[1]) + 1:02d}-{chance.randrange(1, 29):02d}", "A",
            row + 1, account, f"{chance.choice(WORDS)}skostnader {account % 100}",
            f"Insats {chance.randrange(1, 40)}",
            f"{chance.choice(WORDS)} {chance.choice(WORDS).lower()} faktura {row}",
            kronor(ore) if debit else "", "" if debit else kronor(ore), kronor(balance), sep="\t")


main()
