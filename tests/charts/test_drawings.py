"""Every chart of every kind of story: labels apart, inside the sheet, none lost; marks that can be found."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from functools import cache, partial

import pytest

from explainer import library, load
from explainer.charts import CHARTS, draw_timeline
from explainer.charts.chart import Chart
from explainer.charts.labels import clean
from explainer.charts.style import NARROW, WIDE
from explainer.faults import InputError
from tests.charts import generators
from tests.charts.drawing import Drawing, drawings, overlaps
from tests.stories import bare_story, tiny_story

STORIES = {
    "tiny": tiny_story, "few": generators.few_actors, "many": generators.many_actors,
    "long": generators.long_names, "hostile": generators.hostile_names, "right to left": generators.right_to_left,
    **{name: partial(load, name) for name in library.stories()},
}  # fmt: skip

NAMED = {
    "mentions": "actors",
    "shares": "actors",
    "timeline": "events",
    "telling": "events",
    "lanes": "events",
}
"""Charts in which the name or label of every drawn record stands in full."""


@cache
def chart(id: str, story: str) -> Chart:
    if id == "lanes":
        return draw_timeline(STORIES[story](), lanes=True)
    return CHARTS[id](STORIES[story]())


@cache
def drawn(id: str, story: str, size: str) -> Drawing:
    return drawings(chart(id, story))[size]


every = pytest.mark.parametrize(
    ("id", "story", "size"),
    [(c, s, z) for c in (*CHARTS, "lanes") for s in STORIES for z in ("wide", "narrow")],
)


@every
def test_words_do_not_overlap_and_stay_on_the_sheet(id: str, story: str, size: str) -> None:
    drawing = drawn(id, story, size)
    assert overlaps(drawing) == []
    sheet = drawing.size
    assert [w.text for w in drawing.words if not w.box.within(sheet)] == []
    assert sheet.width == (WIDE if size == "wide" else NARROW)


@every
def test_nothing_is_blank_or_lost(id: str, story: str, size: str) -> None:
    drawing, made = drawn(id, story, size), chart(id, story)
    if not made.rows:
        assert "".join(made.title.split()) in drawing.running
        return
    assert {m.attrib["data-record"] for m in drawing.marks} & set(made.records)
    assert drawing.shapes
    assert set(made.records) <= {r for m in drawing.marks for r in _records(m)}
    if id in NAMED and story != "long":
        known = STORIES[story]()
        for record in made.records:
            if known.kind_of(record) == NAMED[id]:
                words = clean(getattr(known.find(record), "name", None) or known.find(record).label)
                assert "".join(words.split()) in drawing.running


def _records(mark) -> list[str]:
    return [mark.attrib["data-record"], *mark.attrib.get("data-records", "").split()]


@every
def test_marks_are_found_and_spoken(id: str, story: str, size: str) -> None:
    drawing = drawn(id, story, size)
    ids = [e.attrib["id"] for e in drawing.root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
    kind = "timeline" if id == "lanes" else id
    prefix = kind if size == "wide" else f"{kind}-narrow"
    for mark in drawing.marks:
        assert mark.attrib["id"].startswith(f"{prefix}--{mark.attrib['data-record']}--")
        assert mark.attrib["tabindex"] == "-1"
        assert mark.attrib["role"]
        assert mark.attrib["data-kind"]
        assert mark[0].tag.endswith("title")
        assert mark[0].text == mark.attrib["aria-label"] != ""


@every
def test_a_drawing_brings_nothing_of_its_maker(id: str, story: str, size: str) -> None:
    drawing = drawn(id, story, size)
    assert drawing.root.attrib["viewBox"]
    assert not {"width", "height"} & set(drawing.root.attrib)
    assert not [
        e.tag
        for e in drawing.root.iter()
        if e.tag.rpartition("}")[2] in ("metadata", "style", "script", "defs")
    ]
    assert "atplotlib" not in drawing.source


@pytest.mark.parametrize("id", CHARTS)
def test_a_story_without_such_records_says_so(id: str) -> None:
    made = CHARTS[id](bare_story())
    assert made.rows == ()
    assert made.alt.endswith(".")
    assert "".join(made.title.split()) in drawings(made)["narrow"].running


@pytest.mark.parametrize("id", CHARTS)
def test_long_names_are_whole_in_title_and_table(id: str) -> None:
    story = generators.long_names()
    long = [a.name for a in story.actors if len(a.name) > 100]
    made = CHARTS[id](story)
    assert any(name in cell for row in made.rows for cell in row for name in long)
    assert any(name in m.attrib["aria-label"] for m in drawings(made)["narrow"].marks for name in long)


@pytest.mark.parametrize("id", CHARTS)
def test_alt_is_two_sentences_at_most(id: str) -> None:
    for story in ("tiny", "few", "many"):
        alt = chart(id, story).alt
        assert 1 <= len([s for s in alt.replace("? ", ": ").split(". ") if s]) <= 2, alt


@pytest.mark.parametrize("id", CHARTS)
def test_focus_draws_the_others_back(id: str) -> None:
    marks = drawings(CHARTS[id](generators.few_actors(), focus="a1"))["wide"].marks
    faded = [m for m in marks if m.attrib.get("opacity")]
    assert 0 < len(faded) < len(marks)
    assert not [m for m in drawn(id, "few", "wide").marks if m.attrib.get("opacity")]


@pytest.mark.parametrize("id", CHARTS)
def test_an_unknown_focus_is_named_with_the_nearest(id: str) -> None:
    with pytest.raises(InputError, match=r"focus 'mayr'.*did you mean 'mayor'"):
        CHARTS[id](tiny_story(), focus="mayr")


def test_an_unknown_chart_is_a_key_error() -> None:
    assert len(CHARTS) == len(list(CHARTS))
    with pytest.raises(KeyError):
        CHARTS["pie"]


def test_drawings_are_the_same_in_every_process() -> None:
    script = (
        "import hashlib; from explainer.charts import CHARTS; from tests.charts.generators import few_actors;"
        "print([hashlib.sha256((c.wide + c.narrow).encode()).hexdigest()"
        " for c in (CHARTS[i](few_actors()) for i in CHARTS)])"
    )
    other = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo"},
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    here = [
        hashlib.sha256((c.wide + c.narrow).encode()).hexdigest() for c in (chart(i, "few") for i in CHARTS)
    ]
    assert other.strip() == str(here)
