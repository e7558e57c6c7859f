"""Whom words were said to: ``told the daily Bay News``, ``said to her sons``, ``said in an interview with Radio Bay``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import SUBJECTS
from explainer.drafting.common import children, lemma, words
from explainer.drafting.grammar import nominal

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 14
_PARTS = frozenset(["DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "PRON"])
_HYPHENS = frozenset(["-", "’", "'"])
_DATES = frozenset(["DATE", "TIME"])


def addressee(cue: Token) -> int:
    """The token that names whom the words were said to, or -1."""
    word = lemma(cue)
    if word in words("cues", "telling"):
        hearer = _after(cue)
        if hearer >= 0:
            return hearer
    for child in children(cue):
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child.i
        if child.i > cue.i and child.lower_ == "to" and child.dep_ in ("prep", "dative"):
            if word in words("cues", "speech") and word not in words("cues", "pointing"):
                return _object_of(child)
        elif child.dep_ == "prep" and (hearer := _in_talk(child)) >= 0:
            return hearer
    return -1


def _after(cue: Token) -> int:
    """The name or noun at the end of the phrase right after a verb of telling."""
    doc = cue.doc
    last = -1
    for i in range(cue.i + 1, min(len(doc), cue.i + _LONGEST)):
        token = doc[i]
        begins = token.pos_ in ("DET", "PRON") and last >= 0
        if (token.pos_ not in _PARTS and token.text not in _HYPHENS) or begins or _of_other_verb(token, cue):
            break
        if token.ent_type_ in _DATES:
            break
        if nominal(token) and token.pos_ not in ("DET", "NUM"):
            last = i
        if token.pos_ == "PRON" and token.tag_ == "PRP":
            return i
    return outlet(doc[last]) if last >= 0 else -1


def _of_other_verb(token: Token, cue: Token) -> bool:
    """Whether a word is the subject of a verb of its own, or part of it: ``told Lind banks would close``."""
    top = token
    while top.dep_ in ("compound", "det", "amod", "poss", "nummod", "case") and top.head.i > top.i:
        top = top.head
    return top.dep_ in SUBJECTS and top.head != cue


def outlet(noun: Token) -> int:
    """The name before a noun for a newspaper or the like that ends a phrase: ``the Bay News agency``."""
    i = noun.i
    if noun.pos_ != "NOUN" or lemma(noun) not in words("cues", "outlets"):
        return i
    while i > 0 and noun.doc[i].pos_ == "NOUN" and noun.doc[i - 1].dep_ == "compound":
        i -= 1
    owner = next((c for c in noun.lefts if c.dep_ == "poss" and c.pos_ == "PROPN"), None)
    if owner is not None:
        return owner.i
    return i if noun.doc[i].pos_ == "PROPN" else noun.i


def _object_of(preposition: Token) -> int:
    return next((c.i for c in children(preposition) if c.dep_ == "pobj"), -1)


def _in_talk(preposition: Token) -> int:
    """Whom somebody speaks with in a talk or a letter: ``in an interview with Radio Bay``."""
    if preposition.lower_ not in ("in", "during", "on"):
        return -1
    talk = _object_of(preposition)
    if talk < 0 or lemma(preposition.doc[talk]) not in words("cues", "talks"):
        return -1
    joined = next((c for c in preposition.doc[talk].rights if c.lower_ in ("with", "to")), None)
    return _object_of(joined) if joined is not None else -1
