"""How old somebody is, beside a name and in a description: ``Lind, 34,``, ``the 34-year-old``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.appositions import CALLED
from explainer.drafting.actors.gender import HE_SHE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_OLDEST = 115
_HYPHENS = frozenset("- ‑ – —".split())
_FAR = 10
_BEFORE = 25
_NOUNS = 4
"""How many words may stand between an age and its noun."""


def age_before(word: Token) -> int | None:
    """The age in ``the 52-year-old opposition senator`` and ``the 34-year-old``, by its last word."""
    doc = word.doc
    for i in range(word.i, max(word.i - _NOUNS, 2), -1):
        if doc[i].lower_ in ("old", "olds"):
            return _years(doc[i])
        if doc[i].pos_ not in ("NOUN", "ADJ", "PROPN") and i < word.i and doc[i].text not in _HYPHENS:
            return None
        if doc[i].is_quote:
            return None
    return None


def _years(old: Token) -> int | None:
    """The number before "-year-old", in one word or several."""
    before = [w for w in old.doc[max(0, old.i - 4) : old.i] if w.text not in _HYPHENS]
    if len(before) < 2 or before[-1].lower_ not in ("year", "years"):
        return None
    return _number(before[-2].text)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and 0 < int(text) < _OLDEST else None


def _told_as(word: Token | None) -> bool:
    """Whether a name comes after "named him as", which gives it to whom an age has been told of."""
    if word is None or word.lower_ != "as" or word.i < 2:
        return False
    return word.nbor(-1).lower_ in HE_SHE and word.nbor(-2).lemma_.lower() in CALLED


def ages_of(cast: Cast, member: Member) -> frozenset[int]:
    """The ages that the article gives somebody: ``Lind, 34,``; ``34-year-old Ada Lind``; ``Lind, a 34-year-old``."""
    doc = cast.reading.doc
    found: set[int | None] = set()
    for place in member.named.places if member.named else ():
        at = place.last + 1
        if at + 2 < len(doc) and doc[at].text in (",", "(") and doc[at + 2].text in (",", ")", "."):
            found.add(_number(doc[at + 1].text))
        if place.first > 4:
            found.add(age_before(doc[place.first - 1]))
        if _told_as(doc[place.first - 1] if place.first else None):
            old = (doc[i] for i in range(place.first - 2, max(0, place.first - _BEFORE), -1))
            found.add(next((_years(word) for word in old if word.lower_ == "old"), None))
        if at < len(doc) and doc[at].text == ",":
            for i in range(at + 1, min(at + _FAR, len(doc))):
                if doc[i].text in (",", ".", "”", '"') or cast.owner.get(i) not in (None, member):
                    break
                if doc[i].lower_ == "old":
                    found.add(_years(doc[i]))
    return frozenset(age for age in found if age is not None)
