"""What every step of drafting reads: the article, its parse, its quoted runs; and the word lists."""

from __future__ import annotations

import tomllib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np

from explainer.drafting.marks import Quoted
from explainer.text import Article, Block, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_ACRONYM = 14
"""More letters in capitals are no acronym."""


@cache
def lexicon(name: str) -> dict[str, Any]:
    """A word list of ``drafting/lexicons``, as it stands in its file."""
    path = resources.files("explainer.drafting") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def words(name: str, *keys: str) -> frozenset[str]:
    """One list of words: ``words("titles", "before")``; several keys are joined."""
    data = lexicon(name)
    return frozenset(word for key in keys for word in data[key].split())


def lemma(token: Token) -> str:
    """The dictionary form of a word, mended where models are known to give another: ``hop`` for ``hoping``."""
    found = token.lemma_.lower()
    mended: dict[str, str] = lexicon("cues")["mended"]
    return mended.get(found, found)


def children(token: Token) -> list[Token]:
    """The words right below a word; kept with its parse until the draft is made, for the rules ask again and again."""
    kept: dict[Any, Any] = token.doc.user_data
    found: list[Token] | None = kept.get(token.i)
    if found is None:
        found = kept[token.i] = list(token.children)
    return found


@dataclass(frozen=True)
class Reading:
    """An article with its parse. ``doc.text`` is as long as ``article.text``: offsets are the same."""

    article: Article
    doc: Doc
    quoted: tuple[Quoted, ...] = ()

    @property
    def text(self) -> str:
        return self.article.text

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return self.article.blocks or (Block("paragraph", 0, len(self.text)),)

    @cached_property
    def starts(self) -> list[int]:
        """Where each token starts, in characters."""
        starts: list[int] = self.doc.to_array("IDX").tolist()
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends, in characters."""
        return [start + length for start, length in zip(self.starts, self._lengths, strict=True)]

    @cached_property
    def _lengths(self) -> list[int]:
        lengths: list[int] = self.doc.to_array("LENGTH").tolist()
        return lengths

    def of_pos(self, *parts: str) -> list[Token]:
        """The tokens of some parts of speech, in order, without a look at each token."""
        everything = self._all
        return [everything[i] for i in self._among(self._by_part, parts)]

    @cached_property
    def _all(self) -> list[Token]:
        return list(self.doc)

    @cached_property
    def _by_part(self) -> dict[int, list[int]]:
        return self._places("POS")

    @cached_property
    def _by_word(self) -> dict[int, list[int]]:
        return self._places("LOWER")

    def _places(self, attribute: str) -> dict[int, list[int]]:
        """The tokens of each value of an attribute."""
        found: dict[int, list[int]] = {}
        for i, value in enumerate(self.doc.to_array(attribute).tolist()):
            found.setdefault(value, []).append(i)
        return found

    def _among(self, places: dict[int, list[int]], wanted: Iterable[str]) -> list[int]:
        """The tokens whose value is one of some words, in order."""
        ids = {self.doc.vocab.strings[word] for word in wanted}
        return sorted(i for value in ids for i in places.get(value, ()))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The words that stand in small letters somewhere in the article."""
        strings = self.doc.vocab.strings
        told = (strings[word] for word in set(self.doc.to_array("ORTH").tolist()))
        return frozenset(word for word in told if word.islower())

    def places_of(self, wanted: Iterable[str]) -> list[int]:
        """The tokens that are one of some words in small letters, without a look at each token."""
        return self._among(self._by_word, wanted)

    @cached_property
    def shouting(self) -> frozenset[int]:
        """Blocks set in capitals, where case says nothing about names: long ones, and headings of any length."""
        numbers = []
        for number, block in enumerate(self.blocks):
            told = self.text[block.start : block.end]
            if len(told) > 300 or 2 * sum(map(str.islower, told)) > len(told):
                continue
            letters = sum(map(str.isalpha, told))
            capitals = sum(map(str.isupper, told))
            mostly = letters > _ACRONYM and capitals > 0.7 * letters
            if mostly or (block.kind == "heading" and letters > 4 and capitals == letters):
                numbers.append(number)
        return frozenset(numbers)

    @cached_property
    def _block_starts(self) -> list[int]:
        return [b.start for b in self.blocks]

    def block_number(self, position: int) -> int:
        """The number of the block that holds a position, or the one before it."""
        return max(0, bisect_right(self._block_starts, position) - 1)

    @cached_property
    def token_blocks(self) -> list[int]:
        """The number of the block of each token."""
        numbers = np.searchsorted(self._block_starts, self.starts, side="right") - 1
        found: list[int] = np.maximum(numbers, 0).tolist()
        return found

    def token_range(self, span: Span) -> tuple[int, int]:
        """First token and one past the last of those that lie in the span, even in part."""
        first = bisect_right(self.starts, span.start) - 1
        if first < 0 or self.ends[first] <= span.start:
            first += 1
        return first, bisect_left(self.starts, span.end)

    def tokens(self, span: Span) -> list[Token]:
        first, last = self.token_range(span)
        return self._all[first:last]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens ``first`` to ``last``, both included, without white space at the ends."""
        start, end = self.starts[first], self.ends[last]
        if self.text[start].isspace() or self.text[end - 1].isspace():
            return Span(start, end).trimmed(self.text)
        return Span(start, end)

    @cached_property
    def quote_of(self) -> list[int]:
        """For each token the number of the quoted run that holds it, or -1."""
        holder = [-1] * len(self.doc)
        for number, run in enumerate(self.quoted):
            first, last = self.token_range(run.span)
            holder[first:last] = [number] * (last - first)
        return holder


def voices_by_token(reading: Reading, voices: Iterable[Voice]) -> dict[int, Voice]:
    """For each token inside somebody's words, whose they are."""
    held: dict[int, Voice] = {}
    for voice in voices:
        for span in voice.content:
            held.update(dict.fromkeys(range(*reading.token_range(span)), voice))
    return held


class Speakers(Protocol):
    """Actors as the other steps see them: by the token that names them."""

    def speaker_at(self, token: int) -> str | None:
        """The id of the actor that a source token names, resolved where need be; None where it is not settled."""

    def named_at(self, token: int) -> str | None:
        """The id of the actor that a token is known to name, or None."""

    def has_name(self, id: str) -> bool:
        """Whether the actor of that id is called by a name somewhere."""


@dataclass(frozen=True, slots=True)
class Voice:
    """An attribution as events, reactions and claims see it.

    ``id``: of its quotation, empty for one inside the words of another. ``actor``: id or None;
    ``name``: the actor's id, else the words of the source, else None. ``named``: whether the actor
    has a name. ``lemma`` and ``cue``: of the verb of saying. ``head``: the source's noun.
    """

    id: str
    actor: str | None
    name: str | None
    named: bool
    head: str
    lemma: str
    cue: int
    content: tuple[Span, ...]
    form: str
    confidence: float

    @property
    def quoted(self) -> bool:
        return self.form != "indirect"
