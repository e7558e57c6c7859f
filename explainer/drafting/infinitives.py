"""Whose act an infinitive is: ``asked Lind to speak``, ``used the rally to call for calm``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import children, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_PEOPLE = frozenset(["PERSON", "ORG", "NORP", "GPE"])


def object_of(verb: Token) -> Token | None:
    return next((c for c in children(verb) if c.dep_ in ("dobj", "dative")), None)


def asked_of(verb: Token) -> Token | None:
    """Whom the verb above an infinitive makes or asks to do it: ``urged Berg to admit``, ``led many to wonder``."""
    if verb.dep_ != "xcomp" and (verb.tag_ != "VB" or verb.dep_ not in ("advcl", "ccomp")):
        return None
    if verb.head.lemma_ not in words("cues", "controlling"):
        return None
    asked = object_of(verb.head)
    return asked if asked is not None and (asked.i < verb.i or verb.dep_ == "xcomp") else None


def serves(verb: Token) -> bool:
    """Whether an infinitive after a noun tells what its clause does with it: ``took the chance to thank``.

    Not where the noun itself does it: ``evidence to suggest that …``, ``the only mayor to say that …``.
    """
    noun = verb.head
    if noun.pos_ != "NOUN" or noun.ent_type_ in _PEOPLE or verb.lemma_ in words("cues", "examining"):
        return False
    return noun.lemma_.lower() not in words("names", "roles") and noun.dep_ in ("dobj", "pobj")
