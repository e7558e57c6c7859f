"""What else a body or a land may be called: its initials, its name without its last word."""

from __future__ import annotations

import re

from explainer.drafting.actors.atlas import countries, initials_of
from explainer.drafting.common import words


def short_forms(parts: list[str], kind: str) -> list[str]:
    """What else an organisation or place may be called: its initials, its name without its last word."""
    forms = []
    tied = parts[0].split("-")
    if len(parts) == 1 and len(tied) > 2 and tied[1].islower():
        forms.append(tied[0])
    if len(parts) > 1:
        forms += _initials(parts, kind)
    bare = list(parts)
    while len(bare) > 1 and bare[-1].lower() in words("names", "generic", "realms"):
        bare = bare[:-1]
        forms.append(" ".join(bare))
    return forms


def opening(word: str) -> str:
    """What initials take of a word: its first letter; all of "U.S." in ``U.S. Agency``."""
    return word.replace(".", "") if re.fullmatch(r"(?:[A-Z]\.)+", word) else word[0]


def _initials(parts: list[str], kind: str) -> set[str]:
    """The initials of an organisation or country, with and without small words and articles tied to others."""
    name = " ".join(parts).lower()
    if kind == "place" and name not in countries() and parts[-1].lower() not in words("names", "realms"):
        return set()
    capitals = [p for p in parts if p[0].isupper()]
    tied = [p for part in parts for p in part.split("-") if p]
    forms = {"".join(opening(p).upper() for p in some) for some in (capitals, tied, parts) if len(some) > 1}
    forms.add("".join(p[0] for p in tied if p[0].isupper()))
    return {form for form in forms if len(form) > 1 and initials_of(form) in (None, name)}
