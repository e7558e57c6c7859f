"""Which body with a name a noun means: ``the union``, ``the rights group``, ``the 15-nation bloc``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.actors.described import AHEAD, LEAD
from explainer.drafting.actors.descriptions import MODIFIERS
from explainer.drafting.actors.peoples import countries_in
from explainer.drafting.actors.pronouns import REACH, SUBJECTS, Kinds, nearest
from explainer.drafting.common import lexicon, words
from explainer.ingest.headings import looks_like_outlet

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_BODY: Kinds = {"organisation": 0.0}
_STATE: Kinds = {"place": 0.0}
_BODY_OR_GROUP: Kinds = {"organisation": 0.0, "group": 0.0}
_STATELY = frozenset("royal federal armed national the".split())
_EVER = 600
"""How many words back that is looked for of which there is but one: ``the junta``."""
_JUST = 60
"""How many words back what has just been spoken of may stand."""


def body_meant(cast: Cast, noun: Token, owned: bool) -> Member | None:
    """The body that a definite noun means; ``owned``: whether somebody's is told."""
    lemma = noun.lemma_.lower()
    before = [c.lemma_.lower() for c in noun.lefts if c.dep_ in MODIFIERS]
    wanted = {lemma, *before}
    if lemma in words("descriptions", "countries") and not owned:
        return _state_just_spoken_of(cast, noun)
    if owned or (len(wanted) == 1 and lemma not in _bodies()):
        return _with_words(cast, noun, wanted, owned)
    if wanted == {"central", "bank"}:
        return _central_bank(cast, noun) or _with_words(cast, noun, wanted, owned)
    if len(wanted) > 1:
        return _with_words(cast, noun, wanted, owned) or _just_spoken_of(cast, noun, lemma)
    return (
        _nearest_of_sort(cast, noun, lemma, told=True)
        or _with_words(cast, noun, wanted, owned)
        or _nearest_of_sort(cast, noun, lemma, told=False)
    )


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


def _central_bank(cast: Cast, noun: Token) -> Member | None:
    """The bank of a state by its usual names: ``the Bank of Norland``, ``the Reserve Bank``, ``the Federal Reserve``."""

    def fits(member: Member) -> float | None:
        name = member.name.lower()
        state = name.startswith("bank of ") and countries_in([name[8:]])
        return 0.0 if state or any(w in name for w in _RESERVES) else None

    return nearest(cast, noun, _BODY, fits=fits, reach=_EVER)


_RESERVES = ("reserve bank", "federal reserve", "national bank", "central bank")


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
    told = lexicon("descriptions")
    return words("names", "any_business").union(told["sorts"], told["classes"])


def _nearest_of_sort(cast: Cast, noun: Token, lemma: str, told: bool) -> Member | None:
    """The last organisation before a noun that is told to be of the sort, or of which no other sort is told."""
    only = lemma in words("descriptions", "unions")
    beside = _others_beside(cast, noun)

    def fits(member: Member) -> float | None:
        if member.id in beside:
            return None
        if told or only:
            return 0.0 if _is_told(member, lemma, only) else None
        return None if _sorts_named(member) or _is_known(member) else 0.0

    return nearest(cast, noun, _BODY, fits=fits, reach=_EVER if only else REACH)


def _others_beside(cast: Cast, noun: Token) -> frozenset[str]:
    """Who does something together with whom a noun means: ``in a joint statement with the Bay Union, the bloc said``."""
    before = cast.owned(noun.sent.start, noun.left_edge.i)
    links = {i: noun.doc[i].head for i in before if noun.doc[i].dep_ in ("pobj", "conj")}
    return frozenset(
        cast.owner[i].id for i, over in links.items() if "with" in (over.lower_, over.head.lower_)
    )


def _just_spoken_of(cast: Cast, noun: Token, lemma: str) -> Member | None:
    """The body just spoken of, where more is told of it: ``the Bay-based rights group``; no body of its own, as "the ruling party"."""
    before = [c for c in noun.lefts if c.dep_ in MODIFIERS]
    told = [w.text for c in before for w in noun.doc[c.left_edge.i : c.i + 1]]
    if lemma not in words("descriptions", "varied") or words("descriptions", "apart").intersection(told):
        return None
    places = cast.owned(noun.i - _JUST, noun.i)
    near = {cast.owner[i].id for i in places if i in cast.spoken or _acts(noun.doc[i])}
    wanted = countries_in(told)
    topics = [
        sort for sort, of_it in lexicon("descriptions")["topics"].items() if set(of_it.split()) & set(told)
    ]

    def fits(member: Member) -> float | None:
        if member.id not in near or not member.by_name:
            return None
        own = countries_in((member.role or "").split())
        if wanted and own and not wanted & own:
            return None
        if not _of_topic(member, topics):
            return None
        if _is_told(member, lemma, False):
            return 0.0
        if lemma not in words("descriptions", "trading") or topics or _is_no_firm(member.name):
            return None
        return None if _sorts_named(member) or _is_known(member) or _other_role(member) else 0.5

    return nearest(cast, noun, _BODY_OR_GROUP, fits=fits, reach=_JUST)


def _of_topic(member: Member, topics: list[str]) -> bool:
    """Whether a body is of a kind that words before a noun tell: ``the rights group``; by its name or role."""
    if not topics:
        return True
    told = {w for sort in topics for w in lexicon("descriptions")["topics"][sort].split()}
    return bool(told & _called(member))


def _is_no_firm(name: str) -> bool:
    """Whether a name is no company's: of a seat of power, or of those who report."""
    return name.lower().replace(" ", "-") in words("names", "owners") or looks_like_outlet(name)


def _state_just_spoken_of(cast: Cast, noun: Token) -> Member | None:
    """``the Gulf kingdom``, ``the island nation``: the country that has just done something."""
    near = {cast.owner[i].id for i in cast.owned(noun.i - _JUST, noun.i) if _acts(noun.doc[i])}

    def fits(member: Member) -> float | None:
        return 0.0 if member.id in near and countries_in([member.name, *member.name.split()]) else None

    return nearest(cast, noun, _STATE, fits=fits, reach=_JUST)


def _acts(name: Token) -> bool:
    """Whether a name is a subject, before its noun too: ``the Heron party won``; or who did something."""
    top = name.head if name.dep_ == "compound" else name
    return top.dep_ in SUBJECTS or top.head.dep_ == "agent"


def _is_told(member: Member, lemma: str, only: bool) -> bool:
    """Whether a name, a role or what the world knows of it tells that a body is of a sort."""
    fitting = {lemma, *_sorts(lemma)}
    if only:
        named = {*member.name.lower().split(), member.name.lower().replace(" ", "-")}
        return bool(fitting & named)
    known = any(n.lower() in _known(lemma) for n in (member.name, *member.aliases))
    return known or bool(fitting & _sorts_named(member)) or lemma in _called(member)


def _sorts_named(member: Member) -> frozenset[str]:
    return words("names", "organisations").intersection(member.name.lower().split())


def _other_role(member: Member) -> bool:
    """Whether the role of a body tells another sort than the one asked for: nothing of it fits."""
    return any(word in _bodies() for word in (member.role or "").lower().split())


def _is_known(member: Member) -> bool:
    """Whether the world knows of what sort a body is."""
    return any(n.lower() in _all_known() for n in (member.name, *member.aliases))


@cache
def _known(lemma: str) -> frozenset[str]:
    """The names that the world knows as bodies of a sort."""
    classes: dict[str, str] = lexicon("descriptions")["classes"]
    known = lexicon("world")["known"]
    return frozenset(name for sort in classes.get(lemma, "").split() for name in known[sort])


@cache
def _all_known() -> frozenset[str]:
    return frozenset(name for names in lexicon("world")["known"].values() for name in names)


def _sorts(lemma: str) -> frozenset[str]:
    """The words in names that go with a common noun: ``the club`` is a Rovers, ``the bloc`` a Union."""
    sorts: dict[str, str] = lexicon("descriptions")["sorts"]
    return frozenset(sorts.get(lemma, "").split())
