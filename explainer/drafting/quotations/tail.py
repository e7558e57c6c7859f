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
    from spacy.tokens import Doc, Token

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_TENSED = frozenset([*_FINITE, "MD"])
_OPENS = frozenset("DET ADJ NUM NOUN PROPN PRON".split())
_BREAKS = frozenset([",", ".", "!", "?", ";", ":", "”", '"', "''", "—", "–"])
_LATER = frozenset("ADP DET ADJ ADV NUM NOUN PROPN".split())
_ENDS = frozenset([".", "!", "?"])
_STARTS = frozenset([*_ENDS, ";", ":", "”", '"', "''", "—", "–"])
_PHRASE_WORDS, _LATER_WORDS, _FEWEST, _LONGEST, _REST = 14, 8, 3, 80, 25


def read_tail(reading: Reading, token: Token) -> Attribution | None:
    """What stands before ``, the agency reports`` at the end of a sentence, or None."""
    if not _is_cue(token) or not _closes(token):
        return None
    first = _phrase_start(token)
    if first is None or reading.doc[first].pos_ in ("ADP", "SCONJ"):
        return None
    start = _sentence_start(reading, first - 1)
    if start is None or not any(t.tag_ in _TENSED for t in reading.doc[start : first - 1]):
        return None
    source = _source(token, first)
    return Attribution(
        content=(reading.span(start, first - 2),), form="indirect", cue=cue_span(reading, token), cue_token=token.i,
        source=reading.span(first, token.i - 1), source_token=source.i, confidence=0.5,
        why="a source with its verb ends the sentence",
    )  # fmt: skip


def words_before_cue(reading: Reading, cue: Token) -> Span | None:
    """The clause up to the comma before a source and its verb: ``They will leave, Lind wrote, “for good”``."""
    first = _phrase_start(cue) if cue.tag_ in _FINITE else None
    start = _sentence_start(reading, first - 1, 2) if first is not None else None
    if first is None or start is None or reading.doc[start].pos_ == "ADP":
        return None
    tensed = any(t.tag_ in _TENSED for t in reading.doc[start : first - 1])
    subject = reading.doc[start].pos_ in _OPENS and reading.doc[first - 2].pos_ in ("NOUN", "PROPN", "PRON")
    return reading.span(start, first - 2) if tensed or subject else None


def rest_after(reading: Reading, end: int, verbs: frozenset[str]) -> int:
    """Where a sentence ends that goes on after words between marks with a verb and no subject: ``“It broke” and then sank``."""
    doc = reading.doc
    i = reading.token_range(Span(end, end + 1))[0] if end < len(reading.text) else len(doc)
    while i < len(doc) and doc[i].text in (",", "”", '"', "''"):
        i += 1
    if i + 2 >= len(doc) or doc[i].lower_ not in ("and", "but", "or"):
        return end
    verb = doc[i + 1] if doc[i + 1].pos_ != "ADV" else doc[i + 2]
    if verb.tag_ not in _TENSED or not (verb.tag_ == "MD" or verb.lower_ in verbs or not verbs):
        return end
    last = i + 1
    while last + 1 < len(doc) and doc[last + 1].text not in _BREAKS and last - i < _REST:
        last += 1
    closed = last + 1 < len(doc) and doc[last + 1].text in _ENDS
    spoken = any(reading.quote_of[t.i] >= 0 or t.lemma_ in words("cues", "speech") for t in doc[i : last + 1])
    return doc[last].idx + len(doc[last]) if closed and not spoken else end


def runs_into(reading: Reading, one: Attribution) -> bool:
    """Whether no mark parts words from their source after them, as where a model has read the source too long."""
    if one.source is None or one.cue is None or not one.end < one.source.start < one.cue.start:
        return False
    return not reading.text[one.end : one.source.start].strip()


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
    """Where the noun phrase right before a verb begins, when a comma stands before it: ``…, a source close to Lind said``."""
    doc = token.doc
    i = token.i - 1
    if doc[i].text == "," and doc[i - 1].pos_ == "PROPN":
        i -= 1
        while i > 0 and doc[i].pos_ == "PROPN":
            i -= 1
        i -= doc[i].text == ","
    while i > max(0, token.i - _PHRASE_WORDS) and doc[i].text not in _BREAKS and not doc[i].is_space:
        i -= 1
    if doc[i].text == "," == doc[token.i - 1].text and doc[i - 1].pos_ == "PROPN" and doc[i + 1].is_lower:
        i = _before_name(doc, i - 1)
    if doc[i].text != "," or i + 1 >= token.i or doc[i + 1].pos_ not in _OPENS:
        return None
    who = next((t.i for t in doc[i + 1 : token.i] if t.lower_ in ("who", "whose")), token.i)
    if any(t.tag_ in _TENSED for t in doc[i + 1 : who]) or doc[i + 1].tag_ in ("WP", "WDT", "WP$"):
        return None
    return i + 1


def _before_name(doc: Doc, i: int) -> int:
    """The mark before a name that a role follows: ``…, Ada Lind, chief of the Bay police, said``."""
    while i > 0 and doc[i].text not in _BREAKS and not doc[i].is_space:
        i -= 1
    return i


def _source(token: Token, first: int) -> Token:
    """The head of the noun phrase before a verb: by the parse, else its last noun before what is said of it."""
    doc = token.doc
    subject = next((c for c in token.lefts if c.dep_ == "nsubj" and c.i >= first), None)
    if subject is not None and subject.left_edge.i == first:
        return doc[outlet(subject)]
    if doc[token.i - 1].text == ",":
        comma = next(t.i for t in doc[first : token.i] if t.text == ",")
        return doc[comma - 1 if doc[comma - 1].pos_ == "PROPN" else token.i - 2]
    last = first
    for word in doc[first : token.i]:
        if word.pos_ in ("ADP", "PRON") and word.i > first:
            break
        if word.pos_ in ("NOUN", "PROPN", "PRON"):
            last = word.i
    return doc[outlet(doc[last])]


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
    if i and reading.quote_of[i - 1] >= 0 and doc[i].is_lower:
        return None
    return i if fewest <= comma - i < _LONGEST else None
