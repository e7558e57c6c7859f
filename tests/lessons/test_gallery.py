"""The gallery: every chart of every story in every look, safe, and careful with what stands there already."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import explainer
from explainer import InputError, library
from explainer.charts import CHARTS
from explainer.lessons.gallery import LOOKS, WIDTHS, build_gallery, write_gallery
from tests.charts.generators import hostile_names
from tests.stories import bare_story, tiny_story


@pytest.fixture(scope="module")
def page() -> str:
    return build_gallery({"tiny": tiny_story(), "hostile": hostile_names(), "bare": bare_story()})


def test_every_chart_of_every_story_stands_there_in_every_look(page: str) -> None:
    assert page.count("<h3 ") == 3 * len(CHARTS)
    assert page.count("<figure ") == 3 * len(CHARTS) * len(LOOKS) * len(WIDTHS)


def test_each_look_refers_to_a_drawing_that_is_there_and_no_id_stands_twice(page: str) -> None:
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    shown = re.findall(r'<use href="#([^"]*)"', page)
    assert shown and set(shown) <= set(ids)


def test_what_a_story_brings_is_text(page: str) -> None:
    assert "<script" not in page
    assert "<img" not in page
    body = page.split("<main>")[1].split("</main>")[0]
    ElementTree.fromstring(f"<main>{body.replace('<details open>', '<details>')}</main>")


def test_all_stories_at_hand_are_taken_unless_some_are_named(tmp_path: Path) -> None:
    whole = write_gallery(tmp_path / "all").read_text("utf-8")
    assert whole.count("<section ") == len(library.stories())
    one = write_gallery(tmp_path / "one", ["harbour-bridge-closed"]).read_text("utf-8")
    assert one.count("<section ") == 1


def test_a_gallery_is_replaced_and_a_page_of_others_is_not(tmp_path: Path) -> None:
    file = write_gallery(tmp_path, ["harbour-bridge-closed"])
    before = file.read_bytes()
    explainer.save(tiny_story(), tmp_path / "tiny")
    assert write_gallery(tmp_path, [str(tmp_path / "tiny")]) == file
    assert file.read_bytes() != before
    file.write_text("<p>mine</p>", "utf-8")
    with pytest.raises(InputError, match="is no gallery and is left as it is"):
        write_gallery(tmp_path, ["harbour-bridge-closed"])
    assert file.read_text("utf-8") == "<p>mine</p>"


def test_every_fault_of_every_story_is_said_and_nothing_is_written(tmp_path: Path) -> None:
    broken = explainer.save(tiny_story(), tmp_path / "broken")
    (broken / "story.json").write_text("{", "utf-8")
    with pytest.raises(InputError) as caught:
        write_gallery(tmp_path / "out", ["no-such-story", str(broken), "harbour-bridge-closed"])
    assert [fault.path for fault in caught.value.faults] == ["no-such-story", str(broken)]
    assert not (tmp_path / "out").exists()
