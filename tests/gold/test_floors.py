"""No figure falls below the floor pinned for it. Only ``--lower-floors`` writes a lower one."""

from pathlib import Path

import pytest

from tests.gold.score import SETS, by_set, load_floors, reports
from tests.gold.tally import figures

QUALITY = Path(__file__).parent / "QUALITY.md"


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str) -> None:
    measured = figures(by_set(reports())[name])
    floors = load_floors()[name]
    assert measured.keys() == floors.keys()
    fallen = {f: (round(measured[f], 3), floor) for f, floor in floors.items() if measured[f] < floor - 1e-9}
    assert not fallen, (
        f"{name}: figure: (measured, floor) {fallen}; python -m tests.gold.score --errors shows why"
    )


def test_the_quality_page_gives_and_explains_every_figure() -> None:
    page = QUALITY.read_text(encoding="utf-8")
    results, _, meanings = page.partition("### What each figure means")
    explained = {
        name.strip() for line in meanings.split("\n") for name in line.strip("| ").split("|")[0].split(",")
    }
    for figure in load_floors()["open"]:
        assert f"| {figure} " in results
        assert figure in explained
