"""Roles and affiliations: titles before a name, appositions beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.actors.merge import Named
from explainer.drafting.common import Reading, words
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class Role:
    """What the article says somebody is."""

    text: str
    span: Span


_ROLE_NOUNS = {
    "person": ("titles", "roles"), "organisation": ("businesses",), "group": ("businesses",), "place": ("places",),
}  # fmt: skip


def role_of(reading: Reading, named: Named) -> Role | None:
    """The first role that the article gives a person, an organisation or a group, or None."""
    for place in named.places:
        head = reading.doc[place.last]
        found = _before(reading, place.first, named.kind) or _beside(reading, head, place.first, place.last)
        if found is not None and found.start < found.end:
            return Role(" ".join(found.of(reading.text).split()), found)
    return None


def _before(reading: Reading, first: int, kind: str) -> Span | None:
    """Title words directly before a name: ``Kremlin spokesman``, ``French Foreign Minister``."""
    nouns = _ROLE_NOUNS[kind]
    doc = reading.doc
    if kind == "place" and first > 1 and doc[first - 1].lower_ == "of":
        first -= 1
    start = first
    told = False
    while start > 0 and first - start < 8:
        token = doc[start - 1]
        if (
            token.is_space
            or (token.is_punct and token.text != "-")
            or token.tag_ in ("DT", "PRP$", "IN", "CC", "WP")
        ):
            break
        if token.lower_ in words("names", "courtesy"):
            break
        if token.pos_ not in ("NOUN", "PROPN", "ADJ", "PART", "PUNCT") and token.lower_ not in words(
            "names", "titles"
        ):
            break
        told = told or any(form in words("names", *nouns) for form in (token.lower_, token.lemma_.lower()))
        start -= 1
    return reading.span(start, first - 1) if told and start < first else None


def _beside(reading: Reading, head: Token, first: int, last: int) -> Span | None:
    """An apposition: ``Ada Lind, the mayor of Bay,`` or ``the mayor of Bay, Ada Lind,``."""
    for child in head.rights:
        if child.dep_ == "appos" and child.i > last and (child.pos_ == "NOUN" or _is_role(child)):
            return _apposition(reading, child)
    if head.dep_ == "appos" and head.head.i < first and _is_role(head.head):
        end = head.head.i
        for child in head.head.rights:
            if child.dep_ == "prep" and child.right_edge.i < first:
                end = child.right_edge.i
        return _without_article(reading, head.head.left_edge.i, end)
    return None


def _is_role(token: Token) -> bool:
    return token.lemma_.lower() in words("names", "roles") or token.lower_ in words("names", "titles")


def _apposition(reading: Reading, noun: Token) -> Span | None:
    last = noun.i
    for child in noun.rights:
        if child.dep_ in ("relcl", "acl", "punct", "cc", "appos"):
            break
        last = child.right_edge.i
    if last - noun.left_edge.i > 14:
        last = noun.i
    return _without_article(reading, noun.left_edge.i, last)


def _without_article(reading: Reading, first: int, last: int) -> Span | None:
    doc = reading.doc
    while first < last and (
        doc[first].lower_ in ("the", "a", "an") or doc[first].is_punct or doc[first].tag_ == "PRP$"
    ):
        first += 1
    return reading.span(first, last)
