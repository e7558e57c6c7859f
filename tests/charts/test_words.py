"""What charts say by themselves: complete in every language, nothing unused, nothing left in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest

import explainer.charts
from explainer import InputError, Story, load, load_teaching
from explainer.charts import CHARTS
from explainer.charts.chart import Chart, languages, words_in
from explainer.charts.when import date_words, when_words
from explainer.explorers.actors import actors_view
from explainer.explorers.places import places_view
from explainer.explorers.reactions import reactions_view
from explainer.explorers.sources import sources_view
from explainer.explorers.timeline import timeline_view
from explainer.lessons.gallery import build_gallery
from explainer.lessons.page import build_page
from explainer.library import DEFAULT_STORY
from explainer.records import When
from tests.charts import generators
from tests.charts.drawing import drawings
from tests.stories import bare_story, tiny_story

NAMES = re.compile(r"\{(\w+)\}")
LATIN = re.compile(r"[A-Za-zÄÖÜäöüß]+")
OWN = ("text", "title", "publisher", "byline", "dateline", "name", "role", "label", "aliases", "source_chain")


def forms(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else [*value]


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_word_with_the_same_names_in_it(language: str) -> None:
    english, other = words_in("en").said, words_in(language).said
    assert sorted(other) == sorted(english)
    for key, value in english.items():
        assert type(other[key]) is type(value), key
        if not isinstance(value, str):
            assert len(other[key]) == len(value), key
        assert set(NAMES.findall(str(other[key]))) <= set(NAMES.findall(str(value))) | {"n"}, key
        assert any(forms(other[key])), key


def test_every_word_is_used() -> None:
    folder = Path(explainer.charts.__file__).parent
    files = [*folder.glob("*.py"), folder.parent / "lessons" / "gallery.py"]
    source = "\n".join(file.read_text("utf-8") for file in files)
    stems = set(re.findall(r"[\"']([\w.-]+[.-])\{", source)) | {
        "count.",
        *(f"date.{p}" for p in ("day-month",)),
    }
    ends = {f"{id}.{end}" for id in CHARTS for end in ("empty", "headers")}
    unused = [
        key for key in words_in().said
        if f'"{key}"' not in source and f"'{key}'" not in source and key not in ends
        and not any(key.startswith(stem) for stem in stems)
    ]  # fmt: skip
    assert unused == []


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(InputError, match="no words in 'fr'; choose en or de"):
        CHARTS["timeline"](tiny_story(), language="fr")


def veiled(story: Story) -> Story:
    """The same story with every Latin letter of its own words turned into a Cyrillic one."""
    data = story.to_dict()
    ids = {record.id for record in story.records()}

    def veil(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: veil(v, name) for name, v in value.items()}
        if isinstance(value, list):
            return [veil(v, key) for v in value]
        if isinstance(value, str) and key in OWN and not (key == "source_chain" and value in ids):
            return re.sub("[A-Za-z]", lambda found: chr(0x0410 + ord(found[0]) % 32), value)
        return value

    return Story.from_dict(veil(data, ""))


STORIES = {
    "tiny": tiny_story, "few": generators.few_actors, "many": generators.many_actors, "bare": bare_story,
    "default": lambda: load(DEFAULT_STORY),
}  # fmt: skip


def said(chart: Chart) -> Iterator[str]:
    """Everything a chart says, to eyes and to ears."""
    yield from (chart.title, chart.alt, chart.caption, *chart.headers)
    yield from (cell for row in chart.rows for cell in row)
    yield unescape(re.sub("<[^>]*>", " ", chart.table()))
    for drawing in drawings(chart).values():
        yield from (words.text for words in drawing.words)
        yield from (e.attrib["aria-label"] for e in drawing.root.iter() if "aria-label" in e.attrib)
        yield from (e.text or "" for e in drawing.root.iter() if e.tag.endswith("title"))


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("id", CHARTS)
def test_a_german_chart_holds_german_words_and_those_of_its_story(id: str, name: str) -> None:
    german = set(LATIN.findall(" ".join(form for v in words_in("de").said.values() for form in forms(v))))
    german |= {word[:1].upper() + word[1:] for word in german}
    options: dict[str, Any] = {"language": "de"}
    if id == "places" and name == "default":
        options["points"] = load_teaching(DEFAULT_STORY).places
    variants = [options, options | {"lanes": True}] if id == "timeline" else [options]
    for drawn in (CHARTS[id](veiled(STORIES[name]()), **variant) for variant in variants):
        assert drawn.language == "de"
        found = {word for text in said(drawn) for word in LATIN.findall(text)}
        assert sorted(found - german) == []


def test_explorers_pages_and_galleries_hand_their_language_to_the_charts() -> None:
    story = tiny_story()
    views = [
        make(story, language="de")
        for make in (actors_view, timeline_view, reactions_view, sources_view, places_view)
    ]
    assert {chart.language for view in views for chart in view.charts} == {"de"}
    page = build_page(story, language="de")
    gallery = build_gallery({"tiny": story}, language="de")
    for made in (page, gallery):
        assert "Als Tabelle: " in made and "As a table" not in made
        assert "Quelle: " in made and "Source: " not in made
    assert '<html lang="de">' in gallery and "On dark paper" not in gallery


@pytest.mark.parametrize(
    ("words", "english", "german"),
    [
        ("it was late", "“it was late”", "„it was late“"),
        ("“It was late,”", "“It was late,”", "„It was late,“"),
        ("It was a “stab in the back” for all", "“It was a ‘stab in the back’ for all”",
         "„It was a ‚stab in the back‘ for all“"),
        ("“Wagner! Wagner!” outside", "“‘Wagner! Wagner!’ outside”", "„‚Wagner! Wagner!‘ outside“"),
        ('he said "no" („nein“)', "“he said ‘no’ (‘nein’)”", "„he said ‚no‘ (‚nein‘)“"),
        ("“Yes” and “no”", "“‘Yes’ and ‘no’”", "„‚Yes‘ and ‚no‘“"),
        ("", "“”", "„“"),
    ],
)  # fmt: skip
def test_quotations_in_quotations_take_single_marks(words: str, english: str, german: str) -> None:
    assert words_in("en").quoted(words) == english
    assert words_in("de").quoted(words) == german


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When("2023-06-24", "2023-06-24", "day"), "Samstag, 24. Juni 2023"),
        (When("2023-06-24T18:00", "2023-06-24T23:59", "part_of_day"), "Samstag, 24. Juni 2023, abends"),
        (When("2023-06-24T06:40", "2023-06-24T06:40", "minute"), "Samstag, 24. Juni 2023, 06:40 Uhr"),
        (When("2023-06-24", "2023-06-25"), "Samstag, 24. bis Sonntag, 25. Juni 2023"),
        (When("2022-02", "2022-02", "month"), "Februar 2022"),
        (When(None, "2023-06-25"), "bis Sonntag, 25. Juni 2023"),
        (When("2023-06-25", None), "ab Sonntag, 25. Juni 2023"),
    ],
)
def test_times_in_german(when: When, words: str) -> None:
    assert when_words(when, words_in("de")) == words


def test_numbers_are_written_as_the_language_does() -> None:
    english, german = words_in("en"), words_in("de")
    assert (english.digits(12345), german.digits(12345)) == ("12,345", "12.345")
    assert (english.percent(1, 3), german.percent(1, 3)) == ("33%", "33 %")
    assert english.percent(1, 1000) == "under 1%"
    assert [german.count(n, "event") for n in (0, 1, 2, 12)] == [
        "kein Ereignis",
        "ein Ereignis",
        "zwei Ereignisse",
        "12 Ereignisse",
    ]
    assert date_words("2023-06-24", weekday=False, say=german) == "24. Juni 2023"


def test_what_follows_words_from_right_to_left_does_not_join_them() -> None:
    say = words_in("en")
    assert say("network.pair", source="البوابات", target="Ada") == "البوابات\u200e about Ada"
    assert say.listing(["قال", "Bo"]) == "قال\u200e and Bo"
    source = drawings(CHARTS["shares"](generators.right_to_left()))["wide"].words[-1].text
    assert "“البوابات”\u200e, 7 May 2024" in source
