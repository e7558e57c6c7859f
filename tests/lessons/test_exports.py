from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from explainer.faults import InputError
from explainer.lessons.exports import FORMATS, rendered
from explainer.library import load, load_teaching
from explainer.story import Story
from explainer.teaching import Teaching
from tests.stories import bare_story, tiny_story

HARBOUR = "harbour-bridge-closed"
HOSTILE = "=cmd() <script>&\"' {x} ~y #z $5\u0001"


def harbour(form: str) -> str:
    return rendered(load(HARBOUR), load_teaching(HARBOUR), form)


@pytest.mark.parametrize("form", list(FORMATS))
@pytest.mark.parametrize("story", [bare_story(), tiny_story(), tiny_story(HOSTILE)])
def test_every_format_takes_any_story_and_gives_the_same_twice(form: str, story: Story) -> None:
    made = rendered(story, Teaching(), form)
    assert made == rendered(story, Teaching(), form)
    if form == "moodle":
        ET.fromstring(made)
    if form in ("timelinejs", "webannotation"):
        json.loads(made)


def test_an_unknown_format_gives_the_nearest() -> None:
    with pytest.raises(InputError, match="no format 'gif'; there are: csv, .*did you mean 'gift'"):
        rendered(bare_story(), Teaching(), "gif")


def test_csv_has_a_row_a_record_and_no_formula() -> None:
    story = load(HARBOUR)
    rows = list(csv.DictReader(io.StringIO(harbour("csv"))))
    assert [r["id"] for r in rows] == [r.id for r in story.records()]
    assert {r["when"] for r in rows if r["id"] == "bridge-closed"} <= {"Monday 5 October 2026, 06:40"}
    hostile = list(csv.DictReader(io.StringIO(rendered(tiny_story(HOSTILE), Teaching(), "csv"))))
    assert hostile[0]["who"].startswith("'=cmd()")


def test_timelinejs_places_every_dated_event() -> None:
    story, data = load(HARBOUR), json.loads(harbour("timelinejs"))
    assert {e["unique_id"] for e in data["events"]} == {e.id for e in story.events if e.when.earliest}
    closed = next(e for e in data["events"] if e["start_date"].get("minute") == 40)
    assert closed["start_date"] == {"year": 2026, "month": 10, "day": 5, "hour": 6, "minute": 40}
    assert "&lt;script&gt;" in rendered(_labelled("<script>"), Teaching(), "timelinejs")


def _labelled(label: str) -> Story:
    return tiny_story().correct("closure", label=label)


def test_annotations_point_at_the_words() -> None:
    story, data = load(HARBOUR), json.loads(harbour("webannotation"))
    assert len(data["items"]) == len(list(story.records()))
    for item in data["items"]:
        for target in item["target"]:
            position, quote = target["selector"]
            assert story.article.text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in story.article.text


def test_a_quiz_has_a_right_answer_worth_everything() -> None:
    for question in ET.fromstring(harbour("moodle")):
        fractions = [float(a.attrib["fraction"]) for a in question.iter("answer")]
        assert sum(f for f in fractions if f > 0 and f != 50) == pytest.approx(100, abs=0.01)
        assert all(a.find("feedback/text") is not None for a in question.iter("answer"))


def test_gift_escapes_its_own_signs() -> None:
    made = harbour("gift")
    assert made.count("::[plain]") == made.count("\n}")
    assert "\\:" in made
