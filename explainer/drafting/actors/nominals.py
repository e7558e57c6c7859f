"""Which actor a definite noun means: ``the minister``, ``the 45-year-old``, ``the union``, ``Lind's lawyer``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.ages import age_before
from explainer.drafting.actors.bodies import body_meant
from explainer.drafting.actors.described import armed_group, described_person, last_place
from explainer.drafting.actors.descriptions import MODIFIERS, has_complement
from explainer.drafting.actors.gender import gender_of_noun, gender_told
from explainer.drafting.actors.pronouns import PERSON, nearest
from explainer.drafting.actors.varied import off_topic, resolve_leader

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_PAPERS = frozenset(["statement", "communique", "communiqué", "deposition"])
_TOPIC, _OFTEN = 0.2, 10
_AGED = 9
"""How many words before its last "the" may stand in ``the 54-year-old ex-convict``."""
_NEAR = 60
"""How many words after an unnamed source "the woman" or "the man" may mean it."""


def resolve_nominal(cast: Cast, noun: Token) -> Member | None:
    """The actor with a name that a definite noun phrase means, or None for somebody not met by name."""
    if noun.tag_ == "NNS":
        return met_before(cast, noun) or armed_group(cast, noun)
    if noun.tag_ not in ("NN", "JJ", "NNP"):
        return None
    age = age_before(noun)
    definite = any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts) or (
        age is not None and _is_the_aged(noun)
    )
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    if not (definite or owned):
        return None
    lemma = noun.lemma_.lower()
    if definite and age is not None and (lemma == "old" or not has_complement(noun)):
        return _of_age(cast, noun, age)
    if definite and lemma in _PAPERS:
        return _last_speaker(cast, noun)
    if owned and (kin := _kin(cast, noun)) is not None:
        return kin
    person = resolve_leader(cast, noun) or _likelier(
        cast, noun, described_person(cast, noun), met_before(cast, noun)
    )
    if person is not None or has_complement(noun):
        return person
    return body_meant(cast, noun, owned)


def _is_the_aged(noun: Token) -> bool:
    """``the 54-year-old``, ``the 62-year-old ex-convict``, however hyphens are read."""
    for i in range(noun.i - 1, max(noun.i - _AGED, 0), -1):
        if noun.doc[i].like_num:
            return bool(noun.doc[i - 1].lower_ == "the")
    return False


def _likelier(cast: Cast, noun: Token, described: Member | None, met: Member | None) -> Member | None:
    """Of somebody with a name and somebody without, whom a description fits: whose own word it is, then the last."""
    if described is None or met is None:
        return described or met
    if not any(noun.lower_ in office.offices for office in described.offices(cast.reading)):
        return met
    return met if met.tokens[-1] > last_place(cast, described, noun) else described


def _kin(cast: Cast, noun: Token) -> Member | None:
    """The only one before with a name who has been told as somebody's: ``his daughter Ada Lind … his daughter``."""
    if not any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.lefts) or has_complement(noun):
        return None
    met = [
        m
        for m in cast.members
        if m.by_name and m.kind == "person" and m.tokens[0] < noun.i and (m.role or "").lower() == noun.lower_
    ]
    return met[0] if len(met) == 1 else None


def _of_age(cast: Cast, noun: Token, age: int) -> Member | None:
    """Who is said to be so old, else the nearest of whom no other age is told: ``the 52-year-old senator``."""
    described = None if noun.lemma_.lower() == "old" else described_person(cast, noun)
    known = described is not None and described.ages(cast) <= {age}
    if described is not None and known and (age in described.ages(cast) or described.tokens[0] < noun.i):
        return described

    same = [m for m in cast.members if m.kind == "person" and m.by_name and age in m.ages(cast)]
    if len(same) == 1:
        return same[0]

    def fits(member: Member) -> float | None:
        told = member.ages(cast)
        suitable = age in told if told else member.by_name
        return off_topic(cast, member, noun) - _told_of(member) if suitable else None

    return nearest(cast, noun, PERSON, gender_told(noun), fits) or (described if known else None)


def _told_of(member: Member) -> float:
    """How much of a report somebody is: ages are told of those it is about, seldom of who speaks for them."""
    return _TOPIC * min(len(member.tokens), _OFTEN)


def _last_speaker(cast: Cast, noun: Token) -> Member | None:
    """Whose paper it is: who spoke last."""
    before = [i for i in cast.spoken if i < noun.i]
    return cast.owner.get(max(before)) if before else None


def met_before(cast: Cast, noun: Token) -> Member | None:
    """The unnamed source that a definite noun means: ``the officer`` after ``an officer who led the inquiry``."""
    if not any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts):
        return None
    if has_complement(noun):
        return None
    own = {c.lemma_.lower() for c in noun.lefts if c.dep_ in MODIFIERS}
    gender = gender_of_noun(noun)
    for member in reversed(cast.members):
        if member.by_name or not member.tokens or member.kind == "place":
            continue
        first = noun.doc[member.tokens[0]]
        if first.i < noun.i and first.tag_ == noun.tag_ and _may_be(member, first, noun, own, gender):
            return member
    return None


def _may_be(member: Member, first: Token, noun: Token, own: set[str], gender: str | None) -> bool:
    """Whether an unnamed source has the same noun and no less before it, or is the woman or man last spoken of."""
    if first.lemma_.lower() == noun.lemma_.lower():
        return own <= {w.lower() for w in member.name.split()}
    return (
        gender is not None
        and not own
        and member.kind == "person"
        and member.gender in (None, gender)
        and noun.i - max(t for t in member.tokens if t < noun.i) < _NEAR
    )
