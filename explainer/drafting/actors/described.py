"""Who of those with a name a description means: by office, country and sex, then by how near they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.descriptions import Description, describe, has_complement, offices_alike, suits
from explainer.drafting.actors.gender import gender_of_noun
from explainer.drafting.actors.peoples import countries_in, words_of
from explainer.drafting.actors.pronouns import PERSON, SUBJECTS, Kinds, nearest
from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

AHEAD = 400
"""How many words ahead the name may come that a first sentence leaves out."""
LEAD = 120
"""How many words the opening of a report has, where people stand without their names."""
_BESIDE = 80
"""How near somebody must stand of whom no role is known."""
_GROUP: Kinds = {"group": 0.0, "organisation": 0.0}


def described_person(cast: Cast, noun: Token) -> Member | None:
    """The person with a name that a definite noun phrase means, or None for somebody not met by name."""
    described = describe(noun)
    if described is None:
        return None
    told = {m.id: suit for m in cast.members if (suit := _suit(cast, m, noun, described)) is not None}
    people = [m for m in cast.members if m.id in told]
    before = [
        (told[m.id] + near, m)
        for m in people
        if (near := _nearness(cast, m, noun)) is not None and _is_owned(cast, m, noun, described)
    ]
    if described.of_state and not described.asked:
        before += _without_role(cast, noun, described)
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    after = [m for m in people if 0 < min(m.tokens) - noun.i < AHEAD]
    if noun.i < LEAD and after:
        return max(after, key=lambda m: (told[m.id], -min(m.tokens)))
    if len(after) == 1 and len(people) == 1 and not any(c.dep_ == "poss" for c in noun.lefts):
        return after[0]
    return _named_next(cast, noun, described)


def resolve_known(cast: Cast, noun: Token) -> Member | None:
    """Whom a description means that fits nobody's role but is never of somebody new: ``the former baker``."""
    if noun.tag_ not in ("NN", "JJ", "NNP") or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    described = describe(noun)
    if described is None or not described.known or described.asked:
        return None
    wanted = described.countries or countries_in([described.office])

    def fits(member: Member) -> float | None:
        return 0.0 if _of_country(cast, member, wanted) else None

    return nearest(cast, noun, PERSON, gender_of_noun(noun), fits)


def armed_group(cast: Cast, noun: Token) -> Member | None:
    """The group with a name that is meant by ``the rebels``, ``the jihadists``."""
    if noun.lemma_.lower() not in words("descriptions", "fighters") or has_complement(noun):
        return None
    if [c.lower_ for c in noun.lefts] != ["the"]:
        return None

    def fits(member: Member) -> float | None:
        return 0.0 if _is_armed(noun, member) else None

    return nearest(cast, noun, _GROUP, fits=fits)


def _is_armed(noun: Token, member: Member) -> bool:
    armed = words("descriptions", "armed")
    beside = {noun.doc[t + 1].lemma_.lower() for t in member.tokens if t + 1 < noun.i}
    return bool(armed & {*words_of((member.role or "").lower()), *member.name.lower().split(), *beside})


def _suit(cast: Cast, member: Member, noun: Token, described: Description) -> float | None:
    """How well a description fits the roles of a person, None where it fits none."""
    if member.kind != "person" or not member.by_name or not member.tokens or _other_sex(member, noun):
        return None
    found = [s for o in member.offices(cast.reading) if (s := suits(described, o)) is not None]
    return max(found, default=None)


def _is_owned(cast: Cast, member: Member, noun: Token, described: Description) -> bool:
    """Whether a role is told with its owner; a place needs not be: ``Norland's minister`` is Minister Lind."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    place = cast.owner.get(owner.i) if owner is not None else None
    if not described.owners or (place is not None and place.kind == "place"):
        return True
    return any(described.owners <= o.words for o in member.offices(cast.reading))


def _other_sex(member: Member, noun: Token) -> bool:
    own = gender_of_noun(noun)
    return bool(own and member.gender and own != member.gender)


def _of_country(cast: Cast, member: Member, wanted: frozenset[str]) -> bool:
    own = frozenset(c for o in member.offices(cast.reading) for c in o.countries)
    return not wanted or not own or bool(wanted & own)


def _nearness(cast: Cast, member: Member, noun: Token) -> float | None:
    """How near somebody stands before a noun, outside the words that the noun is the source of."""
    own = cast.words_of.get(noun.i, ())
    places = [t for t in member.tokens if t < noun.i and not any(a <= t < b for a, b in own)]
    if not places:
        return None
    last = max(places)
    dep = noun.doc[last].dep_
    return -(noun.i - last) / 30 + (dep in SUBJECTS) + 0.5 * (last in cast.spoken)


def _without_role(cast: Cast, noun: Token, described: Description) -> list[tuple[float, Member]]:
    """Heads of state and the like need no role beside their names: who of those has just been a subject."""
    found = []
    for member in cast.members:
        if member.kind != "person" or not member.by_name or member.offices(cast.reading):
            continue
        near = _nearness(cast, member, noun)
        if near is not None and near > 1 - _BESIDE / 30 and not _other_sex(member, noun):
            found.append((1.0 + near, member))
    return found


def _named_next(cast: Cast, noun: Token, described: Description) -> Member | None:
    """The name that the second paragraph gives to whom the first one only describes."""
    blocks = cast.reading.token_blocks
    if noun.i > LEAD or (described.asked and described.of_state):
        return None
    if noun.lemma_.lower() not in words("names", "roles"):
        return None
    block = blocks[noun.i]
    for token in noun.doc[noun.i + 1 : noun.i + 2 * LEAD]:
        if blocks[token.i] == block:
            continue
        member = cast.owner.get(token.i)
        if member is None or member.kind != "person" or token.dep_ not in SUBJECTS:
            continue
        roles = member.offices(cast.reading)
        alike = offices_alike(described.office)
        suitable = not roles or any(alike & role.offices for role in roles)
        new = min(member.tokens) > noun.i and not _other_sex(member, noun)
        return member if new and suitable and _of_country(cast, member, described.countries) else None
    return None
