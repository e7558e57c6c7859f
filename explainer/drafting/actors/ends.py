"""Where a name ends or starts by words that are seldom part of one: a number, a month, a party's members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import countries
from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Doc

_MONTHS = frozenset("march april may june august".split())
"""Months that are last names too."""
_KINDS_OF_DEMOCRATS = frozenset("social christian liberal free".split())


def with_number(doc: Doc, first: int, last: int) -> int:
    """The end of a channel's name with its number: ``the broadcaster Norland 24``."""
    if not first or last + 1 >= len(doc) or not doc[last + 1].is_digit or len(doc[last + 1]) > 3:
        return last
    return last + 1 if doc[first - 1].lower_ in words("names", "channels") else last


def past_hyphen(doc: Doc, last: int) -> int:
    """The end of ``Organisation for Economic Co-operation and Development``, where the model has stopped at "Co"."""
    if (
        last + 2 >= len(doc)
        or doc[last + 1].text != "-"
        or doc[last + 1].whitespace_
        or doc[last].whitespace_
    ):
        return last
    if not doc[last + 2].text.islower() or doc[last].lower_ not in ("co", "anti", "counter", "non", "trans"):
        return last
    last += 2
    if (
        last + 2 < len(doc)
        and doc[last + 1].lower_ in ("and", "in", "of")
        and doc[last + 2].text[:1].isupper()
    ):
        last += 2
    return last


def is_month(doc: Doc, last: int, ahead: int) -> bool:
    """Whether a month right after a first name may be the last name: ``Ada March said``, but not ``Ada March 5``."""
    word = doc[ahead]
    if word.lower_ not in _MONTHS or not word.is_title or ahead != last + 1:
        return False
    return bool(doc[last].whitespace_) and not (ahead + 1 < len(doc) and doc[ahead + 1].like_num)


def past_membership(doc: Doc, first: int, last: int) -> int:
    """The start of a person's name after a party's member or a country: ``Social Democrat Ada Lind``, ``to Norland Ada Lind``."""
    start = first + (doc[first].lower_ in _KINDS_OF_DEMOCRATS and first < last)
    if start < last - 1 and f"{doc[start].lower_}s" in words("names", "partisans"):
        return start + 1
    abroad = doc[first].lower_ in countries() and first > 0 and doc[first - 1].lower_ in ("for", "to", "in")
    return first + 1 if abroad and first < last - 1 else first
