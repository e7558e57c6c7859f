"""The cue before words between marks: ``She said: “…”``, ``Lind told Radio Bay, “…”``, ``Lind: “…”``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, words
from explainer.drafting.grammar import has_agent, is_passive, subject_of
from explainer.drafting.marks import Quoted
from explainer.drafting.quotations.cue import (
    OPENERS,
    STOPS,
    WINDOW,
    Cue,
    addressee,
    after_according,
    beside,
    inverted,
    is_cue,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def cue_before(reading: Reading, run: Quoted, left: int) -> Cue | None:
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    colon = False
    nearest = True
    verbs_between = 0
    joined = bare = subordinate = False
    for i in range(first - 1, max(-1, first - 1 - WINDOW), -1):
        token = doc[i]
        if token.idx < left or (token.text in STOPS):
            break
        if token.is_space:
            if "\n" in token.text and not nearest:
                break
            continue
        if nearest:
            nearest = False
            colon = token.text == ":"
            comma = token.text == ","
            if token.lower_ in ("that", "a", "the", "an", "of", "to", "and", "or", "is", "was"):
                return None
            joined = colon or comma or is_cue(token)
            bare = joined and _sentence_like(reading, run) and _verb_beside(doc, i)
        if bare and not is_cue(token) and any(c.tag_ in ("WP", "WDT") for c in token.lefts):
            bare = False
        if joined and _is_paper(token) and not verbs_between:
            return Cue(token.head.i, _index(subject_of(token.head)), 1, "a paper that somebody has issued introduces the words")
        if is_cue(token) or (bare and token.tag_ in ("VBD", "VBZ", "VBG", "VBP") and not verbs_between):
            source = subject_of(token) if token.lower_ != "according" else after_according(token)
            source = (
                source
                if source is not None and source.idx < run.start
                else beside(token, max(0, i - 10), run.start)
            )
            if is_passive(token) and not has_agent(token):
                source = None
            if token.text in OPENERS:
                source = inverted(token, run.start)
            if source is None and not joined:
                continue
            if not colon and (subordinate or (verbs_between and not joined)):
                return None
            if not joined and not _only_addressee(doc, i, first):
                return None
            if verbs_between > (3 if colon else 1):
                return None
            return Cue(
                i,
                source.i if source is not None else -1,
                2 if joined else 1,
                "the speaker stands before the words",
            )
        verbs_between += token.pos_ == "VERB"
        subordinate = subordinate or (token.dep_ == "mark" and token.lower_ in ("that", "if", "whether"))
    return _from_colon(reading, run, left) if colon else None


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
    return end >= 0 and doc[end].right_edge.i >= first - 2


def _leads_to_name(doc: Doc, i: int) -> bool:
    """Whether a dash or "from" stands before a name: ``A bridge too far - Ada Lind: “…”``."""
    return doc[i].text.lstrip() in ("-", "–", "—", "--") or doc[i].lower_ == "from"


def _from_colon(reading: Reading, run: Quoted, left: int) -> Cue | None:
    """``Lind: “…”``: what stands before the colon is the source."""
    doc = reading.doc
    first, _ = reading.token_range(run.span)
    i = first - 1
    while i >= 0 and doc[i].text != ":":
        i -= 1
    colon = i
    begin = i
    while (
        begin > 0
        and doc[begin - 1].idx >= left
        and doc[begin - 1].text not in STOPS
        and "\n" not in doc[begin - 1].text
    ):
        begin -= 1
    name = colon - 1
    while name > begin and doc[name - 1].pos_ == "PROPN":
        name -= 1
    signed = name > begin and doc[colon - 1].pos_ == "PROPN" and _leads_to_name(doc, name - 1)
    subjects = [t for t in doc[begin:colon] if t.dep_ == "nsubj"]
    people = [t for t in subjects if t.ent_type_ == "PERSON" or t.lower_ in ("he", "she")]
    subject = doc[colon - 1] if signed else next(iter(people[-1:] or subjects), None)
    if subject is None:
        subject = next((t for t in reversed(doc[begin:colon]) if t.pos_ in ("PROPN", "NOUN")), None)
    return Cue(colon, subject.i if subject is not None else -1, 1, "a colon introduces the words")
