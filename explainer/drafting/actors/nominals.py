"""Which actor a definite noun means: ``the minister``, ``the 45-year-old``, ``the union``, ``Lind's lawyer``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.actors.gender import gender_of_noun
from explainer.drafting.actors.pronouns import ORGANISATION, PERSON, nearest
from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from explainer.drafting.actors.cast import Cast, Member

_PAPERS = frozenset(["statement", "communique", "communiqué", "deposition"])
_END_OF_ROLE = re.compile(r" (?:of|for|at|in|to|from|with|on)\b")
_MODIFIERS = frozenset(["amod", "compound", "nmod"])
_AHEAD = 400
"""How many words ahead the name may come that a first sentence leaves out."""
_COMMERCE = frozenset(
    "inc inc. corp corp. co co. ltd ltd. llc plc holdings group company corporation partners bank bancorp capital insurance "
    "airlines airways motors industries technologies systems pharmaceuticals laboratories energy petroleum steel media "
    "firm brewery studios records pictures entertainment".split()
)
_SPORT = frozenset(
    "club united rovers wanderers albion athletic team fc olympique sporting dynamo spartak".split()
)
_SORTS = {"company": _COMMERCE, "firm": _COMMERCE, "group": _COMMERCE, "club": _SPORT, "team": _SPORT}
"""For a common noun the words in names that go with it."""
_NEAR = 60
"""How many words after an unnamed source "the woman" or "the man" may mean it."""
_LEAD = 120
"""How many words the opening of a report has, where people stand without their names."""


def resolve_nominal(cast: Cast, noun: Token) -> Member | None:
    """The actor with a name that a definite noun phrase means, or None for somebody not met by name."""
    if noun.tag_ not in ("NN", "JJ", "NNP"):
        return None
    definite = any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts)
    owned = any(c.dep_ == "poss" for c in noun.lefts)
    if not (definite or owned):
        return None
    lemma = noun.lemma_.lower()
    if definite and _is_age(noun, lemma):
        return nearest(cast, noun, PERSON)
    if any(c.dep_ in ("relcl", "acl", "prep") for c in noun.rights):
        return None
    if definite and lemma in _PAPERS:
        return _last_speaker(cast, noun)
    wanted = {lemma, *(c.lemma_.lower() for c in noun.lefts if c.dep_ in _MODIFIERS)}
    told = _with_role(cast, noun, wanted)
    if told is not None or owned or len(wanted) > 1:
        return told
    return _nearest_business(cast, noun, lemma) if lemma in words("names", "any_business") else None


def _is_age(noun: Token, lemma: str) -> bool:
    return ("year" in noun.text and "old" in noun.text) or (
        lemma == "old" and noun.i > 1 and noun.nbor(-1).text == "-"
    )


def _last_speaker(cast: Cast, noun: Token) -> Member | None:
    """Whose paper it is: who spoke last."""
    before = [i for i in cast.spoken if i < noun.i]
    return cast.owner.get(max(before)) if before else None


def _with_role(cast: Cast, noun: Token, wanted: set[str]) -> Member | None:
    """Who is called that: the last one named before the noun, else the only one named after it."""
    fitting = [
        m for m in cast.members if m.by_name and m.tokens and _is_called(m, wanted, noun.lemma_.lower())
    ]
    before = [(max(t for t in m.tokens if t < noun.i), m) for m in fitting if min(m.tokens) < noun.i]
    owner = next((c.text for c in noun.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        before = [(i, m) for i, m in before if owner in (m.role or "").split()]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    after = [m for m in fitting if min(m.tokens) - noun.i < _AHEAD]
    leads = owner is None or noun.i < _LEAD
    return after[0] if leads and len(after) == 1 and len(fitting) == 1 else None


def _is_called(member: Member, wanted: set[str], lemma: str) -> bool:
    """Whether the words stand in somebody's role, or in an organisation's name or role."""
    role = _END_OF_ROLE.split((member.role or "").lower().replace("-", " "))[0].split()
    if role and role[0].endswith("s") and role[0][:-1] in words("names", "posts"):
        role = []
    if role and lemma not in words("names", "roles") and lemma != role[-1]:
        role = []
    return wanted <= {*role, *(member.name.lower().split() if member.kind == "organisation" else ())}


def _nearest_business(cast: Cast, noun: Token, lemma: str) -> Member | None:
    """The last organisation before a noun, unless its name says that it is of another sort."""

    def fits(member: Member) -> bool:
        sorts = {w for w in member.name.lower().split() if w in words("names", "organisations")}
        return not sorts or lemma in sorts or sorts <= _SORTS.get(lemma, frozenset())

    return nearest(cast, noun, ORGANISATION, fits=fits)


def met_before(cast: Cast, noun: Token) -> Member | None:
    """The unnamed source that a definite noun means: ``the officer`` after ``an officer who led the inquiry``."""
    if not any(c.lower_ == "the" and c.dep_ == "det" for c in noun.lefts):
        return None
    if any(c.dep_ in ("relcl", "acl", "prep") for c in noun.rights):
        return None
    own = {c.lemma_.lower() for c in noun.lefts if c.dep_ in _MODIFIERS}
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
