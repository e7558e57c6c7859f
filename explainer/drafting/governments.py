"""Places and seats of power that speak or act as governments: "Sarvik denied it", "ties with Sarvik"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import countries
from explainer.drafting.common import Reading, Speakers, lemma, words
from explainer.drafting.grammar import subject_of
from explainer.records import Actor, Quotation, Reaction

if TYPE_CHECKING:
    from spacy.tokens import Token

_FINITE = frozenset(["VBD", "VBZ", "VBP"])
_BRACKETS = frozenset("( - – —".split())
_SPOKEN = ("ccomp", "xcomp", "dobj", "prep", "prt")


def with_governments(
    reading: Reading,
    actors: Iterable[Actor],
    quotations: Iterable[Quotation],
    reactions: Iterable[Reaction],
    cast: Speakers,
) -> tuple[Actor, ...]:
    """The actors, with what a place stands for where it says, promises, thanks or condemns something.

    So too a palace or a quarter from which a country is governed. A place in which something only
    happens stands for nothing.
    """
    known = tuple(actors)
    sorts = {a.id: sort for a in known if a.stands_for is None and (sort := _sort(a))}
    acting = {q.actor for q in quotations if q.actor and not q.scare} | {r.actor for r in reactions}
    for word in reading.doc:
        id = cast.named_at(word.i)
        if id in sorts and id not in acting and _acts(word, sorts[id]):
            acting.add(id)
    return tuple(
        replace(a, stands_for="its government or authorities") if a.id in sorts and a.id in acting else a
        for a in known
    )


def _sort(actor: Actor) -> str:
    """Whether an actor is a ``capital`` (or a seat of power), a ``country`` or another ``place``; else empty."""
    names = {name.lower().replace("’", "'").replace(" ", "-") for name in (actor.name, *actor.aliases)}
    if names & words("governments", "seats"):
        return "capital"
    if actor.kind != "place":
        return ""
    if names & words("governments", "capitals"):
        return "capital"
    if names & words("governments", "states") or {n.replace("-", " ") for n in names} & countries():
        return "country"
    last = actor.name.split()[-1].lower()
    landmark = last in words("names", "places") and " " in actor.name
    return "place" if not landmark or last in ("state", "states", "republic", "kingdom", "city") else ""


def _acts(word: Token, sort: str) -> bool:
    """Whether a word stands where only those who govern do."""
    first = word
    while first.dep_ == "conj" and first.head.i < first.i:
        first = first.head
    if _ends_dateline(word):
        return False
    if any(lemma(c) in _deeds() for c in first.rights if c.dep_ == "relcl" and _by_which(c)):
        return True
    if first.dep_ == "nsubjpass":
        return lemma(first.head) in words("governments", "addressed")
    if first.dep_ in ("nsubj", "csubj") or (first.dep_ == "npadvmod" and subject_of(first.head) is None):
        return _does(first.head, sort)
    if first.dep_ == "poss":
        return _is_owned(first.head, sort)
    if first.dep_ in ("dobj", "dative"):
        return lemma(first.head) in _said_to(sort)
    if first.dep_ == "pobj":
        return _is_dealt_with(first, sort)
    return _speaks_next(word) or _is_before_hyphen(word)


def _ends_dateline(word: Token) -> bool:
    """Whether a bracket or a dash follows, as where a report begins: ``BAY (AFP) –``."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return after is not None and after.text in _BRACKETS and bool(word.whitespace_)


def _does(verb: Token, sort: str) -> bool:
    """Whether a verb tells what a government does.

    That is a verb of the lists, or one with an object that does not tell what befalls a place.
    """
    found = lemma(verb)
    kinds = {c.dep_ for c in verb.children}
    if found in _deeds() or _with_particle(verb) in words("governments", "phrasal"):
        return True
    if found in words("cues", "speech", "clause") and kinds.intersection(_SPOKEN):
        return True
    what = next((c for c in verb.rights if c.dep_ in ("dobj", "acomp", "attr", "oprd", "ccomp")), None)
    if what is None:
        return False
    if what.dep_ == "dobj" and found not in words("names", "befalls"):
        return True
    if found == "hold":
        return lemma(what) in words("governments", "held", "minded") or "oprd" in kinds
    if sort != "place" and lemma(what) in words("governments", "minded"):
        return True
    return sort == "capital" and what.dep_ == "dobj" and lemma(what) in words("governments", "in_mind")


def _with_particle(verb: Token) -> str:
    """``play-down`` for "played down"."""
    return f"{lemma(verb)}-{verb.nbor().lower_}" if verb.i + 1 < len(verb.doc) else ""


def _deeds() -> frozenset[str]:
    return (
        words("cues", "infinitive")
        | words("events", "attitudes")
        | words("names", "state_acts")
        | words("governments", "deeds")
    )


def _is_owned(noun: Token, sort: str) -> bool:
    """``Sarvik's refusal``; of a capital also ``Sarvik's allies``."""
    if lemma(noun) in words("governments", "decisions"):
        return True
    return sort == "capital" and lemma(noun) in words("governments", "possessions", "dealings")


def _said_to(sort: str) -> frozenset[str]:
    keys = ("addressed", "pressed") if sort == "capital" else ("addressed",)
    return words("governments", *keys)


def _by_which(clause: Token) -> bool:
    """Whether "which" is the subject of a clause: ``Sarvik, which denies it,``."""
    return any(c.dep_ == "nsubj" and c.lower_ in ("which", "that") for c in clause.lefts)


def _is_dealt_with(word: Token, sort: str) -> bool:
    """``talks between Sarvik and Osk``, ``ties with Osk``, ``an order from Osk``, ``imposed by Osk``."""
    link = word.head
    while link.dep_ == "conj" and link.head.i < link.i:
        link = link.head
    above = lemma(link.head) if link.dep_ == "agent" or link.head.pos_ != "VERB" else ""
    if link.lower_ == "by":
        if link.dep_ == "agent":
            return above in _deeds() | words("cues", "speech")
        return above in words("governments", "decisions")
    if link.lower_ == "in":
        return sort == "capital" and _is_decided(link.head)
    if link.lower_ == "from":
        return above in words("governments", "decisions")
    if link.lower_ == "to":
        return link.head.lower_ == "according" or (
            sort == "capital" and above in words("governments", "faithful")
        )
    return link.lower_ in ("with", "between", "against") and above in words("governments", "dealings")


def _is_decided(verb: Token) -> bool:
    """``decisions are made in Sarvik``."""
    made = lemma(verb) in ("make", "take") and verb.tag_ == "VBN"
    return made and any(c.dep_ == "nsubjpass" and lemma(c) == "decision" for c in verb.lefts)


def _speaks_next(word: Token) -> bool:
    """Whether a finite verb of saying or deciding follows at once, whatever the parse says: ``Sarvik accuses Osk``."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    if after is None or after.tag_ not in _FINITE or after.is_upper:
        return False
    return lemma(after) in _deeds() | words("cues", "speech")


def _is_before_hyphen(word: Token) -> bool:
    """``the Sarvik-backed rebels``."""
    ahead = word.doc[word.i + 1 : word.i + 3]
    return (
        len(ahead) == 2
        and ahead[0].text in ("-", "‑")
        and not ahead[0].whitespace_
        and ahead[1].lower_ in words("governments", "backed")
    )
