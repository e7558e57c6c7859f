"""Countries and cities that everybody knows by name: the Unicode consortium's lists, as Babel carries them."""

from __future__ import annotations

import re
from functools import cache

from explainer.drafting.common import lexicon, words

_NO_COUNTRIES = frozenset(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])


@cache
def countries() -> frozenset[str]:
    """English names of countries and territories, and of states that were, in small letters, without what stands in brackets."""
    from babel import Locale

    territories = Locale("en").territories.items()
    names = (str(name) for code, name in territories if len(code) == 2 and code not in _NO_COUNTRIES)
    parts = (part for name in names for part in re.split(r" \(|\)| & | - ", name))
    known = frozenset(part.strip().lower() for part in parts if len(part) > 3)
    return (known - {"islands", "turks", "heard"}) | frozenset(lexicon("world")["lands"])


@cache
def cities() -> frozenset[str]:
    """Cities after which a time zone is named, and capitals, in small letters."""
    from babel.core import get_global

    zones = (zone.split("/") for zone in get_global("zone_territories"))
    named = (zone[-1].replace("_", " ").lower() for zone in zones if len(zone) > 1)
    capitals = words("governments", "capitals")
    return frozenset([*named, *capitals, *(name.replace("-", " ") for name in capitals)])


def land_in(name: str) -> str | None:
    """The country, in small letters, whose long name a name is: ``germany`` of ``federal republic of germany``."""
    world = lexicon("world")
    long, _, land = name.rpartition(" of ")
    land = land.removeprefix("the ")
    known = land in countries() or bool(other_names(land))
    return (
        land
        if known
        and long.split()[-1:]
        and long.split()[-1] in world["states"].split()
        and land not in world["twice"].split()
        else None
    )


def other_names(name: str) -> tuple[str, ...]:
    """What a country, in small letters, is called besides: ``burma`` of ``myanmar``."""
    return next(
        (tuple(n for n in names if n != name) for names in lexicon("world")["one"] if name in names), ()
    )


def initials_of(letters: str) -> str | None:
    """What well-known initials stand for, in small letters: ``EU`` for nothing but the European Union."""
    meant: str | None = lexicon("world")["initials"].get(letters)
    return meant


@cache
def bodies_of_states() -> frozenset[str]:
    """Bodies that states form and bodies in arms against them, which everybody knows, in small letters."""
    bodies = {
        short.lower(): meant
        for short, meant in lexicon("world")["initials"].items()
        if not other_names(meant)
    }
    return frozenset([*bodies, *bodies.values()])


def is_of_the_world(name: str) -> bool:
    """Whether a name, in small letters, is a country's, a great city's or a well-known body's."""
    return name in countries() or name in cities() or name in bodies_of_states() or bool(other_names(name))


def tells_country(word: str) -> bool:
    """Whether a word, in small letters, names a country or a city or says that something is from one."""
    return is_of_the_world(word) or is_demonym([word])


def is_demonym(words: list[str]) -> bool:
    """Whether words, in small letters, only say where somebody or something is from: ``north korean``, ``kazakh``."""
    world = lexicon("world")
    *before, last = words
    return last in _demonyms() and all(word in world["parts"].split() for word in before)


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(lexicon("world")["demonyms"].split())
