"""Who of those with a name a description means: by office, country and sex, then by how near they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.descriptions import (
    HEADS,
    Description,
    describe,
    has_complement,
    offices_alike,
    suits,
)
from explainer.drafting.actors.gender import gender_told
from explainer.drafting.actors.peoples import words_of
from explainer.drafting.actors.pronouns import SUBJECTS, Kinds, nearest
from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

AHEAD = 400
"""How many words ahead the name may come that a first sentence leaves out."""
LEAD = 120
"""How many words the opening of a report has, where people stand without their names."""
_FIRST = 40
"""How many words the first sentence's subject may stand behind, with a headline and a dateline."""
_BACK = 1500
"""How many words back somebody is looked for."""
BESIDE = 60
"""How near somebody must stand of whom no role is known."""
_PLACES = 12
_OF_OTHERS = frozenset(
    "rival other opposing police fire rescue hospital school village intelligence security army navy military".split()
)
_UNTOLD = 0.5
"""How well a label fits somebody of whom no role is told."""
_GROUP: Kinds = {"group": 0.0, "organisation": 0.0}


def described_person(cast: Cast, noun: Token) -> Member | None:
    """The person with a name that a definite noun phrase means, or None for somebody not met by name."""
    described = describe(noun)
    if described is None:
        return _named_next(cast, noun, describe(noun, whole=False)) if _is_told_at_first(noun) else None
    last = _met(cast, noun)
    told = {id: s for id, (_, m) in last.items() if (s := _suit(cast, m, noun, described)) is not None}
    before = [
        (told[id] + _nearness(cast, noun, i), m)
        for id, (i, m) in last.items()
        if id in told and _is_owned(cast, m, noun, described)
    ]
    if described.of_state and not described.asked:
        before += _without_role(cast, noun, last)
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    if noun.i < LEAD or not told:
        owned = noun.i >= LEAD and any(c.dep_ == "poss" for c in noun.lefts)
        after = _named_later(cast, noun, described, BESIDE if owned else AHEAD)
        if after and (noun.i < LEAD or len(after) == 1):
            return max(after, key=lambda pair: pair[0])[1]
    found = _told_of_so_far(cast, noun, described) or _named_next(cast, noun, described)
    if found is not None:
        found.learn(cast.reading, _told_at_first(noun))
    return found


def _told_at_first(noun: Token) -> str:
    """A description without its article and the clauses about it."""
    told = []
    for word in noun.doc[noun.left_edge.i : noun.right_edge.i + 1]:
        if word.i > noun.i and (word.is_punct or word.tag_ in ("WDT", "WP", "VBG", "VBN", "VBD")):
            break
        told.append(word.text)
    return " ".join(told[1:] if told[0].lower() == "the" else told)


def armed_group(cast: Cast, noun: Token) -> Member | None:
    """The group with a name that is meant by ``the rebels``, ``the jihadists``."""
    if noun.lemma_.lower() not in words("descriptions", "fighters") or has_complement(noun):
        return None
    if [c.lower_ for c in noun.lefts] != ["the"]:
        return None

    def fits(member: Member) -> float | None:
        return 0.0 if _is_armed(noun, member) else None

    met = nearest(cast, noun, _GROUP, fits=fits)
    if met is not None or noun.i >= LEAD:
        return met
    later = [m for m in cast.members if m.by_name and m.kind in _GROUP and _is_armed(noun, m, AHEAD)]
    return later[0] if len(later) == 1 else None


def _is_armed(noun: Token, member: Member, ahead: int = 0) -> bool:
    armed, end = words("descriptions", "armed"), min(noun.i + ahead, len(noun.doc))
    beside = {noun.doc[t + 1].lemma_.lower() for t in member.tokens[:_PLACES] if t + 1 < end}
    return bool(armed & {*words_of((member.role or "").lower()), *member.name.lower().split(), *beside})


def _suit(cast: Cast, member: Member, noun: Token, described: Description) -> float | None:
    """How well a description fits the roles of a person, None where it fits none."""
    if member.kind != "person" or not member.by_name or not member.tokens or other_sex(member, noun):
        return None
    if described.age is not None and member.ages(cast) - {described.age}:
        return None
    offices = member.offices(cast.reading)
    if not offices and described.known and not described.asked:
        return _UNTOLD
    found = [s for o in offices if (s := suits(described, o)) is not None]
    return max(found, default=None)


def _is_owned(cast: Cast, member: Member, noun: Token, described: Description) -> bool:
    """Whether a role is told with its owner; a place needs not be: ``Norland's minister`` is Minister Lind."""
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    place = cast.owner.get(owner.i) if owner is not None else None
    if not described.owners or (place is not None and place.kind == "place"):
        return True
    return any(described.owners <= o.words for o in member.offices(cast.reading))


def other_sex(member: Member, noun: Token) -> bool:
    """Whether a noun, or "his" or "her" in what is set after it, tells of a woman where somebody is a man, or the reverse."""
    own = gender_told(noun)
    return bool(own and member.gender and own != member.gender)


def of_country(cast: Cast, member: Member, wanted: frozenset[str]) -> bool:
    own = frozenset(c for o in member.offices(cast.reading) for c in o.countries)
    return not wanted or not own or bool(wanted & own)


def _met(cast: Cast, noun: Token) -> dict[str, tuple[int, Member]]:
    """People with names before a noun, each with the last place outside quoted words and those of the noun itself."""
    inside = cast.reading.quote_of
    last: dict[str, tuple[int, Member]] = {}
    for i in reversed(cast.owned(max(0, noun.i - _BACK), noun.i)):
        member = cast.owner[i]
        if member.kind != "person" or cast.told_by[i] == noun.i:
            continue
        if inside[i] < 0 or inside[i] == inside[noun.i]:
            last.setdefault(member.id, (i, member))
    return last


def last_place(cast: Cast, member: Member, noun: Token) -> int:
    """Where somebody was last spoken of before a noun, or -1."""
    back = reversed(cast.owned(max(0, noun.i - _BACK), noun.i))
    return next((i for i in back if cast.owner[i] is member), -1)


def _named_later(cast: Cast, noun: Token, described: Description, ahead: int) -> list[tuple[float, Member]]:
    """People named after a noun whom it describes, those named next first."""
    found: dict[str, tuple[float, Member]] = {}
    for i in cast.owned(noun.i + 1, noun.i + ahead):
        member = cast.owner[i]
        if member.id in found or min(member.tokens[0], i) < noun.i:
            continue
        suit = _suit(cast, member, noun, described)
        if suit is not None and suit > _UNTOLD:
            found[member.id] = (suit - len(found) / 10, member)
    return list(found.values())


def _nearness(cast: Cast, noun: Token, i: int) -> float:
    return -(noun.i - i) / 30 + (noun.doc[i].dep_ in SUBJECTS) + 0.5 * (i in cast.spoken)


def _without_role(cast: Cast, noun: Token, last: dict[str, tuple[int, Member]]) -> list[tuple[float, Member]]:
    """Heads of state and the like need no role beside their names: who of those has just been a subject."""
    found = []
    for i, member in last.values():
        near = noun.i - i < BESIDE and noun.doc[i].dep_ in SUBJECTS and member.by_name
        held = {w for o in member.offices(cast.reading) for w in o.offices}
        if near and not held & _callings() and not other_sex(member, noun):
            found.append((1.0 + _nearness(cast, noun, i), member))
    return found


def _is_told_at_first(noun: Token) -> bool:
    """Whether a report opens with somebody by what they did: ``The general who ended a dynasty was sworn in``."""
    told = (c for c in noun.rights if c.dep_ == "relcl")
    return noun.i < _FIRST and noun.dep_ in SUBJECTS and any(c.lower_ == "who" for t in told for c in t.lefts)


def _named_next(cast: Cast, noun: Token, described: Description | None) -> Member | None:
    """The name that the second paragraph gives to whom the first one only describes."""
    blocks = cast.reading.token_blocks
    if described is None or noun.i > LEAD or (described.asked and described.of_state):
        return None
    if noun.lemma_.lower() not in words("names", "roles"):
        return None
    block = blocks[noun.i]
    for i in cast.owned(noun.i + 1, noun.i + 2 * LEAD):
        member = cast.owner[i]
        if blocks[i] == block or member.kind != "person" or noun.doc[i].dep_ not in SUBJECTS:
            continue
        met = [blocks[t] for t in member.tokens if blocks[t] <= block]
        if any(cast.reading.blocks[number].kind == "paragraph" for number in met):
            continue
        suitable = _may_hold(cast, member, described) and not other_sex(member, noun)
        return member if suitable and of_country(cast, member, described.countries) else None
    return None


def _told_of_so_far(cast: Cast, noun: Token, described: Description) -> Member | None:
    """The only person that a report has opened with, where it goes on by who that is: ``Ada Lind resigned. The premier said``."""
    heads = words("descriptions", "states", "labels") | HEADS
    another = described.asked & _OF_OTHERS
    if noun.i >= 2 * LEAD or noun.dep_ not in SUBJECTS or described.office not in heads or another:
        return None
    blocks, kinds = cast.reading.token_blocks, cast.reading.blocks
    met = {
        cast.owner[i].id: cast.owner[i]
        for i in cast.owned(0, noun.i)
        if noun.doc[i].dep_ in SUBJECTS
        and cast.owner[i].kind == "person"
        and cast.owner[i].by_name
        and blocks[i] < blocks[noun.i]
        and kinds[blocks[i]].kind == "paragraph"
    }
    if len(met) != 1 or _is_told_of_another(cast, noun, *met):
        return None
    (only,) = met.values()
    suitable = _may_hold(cast, only, described) and not other_sex(only, noun)
    return only if suitable and of_country(cast, only, described.countries) else None


def _is_told_of_another(cast: Cast, noun: Token, known: str) -> bool:
    """Whether the paragraph of a noun has a person for a subject before it who is not that one."""
    blocks = cast.reading.token_blocks
    own = [i for i in cast.owned(max(0, noun.i - BESIDE), noun.i) if blocks[i] == blocks[noun.i]]
    return any(
        noun.doc[i].dep_ in SUBJECTS and cast.owner[i].kind == "person" and cast.owner[i].id != known
        for i in own
    )


def _may_hold(cast: Cast, member: Member, described: Description) -> bool:
    """Whether a role of somebody is the office described, or none is told; for the head of a body none but "an ally"."""
    alike = offices_alike(described.office)
    if described.asked & words("descriptions", "soldiers"):
        alike |= offices_alike("officer")
    told = [o.offices for o in member.offices(cast.reading)]
    suited = any(suits(described, o) is not None for o in member.offices(cast.reading))
    if not told or suited or any(alike & held for held in told):
        return True
    return described.office in HEADS and not any(held & _posts() for held in told)


def _callings() -> frozenset[str]:
    """What somebody is who is no head of state: posts and trades, not "man" or "son"."""
    return _posts() | (words("names", "roles") - words("names", "relations", "kin") - {"man", "woman"})


def _posts() -> frozenset[str]:
    return (words("names", "titles") | words("descriptions", "offices", "states")) - words(
        "names", "courtesy"
    )
