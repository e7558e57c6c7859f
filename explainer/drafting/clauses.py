"""What the clause of a verb is like: its subject, tense and voice, and whether it goes on from a verb of saying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import children, words

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset(["nsubj", "nsubjpass", "csubj"])
HELPS = frozenset(["aux", "auxpass"])
FINITE = frozenset(["VBD", "VBZ", "VBP"])


def tense(verb: Token) -> str:
    """The tag of a verb; a bare participle joined to another verb may be a past: ``urged them to stay and accused Berg``."""
    if verb.tag_ != "VBN" or verb.dep_ != "conj" or any(c.dep_ in HELPS for c in verb.lefts):
        return verb.tag_
    acts = verb.head.tag_ == "VBD" and any(c.dep_ == "dobj" for c in verb.rights)
    return "VBD" if acts or verb.head.tag_ == "VB" else verb.tag_


def takes_that(verb: Token) -> bool:
    """Whether a verb of saying without a subject introduces a clause with "that": ``… and suggested that …``."""
    if verb.lemma_.lower() not in words("cues", "clause") or grammatical_subject(verb) is not None:
        return False
    return any(
        c.dep_ == "ccomp" and any(m.dep_ == "mark" and m.lower_ == "that" for m in children(c))
        for c in children(verb)
    )


def resumes(verb: Token) -> bool:
    """Whether a verb joined to a clause goes on from the verb of saying above it: ``said it was late and urged haste``."""
    if verb.lemma_.lower() not in words("cues", "resuming") or grammatical_subject(verb) is not None:
        return False
    return any(c.dep_ in _GOVERNED and c.i > verb.i for c in children(verb))


def speaks_for_others(clause: Token) -> bool:
    """Whether a clause tells what a state or a body says: ``said Norland condemned the coup and urged calm``."""
    if clause.lemma_.lower() not in words("cues", "resuming"):
        return False
    return any(c.dep_ == "nsubj" and c.ent_type_ in ("GPE", "ORG", "NORP") for c in clause.lefts)


_GOVERNED = frozenset(["ccomp", "xcomp", "dobj", "prep", "dative", "oprd"])


def grammatical_subject(verb: Token) -> Token | None:
    """The nearest subject of a verb, where the model has read several: ``BAY (BNA) - The ministry said``."""
    fit = [c for c in children(verb) if c.dep_ in SUBJECTS and not _is_when(c)]
    fit = [c for c in fit if c.dep_ != "csubj"] or fit
    return min(fit, key=lambda c: abs(c.i - verb.i), default=None)


def _is_when(subject: Token) -> bool:
    """Whether a model has taken a time for a subject; ``the 61-year-old`` is none."""
    return subject.ent_type_ in ("DATE", "TIME") and subject.lower_ != "old"


def is_finite(clause: Token) -> bool:
    """Whether a clause has a tense: not ``the city “free”`` in ``declared the city “free”``."""
    helped = any(c.tag_ in (*FINITE, "MD") for c in children(clause) if c.dep_ in HELPS)
    return helped or clause.tag_ in (*FINITE, "MD")


def is_passive(verb: Token) -> bool:
    """Whether the subject of a verb is the one it was done to."""
    if verb.tag_ == "VBN" and verb.dep_ in _REDUCED and not any(c.dep_ == "aux" for c in verb.lefts):
        return True
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in children(verb))


_REDUCED = frozenset(["acl", "advcl", "amod"])
"""Where a participle stands without its verb: ``the plan, described as “wrong”``; ``asked why, she said``."""


def has_agent(verb: Token) -> bool:
    return any(c.dep_ == "agent" for c in children(verb))
