"""Whom a pronoun means: the nearest actor before it that fits, subjects and speakers first."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from explainer.drafting.actors.gender import HE_SHE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

Kinds = dict[str, float]
"""Kinds that fit, each with what is taken off its score."""
PERSON: Kinds = {"person": 0.0}
ORGANISATION: Kinds = {"organisation": 0.0}
_THING: Kinds = {"organisation": 0.0, "place": 1.5, "group": 1.0}
_SEVERAL: Kinds = {"group": 0.0, "organisation": 0.5}
_RELATIVE = frozenset(["who", "which", "that"])
_SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_REACH = 120
_ADDRESSED = 3.0
"""What is taken off the score of whom somebody told something: ``told Radio Bay``."""


def resolve_pronoun(cast: Cast, pronoun: Token) -> Member | None:
    """The actor a pronoun means, or None where nothing fits."""
    lower = pronoun.lower_
    if lower in _RELATIVE:
        return _antecedent(cast, pronoun)
    if lower in ("he", "she"):
        return nearest(cast, pronoun, PERSON, HE_SHE[lower])
    if lower == "it":
        return nearest(cast, pronoun, _THING)
    if lower == "they":
        return nearest(cast, pronoun, _SEVERAL)
    return None


def _antecedent(cast: Cast, pronoun: Token) -> Member | None:
    verb = pronoun.head
    while verb.dep_ not in ("relcl", "ROOT"):
        verb = verb.head
    if verb.dep_ != "relcl":
        return None
    return cast.actor_at(verb.head.i) if verb.head.pos_ == "NOUN" else cast.owner.get(verb.head.i)


def nearest(
    cast: Cast,
    word: Token,
    kinds: Kinds,
    gender: str | None = None,
    fits: Callable[[Member], bool] | None = None,
) -> Member | None:
    """The actor of one of the kinds that stands best before a word: near, a subject, a speaker, of that gender.

    Who is only named inside somebody's words is seldom meant outside them. ``fits``: who else is left out.
    """
    doc = word.doc
    inside = cast.reading.quote_of
    best: tuple[float, Member] | None = None
    for i in range(word.i - 1, max(-1, word.i - _REACH), -1):
        member = cast.owner.get(i) or cast.meant.get(i)
        if member is None or member.kind not in kinds:
            continue
        if gender and member.gender and member.gender != gender:
            continue
        if fits is not None and not fits(member):
            continue
        score = -(word.i - i) / 15 - kinds[member.kind]
        if doc[i].dep_ in _SUBJECTS or (doc[i].dep_ == "appos" and doc[i].head.dep_ in _SUBJECTS):
            score += 2.5
        if doc[i].dep_ == "poss":
            score -= 0.8
        if doc[i].dep_ in ("dobj", "dative") and doc[i].head.lemma_ == "tell":
            score -= _ADDRESSED
        if i in cast.spoken:
            score += 1.0
        if gender and member.gender == gender:
            score += 1.5
        if inside[i] >= 0 and inside[i] != inside[word.i]:
            score -= 4.0
        if best is None or score > best[0]:
            best = (score, member)
    return best[1] if best else None
