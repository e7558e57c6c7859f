"""Who the subject of a verb is, and how far phrases reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import Reading
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
_CLIMBS = frozenset(["conj", "xcomp", "advcl", "pcomp", "prep", "acomp", "oprd", "aux", "dep"])
_TAIL = frozenset(["relcl", "acl", "appos", "punct", "cc", "conj", "prep", "advcl", "npadvmod", "advmod"])
_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM"])


def subject_of(verb: Token) -> Token | None:
    """The word that names whose act a verb is: its own subject, else that of the verb above it.

    For a participle after a noun ("a report saying …") it is that noun.
    """
    token = verb
    for _ in range(5):
        own = _own_subject(token)
        if own is not None:
            return own
        if token.dep_ == "acl":
            return token.head
        if token.dep_ not in _CLIMBS or token.head is token:
            return None
        if token.dep_ == "xcomp":
            asked = _object(token.head)
            if asked is not None and token.head.lemma_ in _ASKING:
                return asked
        token = token.head
    return None


_ASKING = frozenset("ask urge tell hear see watch want let make get help force allow order persuade".split())


def _object(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ in ("dobj", "dative")), None)


def _own_subject(verb: Token) -> Token | None:
    passive = False
    found = None
    for child in verb.children:
        if child.dep_ == "agent":
            return next((c for c in child.children if c.dep_ == "pobj"), None)
        if child.dep_ in SUBJECTS:
            found = child
            passive = child.dep_ == "nsubjpass"
    return None if passive else found


def is_passive(verb: Token) -> bool:
    """Whether the subject of a verb is the one it was done to."""
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in verb.children)


def has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in verb.children)


def phrase(reading: Reading, head: Token, avoid: int = -1) -> Span:
    """The noun phrase of a head with its titles and first apposition, without long clauses after it.

    ``avoid``: a token that must not be inside.
    """
    first, last = head.left_edge.i, head.i
    for child in head.rights:
        if child.dep_ in ("relcl", "acl", "advcl", "cc", "conj") or child.pos_ == "VERB":
            if child.dep_ in ("cc", "conj") and child.right_edge.i - head.i < 12 and child.pos_ != "VERB":
                last = max(last, child.right_edge.i)
                continue
            break
        if child.dep_ == "punct" and child.text not in ("-", "’", "'"):
            continue
        if child.right_edge.i - head.i > 18:
            break
        last = max(last, child.right_edge.i)
    if first <= avoid <= last:
        first, last = (first, avoid - 1) if avoid > head.i else (avoid + 1, last)
        first, last = min(first, head.i), max(last, head.i)
    return reading.span(first, last)


def edges(tokens: list[Token]) -> tuple[int, int]:
    """First and last token of the subtrees of some tokens."""
    return min(t.left_edge.i for t in tokens), max(t.right_edge.i for t in tokens)


def nominal(token: Token) -> bool:
    """Whether a token can name a source."""
    return token.pos_ in _NOMINAL or token.tag_ in ("WP", "WDT", "DT")
