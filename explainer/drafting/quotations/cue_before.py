"""The cue before words between marks: ``She said: “…”``, ``Lind told Radio Bay, “…”``, ``Lind: “…”``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import HELPS, SUBJECTS, has_agent, is_passive
from explainer.drafting.common import Reading, children, words
from explainer.drafting.grammar import subject_of
from explainer.drafting.marks import Quoted, last_sign
from explainer.drafting.quotations.cue import (
    OPENERS,
    STOPS,
    WINDOW,
    Cue,
    after_according,
    beside,
    inverted,
    is_cue,
    quoted_as_saying,
)
from explainer.drafting.quotations.from_colon import from_colon
from explainer.drafting.quotations.told import addressee

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def cue_before(reading: Reading, run: Quoted, left: int) -> Cue | None:
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    last = _last_before(doc, first, left)
    if last is None or last.lower_ in _LEADS_ON:
        return None
    colon = last.text == ":"
    joined = colon or last.text == "," or is_cue(last)
    bare = joined and _sentence_like(reading, run) and _verb_beside(doc, last.i)
    between = 0
    subordinate = False
    for i in range(last.i, max(-1, first - 1 - WINDOW), -1):
        token = doc[i]
        if token.idx < left or token.text in STOPS or "\n" in token.text:
            break
        if joined and not between and _is_paper(token):
            return Cue(
                token.head.i, _index(subject_of(token.head)), 1, "a paper that somebody issued comes before"
            )
        if is_cue(token) or (bare and not between and _may_introduce(token)):
            if not colon and _tells_to_do(reading, run, token):
                return None
            if not colon and last.i == i and (_reported(token) or _leads_clause(reading, run, token)):
                return None
            source = _source_before(token, run)
            if source is None and (not joined or _when_asked(token)):
                continue
            if not colon and (subordinate or (between and not joined)):
                return None
            if between > (3 if colon else 1) or not (joined or _only_addressee(doc, i, first)):
                return None
            return Cue(i, _index(source), 2 if joined else 1, "the speaker stands before the words")
        between += token.pos_ == "VERB"
        subordinate = subordinate or (token.dep_ == "mark" and token.lower_ in ("that", "if", "whether"))
    return from_colon(reading, run) if colon else None


def _when_asked(verb: Token) -> bool:
    """Whether a verb only tells what came before the words: ``told Radio Bay when asked about the dam: “…”``."""
    return verb.tag_ == "VBN" and verb.dep_ == "advcl"


def _reported(verb: Token) -> bool:
    """Whether a verb stands in a clause that somebody says: ``said the crisis had revealed “cracks”``."""
    clause = verb.head if verb.dep_ == "conj" else verb
    return clause.dep_ == "ccomp" and is_cue(clause.head) and clause.head.i < clause.i


def _tells_to_do(reading: Reading, run: Quoted, verb: Token) -> bool:
    """Whether a run is what somebody is told to do: ``urged the crew “not to leave”``."""
    inner = run.span.of(reading.text).lstrip("\"“”‘’'«»„ ").lower()
    return verb.lemma_ in words("cues", "infinitive") and inner.startswith(("to ", "not to ", "never to "))


def _leads_clause(reading: Reading, run: Quoted, verb: Token) -> bool:
    """Whether a run is only a part of what a verb right before it governs: ``said “illegal” camps were gone``."""
    doc = reading.doc
    first, after = reading.token_range(run.span)
    if after >= len(doc) or last_sign(reading.text, run) in _ENDS_SPEECH:
        return False
    if doc[after].pos_ in ("NOUN", "PROPN", "ADJ"):
        return any(first <= c.i < after for c in children(doc[after])) or doc[after].dep_ == "compound"
    if doc[after].pos_ in ("VERB", "AUX"):
        top = doc[after].head if doc[after].dep_ in HELPS else doc[after]
        return any(c.dep_ in SUBJECTS and first <= c.i < after for c in children(top))
    asked = doc[after].lower_ == "to" and doc[after].head.tag_ == "VB"
    return asked and verb.lemma_ in words("cues", "infinitive", "telling")


_ENDS_SPEECH = frozenset([",", ".", "?", "!"])
_LEADS_ON = frozenset(["that", "a", "the", "an", "of", "to", "and", "or", "is", "was"])
"""Words after which a run goes on in the sentence it stands in."""


def _last_before(doc: Doc, first: int, left: int) -> Token | None:
    """The last word or mark before a run, not further back than ``left``."""
    i = first - 1
    while i >= 0 and doc[i].is_space:
        i -= 1
    return doc[i] if i >= 0 and doc[i].idx >= left and doc[i].text not in STOPS else None


def _may_introduce(verb: Token) -> bool:
    """Whether a verb that no list holds may introduce words: not one whose subject is ``what`` or ``which``."""
    return verb.tag_ in ("VBD", "VBZ", "VBG", "VBP") and not any(c.tag_ in ("WP", "WDT") for c in verb.lefts)


def _source_before(cue: Token, run: Quoted) -> Token | None:
    if cue.text in OPENERS:
        return inverted(cue, run.start)
    if is_passive(cue) and not has_agent(cue):
        return quoted_as_saying(cue)
    source = after_according(cue) if cue.lower_ == "according" else subject_of(cue)
    if source is not None and source.idx < run.start:
        return source
    return beside(cue, max(0, cue.i - 10), run.start)


def _is_paper(token: Token) -> bool:
    """Whether a noun is what somebody issues: ``Lind released a statement: “…”``."""
    return (
        token.dep_ == "dobj"
        and token.lemma_.lower() in words("cues", "papers")
        and token.head.lemma_.lower() in words("cues", "issuing")
    )


def _index(token: Token | None) -> int:
    return token.i if token is not None else -1


def _verb_beside(doc: Doc, mark: int) -> bool:
    """Whether a verb stands right before the comma or colon that a run follows, but for a particle or two."""
    i = mark - 1
    while i > 0 and mark - i < 4 and doc[i].pos_ in ("ADP", "ADV", "PART", "PRON"):
        i -= 1
    return i >= 0 and doc[i].pos_ == "VERB"


def _sentence_like(reading: Reading, run: Quoted) -> bool:
    inner = run.span.of(reading.text).strip("\"“”‘’'«»„ ")
    return inner[:1].isupper() and len(inner.split()) > 2


def _only_addressee(doc: Doc, cue: int, first: int) -> bool:
    told = doc[cue]
    end = addressee(told)
    if doc[first - 1].pos_ in ("ADP", "DET", "PART") and doc[first - 1].i > end:
        return False
    return end >= 0 and doc[end].right_edge.i >= first - 2
