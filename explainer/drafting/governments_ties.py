"""Whether what a preposition ties to a place needs those who govern it: ``ties with Osk``, ``an order from Osk``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import children, lemma, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_BY_NATURE = frozenset("border surround flank beat defeat divide separate dwarf follow bound win".split())
"""Passives that need no government: ``bordered by Osk``."""


def deeds() -> frozenset[str]:
    """The verbs, as lemmas, that tell what only people and governments do."""
    return (
        words("cues", "infinitive")
        | words("events", "attitudes")
        | words("names", "state_acts")
        | words("governments", "deeds")
    )


def is_dealt_with(word: Token, sort: str) -> bool:
    """``talks between Sarvik and Osk``, ``ties with Osk``, ``an order from Osk``, ``imposed by Osk``."""
    link = word.head
    while link.dep_ == "conj" and link.head.i < link.i:
        link = link.head
    what = {lemma(w) for w in _tied_to(link)}
    if link.lower_ == "by":
        if link.dep_ == "agent":
            done = not what.isdisjoint(deeds() | words("cues", "speech"))
            return done or (sort == "capital" and what.isdisjoint(_BY_NATURE))
        return not what.isdisjoint(words("governments", "decisions"))
    if link.lower_ == "to" and link.head.lower_ == "according":
        return True
    if sort == "capital" and _concerns_capital(link, what):
        return True
    if link.lower_ in ("from", "of"):
        return link.dep_ == "prep" and not what.isdisjoint(words("governments", "decisions", "behests"))
    return link.lower_ in ("with", "between", "against") and not what.isdisjoint(
        words("governments", "dealings")
    )


def _tied_to(link: Token) -> list[Token]:
    """What a preposition is tied to: a noun, or the object of a verb ("made peace with")."""
    head = link.head
    if link.dep_ == "agent" or head.pos_ not in ("VERB", "AUX"):
        return [head]
    return [c for c in head.rights if c.dep_ == "dobj" and c.i < link.i]


def _concerns_capital(link: Token, what: set[str]) -> bool:
    """``aid to Sarvik``, ``sanctions on Sarvik``, ``an ally of Sarvik``, ``negotiate with Sarvik``: not the town."""
    if link.lower_ == "in":
        return _is_decided(link.head)
    if link.lower_ == "with" and "at war" in link.doc[max(0, link.i - 3) : link.i].text:
        return True
    verb = link.head.pos_ == "VERB" and link.dep_ != "agent"
    if (
        verb
        and link.lower_ in ("with", "to", "on")
        and lemma(link.head) in words("governments", "dealt_with")
    ):
        return True
    if link.lower_ == "to" and lemma(link.head) in words("governments", "handed"):
        given = [c for c in children(link.head) if c.dep_ in ("dobj", "nsubjpass")]
        given += [link.head.head] if link.head.dep_ == "acl" else []
        return any(lemma(c) in words("governments", "toward", "sent") for c in given)
    if link.lower_ == "to":
        return link.head.lower_ != "back" and not what.isdisjoint(words("governments", "faithful", "toward"))
    if link.lower_ == "of":
        return not what.isdisjoint(words("governments", "allies"))
    return link.lower_ in ("on", "for", "against", "towards", "toward", "at") and not what.isdisjoint(
        words("governments", "toward")
    )


def _is_decided(verb: Token) -> bool:
    """``decisions are made in Sarvik``."""
    made = lemma(verb) in ("make", "take") and verb.tag_ == "VBN"
    return made and any(c.dep_ == "nsubjpass" and lemma(c) == "decision" for c in verb.lefts)
