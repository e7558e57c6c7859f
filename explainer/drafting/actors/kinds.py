"""What kind of thing a name names, decided by all its places together."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from explainer.drafting.actors.names import ACRONYM, DATELINE, LABELS, Candidate
from explainer.drafting.common import Reading, words

if TYPE_CHECKING:
    from spacy.tokens import Token

Points = dict[str, float]
"""Kind, or ``none`` → points."""
_LONE_PERSON = 0.5
"""People are named in full first: one word alone, marked as a person, is often something else."""
_PLACE_PREPOSITIONS = frozenset(
    "in at near neighbouring neighboring across throughout around outside inside toward towards".split()
)
_PERSON_VERBS = frozenset(
    "say tell ask add reply joke recall smile laugh tweet whisper shout write think believe".split()
)
_NOT_NAMES = {"NORP", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "MONEY", "PERCENT",
              "QUANTITY", "ORDINAL", "CARDINAL", "PRODUCT"}  # fmt: skip


def evidence_of_kind(reading: Reading, name: str, places: list[Candidate]) -> Points:
    """Points for each kind (and for ``none``) that the places of one name give it."""
    points: Points = defaultdict(float)
    for place in places:
        kind = LABELS.get(place.label)
        if place.label == DATELINE:
            points["place"] += 3.0
        elif place.label == ACRONYM:
            points["organisation"] += 4.0
        elif kind:
            points[kind] += _LONE_PERSON if kind == "person" and " " not in name else 1.0
        elif place.label in _NOT_NAMES:
            points["none"] += 1.0
        _from_context(reading, place, points)
    _from_words(name, points, len(places))
    return points


def _from_words(name: str, points: Points, places: int) -> None:
    """What the words of the name say by themselves."""
    parts = name.lower().replace("-", " ").split()
    if name.lower() in words("names", "no_names"):
        points["none"] += 3.0 * places
    if len(parts) > 1:
        if parts[-1] in words("names", "organisations") or parts[0] in words("names", "organisations"):
            points["organisation"] += 2.0 * places
        elif parts[-1] in words("names", "places"):
            points["place"] += 2.0 * places
        elif parts[0] in words("names", "place_heads"):
            points["place"] += (0.7 if points["organisation"] else 1.3) * places
        elif parts[0] in words("names", "given_names"):
            points["person"] += 2.0 * places
        if "&" in parts or ("of" in parts and parts[0] in words("names", "organisations")):
            points["organisation"] += 2.0 * places
    if any(c.isdigit() for c in name):
        points["none"] += 0.5 * places


def _from_context(reading: Reading, place: Candidate, points: Points) -> None:
    doc = reading.doc
    before = doc[place.first - 1] if place.first else None
    after = doc[place.last + 1] if place.last + 1 < len(doc) else None
    if before is not None:
        _from_before(before, points)
    if after is not None:
        _from_after(reading, place, after, points)
    head = doc[place.last]
    if (
        head.dep_ == "appos"
        and head.head.lemma_.lower() in words("names", "roles")
        and head.head.i < place.first
    ):
        points["person"] += 2.0
    if (
        head.dep_ == "nsubj"
        and head.head.lemma_ in _PERSON_VERBS
        and (before is None or before.lower_ != "the")
    ):
        points["person"] += 0.4
        points["organisation"] += 0.2


def _from_before(before: Token, points: Points) -> None:
    lower = before.lower_
    if lower in words("names", "titles"):
        points["person"] += 2.5
    elif lower in words("names", "roles"):
        points["person"] += 1.5
    elif before.pos_ == "NOUN" and lower in words("names", "organisations", "businesses"):
        points["organisation"] += 2.0
    elif before.pos_ == "NOUN" and lower in words("names", "places"):
        points["place"] += 2.0
    elif lower in _PLACE_PREPOSITIONS:
        points["place"] += 0.6
    elif lower in words("names", "directions"):
        points["place"] += 1.5
    elif (
        lower == "of" and before.i and before.nbor(-1).lemma_.lower() in words("names", "places", "governing")
    ):
        points["place"] += 2.0
    elif lower in ("told", "tells") or before.lemma_ == "tell":
        points["place"] -= 1.5
    elif lower == "the":
        points["organisation"] += 0.5
        points["person"] -= 1.0


def _from_after(reading: Reading, place: Candidate, after: Token, points: Points) -> None:
    doc = reading.doc
    following = doc[place.last + 2] if place.last + 2 < len(doc) else None
    if after.text == "," and following is not None:
        past = doc[place.last + 3] if place.last + 3 < len(doc) else None
        if following.lower_ in ("who", "whose"):
            points["person"] += 2.0 if doc[place.last].dep_ != "pobj" else 0.0
        elif following.lower_ == "which":
            points["person"] -= 1.5
            points["organisation"] += 0.7
        elif following.like_num and len(following) == 2 and past is not None and past.text in (",", "."):
            points["person"] += 2.5
    elif after.lower_ == "who":
        points["person"] += 1.5
    elif after.text == ")" and place.first and doc[place.first - 1].text == "(" and _is_dash(following):
        points["organisation"] += 3.0
    elif after.text == "(" and following is not None and following.is_upper and 2 <= len(following) <= 6:
        points["organisation"] += 0.8
    elif after.text == "-" and following is not None and following.lower_ in ("based", "born"):
        points["place"] += 2.0
    elif place.first == place.last and after.lemma_.lower() in words("names", "belongings"):
        points["organisation"] += 1.2
    elif after.text in ("'s", "’s") and following is not None and _governed(following):
        points["place"] += 1.5
    elif (
        after.text in ("'s", "’s")
        and following is not None
        and following.lemma_.lower() in words("names", "belongings")
    ):
        points["organisation"] += 0.6


def _is_dash(token: Token | None) -> bool:
    return token is not None and (
        token.text in ("-", "–", "—", "--") or (token.is_space and "\n" in token.text)
    )


def _governed(word: Token) -> bool:
    """Whether what somebody's ``'s`` leads to belongs to a country or town: ``'s foreign minister``."""
    ahead = [word, *(word.nbor(k) for k in (1, 2) if word.i + k < len(word.doc))]
    return any(t.lemma_.lower() in words("names", "governed") for t in ahead)


def best_kind(points: Points) -> tuple[str, float]:
    """The kind with most points and its share of all of them."""
    if not points:
        return "none", 0.0
    kind, most = max(points.items(), key=lambda item: item[1])
    total = sum(v for v in points.values() if v > 0)
    return kind, most / total if total else 0.0
