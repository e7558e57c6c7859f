"""Quoted words inside a sentence that no other rule has read: the verb above them may still say whose they are."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS, has_agent, is_passive
from explainer.drafting.common import Reading, children, words
from explainer.drafting.grammar import nominal, phrase, subject_of
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.asides import is_setting
from explainer.drafting.quotations.attribution import Attribution
from explainer.drafting.quotations.cue import cue_span
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS = 8
_PEOPLE = frozenset(["PERSON", "ORG", "NORP", "GPE"])


def read_embedded(reading: Reading, run: Quoted) -> Attribution | None:
    """The attribution of a run by the verb of saying that governs it, or None."""
    first, last = reading.token_range(run.span)
    viewed = _view(reading, run, first, last) or _judged(reading, run, first) or _put(reading, run, last)
    if viewed is not None:
        return viewed
    head = _head(reading, first, last)
    if head is None or is_title(run.span.of(reading.text)):
        return None
    below = head
    for _ in range(_STEPS):
        if below.dep_ == "ROOT" or _is_meanwhile(below):
            return None
        above = below.head
        if (
            not first <= above.i < last
            and above.i < first
            and not _is_told_to(above)
            and (_says(above) or _takes_clause(above, below) or _pays(above))
        ):
            return _made(reading, run, above, below)
        below = above
    return None


def _is_meanwhile(clause: Token) -> bool:
    """Whether a clause only tells what else happens: ``Lind declares victory as her rival cries “foul”``."""
    if clause.dep_ != "advcl" or clause.left_edge.lower_ not in ("as", "while", "after"):
        return False
    return any(c.dep_ in SUBJECTS for c in clause.lefts)


def _view(reading: Reading, run: Quoted, first: int, last: int) -> Attribution | None:
    """Whose view a quoted clause is: ``For Ada Lind, a baker, “the worst is over”``."""
    doc = reading.doc
    if first < 2 or doc[first - 1].text != "," or not any(t.tag_ in _TENSED for t in doc[first:last]):
        return None
    start = first - 1
    while (
        start > 0 and first - start < _VIEW and not (doc[start - 1].is_space or doc[start - 1].text in _ENDS)
    ):
        start -= 1
    who = next((c for c in doc[start].rights if c.dep_ == "pobj"), None)
    if doc[start].text != "For" or who is None or who.i >= first:
        return None
    if who.ent_type_ not in _PEOPLE and (who.tag_ != "NNS" or who.ent_type_):
        return None
    return Attribution(
        content=(run.span,), form="direct", cue=reading.span(start, start), cue_token=start,
        source=phrase(reading, who, first), source_token=who.i, confidence=0.5,
        why="“for” names whose view it is",
    )  # fmt: skip


def _judged(reading: Reading, run: Quoted, first: int) -> Attribution | None:
    """Whose view a clause with quoted words is: ``For Ada Lind, the vote was “a farce”``."""
    start = reading.doc[first].sent.start
    while start < first and reading.doc[start].is_space:
        start += 1
    opening = reading.doc[start]
    who = next((c for c in opening.rights if c.dep_ == "pobj"), None)
    if opening.text != "For" or who is None or who.ent_type_ != "PERSON" or who.right_edge.i + 2 > first:
        return None
    comma = who.right_edge.i + 1
    if reading.doc[comma].text != "," or not any(t.tag_ in _TENSED for t in reading.doc[comma:first]):
        return None
    return Attribution(
        content=(Span(reading.doc[comma + 1].idx, run.end),), form="mixed", cue=reading.span(start, start), cue_token=start,
        source=phrase(reading, who, comma), source_token=who.i, confidence=0.45,
        why="“for” names whose view it is",
    )  # fmt: skip


def _put(reading: Reading, run: Quoted, last: int) -> Attribution | None:
    """Whose words a run is, by what follows it: ``“a lost cause”, as Lind put it``."""
    doc = reading.doc
    start = last + (last < len(doc) and doc[last].text == ",")
    if start + 3 >= len(doc) or doc[start].lower_ != "as":
        return None
    for verb in doc[start + 2 : start + _PUT]:
        if verb.lower_ in ("put", "puts") and verb.i + 1 < len(doc) and doc[verb.i + 1].lower_ == "it":
            who = subject_of(verb)
            if who is None or not start < who.i < verb.i:
                return None
            return Attribution(
                content=(run.span,), form="direct", cue=cue_span(reading, verb), cue_token=verb.i,
                source=phrase(reading, who, verb.i), source_token=who.i, confidence=0.6,
                why="“as … put it” names whose words they are",
            )  # fmt: skip
        if verb.is_punct or verb.is_space:
            return None
    return None


_PUT = 14
_VIEW = 24
_ENDS = frozenset([".", "!", "?", "”", '"', "''"])
_TENSED = frozenset(["VBD", "VBZ", "VBP", "MD"])


def is_title(words_: str) -> bool:
    """Whether quoted words are set as a title or a name: ``“Operation North Wind”``."""
    inner = words_.strip("\"“”‘’'«»„.,").split()
    large = [word for word in inner if word.lower() not in _SMALL]
    return len(inner) > 1 and all(w[:1].isupper() or w.isdigit() for w in {inner[0], *large})


def is_nickname(reading: Reading, run: Quoted) -> bool:
    """Whether a run stands inside a person's name: ``Karl “the Crab” Berg``."""
    inner = run.span.of(reading.text)
    before, after = reading.text[max(0, run.start - 40) : run.start], reading.text[run.end : run.end + 2]
    name = before.split()[-1] if before.endswith(" ") and before.split() else ""
    named = name[:1].isupper() and name[-1:].isalpha() and after[:1] == " " and after[1:].isupper()
    return (
        named
        and len(inner.split()) <= _NICKNAME
        and inner.strip(_MARKS)[:1].isalpha()
        and inner[-2:-1] not in ",.?!"
    )


_NICKNAME = 3


def is_programme(reading: Reading, run: Quoted) -> bool:
    """Whether a run is the title of something that stands in a sentence: ``told Radio Bay's “Morning Talk” that``."""
    inner = run.span.of(reading.text)
    count = len(inner.split())
    before = reading.text[max(0, run.start - 60) : run.start].rstrip()
    if not before or count > _LONGEST_TITLE or inner[-2:-1] in "?!" or not _WORD_END.match(before[-1]):
        return False
    if is_title(inner) and inner[-2:-1] != ",":
        return True
    named = all(w[:1].isupper() for w in inner.strip(_MARKS).split() if w.lower() not in _SMALL)
    last = before.split()[-1].lower()
    return named and (last in _BEFORE_TITLE or last.endswith(("’s", "'s")))


_WORD_END = re.compile(r"[\w’']")
_LONGEST_TITLE = 6
_BEFORE_TITLE = frozenset(
    "in on of from for with film book song show series hit programme program podcast".split()
)
_MARKS = "\"“”‘’'«»„.,"
_SMALL = frozenset("a an and as at by for from in is of on or the to vs with".split())


def _head(reading: Reading, first: int, last: int) -> Token | None:
    """The token of a run that hangs on something outside it."""
    for token in reading.doc[first:last]:
        if not token.is_punct and not token.is_space and not first <= token.head.i < last:
            return token
    return None


def _says(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return False
    lemma = token.lemma_.lower()
    if lemma == "want":
        return token.dep_ == "ROOT"
    return lemma in words("cues", "speech", "clause", "object", "naming", "infinitive", "embedding")


def _pays(verb: Token) -> bool:
    """Whether a verb with its object is one of saying: ``paid tribute to a “true friend”``, ``poured scorn on``."""
    return verb.pos_ == "VERB" and any(
        c.dep_ == "dobj" and c.lemma_.lower() in words("cues", "light") for c in verb.rights
    )


def _is_told_to(verb: Token) -> bool:
    """Whether a verb is what somebody is told to do: ``told the guards to show “no mercy”``."""
    return verb.tag_ == "VB" and verb.dep_ == "xcomp" and verb.head.lemma_ in words("cues", "telling")


def _takes_clause(verb: Token, clause: Token) -> bool:
    """Whether a verb that no list holds introduces a clause with "that", as verbs of saying and thinking do."""
    return (
        verb.pos_ == "VERB"
        and clause.dep_ == "ccomp"
        and verb.lemma_.lower() not in words("cues", "no_speech")
        and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.lefts)
    )


def _made(reading: Reading, run: Quoted, cue: Token, below: Token) -> Attribution | None:
    source = None if is_passive(cue) and not has_agent(cue) else subject_of(cue)
    if source is None or not nominal(source) or run.start <= source.idx < run.end:
        return None
    start = below.left_edge.idx if below.left_edge.i > cue.i else run.start
    first = reading.token_range(run.span)[0]
    if below.dep_ == "prep" and first == below.i + 1:
        start = run.start
    elif below.pos_ == "ADP" and _pays(cue) and below.i > cue.i:
        start = below.nbor(1).idx
    elif cue.lemma_ in words("cues", "naming") and 1 < first - cue.i < _NAMED and below.i >= first:
        start = cue.nbor(1).idx
    elif below.i >= first and below.dep_ in _MANNER and (asked := _asked(cue, first)) is not None:
        start = asked.left_edge.idx
    return Attribution(
        content=(Span(min(start, run.start), _phrase_end(reading, run, cue)),), form="mixed", cue=cue_span(reading, cue), cue_token=cue.i,
        source=phrase(reading, source, cue.i), source_token=source.i, confidence=0.45,
        why="quoted words under a verb of saying",
    )  # fmt: skip


def _asked(cue: Token, first: int) -> Token | None:
    """What somebody asks for, before the quoted words that say how: ``asked for a full count “at once”``."""
    for child in cue.rights:
        if child.right_edge.i + 1 == first and child.dep_ == "prep" and child.lower_ in _ASKED_FOR:
            return child.nbor(1)
    return None


_NAMED = 14
_ASKED_FOR = frozenset(["for", "against", "of"])
_MANNER = frozenset(["advmod", "prep", "advcl", "npadvmod"])


def with_phrase(reading: Reading, one: Attribution) -> Attribution:
    """An attribution of a quoted phrase with what the phrase is about: ``voiced “deep concern” over the strikes``."""
    last = one.content[-1]
    number = reading.quote_of[reading.token_range(last)[1] - 1]
    if number < 0 or one.cue is None or one.cue.start > one.start or one.cue_token < 0:
        return one
    run, cue = reading.quoted[number], reading.doc[one.cue_token]
    first, end = reading.token_range(run.span)
    sentence = any(t.tag_ in _TENSED for t in reading.doc[first:end])
    if run.end != last.end or sentence or reading.text[run.end - 2] in ",.!?" or cue.pos_ != "VERB":
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, _phrase_end(reading, run, cue))))


def _phrase_end(reading: Reading, run: Quoted, cue: Token) -> int:
    """Where the phrase of quoted words ends, with what it is about: ``spoke of “big cracks” in the dam``."""
    _, after = reading.token_range(run.span)
    if after >= len(reading.doc):
        return run.end
    link = reading.doc[after]
    if link.dep_ != "prep" or link.lower_ not in _ABOUT or not (link.head == cue or link.head.i < after):
        return run.end
    if any(reading.quote_of[t.i] >= 0 for t in link.subtree) or _is_elsewhere(link):
        return run.end
    inside = range(after, link.right_edge.i + 1)
    last = next((i - 1 for i in inside if reading.doc[i].text == ","), inside[-1])
    return max(run.end, reading.span(after, last).end)


def _is_elsewhere(link: Token) -> bool:
    """Whether a phrase tells where or when words were said, or in what: ``in Geneva``, ``in a message to the paper``."""
    thing = next((c for c in children(link) if c.dep_ == "pobj"), None)
    if thing is None or thing.ent_type_ in ("DATE", "TIME") or is_setting(link):
        return True
    return thing.pos_ == "PROPN" and link.lower_ in _PLACED


_PLACED = frozenset(["in", "on", "at", "during", "to", "with"])
_ABOUT = frozenset("in of for about between among against on with to at over towards toward by".split())
