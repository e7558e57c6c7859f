"""Quoted words inside a sentence that no other rule has read: the verb above them may still say whose they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, words
from explainer.drafting.grammar import has_agent, is_passive, nominal, phrase, subject_of
from explainer.drafting.marks import Quoted
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
    head = _head(reading, first, last)
    if head is None or is_title(run.span.of(reading.text)):
        return None
    below = head
    for _ in range(_STEPS):
        if below.dep_ == "ROOT":
            return None
        above = below.head
        if not first <= above.i < last and above.i < first and (_says(above) or _takes_clause(above, below)):
            return _made(reading, run, above, below)
        below = above
    return None


def is_title(words_: str) -> bool:
    """Whether quoted words are set as a title or a name: ``“Operation North Wind”``."""
    inner = words_.strip("\"“”‘’'«»„.,").split()
    large = [word for word in inner if word.lower() not in _SMALL]
    return len(inner) > 1 and bool(inner[0][:1].isupper()) and all(w[:1].isupper() for w in large)


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
    return lemma in words("cues", "speech", "clause", "object", "naming", "infinitive", "embedding")


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
    if below.dep_ == "prep" and reading.token_range(run.span)[0] == below.i + 1:
        start = run.start
    return Attribution(
        content=(Span(min(start, run.start), _phrase_end(reading, run, cue)),), form="mixed", cue=cue_span(reading, cue), cue_token=cue.i,
        source=phrase(reading, source, cue.i), source_token=source.i, confidence=0.45,
        why="quoted words under a verb of saying",
    )  # fmt: skip


def _phrase_end(reading: Reading, run: Quoted, cue: Token) -> int:
    """Where the phrase of quoted words ends, with what it is about: ``spoke of “big cracks” in the dam``."""
    _, after = reading.token_range(run.span)
    if after >= len(reading.doc):
        return run.end
    link = reading.doc[after]
    if link.dep_ != "prep" or link.lower_ not in _ABOUT or not (link.head == cue or link.head.i < after):
        return run.end
    if any(t.ent_type_ in ("DATE", "TIME", "GPE") or reading.quote_of[t.i] >= 0 for t in link.subtree):
        return run.end
    inside = range(after, link.right_edge.i + 1)
    last = next((i - 1 for i in inside if reading.doc[i].text == ","), inside[-1])
    return max(run.end, reading.span(after, last).end)


_ABOUT = frozenset("in of for about between among against on with to".split())
