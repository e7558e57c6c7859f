"""Unnamed sources: "the regional governor", "experts", "a police spokeswoman"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading, words
from explainer.drafting.grammar import phrase
from explainer.records import ActorKind
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Token


@dataclass(frozen=True, slots=True)
class NominalSource:
    """A noun phrase that stands for somebody: its words without article, head token, kind and role."""

    name: str
    span: Span
    token: int
    kind: ActorKind
    role: str | None


def describe_source(reading: Reading, head: Token) -> NominalSource | None:
    """The unnamed source with this head noun, or None where it is no noun."""
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    span = _name_alone(reading, head) if head.pos_ == "PROPN" else phrase(reading, head)
    words_ = " ".join(span.of(reading.text).split())
    if len(words_) > 80:
        span = reading.span(head.i, head.i)
        words_ = span.of(reading.text)
    return NominalSource(words_, span, head.i, _kind(head), _role(head))


def _name_alone(reading: Reading, head: Token) -> Span:
    """A name that the model has not seen as one: its capitalised words without what describes it."""
    first = head.i
    while first > head.left_edge.i and reading.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return reading.span(first, head.i)


def _kind(head: Token) -> ActorKind:
    lemma = head.lemma_.lower()
    if head.tag_ in ("NNS", "NNPS"):
        return "group"
    if lemma in words("names", "roles") or lemma in ("one", "person"):
        return "person"
    if lemma in words("names", "organisations"):
        return "organisation"
    return "group" if lemma in words("names", "collective") else "organisation"


def _role(head: Token) -> str | None:
    return head.lemma_ if head.tag_ == "NN" and head.lemma_.lower() in words("names", "roles") else None
