"""The cue after words between marks: ``“…,” she said``, ``“…,” said the mayor``, ``“…” — Ada Lind``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import Reading, children, words
from explainer.drafting.grammar import nominal
from explainer.drafting.marks import Quoted, last_sign
from explainer.drafting.quotations.cue import (
    STOPS,
    WINDOW,
    Cue,
    inverted,
    is_cue,
    quoted_as_saying,
    source_of,
)
from explainer.drafting.quotations.told import addressee
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SENTENCE = 4
"""How many words make quoted words likely speech."""
_SKIP = frozenset([",", "-", "–", "—", "--", "*", ")", "]"])
_SIGN = re.compile(r"[^\S\n]{0,3}(?P<dash>[―—–]|--?)[^\S\n]{0,3}(?P<name>[^\W\d_])")
_SUBORDINATE = frozenset("when while after before because although though until since".split())
_SMALL = frozenset(["ADV", "CCONJ", "SCONJ", "PUNCT", "SPACE", "ADP", "DET", "PART", "INTJ"])


def cue_after(reading: Reading, run: Quoted, right: int) -> Cue | None:
    """The cue that follows a run, before a place in the text; None where nobody is told to say it there."""
    return _aged(reading, run, right) or _told_after(reading, run, right) or _whoever(reading, run, right)


def _aged(reading: Reading, run: Quoted, right: int) -> Cue | None:
    """``“…,” the 54-year-old told``: read by its words, for models take the age for whom it is told to."""
    doc = reading.doc
    _, i = reading.token_range(run.span)
    told = [t.lower_ for t in doc[i : i + 6]]
    if len(told) < 6 or told[0] != "the" or told[2:] != ["-", "year", "-", "old"] or i + 6 >= len(doc):
        return None
    verb = doc[i + 6]
    said = verb.lemma_ in words("cues", "speech", "telling") and verb.idx < right
    return Cue(verb.i, i + 5, 2, "the speaker stands after the words", True) if said else None


def _told_after(reading: Reading, run: Quoted, right: int) -> Cue | None:
    doc = reading.doc
    _, first = reading.token_range(run.span)
    last_mark = last_sign(reading.text, run)
    strong = last_mark != "" and last_mark in ",?!-—–"
    start = first
    while start < len(doc) and (
        doc[start].text in _SKIP or (doc[start].is_space and "\n" not in doc[start].text)
    ):
        strong = strong or doc[start].text == ","
        start += 1
    if signed := _signed(reading, run, right):
        return signed
    begins = starts_sentence(reading, run)
    if not strong and not begins:
        return None
    if start < len(doc) and (doc[start].tag_ == "CC" or doc[start].lower_ in _SUBORDINATE):
        return None
    long = len(run.span.of(reading.text).split()) >= _SENTENCE
    ended = last_mark in (".", "…") and not strong
    for i in range(start, min(len(doc), start + WINDOW)):
        token = doc[i]
        if token.idx >= right or token.text in STOPS or token.text == ":" or "\n" in token.text:
            return None
        cued = (is_cue(token) and _finite(token)) or _short_cue(token, start, right)
        cued = cued or (strong and begins and long and _bare_act(token, start, right))
        cued = cued or quoted_as_saying(token) is not None
        if not cued and not (i == start and strong and _inverts(token)):
            continue
        if not begins and i + 1 < len(doc) and doc[i + 1].text == ":":
            return None
        source = source_of(token, start, right)
        if source is None and strong:
            source = inverted(token, right) if i == start else _set_off(token, start)
        if source is None:
            if ended or i - start > 12:
                return None
            continue
        if source.i < i and not _near(doc, start, source):
            return None
        if (ended or not begins) and (_says_more(token, right) or i - start > 12):
            return None
        if not strong and not ended and not long:
            return None
        sure = strong or i - start <= 3
        return Cue(i, source.i, 2 if sure else 1, "the speaker stands after the words", True)
    return None


def _whoever(reading: Reading, run: Quoted, right: int) -> Cue | None:
    """After a comma inside the marks somebody is told to say it, by whatever verb: ``“…,” an angry Lind retaliated``."""
    doc = reading.doc
    _, start = reading.token_range(run.span)
    if last_sign(reading.text, run) != "," or not starts_sentence(reading, run):
        return None
    end = start
    while end < len(doc) and doc[end].idx < right and doc[end].text not in STOPS and not doc[end].is_space:
        end += 1
    if end - start < 2 or doc[start].lower_ in _SUBORDINATE or doc[start].tag_ in ("CC", "IN"):
        return None
    turned = doc[start].tag_ in _PAST or (doc[start].lower_.endswith("ed") and doc[start].is_lower)
    who = _head_of_phrase(doc, start + turned, end)
    if who is None or who.pos_ == "PRON":
        return None
    verb = doc[start] if turned else next((t for t in doc[who.i + 1 : end] if _tells(t)), None)
    if verb is None or verb.pos_ == "AUX" or verb.lemma_ in words("cues", "no_speech"):
        return None
    if verb.lemma_ == "quote":
        who = _head_of_phrase(doc, verb.i + 1, end)
        if who is None or [t.lower_ for t in doc[who.i + 1 : who.i + 3]] != ["as", "saying"]:
            return None
    return Cue(verb.i, who.i, 1, "the speaker stands after the words", True)


_PAST = ("VBD", "VBZ")


def _tells(verb: Token) -> bool:
    """Whether a verb has a tense, or a model has taken one after a comma for a participle: ``Lind, the mayor, recalled``."""
    return verb.tag_ in _PAST or (verb.tag_ == "VBN" and verb.nbor(-1).text == ",")


def _head_of_phrase(doc: Doc, start: int, end: int) -> Token | None:
    """The last noun of the phrase that begins at a place: ``the tired Ada Lind``, ``Bay Trust director Ada Lind``."""
    head = None
    for token in doc[start : min(end, start + WINDOW)]:
        if token.pos_ in ("NOUN", "PROPN", "PRON"):
            head = token
        elif not (
            token.pos_ in ("DET", "ADJ", "NUM", "ADV", "PART")
            or token.tag_ in ("HYPH", "POS", "VBN", "VBG")
            or token.lower_ in ("for", "of")
        ):
            break
    return head if head is not None and nominal(head) else None


def _signed(reading: Reading, run: Quoted, right: int) -> Cue | None:
    """A name after a dash at the end of the block: ``“…” — Ada Lind``."""
    doc = reading.doc
    sign = _SIGN.match(reading.text, run.end)
    if sign is None or sign.start("name") >= right:
        return None
    first = reading.token_range(Span(sign.start("dash"), sign.end("dash")))[0]
    last = first + 1
    while last < len(doc) and doc[last].idx < right and not (doc[last].is_space and "\n" in doc[last].text):
        last += 1
    named = [t for t in doc[first + 1 : min(last, first + 9)] if t.pos_ == "PROPN"]
    if not named or last - first > 14 or any(t.pos_ == "VERB" for t in doc[first:last]):
        return None
    return Cue(first, named[0].i, 2, "signed with a name after a dash")


def _inverts(verb: Token) -> bool:
    """Whether a verb that stands right after the words has its subject behind it: ``remembered Ada Lind``."""
    return verb.tag_ in ("VBD", "VBZ") and any(c.dep_ == "nsubj" and c.i > verb.i for c in children(verb))


def _set_off(cue: Token, start: int) -> Token | None:
    """The noun phrase that fills a place up to a comma before a cue: ``the head of the union, Ada Lind, said``."""
    doc = cue.doc
    if cue.i - start < 3 or doc[cue.i - 1].text != "," or cue.tag_ not in ("VBD", "VBZ"):
        return None
    phrases = (t for t in doc[start : cue.i] if t.left_edge.i == start and t.head.left_edge.i < start)
    head = next((t for t in phrases if nominal(t)), None)
    if head is None or head.right_edge.i >= cue.i:
        return None
    inside = {t.i for t in head.subtree}
    return head if all(t.i in inside or t.is_punct for t in doc[start : cue.i]) else None


def _near(doc: Doc, start: int, source: Token) -> bool:
    """Whether nothing but small words or a name with a verb in it stands before the phrase of a source: ``Save the Bay's Ada Lind``."""
    between = doc[start : min(source.left_edge.i, source.i)]
    if all(t.pos_ in _SMALL for t in between):
        return True
    in_name = between[0].is_title and not any(t.is_punct or t.tag_ in _HAS_TENSE for t in between)
    return in_name and source.ent_type_ == "PERSON" and source.dep_ in SUBJECTS


_HAS_TENSE = frozenset(["VBD", "VBZ", "MD", "PRP"])


def _finite(token: Token) -> bool:
    return token.lower_ == "according" or token.tag_ in ("VBD", "VBZ", "VBP", "VBN", "VB")


def _short_cue(token: Token, start: int, right: int) -> bool:
    """Any verb, where nothing but its subject, it and a particle stand beside the words: ``she went on.``"""
    doc = token.doc
    if token.tag_ not in ("VBD", "VBZ") or token.i - start > 4 or doc[start].lower_ == "as":
        return False
    i = token.i + 1
    while i < len(doc) and (doc[i].pos_ in ("ADV", "ADP", "PART")) and i - token.i < 3:
        i += 1
    return i < len(doc) and (doc[i].text in (".", ",", ":") or doc[i].idx >= right) and token.i > start


def _bare_act(token: Token, start: int, right: int) -> bool:
    """Any verb without an object, whose subject begins right after the words: ``“…,” Lind charged in her speech``."""
    if token.tag_ not in ("VBD", "VBZ", "VBP") or token.i - start > _NEAREST or _says_more(token, right):
        return False
    if any(c.dep_ in ("acomp", "attr") for c in children(token)):
        return False
    return any(c.dep_ == "nsubj" and start <= c.left_edge.i <= start + 1 for c in token.lefts)


_NEAREST = 8


def starts_sentence(reading: Reading, run: Quoted) -> bool:
    """Whether nothing of its sentence stands before a run."""
    first, _ = reading.token_range(run.span)
    before = first - 1
    while before >= 0 and reading.doc[before].text == " ":
        before -= 1
    return (
        before < 0
        or reading.doc[before].is_space
        or reading.doc[before].text in {*STOPS, ":", "”", '"', ")", "''"}
    )


def _says_more(cue: Token, right: int) -> bool:
    """Whether the cue has words of its own to introduce after it, rather than the quoted ones before."""
    if any(c.i > cue.i and c.dep_ == "ccomp" and c.left_edge.idx < right for c in children(cue)):
        return True
    if cue.lemma_ not in words("cues", "telling") and any(
        c.dep_ in ("dobj", "xcomp") and c.i > cue.i for c in children(cue)
    ):
        return True
    following = cue.doc[cue.i + 1] if cue.i + 1 < len(cue.doc) else None
    if following is None or following.idx >= right or addressee(cue) >= 0:
        return False
    return following.lower_ == "that" or (
        following.tag_ in ("PRP", "DT", "EX", "PRP$") and _own_verb(following)
    )


def _own_verb(word: Token) -> bool:
    """Whether a noun phrase after a cue is the subject of a verb of its own."""
    top = word
    while top.dep_ in ("det", "poss", "compound", "amod", "nmod"):
        top = top.head
    return top.dep_ in ("nsubj", "nsubjpass", "expl") and top.head.i > top.i
