"""The untouched text of an article and the ranges that point into it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

BlockKind = Literal["paragraph", "heading", "caption", "list_item", "blockquote"]
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)
BLOCK_GAP = "\n\n"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points, used as a Python slice: ``text[start:end]``.

    Stand-off annotation; in files a W3C TextPositionSelector with a TextQuoteSelector.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words under the span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Span) -> bool:
        """Whether every character of ``other`` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def trimmed(self, text: str) -> Span:
        """The span without white space at its ends; empty at its start when there is nothing else."""
        words = self.of(text)
        start = self.start + len(words) - len(words.lstrip())
        return Span(start, max(start, self.start + len(words.rstrip())))


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, caption, list item or block quote: a range of the article's text."""

    kind: BlockKind
    start: int
    end: int

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True)
class Article:
    """A text with its publication facts.

    ``text`` is never changed; ``blocks`` are ranges in it, in order. Dates are ISO 8601 strings.
    ``published`` is the date the report carries, ``written`` the date its words were written.
    Unknown facts are None.
    """

    title: str | None
    text: str
    blocks: tuple[Block, ...] = ()
    publisher: str | None = None
    byline: str | None = None
    published: str | None = None
    written: str | None = None
    dateline: str | None = None
    language: str | None = None
    licence: str | None = None
    url: str | None = None
    reading_level: str | None = None

    def words(self, span: Span) -> str:
        """The words under a span."""
        return self.text[span.start : span.end]

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The numbered paragraphs: blocks that are neither headings nor captions. Number 1 is the first."""
        return tuple(b.span for b in self.blocks if b.kind not in ("heading", "caption"))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of every block, in order; a block without a full stop is one sentence.

        A rule of thumb for showing proof, not a parser: it does not split inside an abbreviation
        it knows and may join two sentences after one that it does not know.
        """
        blocks = self.blocks or (Block("paragraph", 0, len(self.text)),)
        return tuple(s for b in blocks for s in split_sentences(self.text, b.start, b.end))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.sentences]

    def block_at(self, position: int) -> Block | None:
        """The block that holds a position, or None between blocks."""
        for block in self.blocks:
            if block.start <= position < block.end:
                return block
        return None

    def paragraph_number(self, position: int) -> int | None:
        """The number, from 1, of the paragraph that holds a position; None in headings and captions."""
        for number, span in enumerate(self.paragraphs, 1):
            if span.start <= position < span.end:
                return number
        return None

    def sentence_at(self, span: Span) -> Span:
        """From the start of the sentence where the span begins to the end of the one where it ends.

        The span itself where no sentence holds it.
        """
        sentences = self.sentences
        first = bisect_right(self._sentence_starts, span.start) - 1
        last = bisect_right(self._sentence_starts, max(span.start, span.end - 1)) - 1
        if first < 0:
            return span
        return Span(min(sentences[first].start, span.start), max(sentences[max(first, last)].end, span.end))

    def proof(self, span: Span) -> str:
        """The sentence that proves a record, on one line."""
        return " ".join(self.words(self.sentence_at(span)).split())


_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen col lt sgt capt maj adm sen rep gov pres st sr jr vs etc no vol fig "
    "jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m e.g i.e u.s u.k u.n inc ltd co corp".split()
)
_NEAR = 240
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s+[\"“‘«'(\[]*[A-Z0-9À-ÖØ-ÞĀ-Ž\u0400-\u042f])")


def split_sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """Sentences of ``text[start:end]`` without the white space between them. Linear in the length.

    Quoted words stay together when their closing mark is near; a mark that is never closed holds nothing.
    """
    begin, seen, depth = start, start, 0
    for match in _SENTENCE_END.finditer(text, start, end):
        depth = max(0, depth + text.count("“", seen, match.end()) - text.count("”", seen, match.end()))
        seen = match.end()
        if depth and text.find("”", seen, min(end, seen + _NEAR)) >= 0:
            continue
        if match.group()[0] == "." and _is_abbreviation(text, begin, match.start()):
            continue
        yield from _nonempty(Span(begin, match.end()).trimmed(text))
        begin = match.end()
    yield from _nonempty(Span(begin, end).trimmed(text))


def _is_abbreviation(text: str, begin: int, dot: int) -> bool:
    word = re.search(r"[\w.]{1,12}$", text[max(begin, dot - 12) : dot])
    if word is None:
        return False
    return word.group().lower() in _ABBREVIATIONS or bool(re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word.group()))


def _nonempty(span: Span) -> Iterator[Span]:
    if span.start < span.end:
        yield span


def article_from_blocks(
    parts: list[tuple[BlockKind, str]], title: str | None = None, **facts: str | None
) -> Article:
    """An article whose text is the given blocks joined by a blank line; empty ones are left out."""
    parts = [(kind, words) for kind, words in parts if words]
    blocks, position = [], 0
    for kind, words in parts:
        blocks.append(Block(kind, position, position + len(words)))
        position += len(words) + len(BLOCK_GAP)
    return Article(title=title, text=BLOCK_GAP.join(w for _, w in parts), blocks=tuple(blocks), **facts)
