"""What the words after a name tell of its kind: ``Lumora shares``, ``Larnow's army``, ``Adama, a mother of five``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import cities, countries
from explainer.drafting.actors.names import Candidate
from explainer.drafting.common import words

if TYPE_CHECKING:
    from spacy.tokens import Token

Points = dict[str, float]
"""Kind, or ``none`` → points."""
GENITIVE = frozenset(["'s", "’s"])
_LOCALS = frozenset(["resident", "villager", "mayor", "townsfolk", "suburb"])
"""Those whom only a place has: ``Tisu residents``."""
_FEW_WORDS = 3
_WRITERS = frozenset(
    "correspondent journalist reporter photographer cameraman columnist tv television radio".split()
)
"""What stands after the name of those who publish: ``an Orda correspondent``, ``Orda TV``."""
_AGE = re.compile(r"(?:an? |the )?\d{1,3}-year-old\b")
_NEAR_HEAD = 3
"""How far the noun that a common noun belongs to may stand after it: ``the Orda opposition alliance``."""
_HEADS = frozenset("chief boss founder co-founder commander owner chairman leader".split())
"""Those whom bodies have and people seldom, before a person's name: ``Orda boss Ada Lind``."""
_SORTS = (
    ("person", ("roles",), 2.0),
    ("organisation", ("businesses", "organisations"), 2.0),
    ("place", ("settings", "places"), 2.5),
)
"""What a noun beside a name makes of it, with the lists of those nouns."""


def from_after(place: Candidate, after: Token, points: Points) -> None:
    """Adds the points that the word after one place of a name, and what follows it, give to its kinds."""
    doc = after.doc
    following = doc[after.i + 1] if after.i + 1 < len(doc) else None
    if after.text in GENITIVE:
        if following is not None:
            _from_owned(following, points)
    elif after.pos_ == "NOUN" or (after.is_lower and after.pos_ == "PROPN"):
        _from_compound(after, points, doc[place.last].ent_type_ == "GPE")
    elif after.lower_ == "who":
        points["person"] += 1.5 if doc[place.last].dep_ != "pobj" else 0.0
    elif following is None:
        return
    elif after.text == ",":
        _from_comma(place, following, points)
    elif after.text == ")" and place.first and doc[place.first - 1].text == "(" and _is_dash(following):
        points["organisation"] += 3.0
    elif after.text == "(" and following.is_upper and 2 <= len(following) <= 6:
        points["organisation"] += 0.8
    elif after.text == "-" and following.lower_ in ("based", "born"):
        points["place"] += 2.0


def _from_owned(word: Token, points: Points) -> None:
    """What somebody's ``'s`` leads to: ``'s foreign minister``, ``'s shares``."""
    doc = word.doc
    ahead = [doc[i].lemma_.lower() for i in range(word.i, min(word.i + 3, len(doc)))]
    if any(lemma in words("names", "governed") for lemma in ahead):
        points["place"] += 2.5
    elif ahead[0] in words("names", "belongings", "stakes"):
        points["organisation"] += 1.0
    elif ahead[0] in words("names", "kin"):
        points["person"] += 1.5


def _from_compound(noun: Token, points: Points, in_place: bool) -> None:
    """A common noun right after the name: ``Sirba river``, ``Lumora shares``, ``the Dala news site``."""
    ahead = noun.nbor(1) if noun.i + 1 < len(noun.doc) else noun
    if noun.lower_ in ("metro", "railway", "train", "subway", "bus") and ahead.lower_ == "station":
        noun = ahead
    lemma = noun.lemma_.lower()
    if noun.lower_ in words("names", "placed") and ahead.lemma_.lower() in words(
        "names", "settings", "places"
    ):
        noun, lemma = ahead, ahead.lemma_.lower()
    if lemma in words("names", "belongings"):
        points["organisation"] += 1.2
    elif lemma in _LOCALS:
        points["place"] += 1.5
        points["person"] -= 0.5
    elif lemma in words("names", "places", "settings"):
        points["place"] += 2.0 if noun.tag_ == "NN" else 0.0
    elif _is_led(noun):
        points["organisation"] += 1.5
        points["person"] -= 1.0
    elif (not in_place and lemma in words("names", "fighters")) or (
        not in_place
        and (
            lemma in _WRITERS
            or (lemma in _HEADS and noun.i + 1 < len(noun.doc) and noun.nbor(1).ent_type_ == "PERSON")
        )
    ):
        points["organisation"] += 1.5
        points["person"] -= 0.5
    elif (not in_place and lemma in words("names", "businesses")) or (
        lemma == "news" and noun.i + 1 < len(noun.doc)
    ):
        points["organisation"] += 1.2
    elif not in_place and noun.dep_ == "compound" and noun.head.lower_ in words("names", "bodies_after"):
        points["organisation"] += 1.2 if 0 < noun.head.i - noun.i < _NEAR_HEAD else 0.0


def _is_led(head: Token) -> bool:
    """``the Heron chief said``: a body's head told by its name alone, that the model takes for a person's."""
    doc, first = head.doc, head.i - 1
    return (
        first > 0
        and head.lemma_.lower() in ("chief", "boss", "founder", "commander")
        and doc[first - 1].lower_ == "the"
        and doc[first].ent_type_ == "PERSON"
        and (head.i + 1 == len(doc) or doc[head.i + 1].lower_ not in ("of", "executive"))
    )


def _from_comma(place: Candidate, following: Token, points: Points) -> None:
    doc = following.doc
    past = doc[following.i + 1] if following.i + 1 < len(doc) else None
    if following.pos_ in ("DET", "NUM") and _AGE.match(doc[following.i : following.i + 7].text):
        points["person"] += 4.0
    elif following.lower_ in ("who", "whose"):
        before = doc[place.first - 1].lower_ if place.first else ""
        points["person"] += 0.0 if before in ("of", "in", "from", "at", "for") else 2.0
    elif following.lower_ == "where":
        points["place"] += 2.0
    elif following.lower_ == "which":
        points["person"] -= 1.5
        points["organisation"] += 0.7
        points["place"] += 0.5
    elif following.like_num and len(following) == 2 and past is not None and past.text in (",", "."):
        points["person"] += 2.5
    elif following.ent_type_ == "GPE" and past is not None and (past.text in (",", "(") or _is_dash(past)):
        known = following.lower_ in countries() or following.lower_ in cities()
        points["place"] += 1.3 if known and place.last - place.first < _FEW_WORDS else 0.7
    elif following.tag_ == "NN" and past is not None and past.lower_ in ("of", "for"):
        if following.lemma_.lower() in words("names", "roles") and following.lemma_.lower() not in words(
            "names", "relations"
        ):
            points["person"] += 2.0
    elif following.lower_ in ("a", "an", "the"):
        _from_apposition(following, points)


def _from_apposition(article: Token, points: Points) -> None:
    """``Adama, a mother of five``: the last noun before the phrase goes on."""
    doc = article.doc
    noun = None
    for i in range(article.i + 1, min(article.i + 9, len(doc))):
        token = doc[i]
        if token.pos_ in ("NOUN", "PROPN"):
            noun = token
        elif token.text == "," or (
            token.pos_ not in ("ADJ", "NUM", "ADV", "PUNCT", "PART") and token.tag_ not in ("VBN", "VBG")
        ):
            break
    if noun is not None and noun.pos_ == "NOUN":
        from_sort(noun, points)


def _is_dash(token: Token) -> bool:
    return token.text in ("-", "–", "—", "--") or (token.is_space and "\n" in token.text)


def from_sort(noun: Token, points: Points) -> None:
    """A noun that says what the named one is: ``a village``, ``a retired teacher``."""
    lemma = noun.lemma_.lower()
    for kind, lists, worth in _SORTS:
        if lemma in words("names", *lists) and lemma not in words("names", "relations"):
            points[kind] += worth
