"""Whom a description means that fits no role told so far: somebody just spoken of, in other words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from explainer.drafting.actors.described import BESIDE, last_place, of_country, other_sex
from explainer.drafting.actors.descriptions import HEADS, Description, describe, has_complement, offices_alike
from explainer.drafting.actors.gender import gender_told
from explainer.drafting.actors.peoples import countries_in
from explainer.drafting.actors.pronouns import PERSON, SUBJECTS, nearest
from explainer.drafting.common import children, words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from explainer.drafting.actors.cast import Cast, Member

_CALLED_BY_OFFICE = 3.0
_SAME_PARTY = 2.0
_ANYBODYS = frozenset(
    """spokesman spokeswoman spokesperson official lawyer attorney judge prosecutor police witness source officer
    neighbour neighbor resident""".split()
)
_TAKING = frozenset(
    "appoint elect name nominate become take assume succeed replace lead head chair run".split()
)
_CLAUSE = 6


def resolve_known(cast: Cast, noun: Token) -> Member | None:
    """Whom a description means that fits nobody's role but is never of somebody new: ``the former baker``."""
    if noun.tag_ not in ("NN", "JJ", "NNP") or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    described = describe(noun)
    if described is None or not described.known or (described.asked and not described.former):
        return None
    wanted = described.countries or countries_in([described.office])

    def fits(member: Member) -> float | None:
        return off_topic(cast, member, noun) if of_country(cast, member, wanted) else None

    return nearest(cast, noun, PERSON, gender_told(noun), fits)


def off_topic(cast: Cast, member: Member, noun: Token) -> float:
    """What is taken off for those of whom reports tell what they do to others, and who are called by their office.

    Nothing for whom they have just done it to: ``named Ada Lind as premier. The former banker said``.
    """
    if not _heads_state(cast, member):
        return 0.0
    name = noun.doc[max(0, last_place(cast, member, noun))]
    chosen = name.head.lemma_ in words("descriptions", "choosing")
    done_to = name.dep_ in ("dobj", "oprd", "nsubjpass") and chosen
    tells = name.dep_ in SUBJECTS and not chosen
    return 0.0 if done_to or tells else _CALLED_BY_OFFICE


def resolve_last(cast: Cast, noun: Token) -> Member | None:
    """The person just spoken of, whom a noun tells as what they are by trade: ``the gambling tycoon``, ``the anchor``."""
    if (
        not noun.is_lower
        or noun.tag_ not in ("NN", "NNP")
        or not (noun.lemma_.lower() in words("descriptions", "trades") or _is_parent(noun))
    ):
        return None
    described = describe(noun) if any(c.lower_ == "the" for c in noun.lefts) else None
    if described is None or has_complement(noun):
        return None

    def fits(member: Member) -> float | None:
        return (
            off_topic(cast, member, noun)
            if member.by_name and _may_be(cast, member, noun, described)
            else None
        )

    return nearest(cast, noun, PERSON, gender_told(noun), fits, BESIDE)


def _is_parent(noun: Token) -> bool:
    """``the father of four``, ``the grieving mother``"""
    if noun.lower_ not in ("father", "mother"):
        return False
    of = (c for c in noun.rights if c.lower_ == "of")
    return any(c.dep_ == "amod" for c in noun.lefts) or any(w.like_num for c in of for w in children(c))


def _may_be(cast: Cast, member: Member, noun: Token, described: Description) -> bool:
    """Whether nothing that is told of somebody forbids a description: another country, an office of the kind elsewhere."""
    alike = offices_alike(described.office)
    others = (o for o in member.offices(cast.reading) if alike & o.offices and o.of_body and described.asked)
    return (
        of_country(cast, member, described.countries)
        and not (described.asked and not described.former and _heads_state(cast, member))
        and not other_sex(member, noun)
        and not any(described.asked - o.words for o in others)
    )


def _heads_state(cast: Cast, member: Member) -> bool:
    """Whether somebody is a president or the like: those are called so, never ``the Bay senator``."""
    return any(o.offices & words("descriptions", "states") - {"leader"} for o in member.offices(cast.reading))


def resolve_speaker(cast: Cast, noun: Token) -> Member | None:
    """Who spoke last, where only a clause tells of an office: ``Ada Lind, elected in May, said no. The governor said``."""
    if (
        noun.dep_ not in SUBJECTS
        or noun.tag_ not in ("NN", "NNP")
        or not any(c.lower_ == "the" for c in noun.lefts)
    ):
        return None
    office = noun.lemma_.lower()
    if office in _ANYBODYS or office not in words("names", "roles") or has_complement(noun):
        return None
    before = [i for i in cast.spoken if noun.i - BESIDE < i < noun.i]
    member = cast.owner.get(max(before)) if before else None
    if member is None or not member.by_name or member.kind != "person" or other_sex(member, noun):
        return None
    blocks = cast.reading.token_blocks
    described = describe(noun)
    told = member.offices(cast.reading) or member.ages(cast) or blocks[noun.i] - blocks[max(before)] > 1
    if told or described is None or described.countries:
        return None
    of_name = described.office in HEADS and described.asked - described.plain
    return member if of_name or _took_office(cast, member) else None


def resolve_leader(cast: Cast, noun: Token) -> Member | None:
    """Who has been told as "its leader", where the head of a body or of fighters is called so: ``the Bay Front chief``."""
    if noun.lemma_.lower() not in HEADS or noun.dep_ not in SUBJECTS or has_complement(noun):
        return None
    body = next((cast.owner[c.i] for c in noun.lefts if c.i in cast.owner), None)
    armed = {c.lemma_.lower() for c in noun.lefts} & words("descriptions", "fighters")
    if body is not None and body.kind not in ("organisation", "group"):
        return None
    if body is None and not armed:
        return None
    led = [m for m in cast.members if m.kind == "person" and m.by_name and _leads(cast, m, body, armed)]
    return led[0] if len(led) == 1 and not other_sex(led[0], noun) else None


def _leads(cast: Cast, member: Member, body: Member | None, armed: set[str]) -> bool:
    """Whether a sentence that has named the body or its fighters before goes on ``its leader, Ada Lind``."""
    doc = cast.reading.doc
    for place in member.named.places if member.named else ():
        at = place.first - 1 - (place.first > 1 and doc[place.first - 1].text == ",")
        if at > 0 and doc[at].lemma_.lower() in HEADS and doc[at - 1].lower_ in ("its", "their", "whose"):
            first = doc[at].sent.start
            named = body is not None and any(cast.owner[i] is body for i in cast.owned(first, at))
            return named or any(t.lemma_.lower() in armed for t in doc[first:at])
    return False


def resolve_suspect(cast: Cast, noun: Token) -> Member | None:
    """The only one with a name who is told to be held or charged: ``the suspect``, ``the gunman``."""
    if noun.lemma_.lower() not in _HELD or not any(c.lower_ == "the" for c in noun.lefts):
        return None
    held = [m for m in cast.members if m.kind == "person" and m.by_name and _is_held(noun.doc, m)]
    return held[0] if len(held) == 1 and not has_complement(noun) else None


def _is_held(doc: Doc, member: Member) -> bool:
    tops = (doc[t].head if doc[t].dep_ == "appos" else doc[t] for t in member.tokens)
    return any(t.dep_ in ("dobj", "nsubjpass") and t.head.lemma_ in _HOLDING for t in tops)


_HELD = frozenset("suspect attacker gunman shooter assailant defendant accused".split())
_HOLDING = frozenset("arrest detain hold charge identify convict jail imprison handcuff".split())


def resolve_told(cast: Cast, noun: Token) -> Member | None:
    """Of whom the sentence before tells, where a description tells more of them: ``Lind flew home. … the three-time premier said``.

    One with a country, ``Norland's president``, only where quoted words stand between.
    """
    if noun.dep_ not in SUBJECTS or noun.tag_ not in ("NN", "NNP"):
        return None
    described, before = describe(noun), _subject_before(cast, noun)
    if described is None or before is None or described.office in _ANYBODYS:
        return None
    between = any(n >= 0 for n in cast.reading.quote_of[before : noun.i])
    heads = words("descriptions", "states", "labels") | HEADS
    if described.office not in (words("names", "roles") if between else heads):
        return None
    neutral = words("descriptions", "neutral")
    telling = described.former or any(w in neutral or w.endswith("-time") for w in described.plain)
    if not between and (described.countries or not telling):
        return None
    member = cast.owner[before]
    posts = words("names", "titles") | words("descriptions", "offices", "states")
    held = frozenset(w for o in member.offices(cast.reading) for w in o.offices)
    suitable = not held & posts or bool(held & offices_alike(described.office))
    return member if suitable and not other_sex(member, noun) else None


def _subject_before(cast: Cast, noun: Token) -> int | None:
    """The last person with a name in the paragraph who is the subject of a clause outside quoted words."""
    doc, blocks, inside = noun.doc, cast.reading.token_blocks, cast.reading.quote_of
    for i in reversed(cast.owned(max(0, noun.i - BESIDE), noun.left_edge.i)):
        if blocks[i] != blocks[noun.i]:
            return None
        member = cast.owner[i]
        top = doc[i].head if doc[i].dep_ == "appos" else doc[i]
        if top.dep_ in SUBJECTS and inside[i] < 0 and member.kind == "person":
            return i if member.by_name else None
    return None


def resolve_partisan(cast: Cast, name: Token) -> Member | None:
    """The politician just spoken of, where a word for one of a party is read as a name: ``the Social Democrat said``."""
    if f"{name.lower_}s" not in words("names", "partisans") or name.dep_ not in SUBJECTS:
        return None
    if not any(c.lower_ == "the" for c in name.lefts) or has_complement(name):
        return None
    if not cast.owner[name.i].name.lower().endswith(name.lower_):
        return None
    first = name.left_edge.i
    own = {id(cast.owner[i]) for i in range(first, name.i + 1) if i in cast.owner}

    def fits(member: Member) -> float | None:
        if id(member) in own or not member.by_name:
            return None
        held = frozenset(w for o in member.offices(cast.reading) for w in o.words)
        if name.lower_ in held:
            return -_SAME_PARTY
        if any(f"{w}s" in words("names", "partisans") for w in held):
            return None
        return off_topic(cast, member, name)

    return nearest(cast, name, PERSON, fits=fits, reach=BESIDE)


def resolve_former(cast: Cast, noun: Token) -> Member | None:
    """Who has held or won an office, where hyphens mislead a model: ``the ex-minister``, ``the governor-elect``."""
    if noun.i < 3 or noun.nbor(-1).text not in ("-", "‑"):
        return None
    if noun.lower_ in ("elect", "designate") and noun.nbor(-3).lower_ == "the":
        return nearest(cast, noun, PERSON, fits=lambda m: _may_be_elected(cast, m))
    if noun.nbor(-2).lower_ != "ex":
        return None
    alike = offices_alike(noun.lemma_.lower())

    def fits(member: Member) -> float | None:
        return 0.0 if any(alike & o.offices for o in member.offices(cast.reading)) else None

    return nearest(cast, noun, PERSON, fits=fits) if noun.nbor(-3).lower_ == "the" else None


def _may_be_elected(cast: Cast, member: Member) -> float | None:
    """Nothing is taken off for whom no trade is told, or an office; those who have a trade are not meant."""
    held = {w for o in member.offices(cast.reading) for w in o.offices}
    office = words("names", "titles") | words("descriptions", "offices", "states") | HEADS | _RUNNING
    return 0.0 if not held or held & office else None


_RUNNING = frozenset("candidate nominee contender frontrunner lawmaker senator governor rival winner".split())


def _took_office(cast: Cast, member: Member) -> bool:
    """Whether words after a name tell that somebody has come to an office: ``Lind, who was elected in May,``."""
    doc = cast.reading.doc
    return any(
        doc[place.last + 1].text == ","
        and any(w.lemma_ in _TAKING for w in doc[place.last + 2 : place.last + _CLAUSE])
        for place in (member.named.places if member.named else ())
        if place.last + 2 < len(doc)
    )
