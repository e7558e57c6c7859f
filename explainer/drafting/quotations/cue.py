"""What a cue is: the verb that introduces words, its source and whom it speaks to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.clauses import has_agent, is_passive
from explainer.drafting.common import Reading, lemma, lexicon, words
from explainer.drafting.grammar import nominal, subject_of
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

WINDOW = 40
"""How many words from its words a cue may stand."""
STOPS = frozenset([".", "!", "?", ";", "...", "…"])
OPENERS = frozenset(["Said", "Says"])
"""Cues at the start of a sentence, which a model takes for names."""
_OVERHEARD = frozenset("hear see film record catch quote".split())
_INSIDE_NAME = frozenset("compound det amod nmod poss nummod case quantmod".split())


@cache
def prepositions_of(part: str) -> dict[str, frozenset[str]]:
    """For each word of a list of prepositional cues, the prepositions that it takes."""
    taken: dict[str, set[str]] = {}
    for preposition, listed in lexicon("cues")[part].items():
        if preposition in ("clause", "infinitive"):
            continue
        for word in listed.split():
            taken.setdefault(word, set()).add(preposition)
    return {word: frozenset(p) for word, p in taken.items()}


@cache
def listed(part: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("cues")[part][key].split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue beside a run: its token, the head of its source (-1: none) and how sure that is."""

    token: int
    source: int
    strength: int
    why: str
    after: bool = False


def cue_span(reading: Reading, cue: Token) -> Span:
    """The words of the cue: the verb with its particle; for ``according`` with ``to``."""
    last = cue.i
    if cue.lower_ == "according" and cue.i + 1 < len(cue.doc) and cue.doc[cue.i + 1].lower_ == "to":
        last = cue.i + 1
    for child in cue.rights:
        if child.dep_ == "prt" and child.i == cue.i + 1:
            last = child.i
    return reading.span(cue.i, last)


def is_cue(token: Token) -> bool:
    if token.lower_ == "according" or token.text in OPENERS:
        return True
    if token.pos_ not in ("VERB", "AUX") or token.dep_ == "amod":
        return False
    return lemma(token) in words("cues", "speech")


def source_of(cue: Token, start: int, right: int) -> Token | None:
    """The source of a cue outside marks: by the parse, else the nearest noun phrase beside it."""
    if cue.lower_ == "according":
        return after_according(cue)
    if is_passive(cue) and not has_agent(cue):
        return quoted_as_saying(cue)
    subject = subject_of(cue)
    if (
        subject is not None
        and subject.i >= start
        and subject.idx < right
        and nominal(subject)
        and subject.i != cue.i
    ):
        return subject
    return beside(cue, start, right)


def is_plain_thing(who: Token | None) -> bool:
    """Whether a subject tells nothing itself: ``the film``, ``her departure``; not people, bodies, papers."""
    if who is None or who.pos_ != "NOUN" or who.ent_type_ in ("PERSON", "ORG", "GPE", "NORP"):
        return False
    speakers = words("cues", "papers", "outlets") | words("names", "roles", "collective", "assemblies")
    return who.lemma_.lower() not in speakers


def quoted_as_saying(cue: Token) -> Token | None:
    """Whose words a passive verb reports: ``Lind is quoted as saying``, ``a man was heard shouting``."""
    above = cue.head
    if (
        cue.tag_ == "VBG"
        and cue.dep_ in ("xcomp", "advcl")
        and above.lemma_ in _OVERHEARD
        and is_passive(above)
    ):
        return next((c for c in above.lefts if c.dep_ == "nsubjpass"), None)
    if not any(c.dep_ == "pcomp" and c.head.lower_ == "as" and c.head.head == cue for c in cue.subtree):
        return None
    return next((c for c in cue.lefts if c.dep_ == "nsubjpass"), None)


def _own_verb_of(subject: Token, cue: Token) -> bool:
    return subject.dep_ in ("nsubj", "nsubjpass") and subject.head != cue and subject.head.i > subject.i


def after_according(token: Token) -> Token | None:
    for word in token.subtree:
        if word.dep_ == "pobj" and word.head.lower_ == "to":
            return word
    return None


def inverted(cue: Token, right: int) -> Token | None:
    """The head of the noun phrase that begins right after a cue: ``said one minister involved in the talks``."""
    doc = cue.doc
    i = cue.i + 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ", "NUM") and not nominal(doc[i]):
        i += 1
    if i >= len(doc) or doc[i].idx >= right or not nominal(doc[i]):
        return None
    return _top(doc[i], cue.i + 1, cue.i + 12)


def beside(cue: Token, start: int, right: int) -> Token | None:
    doc = cue.doc
    for i in range(cue.i - 1, max(start, cue.i - 8) - 1, -1):
        if nominal(doc[i]):
            return _top(doc[i], start, cue.i)
        if doc[i].pos_ not in ("ADV", "AUX", "PART", "SPACE"):
            break
    i = cue.i + 1
    while i < len(doc) and doc[i].pos_ in ("DET", "ADJ"):
        i += 1
    if i < len(doc) and doc[i].idx < right and doc[i].pos_ in ("PROPN", "NOUN", "PRON"):
        top = _top(doc[i], cue.i + 1, cue.i + 12)
        return None if _own_verb_of(top, cue) else top
    return None


def _top(token: Token, start: int, end: int) -> Token:
    while token.dep_ in _INSIDE_NAME and start <= token.head.i < end:
        token = token.head
    return token
