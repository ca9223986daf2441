"""Writes a manifest for the book of make_book.py: make_plan.py FOLDER.

Each insats is run in egen regi, so that the association's book carries its costs, and has a budget of
two years, a decision with a ceiling for each, and a rule that takes everything on its object.
"""

import sys
from pathlib import Path

from make_book import INSATSER, YEARS


def insats(number):
    years = ", ".join(f"{{ label: '{year}', from: {year}-01, through: {year}-12 }}"
                      for year in YEARS)
    amounts = [number * 1_000_000 + place * 25_000 for place in range(len(YEARS))]
    ceilings = ", ".join(f"{{ scope: calendarYear {year}, amount: {amount} }}"
                         for year, amount in zip(YEARS, amounts))
    return f"""\
  - code: I{number:02d}
    name: 'Insats {number}'
    from: {YEARS[0]}-01
    through: {YEARS[-1]}-12
    mode: own
    attribution: stated
    budgets:
      - kind: granted
        date: 2023-11-20
        years: [{years}]
        rows:
          - {{ code: kostnad, category: OVRIGT, label: 'Kostnad', amounts: {amounts} }}
    decisions:
      - code: '2023-{number}'
        kind: grant
        date: 2023-11-20
        paragraph: '§ {number}'
        ceilings: [{ceilings}]
"""


def rule(number):
    return (f"  - {{ book: 'association', object: '6:I{number:02d}', "
            f"target: 'insats:I{number:02d}', category: OVRIGT }}\n")


def main():
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    numbers = range(1, INSATSER + 1)
    text = "insatser:\n" + "".join(map(insats, numbers)) + "mapping:\n" + "".join(map(rule, numbers))
    (folder / "plan.yaml").write_text(text, encoding="utf-8")


main()
