"""Draft the own gold articles and score the drafts.

python -m tests.gold.score                   figures, open and held
python -m tests.gold.score --errors          and what is wrong in the open articles
python -m tests.gold.score --errors --held   and what is wrong in the held ones: for figures, not for rules
python -m tests.gold.score --raise-floors    pin what is better than its floor
python -m tests.gold.score --lower-floors    pin what is worse: say why in the commit
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import explainer
from tests.gold.gold import Gold, load_gold
from tests.gold.measures import measure
from tests.gold.tally import Report, Tally, figures, total

FLOORS = Path(__file__).parent / "floors.json"
FROZEN = Path(__file__).parent / "frozen.json"
SETS = {"open": False, "held": True}
Floors = dict[str, dict[str, float]]


@cache
def reports() -> tuple[tuple[Gold, Report], ...]:
    """Every article with what was measured on its draft; the model is loaded once."""
    gold = load_gold()
    stories = explainer.draft_many([g.article for g in gold])
    return tuple((g, measure(g, story)) for g, story in zip(gold, stories, strict=True))


def by_set(scored: Iterable[tuple[Gold, Report]]) -> dict[str, dict[str, Tally]]:
    """Open and held → figure → tally."""
    scored = list(scored)
    return {name: total(r for g, r in scored if g.held is held) for name, held in SETS.items()}


def load_floors() -> Floors:
    floors: Floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    return floors


def load_frozen() -> dict[str, str]:
    """Held article → SHA-256 of its file: their words were fixed before rules were written."""
    frozen: dict[str, str] = json.loads(FROZEN.read_text(encoding="utf-8"))
    return frozen


def move_floors(floors: Floors, measured: Floors, *, lower: bool, higher: bool) -> Floors:
    """New floors: each figure cut to two decimals, moved only the ways that are allowed."""
    moved: Floors = {}
    for name, row in measured.items():
        moved[name] = {}
        for figure, value in row.items():
            old, new = floors.get(name, {}).get(figure), math.floor(value * 100 + 1e-9) / 100
            may = old is None or (lower and new < old) or (higher and new > old)
            moved[name][figure] = new if may or old is None else old
    return moved


def table(sets: dict[str, dict[str, Tally]]) -> str:
    """The figures as a Markdown table: precision, recall, F1 and how many the gold asks for, set by set."""
    columns = [f"{name} {column}" for name in sets for column in ("P", "R", "F1", "asked")]
    width = max(len(figure) for tallies in sets.values() for figure in tallies)
    lines = [f"| {'figure':{width}} | " + " | ".join(columns) + " |"]
    lines.append(f"|{'-' * (width + 2)}|" + "|".join("-" * (len(c) + 1) + ":" for c in columns) + "|")
    for figure in next(iter(sets.values())):
        tallies = [t.get(figure, Tally()) for t in sets.values()]
        cells = [
            c
            for t in tallies
            for c in (*(f"{x:.3f}" for x in (t.precision, t.recall, t.f1)), f"{t.gold:.0f}")
        ]
        fitted = [f"{cell:>{len(column)}}" for cell, column in zip(cells, columns, strict=True)]
        lines.append(f"| {figure:{width}} | " + " | ".join(fitted) + " |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for flag in ("errors", "held", "lower-floors", "raise-floors"):
        parser.add_argument(f"--{flag}", action="store_true")
    asked = parser.parse_args()
    scored = reports()
    sets = by_set(scored)
    print(table(sets))
    if asked.errors:
        for gold, report in scored:
            if gold.held is asked.held:
                print(f"\n{gold.name}")
                print("\n".join(f"  {figure:26} {words}" for figure, words in report.errors))
    if asked.lower_floors or asked.raise_floors:
        measured = {name: figures(tallies) for name, tallies in sets.items()}
        old = load_floors() if FLOORS.exists() else {}
        moved = move_floors(old, measured, lower=asked.lower_floors, higher=asked.raise_floors)
        FLOORS.write_text(json.dumps(moved, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
