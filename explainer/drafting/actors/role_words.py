"""What is made of the words of a role: without the name inside, told of one where the article tells it of several."""

from __future__ import annotations

from explainer.drafting.actors.shared import Named
from explainer.drafting.common import Reading, words
from explainer.text import Span

_RANK = 6
"""Shorter than this is the short form of a rank: ``Gen.``."""


def past_name(reading: Reading, role: Span | None, named: Named) -> Span | None:
    """What stands after a name in a role that holds it: "party" of ``the ruling Bread and Roses party (BR)``."""
    if role is None:
        return None
    role = _trimmed(reading, role)
    inside = (p.last for p in named.places if role.start < reading.ends[p.last] < role.end)
    last = next(inside, None)
    return role if last is None else reading.span(last + 1, reading.token_range(role)[1] - 1)


def _trimmed(reading: Reading, role: Span) -> Span:
    """A role without the mark or the preposition at its end: ``analyst with Lind Bros,``."""
    first, after = reading.token_range(role)
    last = after - 1
    while last > first and (reading.doc[last].text in (",", "&", ";", ":", "-") or _is_loose(reading, last)):
        last -= 1
    return role if last == after - 1 else reading.span(first, last)


def _is_loose(reading: Reading, i: int) -> bool:
    return reading.doc[i].tag_ in ("IN", "CC", "DT") and reading.doc[i].is_lower


def of_one(reading: Reading, role: Span) -> str:
    """A role told of several for one of them: "breakaway region" for ``the breakaway regions of Bay and Cove``."""
    told = " ".join(role.of(reading.text).split())
    start, after = reading.token_range(role)
    last = reading.doc[after - 1]
    if (
        last.tag_ != "NNS"
        or not told.endswith(last.text)
        or any(t.tag_ == "IN" for t in reading.doc[start:after])
    ):
        return told
    first, _, rest = told.partition(" ")
    told = rest if first.lower() in words("names", "counts") else told
    one = last.lemma_.capitalize() if last.is_title else last.lemma_
    return told.removesuffix(last.text) + one


def is_slight(title: str) -> bool:
    """Whether a title tells less than what may stand beside it: ``Gen.``, ``Gen``, ``Sheikh``."""
    lower = title.lower()
    short = f"{lower.rstrip('.')}." in words("names", "titles")
    return (len(title) < _RANK and short) or lower in words("names", "honorifics")
