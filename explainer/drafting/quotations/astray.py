"""Clauses of a verb of saying that a model has hung elsewhere, or read as something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.clauses import is_finite
from explainer.drafting.common import children, words
from explainer.drafting.quotations.asides import is_setting

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR, _FAR = 14, 30
"""How many words after its verb a clause may begin; past what is added about its hearer."""
_ENDS = frozenset([".", "!", "?", ";", ":", "“", "”", '"'])


def clause_astray(verb: Token) -> list[Token]:
    """The clause that a model has hung on a noun between it and its verb: ``said on Monday that he is ready``."""
    doc = verb.doc
    inside = False
    for i in range(verb.i + 1, min(verb.i + _NEAR, len(doc))):
        token = doc[i]
        inside = inside != (token.tag_ in ("``", "''"))
        if inside or token.tag_ == "''":
            continue
        told = token.tag_ in ("VBN", "VBG") and doc[i - 1].pos_ in ("NOUN", "PROPN")
        if token.is_punct or token.is_space:
            return []
        if token.pos_ in ("VERB", "AUX") and token.dep_ != "amod" and not told:
            return []
        if token.lower_ == "that" and token.head.i > i and token.dep_ not in ("det", "nsubj", "nsubjpass"):
            top = (t for t in (token.head, *token.head.ancestors) if t.left_edge == token)
            return [t for t in top if is_whole(t)][:1]
    return []


def after_aside(verb: Token) -> list[Token]:
    """The clause after what is added about whom it was told to: ``told the crew, held for a week, that they were free``."""
    hearer = next((c for c in verb.rights if c.dep_ in ("dobj", "dative")), None)
    if hearer is None or hearer.right_edge.i + 1 >= len(verb.doc):
        return []
    if hearer.right_edge.nbor(1).text != ",":
        return []
    for token in verb.doc[hearer.right_edge.i + 2 : verb.i + _FAR]:
        if token.text in _ENDS or token.is_space:
            return []
        if token.lower_ == "that" and token.dep_ == "mark" and token.nbor(-1).text == ",":
            return [token.head] if is_whole(token.head) else []
    return []


def after_hearer(verb: Token) -> list[Token]:
    """The clause that a model has hung on whom or in what it was told: ``told the agency she had left``, ``said in a note he had``."""
    if verb.lemma_ in words("cues", "telling"):
        beside = [c for c in verb.rights if c.dep_ in ("dobj", "dative")]
    else:
        beside = [c for link in verb.rights if is_setting(link) for c in link.rights]
    return [
        c
        for noun in beside
        for c in noun.rights
        if c.dep_ in ("relcl", "acl", "ccomp")
        and is_finite(c)
        and is_whole(c)
        and not any(t.tag_ in ("WP", "WDT", "WRB") for t in c.subtree if t.i < c.i)
    ][:1]


def hung_above(verb: Token) -> list[Token]:
    """The clause that a model has hung on the verb above an infinitive: ``went on to vow they would fight``."""
    if verb.tag_ != "VB" or verb.dep_ != "xcomp":
        return []
    above = (c for c in verb.head.rights if c.dep_ == "ccomp" and c.left_edge.i == verb.i + 1)
    return [c for c in above if is_finite(c) and is_whole(c)]


def read_as_noun(verb: Token, word: str) -> list[Token]:
    """A clause that a model has read as a noun and what is told of it: ``saying the public deserved answers``."""
    if word != "say":
        return []
    things = (c for c in verb.rights if c.dep_ == "dobj" and c.left_edge.i == verb.i + 1)
    return [c for c in things if any(a.tag_ in ("VBN", "VBD") and a.i > verb.i + 2 for a in c.lefts)][:1]


def cut_off(verb: Token) -> list[Token]:
    """What stands before a verb of saying and its subject where a model sees two subjects: ``A crowd left, Lind said``."""
    subjects = [c for c in verb.lefts if c.dep_ == "nsubj"]
    if len(subjects) < 2 or verb.doc[subjects[-1].left_edge.i - 1].text != ",":
        return []
    return subjects[:1]


def is_whole(clause: Token) -> bool:
    """Whether a clause has a subject of its own."""
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in children(clause))
