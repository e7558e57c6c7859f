"""What looks like a name and is none: adjectives of peoples, dates, shouted headings, ordinary words with a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import bodies_of_states, cities, countries, is_demonym
from explainer.drafting.common import Reading, words
from explainer.drafting.model import ORDINARY

if TYPE_CHECKING:
    from explainer.drafting.actors.names import Candidate

_DATE = re.compile(
    r"(?:(?:Late|Early|Mid) )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: \d.*)?"
)
_SIGNED = re.compile(
    r"By (?=[A-ZÀ-Þ])(?:[A-ZÀ-Þ][\w.’'-]*|and|in|at|of|de|da|la|van|von|al|bin|,| |&|\|)+$"
    r"|[(\[]?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by (?=[A-ZÀ-Þ])"
)
_SHORT = 240
_SEATED = re.compile(r"[DRI]-[A-Z][\w.]*")
"""Party and state of a member: ``D-N.Y.``."""
_FIELDS = frozenset(
    "national security affairs public internal homeland human rights home external and social".split()
)
_HOLDERS = frozenset("adviser advisor minister secretary".split())
_CODED = frozenset(["codenamed", "code-named"])
"""Before the name of an operation."""
_MARKS = frozenset("\"“‘'")


def is_stray(reading: Reading, first: int, last: int, label: str) -> bool:
    """Whether marked words are a date or only say where somebody is from: ``Jan 9``, ``North Korean``."""
    told = reading.doc[first : last + 1].text
    if _DATE.fullmatch(told) and (" " in told or label != "PERSON"):
        return True
    if told in ("STR", "STRINGER", "HANDOUT", "POOL"):
        return True
    if told.endswith(".") and all(word in words("names", "titles") for word in told.lower().split()):
        return True
    if _SEATED.fullmatch(told) or _is_field(reading, first, last):
        return True
    if first and reading.doc[first - 1].lower_ in _CODED:
        return True
    lower = told.lower().replace("-", " ")
    if lower == "caribbean" and label == "LOC":
        return False
    if lower.endswith("s") and " " not in lower and is_demonym([lower.removesuffix("s")]):
        return True
    return label != "PERSON" and is_demonym(lower.split())


def _is_field(reading: Reading, first: int, last: int) -> bool:
    """Whether words only tell what somebody sees to: "National Security" in ``National Security Adviser Ada Lind``."""
    doc = reading.doc
    after = doc[last + 1].lower_ if last + 1 < len(doc) else ""
    fields = words("names", "portfolios") | _FIELDS
    return after in _HOLDERS and first < last and all(t.lower_ in fields for t in doc[first : last + 1])


def signatures(reading: Reading) -> frozenset[int]:
    """The blocks that only tell who wrote a report: ``By Ada Lind and Bo Tann``; their names are of nobody in it."""
    return frozenset(
        number
        for number, block in enumerate(reading.blocks)
        if block.end - block.start < _SHORT and _SIGNED.match(reading.text, block.start, block.end)
    )


def only_opens_sentences(reading: Reading, name: str, places: list[Candidate]) -> bool:
    """Whether an ordinary word is marked at the start of sentences only: ``Mobile internet was down``."""
    doc = reading.doc
    lower = name.lower()
    if (
        " " in name
        or name.isupper()
        or lower in countries()
        or lower in cities()
        or lower in bodies_of_states()
    ):
        return False
    if lower in words("names", "everywhere"):
        return all(_opens(reading, c.first) for c in places)
    if lower in words("names", "organisations", "given_names", "women", "men"):
        return False
    if not all(_opens(reading, c.first) for c in places):
        return False
    after = doc[places[0].last + 1] if places[0].last + 1 < len(doc) else None
    if after is None or not after.is_lower:
        return False
    ordinary = doc.vocab.lookups.get_table(ORDINARY, {})
    return lower in reading.small_words or (
        lower in ordinary and (lower.endswith("s") or after.pos_ in ("NOUN", "ADJ"))
    )


def is_only_a_name(reading: Reading, word: str) -> bool:
    """Whether a last name is no word of the language and stands nowhere in small letters."""
    lower = word.lower()
    ordinary = reading.doc.vocab.lookups.get_table(ORDINARY, {})
    if not ordinary or len(word) < 5 or lower in countries() or lower in cities():
        return False
    return (
        not {lower, f"{lower}s"} & reading.small_words
        and lower not in ordinary
        and f"{lower}s" not in ordinary
    )


def _opens(reading: Reading, i: int) -> bool:
    """Whether a token is the first word of a sentence, with or without a mark before it."""
    doc = reading.doc
    return bool(doc[i].is_sent_start) or (
        i > 0 and doc[i - 1].text in _MARKS and bool(doc[i - 1].is_sent_start)
    )
