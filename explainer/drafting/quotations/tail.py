"""A source and its verb at the end of a sentence that a model has not tied to it: ``…, the Bay News agency reports.``"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, lemma, words
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue import cue_span
from explainer.drafting.quotations.told import outlet
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_PHRASE = frozenset("DET ADJ NUM NOUN PROPN PRON PART ADP".split())
_LATER = frozenset("ADP DET ADJ ADV NUM NOUN PROPN".split())
_ENDS = frozenset([".", "!", "?"])
_STARTS = frozenset([*_ENDS, ";", ":", "”", '"', "''", "—", "–"])
_PHRASE_WORDS, _LATER_WORDS, _FEWEST, _LONGEST = 10, 8, 3, 80


def read_tail(reading: Reading, token: Token) -> Attribution | None:
    """What stands before ``, the agency reports`` at the end of a sentence, or None."""
    if not _is_cue(token) or not _closes(token):
        return None
    first = _phrase_start(token)
    if first is None or reading.doc[first].pos_ in ("ADP", "SCONJ"):
        return None
    start = _sentence_start(reading, first - 1)
    if start is None or not any(t.tag_ in (*_FINITE, "MD") for t in reading.doc[start : first - 1]):
        return None
    source = token.doc[outlet(token.nbor(-1))]
    return Attribution(
        content=(reading.span(start, first - 2),), form="indirect", cue=cue_span(reading, token), cue_token=token.i,
        source=reading.span(first, token.i - 1), source_token=source.i, confidence=0.5,
        why="a source with its verb ends the sentence",
    )  # fmt: skip


def words_before_cue(reading: Reading, cue: Token) -> Span | None:
    """The clause up to the comma before a source and its verb: ``They will leave, Lind wrote, “for good”``."""
    first = _phrase_start(cue) if cue.tag_ in _FINITE else None
    start = _sentence_start(reading, first - 1, 2) if first is not None else None
    if first is None or start is None or reading.doc[start].pos_ in ("SCONJ", "ADP"):
        return None
    tensed = any(t.tag_ in (*_FINITE, "MD") for t in reading.doc[start : first - 1])
    return reading.span(start, first - 2) if tensed else None


def without_tail(one: Attribution, tails: list[Attribution]) -> Attribution:
    """An attribution without the words from a tail on that its last words run into."""
    last = one.content[-1]
    for tail in tails:
        if tail.source is not None and tail.start <= one.start and last.start < tail.end < last.end:
            return replace(one, content=(*one.content[:-1], Span(last.start, tail.end)))
    return one


def _is_cue(token: Token) -> bool:
    if token.tag_ in _FINITE:
        return lemma(token) in words("cues", "common")
    return (
        token.pos_ == "NOUN"
        and token.i > 0
        and token.lower_ in words("cues", "misread")
        and token.nbor(-1).dep_ in ("compound", "nsubj")
    )


def _closes(token: Token) -> bool:
    """Whether nothing but when and where something was said follows up to the end of the sentence."""
    doc = token.doc
    told = (
        lemma(token) == "tell"
        and token.i + 1 < len(doc)
        and doc[token.i + 1].pos_ in ("DET", "NOUN", "PROPN")
    )
    for i in range(token.i + 1 + told, min(len(doc), token.i + _LATER_WORDS)):
        if doc[i].text in _ENDS or "\n" in doc[i].text:
            return True
        if doc[i].text == ",":
            return doc[i + 1].lower_ in ("citing", "quoting") if i + 1 < len(doc) else True
        if doc[i].pos_ not in _LATER or (i == token.i + 1 and doc[i].pos_ in ("DET", "NOUN")):
            return False
    return token.i + _LATER_WORDS >= len(doc)


def _phrase_start(token: Token) -> int | None:
    """Where the noun phrase right before a verb begins, when a comma stands before it."""
    doc = token.doc
    for i in range(token.i - 1, max(0, token.i - _PHRASE_WORDS), -1):
        if doc[i].text == ",":
            return i + 1 if i + 1 < token.i else None
        if doc[i].pos_ not in _PHRASE and doc[i].text not in ("-", "’s", "'s"):
            return None
    return None


def _sentence_start(reading: Reading, comma: int, fewest: int = _FEWEST) -> int | None:
    """Where the sentence of a comma begins; None where it is short, long or holds words between marks."""
    doc = reading.doc
    i = comma
    while i > 0 and comma - i < _LONGEST and doc[i - 1].text not in _STARTS and "\n" not in doc[i - 1].text:
        i -= 1
        if reading.quote_of[i] >= 0:
            return None
    while doc[i].is_space:
        i += 1
    return i if fewest <= comma - i < _LONGEST else None
