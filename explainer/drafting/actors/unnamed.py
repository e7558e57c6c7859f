"""Unnamed sources: "the regional governor", "experts", "a police spokeswoman"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from explainer.drafting.actors.ages import age_before
from explainer.drafting.actors.peoples import is_somebody_new
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


_NEW = frozenset(["a", "an", "another", "one"])
_SEVERAL = frozenset("many some several most few both others".split())
_ANYBODY = frozenset(["one", "another", "person"])
_TELLING = frozenset("accuse put name identify dub estimate report cite".split())
_PEOPLE = ("roles", "collective", "organisations", "businesses")


def reported_sources(reading: Reading) -> list[int]:
    """Common nouns that news names as its sources without words of theirs: ``citing officials``, ``media named him``."""
    return [
        t.i
        for t in reading.of_pos("NOUN")
        if t.dep_ in ("nsubj", "dobj") and reading.quote_of[t.i] < 0 and _is_reported(t)
    ]


def _is_reported(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ == "dobj":
        return verb.lower_ == "citing" and _is_people(noun)
    objects = any(c.dep_ in ("dobj", "ccomp") for c in verb.rights)
    return verb.lemma_ in _TELLING and objects and _is_people(noun)


def _is_people(noun: Token) -> bool:
    return noun.lemma_.lower() in words("names", *_PEOPLE) or noun.lower_ in ("sources", "source", "media")


def describe_source(reading: Reading, head: Token) -> NominalSource | None:
    """The unnamed source with this head noun, or None where it is no noun."""
    if head.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ") and head.lower_ != "another":
        return None
    alone = head.pos_ == "PROPN" and not is_somebody_new(head)
    span = _name_alone(reading, head) if alone else _without_clause(reading, head, phrase(reading, head))
    words_ = " ".join(span.of(reading.text).split())
    if len(words_) > 80:
        span = reading.span(head.i, head.i)
        words_ = span.of(reading.text)
    if _opens_small(reading.doc[reading.token_range(span)[0]]):
        words_ = words_[:1].lower() + words_[1:]
    return NominalSource(words_, span, head.i, _kind_of_source(head), _role(head))


def _without_clause(reading: Reading, head: Token, span: Span) -> Span:
    """A noun phrase up to a clause after a comma: ``an official in Porthaven, who asked not to be named``."""
    _, after = reading.token_range(span)
    for i in range(head.i + 1, after - 1):
        if reading.doc[i].text == "," and reading.doc[i + 1].lower_ in ("who", "whom", "whose", "which"):
            return Span(span.start, reading.ends[i - 1])
    return span


def _opens_small(first: Token) -> bool:
    """Whether a word is large only because its sentence begins with it: ``Analysts``, not ``Russian officials``."""
    return bool(
        first.is_sent_start
        and first.pos_ in ("DET", "NUM", "NOUN", "ADJ", "PRON")
        and first.text[1:] == first.text[1:].lower()
        and first.ent_type_ in ("", "CARDINAL")
    )


def _name_alone(reading: Reading, head: Token) -> Span:
    """A name that the model has not seen as one: its capitalised words without what describes it."""
    first = head.i
    while first > head.left_edge.i and reading.doc[first - 1].pos_ == "PROPN":
        first -= 1
    return reading.span(first, head.i)


def kind_of_noun(head: Token) -> ActorKind:
    """What a common noun seems to stand for; what is not known is taken for a body."""
    return told_kind(head) or "organisation"


def told_kind(head: Token) -> ActorKind | None:
    """What the words tell of what a common noun stands for, or None."""
    lemma = head.lemma_.lower()
    if head.tag_ in ("NNS", "NNPS") or lemma in _SEVERAL:
        return "group"
    if lemma in words("names", "roles") or lemma in _ANYBODY or age_before(head) is not None:
        return "person"
    if lemma == "guard" and any(c.lower_ in _NEW for c in head.lefts):
        return "person"
    if lemma in words("names", "collective") - words("names", "organisations"):
        return "group"
    return "organisation" if lemma in words("names", "organisations", "businesses") else None


def _kind_of_source(head: Token) -> ActorKind:
    """What a noun that speaks stands for: ``a guard`` is a person, ``a poll`` and ``a bank`` are not."""
    new = any(c.lower_ in _NEW for c in head.lefts)
    person = new and head.tag_ == "NN" and head.lemma_.lower() not in words("cues", "papers", "outlets")
    return told_kind(head) or ("person" if person else "organisation")


def _role(head: Token) -> str | None:
    return head.lemma_ if head.tag_ == "NN" and head.lemma_.lower() in words("names", "roles") else None
