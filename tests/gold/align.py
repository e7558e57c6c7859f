"""Which drafted record answers which gold record."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from explainer.records import Actor
from explainer.story import Story
from explainer.text import Span
from tests.gold.gold import Gold, GoldActor

A = TypeVar("A")
B = TypeVar("B")
Words = frozenset[int]
SAME_NAME = 0.4
SAME_WORDS = 0.5
_FRONT = re.compile(
    r"(?:(?:the|an?|mr|mrs|ms|miss|dr|prof|sir|sen|cllr|councillor|judge|president|minister|general|colonel)\.?\s+)+",
    re.I,
)
_WORD = re.compile(r"\w+")


def name_core(text: str, span: Span) -> Span:
    """A name without an article or title before it and a closing 's."""
    words = span.of(text)
    front = _FRONT.match(words)
    back = re.search(r"(?:'s|’s|'|’)\Z", words)
    start = span.start + front.end() if front else span.start
    end = span.start + back.start() if back else span.end
    return Span(start, end) if start < end else span


def overlap(a: Span, b: Span) -> float:
    """Shared characters over all characters of two ranges (Jaccard), 0 to 1."""
    shared = max(0, min(a.end, b.end) - max(a.start, b.start))
    return shared / (a.end - a.start + b.end - b.start - shared) if shared else 0.0


def same_phrase(a: Span, b: Span) -> bool:
    """Whether two noun phrases are one: they begin at one place or share much."""
    return (a.start == b.start and a.overlaps(b)) or overlap(a, b) >= SAME_NAME


def words_under(text: str, spans: Sequence[Span]) -> Words:
    """The start of every word under some ranges; quote marks and full stops do not count."""
    return frozenset(m.start() for s in spans for m in _WORD.finditer(text, s.start, s.end))


def same_words(a: Words, b: Words) -> float:
    """Shared words over all words (Jaccard), 0 to 1."""
    return len(a & b) / len(a | b) if a & b else 0.0


def pair_up(
    gold: Sequence[A], drafted: Sequence[B], likeness: Callable[[A, B], float], least: float
) -> dict[int, int]:
    """Gold index → drafted index, one to one, the most alike first; none below ``least``."""
    rated = ((likeness(g, d), i, j) for i, g in enumerate(gold) for j, d in enumerate(drafted))
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for score, i, j in sorted(rated, key=lambda r: (-r[0], r[1], r[2])):
        if score >= least and score > 0 and i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs


class Cast:
    """The drafted actors of a story beside the gold ones.

    ``named``: gold name mention → drafted name mention, as indexes. ``of``: drafted actor id → the
    gold actor whose mentions it shares most, so that a speaker can be right though an actor was split.
    """

    def __init__(self, gold: Gold, story: Story) -> None:
        self.gold = gold
        self.text = gold.article.text
        self.asked = [(a, s) for a in gold.actors for s in a.names]
        self.drafted = [(a, m.span) for a in story.actors for m in a.mentions if m.form == "name"]
        self.named = pair_up(self.asked, self.drafted, self._same_name, SAME_NAME)
        self.by_id = {a.id: a for a in gold.actors}
        self.of = self._nearest(story)

    def _same_name(self, asked: tuple[GoldActor, Span], drafted: tuple[Actor, Span]) -> float:
        return overlap(name_core(self.text, asked[1]), name_core(self.text, drafted[1]))

    def _nearest(self, story: Story) -> dict[str, str]:
        shared: dict[str, Counter[str]] = {a.id: Counter() for a in story.actors}
        for i, j in self.named.items():
            shared[self.drafted[j][0].id][self.asked[i][0].id] += 1
        nominals = [(a, s) for a in self.gold.actors for s in a.nominals]
        for actor in story.actors:
            for mention in actor.mentions:
                for asked, span in nominals:
                    shared[actor.id][asked.id] += same_phrase(span, mention.span)
        best = {id: max(counts.items(), key=lambda c: c[1], default=("", 0)) for id, counts in shared.items()}
        return {id: asked for id, (asked, count) in best.items() if count}

    def is_actor(self, drafted: str | None, asked: str, source: Span | None, wanted: Span | None) -> bool:
        """Whether a drafted actor is the gold one: by its mentions, or, unnamed, by the source's words.

        A document is nobody: no actor, or one of its own, is right.
        """
        if "document" in self.by_id[asked].kinds:
            return drafted is None or drafted not in self.of or self.of[drafted] == asked
        if drafted is None:
            return False
        if drafted in self.of:
            return self.of[drafted] == asked
        unnamed = not self.by_id[asked].names
        return unnamed and source is not None and wanted is not None and source.overlaps(wanted)
