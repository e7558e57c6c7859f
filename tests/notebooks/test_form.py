"""The form of the notebooks: what a student meets first, how long, how much code, everything run."""

from __future__ import annotations

import re
import statistics
from pathlib import Path
from typing import Any

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
SERIES = sorted(NOTEBOOKS.glob("0[0-5]-*.ipynb"))
ALL = [*SERIES, NOTEBOOKS / "lesson.ipynb"]
TAGS = r"parameters|solution|teacher|raises-exception|hide-input|lesson|block-[a-z]+"
SHOWN = "application/vnd.explainer.chart+json"

series = pytest.mark.parametrize("path", SERIES, ids=lambda p: p.stem)
everything = pytest.mark.parametrize("path", ALL, ids=lambda p: p.stem)


def cells(path: Path, kind: str | None = None) -> list[Any]:
    found = nbformat.read(path, as_version=4).cells
    return [c for c in found if kind in (None, c.cell_type)]


def test_the_series_is_whole() -> None:
    assert [p.stem for p in SERIES] == [
        "00-start-here", "01-read", "02-actors", "03-timeline", "04-reactions", "05-sources-and-claims",
    ]  # fmt: skip
    assert (NOTEBOOKS / "lesson.ipynb").exists()


@series
def test_it_has_12_to_20_cells_and_opens_with_a_promise(path: Path) -> None:
    found = cells(path)
    assert 12 <= len(found) <= 20
    first = found[0].source
    assert first.startswith("# ") and "minutes" in first
    assert "Run All Cells" in first and "Ready" in first


@series
def test_the_first_notebook_and_all_others_say_where_to_go_next(path: Path) -> None:
    last = [c.source for c in cells(path, "markdown")][-3:]
    assert any("Next" in text or "next" in text for text in last)


@everything
def test_code_is_short_folded_and_says_in_one_line_what_it_does(path: Path) -> None:
    code = cells(path, "code")
    lengths = [len(c.source.splitlines()) for c in code]
    assert max(lengths) <= (16 if path.stem == "lesson" else 8)
    assert statistics.median(lengths) <= 3
    for cell in code:
        assert cell.source.startswith(("# ", "lesson.show(", "from explainer.lessons import start")), (
            cell.source
        )
        assert not re.search(r"^\s*(def|class) ", cell.source, re.M)
        assert cell.metadata.get("jupyter", {}).get("source_hidden") or "parameters" in cell.metadata.get(
            "tags", []
        )


@series
def test_at_most_two_code_cells_in_a_row(path: Path) -> None:
    kinds = "".join("c" if c.cell_type == "code" else "m" for c in cells(path))
    assert "ccc" not in kinds


@everything
def test_text_cells_are_short(path: Path) -> None:
    for cell in cells(path, "markdown"):
        words = re.sub(r"<[^>]+>|[#*_\[\]()`]", " ", cell.source).split()
        assert len(words) <= 60, (len(words), cell.source[:80])


@everything
def test_every_code_cell_was_run_and_none_failed(path: Path) -> None:
    for number, cell in enumerate(cells(path, "code"), 1):
        assert cell.execution_count == number
        assert not [o for o in cell.outputs if o.output_type == "error"]
        assert not [o for o in cell.outputs if o.get("name") == "stderr"]


@series
def test_every_view_has_a_twin_in_text_and_html(path: Path) -> None:
    views = [o.data for c in cells(path, "code") for o in c.outputs if SHOWN in o.get("data", {})]
    assert views
    for data in views:
        assert data["text/plain"] and data["text/html"]


@everything
def test_tags_are_those_in_use(path: Path) -> None:
    tags = {tag for cell in cells(path) for tag in cell.metadata.get("tags", [])}
    assert not {tag for tag in tags if not re.fullmatch(TAGS, tag)}


@everything
def test_no_text_names_a_story(path: Path) -> None:
    story_words = re.compile(r"wagner|prigozhin|putin|rostov|kremlin|harbour", re.I)
    for cell in cells(path):
        if "parameters" not in cell.metadata.get("tags", []):
            assert not story_words.search(cell.source)


@everything
def test_committed_files_are_normalised(path: Path) -> None:
    notebook = nbformat.read(path, as_version=4)
    assert "widgets" not in notebook.metadata
    assert notebook.metadata.kernelspec.name == "python3"
    for cell in notebook.cells:
        assert "execution" not in cell.metadata and "papermill" not in cell.metadata
