"""Places that speak or act as governments: "Sarvik denied it"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from explainer.drafting.common import Reading, Speakers, words
from explainer.drafting.grammar import SUBJECTS
from explainer.records import Actor, Quotation, Reaction


def with_governments(
    reading: Reading,
    actors: Iterable[Actor],
    quotations: Iterable[Quotation],
    reactions: Iterable[Reaction],
    cast: Speakers,
) -> tuple[Actor, ...]:
    """The actors, with what a place stands for where it says, promises, thanks or condemns something.

    A place in which something only happens stands for nothing.
    """
    speaking = {q.actor for q in quotations if q.actor and not q.scare} | {r.actor for r in reactions}
    acting = {
        cast.named_at(t.i) for t in reading.doc if t.dep_ in SUBJECTS and t.head.lemma_.lower() in _acts()
    }
    return tuple(
        replace(a, stands_for="its government or authorities")
        if a.kind == "place" and a.stands_for is None and a.id in speaking | acting
        else a
        for a in actors
    )


def _acts() -> frozenset[str]:
    return words("cues", "speech", "infinitive") | words("events", "attitudes")
