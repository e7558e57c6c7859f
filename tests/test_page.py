"""The static page as a string: one file, nothing fetched, everything escaped, nothing in it that an exam may not hold."""

from __future__ import annotations

import json
import re
import zlib
from base64 import b64decode
from html.parser import HTMLParser

import pytest

from explainer.lessons.page import POLICY, build_page, shorter, slim
from explainer.story import Story
from explainer.teaching import MapPoint, Teaching, Term
from tests.stories import bare_story, tiny_story

ABOUT = "This was written <for> teaching & nobody was there."


class Outline(HTMLParser):
    """What a page is made of: elements, headings, addresses, ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[tuple[str, str]] = []
        self._open: str | None = None
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._open = tag if re.fullmatch("h[1-6]", tag) else None
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in ("src", "href", "action", "data"):
                self.addresses.append(value or "")

    def handle_data(self, data: str) -> None:
        if self._open:
            self.headings.append((self._open, data))
            self._open = None


def facts(page: str) -> dict[str, object]:
    found = re.search(r'id="facts">(.*?)</script>', page, re.S)
    assert found
    return dict(json.loads(found[1]))


@pytest.fixture(scope="module")
def page() -> str:
    terms = (Term(term="harbour", meaning="a place for ships"),)
    return build_page(tiny_story(), Teaching(about=ABOUT, glossary=terms))


def test_it_is_one_page_with_landmarks_and_headings(page: str) -> None:
    outline = Outline(page)
    assert page.startswith("<!doctype html>")
    for tag in ("main", "header", "nav", "footer"):
        assert outline.tags.count(tag) == 1, tag
    assert outline.headings[0] == ("h1", "Bridge closed")
    parts = [words for level, words in outline.headings if level == "h2"]
    assert parts == [
        "Read the article",
        "Who is in it, and who gets to speak?",
        "What happened when, and how do we know?",
        "Who reacted how, to what?",
        "How does the story know?",
    ]
    assert len(outline.ids) == len(set(outline.ids))


def test_it_asks_for_nothing(page: str) -> None:
    assert all(a.startswith(("#", "data:")) for a in Outline(page).addresses)
    assert POLICY in page
    assert "default-src 'none'" in POLICY
    assert "connect-src" not in POLICY
    assert not re.search(r"@import|url\(|\bimport\(|\bfetch\(", page)


def test_what_it_is_stands_above_the_article_even_without_a_script(page: str) -> None:
    assert "This was written &lt;for&gt; teaching &amp; nobody was there." in page
    assert page.index("nobody was there") < page.index("shut the bridge on Sunday")


def test_the_same_page_each_time() -> None:
    assert build_page(tiny_story()) == build_page(tiny_story())


@pytest.mark.parametrize(
    "name",
    [
        "</script><script>alert(1)</script>",
        "<!--<script>",
        '"><img src=x onerror=alert(1)>',
        "a & b",
        "{language}",
        "\\u003c",
    ],
)
def test_hostile_names_cannot_leave_their_place(name: str) -> None:
    page = build_page(tiny_story(name), Teaching(about=name))
    outline = Outline(page)
    assert outline.tags.count("script") == 3
    assert "img" not in outline.tags
    assert facts(page)["story"]["actors"][0]["name"] == name  # type: ignore[index]


def test_half_a_character_does_not_break_the_page() -> None:
    build_page(bare_story("Broken \ud83d text.")).encode("utf-8")


def test_narrow_pictures_travel_packed(page: str) -> None:
    packed = re.search(r'id="narrow">(.*?)</script>', page, re.S)
    assert packed
    pictures = json.loads(zlib.decompress(b64decode(packed[1])))
    assert set(pictures) >= {"timeline", "mentions"}
    assert all(picture.startswith("<svg") for picture in pictures.values())


def test_pictures_drawn_beforehand_are_not_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from explainer.charts import CHARTS

    story = tiny_story()
    drawn = {id: replace(CHARTS[id](story), caption=f"beforehand {id}") for id in CHARTS}
    page = build_page(story, charts=drawn)
    for id in ("timeline", "reactions", "shares"):
        assert f"beforehand {id}" in page


def test_an_exam_holds_no_records() -> None:
    page = build_page(tiny_story(), Teaching(about=ABOUT), edition="exam")
    story = facts(page)["story"]
    assert isinstance(story, dict)
    assert not any(story[kind] for kind in ("actors", "quotations", "times", "events", "reactions", "claims"))
    assert "glossary" not in story
    assert "timeline" not in Outline(page).ids
    assert "shut the bridge on Sunday" in page
    assert "nobody was there" in page


def test_places_come_only_where_somebody_says_where_they_lie() -> None:
    assert "places" not in Outline(build_page(tiny_story(), Teaching())).ids
    points = (MapPoint(actor="radio-bay", north=1.0, east=2.0),)
    assert "places" in Outline(build_page(tiny_story(), Teaching(places=points))).ids


@pytest.mark.parametrize("story", [bare_story(), bare_story(""), Story(tiny_story().article)])
def test_a_story_without_records_makes_a_page(story: Story) -> None:
    assert "<main>" in build_page(story)


def test_a_page_in_german(page: str) -> None:
    german = build_page(tiny_story(), language="de")
    assert '<html lang="de">' in german
    assert "Lies den Artikel" in german


def test_slimming_a_picture_keeps_marks_and_words() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="All"><g id="c--a--1" data-record="a" data-kind="event" data-span="1-2" role="img"'
        ' aria-label="A &lt;b&gt;" tabindex="-1"><title>A &lt;b&gt;</title><path d="M0 0" data-span="3-4" fill="none" stroke="#1b1b1a"'
        ' class="s-ink" /><text textLength="9" lengthAdjust="spacingAndGlyphs">A &lt;b&gt;</text></g></svg>'
    )
    assert slim(svg) == (
        '<svg role="img" aria-label="All"><g data-record="a" aria-label="A &lt;b&gt;"><path d="M0 0" data-span="3-4" class="s-ink"/>'
        '<text textLength="9" lengthAdjust="spacingAndGlyphs">A &lt;b&gt;</text></g></svg>'
    )


@pytest.mark.parametrize(
    ("long", "short"),
    [
        ("M8 8L9 9", "M8 8l1 1"),
        ("M4 57.5L796 57.5L796 477.5L4 477.5z", "M4 57.5h792v420h-792z"),
        ("M1 1L2 2zL3 1.5M5 5L5.25 4.9", "M1 1l1 1zl2 .5M5 5l.25-.1"),
        ("M10 20C11 21 12 22 13 20C14 18 15 18 16 20", "M10 20c1 1 2 2 3 0 1-2 2-2 3 0"),
        ("M10 20Q11.5 21 13 20", "M10 20q1.5 1 3 0"),
    ],
)
def test_shorter_paths_are_the_same_lines(long: str, short: str) -> None:
    assert shorter(f'<path d="{long}" class="s-ink"/>') == f'<path d="{short}" class="s-ink"/>'


def test_shortening_leaves_words_alone() -> None:
    words = '<g data-note="M1 1L2 2" id="M1 1L2 2" aria-label="M1 1L2 2"><text> d=&quot;M1 1L2 2&quot; L2 2</text></g>'
    assert shorter(words) == words
