"""Places that speak or act as governments: "Sarvik denied it"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, Speakers, words
from explainer.records import Actor, Quotation, Reaction

if TYPE_CHECKING:
    from spacy.tokens import Token


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
    acting = {cast.named_at(t.i) for t in reading.doc if _acts(t)}
    return tuple(
        replace(a, stands_for="its government or authorities")
        if a.kind == "place" and a.stands_for is None and a.id in speaking | acting
        else a
        for a in actors
    )


def _acts(word: Token) -> bool:
    """Whether a word is a subject, or one of several, of what a government does.

    That is a verb of the lists, or one with an object that does not tell what befalls a place.
    """
    subject = word.head if word.dep_ == "conj" else word
    if subject.dep_ not in ("nsubj", "csubj"):
        return False
    verb = subject.head
    lemma = verb.lemma_.lower()
    if lemma in _deeds():
        return True
    return lemma not in words("names", "befalls") and any(c.dep_ == "dobj" for c in verb.rights)


def _deeds() -> frozenset[str]:
    return words("cues", "speech", "infinitive") | words("events", "attitudes") | words("names", "state_acts")
