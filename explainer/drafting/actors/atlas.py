"""Countries and cities that everybody knows by name: the Unicode consortium's lists, as Babel carries them."""

from __future__ import annotations

import re
from functools import cache

_NO_COUNTRIES = frozenset(["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"])


@cache
def countries() -> frozenset[str]:
    """English names of countries and territories, in small letters, without what stands in brackets."""
    from babel import Locale

    territories = Locale("en").territories.items()
    names = (str(name) for code, name in territories if len(code) == 2 and code not in _NO_COUNTRIES)
    parts = (part for name in names for part in re.split(r" \(|\)| & | - ", name))
    return frozenset(part.strip().lower() for part in parts if len(part) > 3) - {"islands", "turks", "heard"}


@cache
def cities() -> frozenset[str]:
    """Cities after which a time zone is named, in small letters."""
    from babel.core import get_global

    zones = (zone.split("/") for zone in get_global("zone_territories"))
    return frozenset(zone[-1].replace("_", " ").lower() for zone in zones if len(zone) > 1)
