"""What a definite description says of somebody, and whether it may be said of a person: ``the Turkish leader``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.actors.ages import age_before
from explainer.drafting.actors.peoples import countries_in, country_of, words_of
from explainer.drafting.common import Reading, children, lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_END_OF_ROLE = re.compile(r" (?:of|for|at|in|to|from|with|on)\b")
MODIFIERS = frozenset(["amod", "compound", "nmod"])
_OPEN = frozenset(["relcl", "acl"])
_FORMER = frozenset(["former", "ex"])
_AGE = re.compile(r"\d+-year-old|old", re.I)


@dataclass(frozen=True, slots=True)
class Description:
    """Its office, the countries it tells, and the other words that a person's role must have.

    ``owners``: of whom or what it is. ``former``: whether it looks back, as only on somebody known.
    ``plain``: those of the asked words that are no names. ``age``: in years, where it tells one.
    """

    office: str
    countries: frozenset[str]
    asked: frozenset[str]
    plain: frozenset[str]
    owners: frozenset[str]
    former: bool
    age: int | None

    @property
    def of_state(self) -> bool:
        return self.office in words("descriptions", "states")

    @property
    def known(self) -> bool:
        """Whether nobody new is described so."""
        return self.former or self.office in words("descriptions", "labels") or bool(country_of(self.office))


@dataclass(frozen=True, slots=True)
class Office:
    """A role that the article gives a person, as descriptions are compared with it."""

    offices: frozenset[str]
    words: frozenset[str]
    countries: frozenset[str]
    of_body: bool
    """Whether it is held in something with a name that is no country: ``European Council President``."""
    bare: bool
    """Whether nothing but that name is told of it: ``Heron chief``."""
    former: bool


def describe(noun: Token, *, whole: bool = True) -> Description | None:
    """What the words around a definite noun say, or None where more is said than can be compared.

    ``whole``: a clause that tells more counts as well; else only what stands before the noun.
    """
    lefts = [c for c in noun.lefts if c.dep_ in MODIFIERS]
    told = [
        w.lower_ for c in lefts for w in noun.doc[c.left_edge.i : c.i + 1] if w.is_alpha or "-" in w.text[1:]
    ]
    more: list[str] = []
    if whole and has_complement(noun, allowed="of"):
        return None
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            more += _complement(child)
    owner = next((c for c in noun.lefts if c.dep_ == "poss"), None)
    owned: list[str] = []
    if owner is not None:
        if owner.pos_ == "PRON":
            return None
        if owner.pos_ == "PROPN" or country_of(owner.text):
            owned = [w.text for w in owner.subtree if w.pos_ in ("PROPN", "ADJ")]
    office, rest = _office([*told, _singular(noun)])
    return Description(
        office, countries_in([*rest, *more]) | countries_in(owned), _asked([*rest, *more]),
        frozenset(w for w in noun.doc[noun.left_edge.i : noun.i].text.split() if w.islower()), _asked(owned),
        bool(_FORMER.intersection(rest)), age_before(noun),
    )  # fmt: skip


def _complement(word: Token) -> list[str]:
    """What an office is of: the names in it, or, where there are none, its nouns and adjectives."""
    clauses = (c for noun in children(word) for c in children(noun) if c.dep_ == "relcl")
    end = min((c.left_edge.i for c in clauses), default=word.right_edge.i + 1)
    inside = (w for w in word.subtree if w.i < end and not _is_time(w))
    parts = [w for w in inside if w.pos_ in ("PROPN", "NOUN", "ADJ")]
    names = [w.text for w in parts if w.pos_ == "PROPN"]
    return names or [w.text for w in parts]


def _asked(parts: list[str]) -> frozenset[str]:
    """The words that a role must have too: neither countries nor what tells of no office."""
    spare = words("descriptions", "neutral") | _TWO_WORDS
    small = ((w.lower(), w) for w in parts)
    several = any(w.lower() in ("time", "times") for w in parts)
    return frozenset(
        low
        for low, w in small
        if low not in spare
        and not countries_in([w])
        and not _AGE.fullmatch(w)
        and not (several and low in _OFTEN)
    )


def has_complement(noun: Token, allowed: str = "") -> bool:
    """Whether words after a noun tell which one it is; what follows a comma and what tells a time do not.

    Nor does what follows a complement that is allowed, ``the head of the ward treating him``, nor a number.
    """
    for child in noun.rights:
        if allowed and child.lower_ == allowed and child.dep_ == "prep":
            return any(c.dep_ == "prep" and c.lower_ != allowed for c in noun.rights if c.i < child.i)
        if child.dep_ in _OPEN and noun.doc[child.left_edge.i - 1].text != ",":
            return True
        if child.dep_ == "prep" and child.lower_ == "of" and any(c.like_num for c in children(child)):
            continue
        if child.dep_ == "prep" and child.lower_ != allowed and not any(_is_time(c) for c in children(child)):
            return True
    return False


_OFTEN = frozenset("time times two three four five six seven eight nine ten".split())
"""``the three-time premier``: how often somebody has held an office is no part of it."""
_TWO_WORDS = frozenset(["year", "north", "south", "saudi", "costa", "sri", "white"])
"""What remains of a country's name in two words, and of an age."""


def _is_time(word: Token) -> bool:
    return word.ent_type_ in ("DATE", "TIME")


def _singular(noun: Token) -> str:
    return noun.lower_ if noun.tag_ != "NNS" else noun.lemma_.lower()


def _office(parts: list[str]) -> tuple[str, list[str]]:
    """The last words, where they are one office, and those before them."""
    joined = words("descriptions", "offices")
    if len(parts) > 1 and parts[-1] in _NOT_YET:
        parts = parts[:-1]
    for count in (3, 2):
        if len(parts) >= count and "-".join(parts[-count:]) in joined:
            return "-".join(parts[-count:]), parts[:-count]
    return parts[-1], parts[:-1]


HEADS = frozenset(["head", "leader", "chief", "boss", "founder", "commander", "ruler", "strongman"])
"""Those who lead a body, whatever their office there is."""
_NOT_YET = ("elect", "designate")


@cache
def office_of(role: str) -> Office:
    """A role as descriptions are compared with it."""
    front = _END_OF_ROLE.split(_joined(role))[0]
    if "'s " in front or "’s " in front or " ’s " in front:
        front = re.split(r"\s?['’]s ", front)[-1]
    own = words_of(front.lower())
    titles = words("names", "roles", "titles") | words("descriptions", "offices")
    heads = {w for w in own if w in titles} | set(own[-1:])
    if own and own[0].endswith("s") and own[0][:-1] in words("names", "posts"):
        heads = set()
    everything = [w.removesuffix("'s").removesuffix("’s") for w in words_of(role.replace("’", "'"))]
    named = [w for w in everything if w[:1].isupper() and w.lower() not in titles and not countries_in([w])]
    large = frozenset(w.lower() for w in named) - words(
        "names", "roles", "titles", "portfolios", "organisations"
    )
    large -= words("descriptions", "neutral")
    return Office(
        frozenset(heads),
        frozenset(w.lower() for w in (*everything, *own)),
        countries_in(everything),
        bool(large),
        bool(large) and not any(w.islower() and w not in heads for w in everything),
        bool(_FORMER.intersection(own)),
    )


def _joined(role: str) -> str:
    """A role with what is one office as one word: ``Prime Minister`` is no minister, an ``ex-mayor`` a former mayor."""
    role = re.sub(r"\bex[-‑]", "former ", role)
    role = re.sub(rf"[ -](?:{'|'.join(_NOT_YET)})\b", "", role)
    for office in words("descriptions", "offices"):
        role = re.sub(rf"\b{office.replace('-', '[ -]')}\b", office, role, flags=re.I)
    return role


def suits(described: Description, office: Office) -> float | None:
    """How well a description fits a role, None where it does not: another office, another country."""
    countries = described.countries
    if countries and office.countries and not countries & office.countries:
        return None
    missing = frozenset(w for w in described.asked - office.words if not _seat(w) & office.words)
    if missing == {"party"} and office.of_body and office.offices & HEADS:
        missing = frozenset()
    armed = office.of_body and missing <= words("descriptions", "fighters")
    unsaid = bool(missing) and missing <= described.plain and (office.bare or armed)
    of_coup = described.office in HEADS and bool(described.asked & words("descriptions", "soldiers"))
    if of_coup and missing <= words("descriptions", "soldiers") and offices_alike("officer") & office.offices:
        return 2.5
    if countries & office.countries and "counterpart" in office.offices and not missing:
        return 5.0
    if described.office in HEADS and missing and missing <= _OF_SOLDIERS and office.offices & _GENERALS:
        return 1.0
    if (missing and not unsaid) or (described.owners - office.words and office.of_body):
        return None
    if own := country_of(described.office):
        return None if office.countries and own not in office.countries else 1.0
    if not offices_alike(described.office) & office.offices:
        return _suits_otherwise(described, office)
    if countries and not office.countries and office.of_body and described.of_state:
        return None
    told = (countries & office.countries) | (described.owners & office.words)
    held = described.former and described.of_state and not office.former
    return 3.0 - 2.5 * held + 2.0 * bool(told) + 0.5 * (described.office in office.offices) - 2.0 * unsaid


def _seat(word: str) -> frozenset[str]:
    seats: dict[str, str] = lexicon("descriptions")["seats"]
    return frozenset(seats.get(word, "").split())


def _suits_otherwise(described: Description, office: Office) -> float | None:
    """How well offices go together whose words differ: ``incumbent Lind``, ``the Norland leader``, ``the army chief``."""
    if described.former and office.former and described.of_state and office.offices & HEADS:
        return 3.0
    if described.of_state and "incumbent" in office.offices and not described.plain & _COMING:
        return 3.0
    if not office.offices & HEADS:
        return None
    if described.office == "opposition-leader" and not described.asked:
        of_party = office.of_body or office.words & frozenset(
            lexicon("descriptions")["sorts"]["party"].split()
        )
        return 2.0 if of_party and not office.countries - described.countries else None
    if described.of_state and described.countries & office.countries:
        return 2.5 if all(w in HEADS or country_of(w) for w in office.words) else None
    return 2.5 if described.office in _RANKS and office.words & _OF_SOLDIERS else None


_COMING = frozenset(["new", "incoming", "elected", "next", "newly", "elect"])
_RANKS = frozenset(["general", "admiral", "commander"])
_GENERALS = frozenset("general gen. admiral adm. marshal".split())
_OF_SOLDIERS = frozenset("army military armed forces navy guard defence defense junta staff coup".split())


def offices_alike(office: str) -> frozenset[str]:
    """What somebody may be who is called so."""
    alike: dict[str, str] = lexicon("descriptions")["alike"]
    return frozenset([office, *alike.get(office, "").split()])


_LED = frozenset(["led", "headed", "chaired", "founded"])
_LEADS = frozenset(["lead", "head", "chair", "run", "command"])


def post_beside(reading: Reading, first: int, last: int) -> str:
    """The post that a clause beside a name tells: ``the party, led by Lind``, ``Lind, who leads the Bay Union``."""
    doc = reading.doc
    if first > 1 and doc[first - 1].lower_ == "by" and doc[first - 2].lower_ in _LED:
        return "party leader"
    if last + 3 >= len(doc) or doc[last + 1].text != "," or doc[last + 2].lower_ != "who":
        return ""
    verb = doc[last + 3]
    body = next((c for c in verb.rights if c.dep_ == "dobj"), None) if verb.lemma_ in _LEADS else None
    return f"{reading.span(body.left_edge.i, body.i).of(reading.text)} leader" if body is not None else ""
