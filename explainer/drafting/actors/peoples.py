"""Which country a word tells: its name, the word for its people, its seat of power."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from explainer.drafting.common import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_WORD = re.compile(r"[\w.'-]+")


@cache
def _countries() -> dict[str, str]:
    told: dict[str, str] = {}
    for country, others in lexicon("peoples").items():
        for word in (country, *others.split()):
            told[word.replace("_", " ")] = country
    return told


def country_of(word: str) -> str | None:
    """The country that one word tells, or None."""
    return _countries().get(word.lower())


def countries_in(parts: Iterable[str]) -> frozenset[str]:
    """The countries that some words tell, each and by twos: ``South Korean``."""
    words = [w.lower().removesuffix("'s").removesuffix("’s") for w in parts]
    known = _countries()
    found: set[str] = set()
    i = 0
    while i < len(words):
        two = known.get(" ".join(words[i : i + 2])) if i + 1 < len(words) else None
        one = two or known.get(words[i])
        found.update([one] if one else [])
        i += 2 if two else 1
    return frozenset(found)


def words_of(text: str) -> list[str]:
    """The words of a role, without marks."""
    return _WORD.findall(text)


def is_somebody_new(noun: Token) -> bool:
    """Whether a word for a people or an office means somebody of it: ``a 26-year-old Norlander``, ``one Labour MP``."""
    people = country_of(noun.text) is not None and noun.text.lower() not in lexicon("peoples")
    if not people and noun.lower_ not in words("names", "roles"):
        return False
    return any(c.lower_ in ("a", "an", "another", "one") for c in noun.lefts)
