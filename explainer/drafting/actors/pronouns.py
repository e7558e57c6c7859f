"""Whom a pronoun or a definite noun means: the nearest actor before it that fits, subjects and speakers first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_PERSONAL = frozenset(["he", "she"])
_RELATIVE = frozenset(["who", "which", "that"])
_REACH = 120


def resolve_pronoun(cast: Cast, pronoun: Token) -> Member | None:
    """The actor a pronoun means, or None where nothing fits or two fit equally."""
    lower = pronoun.lower_
    if lower in _RELATIVE:
        return _antecedent(cast, pronoun)
    if lower in _PERSONAL:
        return _nearest(cast, pronoun, ("person",))
    if lower == "it":
        return _nearest(cast, pronoun, ("organisation",))
    if lower == "they":
        return _nearest(cast, pronoun, ("group", "organisation"))
    return None


def _antecedent(cast: Cast, pronoun: Token) -> Member | None:
    verb = pronoun.head
    while verb.dep_ not in ("relcl", "ROOT"):
        verb = verb.head
    return cast.owner.get(verb.head.i) if verb.dep_ == "relcl" else None


def _nearest(cast: Cast, pronoun: Token, kinds: tuple[str, ...]) -> Member | None:
    doc = pronoun.doc
    best: tuple[float, Member] | None = None
    for i in range(pronoun.i - 1, max(-1, pronoun.i - _REACH), -1):
        member = cast.owner.get(i)
        if member is None or member.kind not in kinds:
            continue
        distance = pronoun.i - i
        score = -distance / 15
        if doc[i].dep_ in ("nsubj", "nsubjpass"):
            score += 2.5
        if doc[i].dep_ == "poss":
            score -= 0.8
        if best is None or score > best[0]:
            best = (score, member)
    return best[1] if best else None


def resolve_nominal(cast: Cast, noun: Token) -> Member | None:
    """The actor that "the minister" or "the 45-year-old" means, where one has that role; None for a new one."""
    if noun.tag_ not in ("NN", "JJ", "NNP") or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    lemma = noun.lemma_.lower()
    if ("year" in noun.text and "old" in noun.text) or (
        lemma == "old" and noun.i > 1 and noun.nbor(-1).text == "-"
    ):
        return _nearest(cast, noun, ("person",))
    if any(c.dep_ in ("amod", "compound", "prep", "nmod", "relcl", "acl") for c in noun.children):
        return None
    if lemma in words("names", "any_business"):
        return _nearest(cast, noun, ("organisation",))
    seen = None
    for member in cast.members:
        if (
            member.role
            and member.tokens
            and min(member.tokens) < noun.i
            and lemma in member.role.lower().split()
        ):
            seen = member
    return seen
