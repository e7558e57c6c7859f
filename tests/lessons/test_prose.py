from __future__ import annotations

from html.parser import HTMLParser

import pytest

from explainer.lessons import prose
from explainer.lessons.sheet import sheet

HOSTILE = "<script>alert(1)</script> \"q\" & 'a' $x^2$ \\(y\\) \u202e=cmd()"


class Reader(HTMLParser):
    """The elements and the text of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize(
    "made",
    [
        prose.para(HOSTILE), prose.head(HOSTILE), prose.quote(HOSTILE), prose.bold(HOSTILE), prose.paras(HOSTILE),
        prose.bullets([HOSTILE]), prose.table((HOSTILE,), [(HOSTILE,)], HOSTILE), prose.folded(HOSTILE, prose.para(HOSTILE)),
        prose.link(HOSTILE, "https://example.org/"), prose.link("words", f"https://example.org/{HOSTILE}"),
        prose.link(HOSTILE, "javascript:alert(1)"),
    ],
)  # fmt: skip
def test_text_stays_text(made: prose.Prose) -> None:
    read = Reader(made.html)
    assert "script" not in read.tags
    if "words" not in read.words:
        assert HOSTILE in read.words
    assert 'href="javascript' not in made.html


def test_marks_of_formulas_stand_alone() -> None:
    assert "$x" not in prose.para("costs $5 and $6").html
    assert Reader(prose.para("costs $5 and $6").html).words == "costs $5 and $6"


def test_words_keep_the_space_between_them() -> None:
    assert prose.para(prose.bold("Proof: "), "the sentence").text == "Proof: the sentence"


def test_paragraphs_are_parted_by_blank_lines() -> None:
    made = prose.paras("one\nline\n\n\ntwo")
    assert made.text == "one line\n\ntwo"
    assert Reader(made.html).tags == ["p", "p"]


def test_nothing_makes_nothing() -> None:
    assert prose.bullets([]).html == prose.paras("").html == prose.page().html == ""


def test_a_sheet_is_whole_and_fetches_nothing() -> None:
    page = sheet(HOSTILE, [prose.para(HOSTILE)], prose.para("foot"), language='en"><script>')
    read = Reader(page)
    assert "script" not in read.tags
    assert {"main", "footer", "title", "meta"} <= set(read.tags)
    assert 'lang="en"' in page
    assert "http" not in page.replace("http-equiv", "")
