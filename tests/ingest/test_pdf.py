"""PDF files: lines joined to paragraphs as they are printed, headers and footers left out."""

import time

import pytest

from explainer.ingest import read_bytes
from explainer.ingest.pdf_lines import Line, paragraphs
from tests.ingest.pdfs import pdf

A = ("The bridge was shut late on Sunday after an", "inspector found cracks in its piers.")
B = ('"Nobody will cross it," the mayor said. "It', "is not safe.")
C = ("The ferry goes on, and so do the buses to", "the old harbour.")


def placed(*rows, size=11):
    """Lines from (x, y, words)."""
    return [(x, y, size, words) for x, y, words in rows]


def set_in(x, top, *paragraphs):
    """Paragraphs without gaps, the first line of each set in."""
    rows = [(x + 12 * (i == 0), words) for lines in paragraphs for i, words in enumerate(lines)]
    return placed(*((at, top - 13 * n, words) for n, (at, words) in enumerate(rows)))


def gapped(x, top, *paragraphs):
    """Paragraphs with a gap below each."""
    rows, y = [], top
    for lines in paragraphs:
        for words in lines:
            rows.append((x, y, words))
            y -= 13
        y -= 8
    return placed(*rows)


WHOLE = [" ".join(lines) for lines in (A, B, C)]
HEAD = (50, 780, 24, "Bridge shut after cracks are found")
PAGES = {
    "gaps": ([HEAD, *gapped(50, 740, A, B, C)], WHOLE),
    "first lines set in": ([HEAD, *set_in(50, 740, A, B, C)], WHOLE),
    "two columns": ([HEAD, *set_in(50, 740, A, B), *set_in(320, 740, C)], WHOLE),
    "a paragraph that goes on in the next column": (
        [HEAD, *gapped(50, 740, A, B[:1]), *gapped(320, 740, B[1:], C)], WHOLE,
    ),
    "one line in pieces": (
        [HEAD, (50, 740, 11, "The ferry goes on,"), (150, 740, 11, " and so do the buses to"), (50, 727, 11, "the old harbour.")],
        WHOLE[2:],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("page", "paragraphs"), PAGES.values(), ids=PAGES)
def test_lines_become_the_paragraphs_that_are_printed(page, paragraphs):
    article = read_bytes(pdf(page), "a.pdf").article
    assert [article.words(b.span) for b in article.blocks if b.kind == "paragraph"] == paragraphs
    assert [article.words(b.span) for b in article.blocks if b.kind == "heading"] == [HEAD[3]]
    assert article.title == HEAD[3]


def test_a_paragraph_goes_on_over_the_page():
    pages = [[HEAD, *gapped(50, 740, A, B[:1])], [(50, 800, 11, B[1]), *gapped(50, 779, C)]]
    article = read_bytes(pdf(*pages), "a.pdf").article
    assert [article.words(b.span) for b in article.blocks if b.kind == "paragraph"] == WHOLE


def test_what_a_browser_prints_around_a_page_is_left_out():
    around = [(20, 830, 8, "5/6/24, 8:15 AM"), (200, 830, 8, " Bridge shut")]
    below = [(20, 15, 8, "https://bay.example/bridge"), (560, 15, 8, " 1/1")]
    found = read_bytes(pdf([HEAD, *gapped(50, 740, A, B, C), *around, *below]), "a.pdf")
    assert "8:15" not in found.article.text
    assert "bay.example" not in found.article.text
    assert [d.words for d in found.dropped] == [
        "5/6/24, 8:15 AM Bridge shut",
        "https://bay.example/bridge 1/1",
    ]


HYPHENS = {
    "cut": ("the exam-", "ination was late", "the examination was late"),
    "its own": ("a full-", "scale attack", "a full-scale attack"),
    "its own elsewhere": ("a harbour-front bar, a harbour-", "front shop", "a harbour-front bar, a harbour-front shop"),
    "before a name": ("the Bay-", "Osk line", "the Bay-Osk line"),
}  # fmt: skip


@pytest.mark.parametrize(("first", "second", "whole"), HYPHENS.values(), ids=HYPHENS)
def test_only_words_cut_at_the_end_of_a_line_lose_their_hyphen(first, second, whole):
    page = placed((50, 700, f"They said {first}"), (50, 687, f"{second} in the town."))
    assert whole in read_bytes(pdf([HEAD, *page]), "a.pdf").article.text


def test_a_pdf_loses_its_headers_page_numbers_and_hyphens():
    pages = []
    for number, name in enumerate(("north", "middle", "south"), 1):
        pages.append([
            "Radio Bay 6 May",
            f"The {name} pier was shut late on Sunday after an inspector",
            f"found cracks in the {name} pier, the mayor said. The exam-",
            f"ination of the {name} pier had been put off twice.",
            str(number),
        ])  # fmt: skip
    found = read_bytes(pdf(*pages), "a.pdf")
    text = " ".join(found.article.text.split())
    for name in ("north", "middle", "south"):
        assert f"The examination of the {name} pier had been put off twice." in text
    assert "Radio Bay" not in text
    assert {d.words for d in found.dropped} == {"Radio Bay 6 May", "1", "2", "3"}


def test_time_grows_with_the_lines_of_a_paragraph_and_not_with_their_square():
    """16,000 lines as one paragraph; each line is looked at with its neighbours only."""

    def seconds(count):
        lines = [Line("the harbour was still open", 0, 50, 10_000_000 - 13 * n, 11) for n in range(count)]
        began = time.process_time()
        assert len(list(paragraphs(lines))) == 1
        return max(time.process_time() - began, 1e-4)

    assert seconds(16_000) / seconds(1_000) < 80, (
        "sixteen times the lines took more than eighty times as long"
    )
