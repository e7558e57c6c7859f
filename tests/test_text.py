from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.text import Article, Block, Span, article_from_blocks, split_sentences

SENTENCES = [
    ("One. Two.", ["One.", "Two."]),
    ("Mr. Lind left at 5 p.m. on Friday. He was ill.", ["Mr. Lind left at 5 p.m. on Friday.", "He was ill."]),
    ("“Go,” she said. “Now!” He went.", ["“Go,” she said.", "“Now!”", "He went."]),
    ("The U.S. Senate met. J. K. Doe spoke.", ["The U.S. Senate met.", "J. K. Doe spoke."]),
    ("It cost 3.5 million... Nobody paid.", ["It cost 3.5 million...", "Nobody paid."]),
    ("They chanted “Wow! Wow!” outside. Then left.", ["They chanted “Wow! Wow!” outside.", "Then left."]),
    ("“We act. We have no time,” she said. Bo left.", ["“We act. We have no time,” she said.", "Bo left."]),
    ("“Never closed. And on. And on.", ["“Never closed.", "And on.", "And on."]),
    ("No full stop", ["No full stop"]),
    ("  \n ", []),
    ("“Is it?” asked Bo. Yes.", ["“Is it?” asked Bo.", "Yes."]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in split_sentences(text, 0, len(text))] == expected


@given(st.text(max_size=200))
def test_sentences_are_in_order_apart_and_lose_no_word(text: str) -> None:
    spans = list(split_sentences(text, 0, len(text)))
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join("".join(s.of(text).split()) for s in spans) == "".join(text.split())


def test_a_proof_is_the_whole_sentence_on_one_line() -> None:
    article = article_from_blocks([("heading", "Head"), ("paragraph", "First one.\nIt goes\non. Last.")])
    start = article.text.index("goes")
    assert article.proof(Span(start, start + 4)) == "It goes on."


def test_a_span_over_two_sentences_is_proved_by_both() -> None:
    article = article_from_blocks([("paragraph", "First one. Second one. Third.")])
    assert article.proof(Span(6, 17)) == "First one. Second one."


def test_paragraphs_are_numbered_without_headings_and_captions() -> None:
    article = article_from_blocks(
        [("heading", "H"), ("paragraph", "A"), ("caption", "C"), ("blockquote", "B")]
    )
    assert [article.words(p) for p in article.paragraphs] == ["A", "B"]
    numbers = [article.paragraph_number(b.start) for b in article.blocks]
    assert numbers == [None, 1, None, 2]
    assert article.paragraph_number(len(article.text)) is None


def test_block_at_knows_the_gap_between_blocks() -> None:
    article = article_from_blocks([("paragraph", "A"), ("paragraph", "B")])
    assert article.block_at(0) == Block("paragraph", 0, 1)
    assert article.block_at(1) is None


def test_an_article_without_blocks_still_has_sentences() -> None:
    assert [s.start for s in Article("t", "One. Two.").sentences] == [0, 5]


@pytest.mark.parametrize(
    ("a", "b", "overlaps", "contains"),
    [
        (Span(0, 5), Span(5, 9), False, False),
        (Span(0, 5), Span(4, 9), True, False),
        (Span(0, 5), Span(1, 5), True, True),
        (Span(2, 4), Span(0, 9), True, False),
    ],
)
def test_spans_are_half_open(a: Span, b: Span, overlaps: bool, contains: bool) -> None:
    assert a.overlaps(b) is overlaps
    assert a.contains(b) is contains


@pytest.mark.parametrize(
    ("text", "expected"), [("  a b ", Span(2, 5)), ("   ", Span(3, 3)), ("x", Span(0, 1))]
)
def test_trimmed_drops_white_space_at_the_ends(text: str, expected: Span) -> None:
    assert Span(0, len(text)).trimmed(text) == expected
