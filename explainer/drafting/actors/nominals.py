"""Which actor a definite noun means: ``the minister``, ``the 45-year-old``, ``the union``, ``Lind's lawyer``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.ages import age_before
from explainer.drafting.actors.described import AHEAD, LEAD, armed_group, described_person, last_place
from explainer.drafting.actors.descriptions import MODIFIERS, has_complement
from explainer.drafting.actors.gender import gender_of_noun
from explainer.drafting.actors.peoples import countries_in
from explainer.drafting.actors.pronouns import ORGANISATION, PERSON, REACH, nearest
from explainer.drafting.common import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_PAPERS = frozenset(["statement", "communique", "communiqué", "deposition"])
_STATELY = frozenset("royal federal armed national the".split())
_EVER = 600
"""How many words back that is looked for of which there is but one: ``the junta``."""
_NEAR = 60
"""How many words after an unnamed source "the woman" or "the man" may mean it."""


def resolve_nominal(cast: Cast, noun: Token) -> Member | None:
    """The actor with a name that a definite noun phrase means, or None for somebody not met by name."""
    if noun.tag_ == "NNS":
        return met_before(cast, noun) or armed_group(cast, noun)
    if noun.tag_ not in ("NN", "JJ", "NNP"):
        return None
    definite = any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts)
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    if not (definite or owned):
        return None
    lemma = noun.lemma_.lower()
    if definite and (age := age_before(noun)) is not None and (lemma == "old" or not has_complement(noun)):
        return _of_age(cast, noun, age)
    if definite and lemma in _PAPERS:
        return _last_speaker(cast, noun)
    if owned and (kin := _kin(cast, noun)) is not None:
        return kin
    person = _likelier(cast, noun, described_person(cast, noun), met_before(cast, noun))
    if person is not None or has_complement(noun):
        return person
    wanted = {lemma, *(c.lemma_.lower() for c in noun.lefts if c.dep_ in MODIFIERS)}
    if owned or len(wanted) > 1 or lemma not in _bodies():
        return _with_words(cast, noun, wanted, owned)
    return (
        _nearest_business(cast, noun, lemma, told=True)
        or _with_words(cast, noun, wanted, owned)
        or _nearest_business(cast, noun, lemma, told=False)
    )


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
    if described is not None and described.ages(cast) <= {age}:
        return described

    same = [m for m in cast.members if m.kind == "person" and m.by_name and age in m.ages(cast)]
    if len(same) == 1:
        return same[0]

    def fits(member: Member) -> float | None:
        told = member.ages(cast)
        return None if told and age not in told else 0.0

    return nearest(cast, noun, PERSON, gender_of_noun(noun), fits)


def _last_speaker(cast: Cast, noun: Token) -> Member | None:
    """Whose paper it is: who spoke last."""
    before = [i for i in cast.spoken if i < noun.i]
    return cast.owner.get(max(before)) if before else None


def _with_words(cast: Cast, noun: Token, wanted: set[str], owned: bool) -> Member | None:
    """The organisation whose name or role has the words: the last one before the noun, else the only one after it."""
    fitting = [
        m
        for m in cast.members
        if m.by_name and m.tokens and m.kind == "organisation" and wanted <= _called(m) and _is_its(m, wanted)
    ]
    before = [(max(t for t in m.tokens if t < noun.i), m) for m in fitting if min(m.tokens) < noun.i]
    if owned and noun.i > LEAD:
        return None
    if before:
        return None if owned else max(before, key=lambda pair: pair[0])[1]
    after = [m for m in fitting if min(m.tokens) - noun.i < AHEAD]
    return after[0] if len(after) == 1 and len(fitting) == 1 else None


def _is_its(member: Member, wanted: set[str]) -> bool:
    """Whether a name may be short of what a state has one of: "the army" is the Norland Army, never a liberation army."""
    if not wanted & words("descriptions", "forces"):
        return True
    named = member.name.split()
    return all(w.lower() in wanted or countries_in([w]) or w.lower() in _STATELY for w in named)


def _called(member: Member) -> set[str]:
    role = (member.role or "").lower().replace("-", " ").split(" of ")[0]
    return {*role.split(), *member.name.lower().split()}


def _bodies() -> frozenset[str]:
    return words("names", "any_business") | frozenset(lexicon("descriptions")["sorts"])


def _nearest_business(cast: Cast, noun: Token, lemma: str, told: bool) -> Member | None:
    """The last organisation before a noun that is told to be of the sort, or of which no other sort is told."""
    fitting = {lemma, *_sorts(lemma)}

    def fits(member: Member) -> float | None:
        named = member.name.lower().split()
        sorts = {w for w in named if w in words("names", "organisations")}
        if lemma in words("descriptions", "unions"):
            return 0.0 if fitting & {*named, member.name.lower().replace(" ", "-")} else None
        if told:
            return 0.0 if fitting & sorts or lemma in _called(member) else None
        return None if sorts else 0.0

    reach = _EVER if lemma in words("descriptions", "unions") else REACH
    return nearest(cast, noun, ORGANISATION, fits=fits, reach=reach)


def _sorts(lemma: str) -> frozenset[str]:
    """The words in names that go with a common noun: ``the club`` is a Rovers, ``the bloc`` a Union."""
    sorts: dict[str, str] = lexicon("descriptions")["sorts"]
    return frozenset(sorts.get(lemma, "").split())


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
