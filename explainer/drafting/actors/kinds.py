"""What kind of thing a name names, decided by all its places together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import bodies_of_states, cities, countries, land_in
from explainer.drafting.actors.context import add_context
from explainer.drafting.actors.context_after import Points
from explainer.drafting.actors.edges import UNMARKED, common_nouns, given_names
from explainer.drafting.actors.names import ACRONYM, DATELINE, LABELS, Candidate
from explainer.drafting.actors.unseen import in_sentence, is_acronym, is_new_word
from explainer.drafting.common import Reading, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONE_PERSON = 0.5
"""People are named in full first: one word alone, marked as a person, is often something else."""
_NOT_NAMES = {"NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT",
              "QUANTITY", "ORDINAL", "CARDINAL", "PRODUCT"}  # fmt: skip
_NO_CONTEXT = _NOT_NAMES - {"PRODUCT", "WORK_OF_ART"}
_FOREIGN_ARTICLES = frozenset(["il", "die", "der", "das", "het"])
"""Articles that open the names of papers, and no person's last name: ``Die Rundschau``."""
_DOUBT = 0.3
"""What speaks against a name that the model has not marked."""
_FEW = 2
"""From so many places on, one more with the same mark tells little: the model repeats its mistakes."""


def evidence_of_kind(reading: Reading, name: str, places: list[Candidate]) -> Points:
    """Points for each kind (and for ``none``) that the places of one name give it."""
    points: Points = defaultdict(float)
    marked = 0
    other = 0.0
    for place in places:
        kind = LABELS.get(place.label)
        if place.label == DATELINE:
            points["place"] += 3.0
        elif place.label == ACRONYM:
            points["organisation"] += 4.0
        elif kind:
            points[kind] += _LONE_PERSON if kind == "person" and " " not in name else 1.0
        elif place.label == UNMARKED:
            other += _DOUBT if " " in name else 2 * _DOUBT
        elif (
            place.label == "NORP" and " " in name and name.split()[-1].lower() in words("names", "partisans")
        ):
            points["organisation"] += 1.5
        elif place.label in _NOT_NAMES:
            other += 0.5 if place.label == "NORP" and _is_object(reading, place) else 1.0
        marked += bool(place.label)
    weight = _weight(marked)
    if marked > _FEW:
        for kind in points:
            points[kind] *= weight / marked
    points["none"] += other
    if other and not _marked_as_one(places):
        _from_shape(reading, name, places, points)
    _from_words(name, points, max(1.0, weight))
    for place in places:
        if place.label not in _NO_CONTEXT or _is_object(reading, place):
            add_context(reading, place, points)
    return points


def _marked_as_one(places: list[Candidate]) -> bool:
    """Whether the model marks a name as somebody's or something's anywhere."""
    return any(place.label in LABELS for place in places)


def _from_shape(reading: Reading, name: str, places: list[Candidate], points: Points) -> None:
    """What unmarked words look like: people's first and last names, bodies' initials, a word that nobody knows."""
    for place in places[:_FEW]:
        if place.label != UNMARKED:
            continue
        whole = [t for t in reading.doc[place.first : place.last + 1] if t.is_alpha]
        if len(whole) == 1:
            points["organisation"] += _of_one_word(reading, whole[0], name)
        elif 1 < len(name.split()) < 5 and all(t.is_title or t.is_lower for t in whole):
            named = [t for t in whole if t.is_title]
            new = [is_new_word(reading, t, plural=False) for t in named]
            sure = any(new) and (new[0] or in_sentence(reading, place.first))
            if sure and common_nouns().isdisjoint(t.lower_ for t in named):
                points["person"] += 0.5


def _of_one_word(reading: Reading, word: Token, name: str) -> float:
    """How likely a word in capitals, or one that nobody knows, is a body's name."""
    inside = in_sentence(reading, word.i)
    opens = word.dep_ in ("nsubj", "nsubjpass", "poss") and not name.endswith("s")
    if not (inside or opens) or not is_new_word(reading, word):
        return 0.0
    if is_acronym(name):
        return 1.5
    known = word.tag_ == "NNP" or (word.tag_ == "NN" and word.dep_ == "nsubj")
    return 0.7 if known and len(name) > 3 and name.istitle() else 0.0


def _is_object(reading: Reading, place: Candidate) -> bool:
    """Whether what is marked as a people's name stands where only a place or a firm does: ``in``, ``northern``."""
    head = reading.doc[place.last]
    if place.label != "NORP" or head.tag_ != "NNP":
        return False
    after = reading.doc[head.i + 1] if head.i + 1 < len(reading.doc) else head
    if after.tag_ == "NN" and after.lower_ in words("names", "places", "settings"):
        return True
    return head.dep_ == "pobj" or (
        place.first > 0 and head.doc[place.first - 1].lower_ in words("names", "directions")
    )


def _weight(places: int) -> float:
    return places if places <= _FEW else _FEW + 0.3 * (places - _FEW)


def _from_words(name: str, points: Points, weight: float) -> None:
    """What the words of the name say by themselves."""
    lower = name.lower()
    parts = lower.split()
    if len(parts) > 2 and land_in(lower):
        points["place"] += 4.0 * weight
    if lower.replace(" ", "-") in words("names", "no_names"):
        points["none"] += 3.0 * weight
    if lower in bodies_of_states():
        points["organisation"] += 3.0 * weight
        points["none"] = 0.0
        return
    if points["person"] <= points["place"] + points["organisation"]:
        points["place"] += weight * (2.0 * (lower in countries()) or 1.5 * (lower in cities()))
        if lower in countries():
            points["none"] = 0.0
    if _is_branch(lower):
        points["organisation"] += 2.0 * weight
        points["none"] = 0.0
    if not points["person"] and bodies_of_states().intersection(lower.replace("-", " ").split()):
        points["organisation"] += 2.0 * weight
    if len(parts) > 1:
        _from_several(name, parts, points, weight)
    elif name.istitle() and lower in words("names", "assemblies"):
        points["organisation"] += 1.5 * weight
        points["person"] = min(points["person"], 0.0)
    elif name.isupper() and name.isalpha() and (len(name) > 4 or (len(name) > 1 and not points["place"])):
        points["organisation"] += 1.5
    elif is_acronym(name) and name[-1].isdigit():
        points["organisation"] += weight
        points["person"] = min(points["person"], 0.0)
    if any(c.isdigit() for c in name):
        points["none"] += 0.5 * weight


def _from_several(name: str, parts: list[str], points: Points, weight: float) -> None:
    """What the words of a name of several say: ``Norland Bank``, ``Gulf of Tarn``, ``Ada Lind``."""
    head = parts[parts.index("of") - 1] if "of" in parts[1:] else parts[-1]
    if parts[0] in _FOREIGN_ARTICLES and name[0].isupper():
        points["organisation"] += 1.5 * weight
    if _has_word_for_last_name(parts, points):
        points["person"] += 2.0 * weight
    elif parts[-1] in words("names", "happenings") or parts[0] in words("names", "labels"):
        points["none"] += 2.0 * weight
    elif {head, parts[0], parts[-1]} & words("names", "organisations"):
        points["organisation"] += 2.0 * weight
    elif parts[-1] in words("names", "papers"):
        points["organisation"] += 1.5 * weight
    elif head in words("names", "places") and not _is_given(parts[0], points):
        points["place"] += 2.0 * weight
    elif parts[0] in ("los", "las") and parts[-1].endswith("s") and not points["place"]:
        points["organisation"] += 1.5 * weight
    elif parts[0] in words("names", "place_heads"):
        sure = parts[0] in ("lake", "mount") or not points["organisation"]
        points["place"] += (1.3 if sure else 0.7) * weight
    elif (first := parts[0].split("-")[0]) in words("names", "given_names") or first in given_names():
        points["person"] += (2.0 if first in words("names", "given_names") else 1.2) * weight
    if "&" in parts or ("of" in parts and parts[0] in words("names", "organisations")):
        points["organisation"] += 2.0 * weight


def _is_branch(lower: str) -> bool:
    """Whether a name in small letters is a body's with its country after a hyphen: ``orfax-norland``."""
    body, _, land = lower.rpartition("-")
    return (
        bool(body)
        and land in countries()
        and lower not in countries()
        and not {body, body.split("-")[0]}
        & (countries() | cities() | given_names() | words("names", "directions"))
    )


def _is_given(first: str, points: Points) -> bool:
    """Whether a name like ``Anthony Hill`` starts as a person's does, and is marked as one."""
    return first in given_names() and points["person"] > points["place"]


def _has_word_for_last_name(parts: list[str], points: Points) -> bool:
    """Whether a name like ``Ada Church`` starts as a person's does, and is not marked as a place."""
    return (
        len(parts) == 2
        and parts[1] in words("names", "word_names")
        and parts[0] in given_names()
        and parts[0] not in countries()
        and parts[0] not in cities()
        and points["person"] + points["organisation"] > points["place"]
        and (points["person"] > 0 or parts[1] in ("church", "law", "banks", "price", "page"))
    )


def best_kind(points: Points) -> tuple[str, float]:
    """The kind with most points and its share of all of them."""
    if not points:
        return "none", 0.0
    kind, most = max(points.items(), key=lambda item: item[1])
    total = sum(v for v in points.values() if v > 0)
    return kind, most / total if total else 0.0


def is_name(name: str, points: Points) -> bool:
    """Whether the places of capitalised words, and the words, tell that they name somebody or something."""
    kind, _ = best_kind(points)
    return (
        kind != "none"
        and any(c.isupper() for c in name)
        and name.lower().replace(" ", "-") not in words("names", "no_names")
    )
