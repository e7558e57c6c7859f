"""Stances told by what people do, and by what is said in others' words: envoys called home, things that must end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.clauses import is_passive
from explainer.drafting.common import Reading, Speakers, children, lemma, lexicon, words
from explainer.drafting.reactions_words import stance_of_phrases, stance_of_words, stances
from explainer.records import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_AFTER = frozenset("after following over amid against as when because since".split())
_OUGHT = frozenset("must should ought".split())
_INDIRECT = frozenset(["denies", "unsure"])


@cache
def _deeds() -> dict[tuple[str, str], tuple[Stance, bool]]:
    """(Verb, noun) → the stance that the verb tells with that object, and whether it needs an occasion."""
    return {
        (verb, thing): (row["stance"], row.get("occasion", False))
        for row in lexicon("deeds")["objects"]
        for verb in row["verbs"].split()
        for thing in row["things"].split()
    }


def stance_of_deed(verb: Token) -> Stance | None:
    """``recalled its ambassador``, ``lit candles``, ``reacted with fury``, ``celebrated in the streets``."""
    found = lemma(verb)
    if found not in _doing() or is_passive(verb):
        return None
    for thing in verb.rights:
        if thing.dep_ == "dobj" and (found, lemma(thing)) in _deeds():
            stance, occasion = _deeds()[found, lemma(thing)]
            return stance if not occasion or _has_occasion(verb) else None
    if found in words("deeds", "reacting"):
        return _with_feeling(verb)
    if found in words("deeds", "rejoicing") and _of_a_crowd(verb):
        return "welcomes"
    if found in words("deeds", "grieving") and not any(c.dep_ == "prt" for c in verb.rights):
        return "worries"
    if found == "plead" and verb.doc[verb.i + 1 : verb.i + 3].text.lower() == "not guilty":
        return "denies"
    if found in words("deeds", "comparing") and any(
        c.dep_ == "prep" and c.lower_ == "to" for c in verb.rights
    ):
        return "assesses"
    if found in words("deeds", "telling"):
        named = [t for c in verb.rights if c.dep_ == "prep" and c.lower_ == "of" for t in c.subtree]
        return stance_of_words(named)
    return _siding(verb) if found == "be" else None


@cache
def _doing() -> frozenset[str]:
    """Every verb that may tell a stance by what is done."""
    lists = ("reacting", "rejoicing", "grieving", "comparing", "telling")
    return frozenset(["plead", "be"]).union(
        (verb for verb, _ in _deeds()), *(words("deeds", name) for name in lists)
    )


def _has_occasion(verb: Token) -> bool:
    """Whether a sentence tells after or over what something was done, or that it was done in protest."""
    return any(
        t.lower_ in _AFTER or t.lower_ in ("protest", "response", "solidarity", "alert") for t in verb.subtree
    )


def _with_feeling(verb: Token) -> Stance | None:
    things = [c for c in children(verb) if c.dep_ == "dobj"]
    for holder in (verb, *things):
        for link in holder.rights:
            felt = next((c for c in children(link) if c.dep_ == "pobj"), None)
            if link.lower_ in ("with", "in") and felt is not None and lemma(felt) in stances("showing"):
                return stances("showing")[lemma(felt)]
    return None


def _of_a_crowd(verb: Token) -> bool:
    """Whether those who cheer are many, or cheer in the street, with nobody as the object."""
    if any(c.dep_ == "dobj" for c in verb.rights):
        return False
    places = {t.lemma_.lower() for c in verb.rights if c.dep_ == "prep" for t in children(c)}
    return bool(places & {"street", "square", "road", "rooftop", "party", "city"})


def _siding(verb: Token) -> Stance | None:
    """``is against the plan``, ``was in favour of it``."""
    for child in verb.rights:
        if (
            child.dep_ == "prep"
            and child.lower_ == "against"
            and any(c.dep_ == "pobj" for c in children(child))
        ):
            return "condemns"
        favoured = child.dep_ == "prep" and child.lower_ == "in"
        if favoured and any(c.lower_ in ("favour", "favor") for c in children(child)):
            return "supports"
    return None


def stance_in_report(tokens: Sequence[Token]) -> Stance | None:
    """``it was unacceptable``, ``the minister should resign``, ``it was unclear who would pay``."""
    for word in tokens:
        if word.dep_ in ("acomp", "attr", "oprd") and not any(c.dep_ == "neg" for c in children(word.head)):
            found = stances("verdicts").get(word.lower_)
            if found is not None:
                return found
    phrase = stance_of_phrases(tokens)
    return phrase if phrase in _INDIRECT else ought(tokens)


def ought(tokens: Sequence[Token]) -> Stance | None:
    """What somebody else ought to do: ``he must be freed``, ``the violence has to end``; not ``must be tired``."""
    for word in tokens:
        if word.dep_ == "aux" and word.lower_ in _OUGHT:
            verb = word.head
        elif (
            word.dep_ == "xcomp" and word.head.lemma_ in ("have", "need") and word.head.tag_ in ("VBP", "VBZ")
        ):
            verb = word
        else:
            continue
        top = verb if word.dep_ == "aux" else word.head
        subject = next((c for c in children(top) if c.dep_ in ("nsubj", "nsubjpass")), None)
        if (
            top.head.pos_ == "ADJ"
            or subject is None
            or subject.lower_ in ("i", "we", "you", "it", "who", "which", "that")
        ):
            continue
        if verb.lemma_ not in words("deeds", "likely"):
            return "calls_for"
    return None


def orders(tokens: Sequence[Token]) -> bool:
    """``“Let them go”``: words that begin with an order."""
    first = next((t for t in tokens if t.is_alpha), None)
    return first is not None and first.tag_ == "VB" and first.lower_ in words("deeds", "ordering")


def scholars(reading: Reading, cast: Speakers) -> frozenset[str]:
    """The people told to be of a place of learning: ``Ada Lind of the Institute for Peace Studies``."""
    return frozenset(_of_learning(reading, cast))


def _of_learning(reading: Reading, cast: Speakers) -> Iterable[str]:
    doc = reading.doc
    for link in reading.places_of(("of", "at", "from", "with")):
        id = cast.named_at(link - 1)
        if id is None or doc[link - 1].ent_type_ != "PERSON":
            continue
        beside = (t for t in doc[link + 1 : link + 7] if t.text[:1].isupper())
        if any(t.lower_ in words("deeds", "learning") for t in beside):
            yield id
