"""A source and its verb set between commas into what is said: ``The road, Lind said, was closed``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import Reading, children, lemma, words
from explainer.drafting.quotations.asides import dates_from, ranks

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_ENDS = frozenset([".", "!", "?", ";", ":", "”", '"', "''", "—", "–"])
_TENSED = frozenset(["VBD", "VBZ", "VBP"])
_LEADS_OFF = frozenset(
    "as while after amid despite which who whose whom where when according citing quoting in on at during from with".split()
)
_GOES_ON = frozenset([("as", "long"), ("as", "soon"), ("as", "if"), ("as", "though"), ("as", "far")])
_LONG = 80
_FEWEST = 3


def around_inset(reading: Reading, cue: Token, source: Token) -> list[tuple[int, int]] | None:
    """The words before and after a source and its verb between two commas, both up to the ends of the sentence.

    None where they do not stand so, or where what follows is the reporter's own: ``…, she said, adding``.
    """
    doc = cue.doc
    bounds = _bounds(reading, cue, source)
    if bounds is None:
        return None
    first, last = bounds
    start, end = first - 1, last + 1
    while (
        start > 0
        and first - start < _LONG
        and doc[start - 1].text not in _ENDS
        and not doc[start - 1].is_space
    ):
        start -= 1
    while (
        end + 1 < len(doc)
        and end - last < _LONG
        and doc[end + 1].text not in _ENDS
        and not doc[end + 1].is_space
    ):
        end += 1
    if any(
        reading.quote_of[i] >= 0 for i in (*range(start, first), *range(last + 1, end + 2)) if i < len(doc)
    ):
        return None
    if (
        (end - last <= _FEWEST and source.i < cue.i)
        or _leads_off(doc, last + 2)
        or _others_speak(doc, last + 2, end, "resuming")
    ):
        return None
    if _others_speak(doc, start, first - 1, "speech"):
        return None
    while start < first and (doc[start].tag_ == "CC" or doc[start].is_punct):
        start += 1
    return [(start, first - 1), (last + 1, end)]


def _bounds(reading: Reading, cue: Token, source: Token) -> tuple[int, int] | None:
    """The first and the last word of a source and its verb that stand between two commas."""
    doc = cue.doc
    if cue.tag_ not in _TENSED or lemma(cue) not in words("cues", "speech") or reading.quote_of[cue.i] >= 0:
        return None
    behind = source.i > cue.i
    first = cue.i if behind else source.left_edge.i
    last = _last_of(source) if behind else max(cue.i, source.right_edge.i)
    if first < 2 or last + 2 >= len(doc) or doc[first - 1].text != "," or doc[last + 1].text != ",":
        return None
    if behind:
        return (cue.i, last) if doc[last + 2].tag_ in (*_TENSED, "MD") else None
    return None if last - first > _PHRASE or any(t.text == "," for t in doc[first:last]) else (first, last)


_PHRASE = 8


def _last_of(source: Token) -> int:
    """The last word of a source behind its verb: before the comma after which the sentence goes on, else before the first."""
    doc = source.doc
    commas = [i for i in range(source.i + 1, min(len(doc) - 1, source.i + _ASIDE)) if doc[i].text == ","]
    if not commas:
        return source.right_edge.i
    return next((i for i in commas if doc[i + 1].tag_ in (*_TENSED, "MD")), commas[0]) - 1


_ASIDE = 25


def _leads_off(doc: Doc, i: int) -> bool:
    """Whether what follows is told by the reporter: ``adding that``, ``in a statement``, ``as the crowd cheered``."""
    if (doc[i].lower_, doc[i + 1].lower_ if i + 1 < len(doc) else "") in _GOES_ON:
        return False
    return doc[i].tag_ in ("VBG", "VBN") or doc[i].lower_ in _LEADS_OFF or ranks(doc[i]) or dates_from(doc, i)


def _others_speak(doc: Doc, first: int, last: int, verbs: str) -> bool:
    """Whether somebody else is told to speak there: ``It was late, Lind said, but Berg denied it``."""
    return any(
        t.pos_ == "VERB"
        and lemma(t) in words("cues", verbs)
        and any(c.dep_ in SUBJECTS and c.pos_ != "PRON" for c in children(t))
        for t in doc[first : last + 1]
    )
