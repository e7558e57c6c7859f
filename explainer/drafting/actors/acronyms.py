"""Long names with a short one in brackets after them: ``Union of Bay Fishers (UBF)``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.actors.atlas import countries
from explainer.drafting.common import Reading, words
from explainer.drafting.model import ORDINARY
from explainer.text import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = frozenset("of the for and in on to & e i ul ur without 's ’s ' ’".split())
_SET_OFF = re.compile(
    r"\((?:the |or )?[\"“]?([A-Z][A-Za-z]{0,4}[A-Z][A-Za-z]{0,4})[\"”]?\)|, (?:or |known as )?([A-Z]{2,8}), "
)
"""In brackets, or between commas: ``Rail Authority, SHK, has``, ``Bay League, or BAYLEAG, has``."""
_LAST = frozenset("party movement union front alliance".split())
"""What a body is, in small letters after its name, which the initials may count: ``Forward Bay party (FBP)``."""
_INSIDE = frozenset(
    "of the for and in on to without against with de du des la le los las del da do der für e y et & ,".split()
)
"""Small words inside the names of bodies, those of other languages too."""


def find_acronyms(reading: Reading) -> Iterator[tuple[tuple[int, int], int]]:
    """First and last token of each long name, and the token of its short one: initials, or those of another language."""
    doc = reading.doc
    for match in _SET_OFF.finditer(reading.text):
        i, after = reading.token_range(Span(*match.span(match.lastindex or 0)))
        if i < 2 or after != i + 1 or after + 1 >= len(doc):
            continue
        if match.lastindex == 2 and doc[i - 1].text == "," and doc[i + 2].tag_ not in ("VBD", "VBZ", "MD"):
            continue
        last = i - 2
        while doc[last].text in (",", "or", "known", "as"):
            last -= 1
        first = _long_form(reading, last, doc[i].text)
        first = _marked_form(reading, last) if first is None else first
        if first is None and (match.lastindex == 1 or doc[i - 1].text in ("or", "as")):
            last -= doc[last].is_lower and doc[last].lower_ in words("names", "bodies_after")
            first = _foreign_form(reading, last, doc[i].text)
        if first is not None:
            yield (first, last), i


def _long_form(reading: Reading, last: int, initials: str) -> int | None:
    """Where the words before a bracket start whose capitals are the initials; None where they are not."""
    doc = reading.doc
    left = len(initials)
    i = last
    while i >= 0 and left and last - i < 12 and not doc[i].is_space:
        word = doc[i].text
        if (
            word[:1].upper() == initials[left - 1].upper()
            and (word[:1].isupper() or initials[left - 1].islower())
        ) or (i == last and word.lower() in _LAST and initials[-1].lower() == word[0]):
            left -= 1
        elif word.lower() not in _SMALL and word not in ("-", ","):
            return None
        if not left:
            return i
        i -= 1
    return None


def _foreign_form(reading: Reading, last: int, initials: str) -> int | None:
    """Where words with capitals before a bracket start: a body's name, its short name being that of another language."""
    doc = reading.doc
    first = last
    while first > 0 and (doc[first].text[:1].isupper() or doc[first].lower_ in _INSIDE):
        first -= 1
        if doc[first + 1].is_sent_start or doc[first].is_space:
            break
    if not (doc[first].text[:1].isupper() and last - first):
        first += 1
    while first < last and (not doc[first].text[:1].isupper() or doc[first].lower_ in ("the", "a", "an")):
        first += 1
    whole = doc[first : last + 1]
    if not doc[last].text[:1].isupper() or _ends_a_line(doc, last) or initials.lower() in countries():
        return None
    ordinary = doc.vocab.lookups.get_table(ORDINARY, {})
    if any(t.ent_type_ in ("DATE", "TIME") for t in whole):
        return None
    if any(t.ent_type_ == "PERSON" and f"{t.lower_}s" not in ordinary for t in whole):
        return None
    if len(whole) == 1:
        return first if _runs_through(doc[first].lower_, initials.lower()) else None
    body = any(t.lower_ in words("names", "organisations", "partisans") or t.lower_ in _INSIDE for t in whole)
    owned = first > 0 and doc[first - 1].tag_ == "POS" and not any(t.ent_type_ == "LOC" for t in whole)
    return first if body or owned or _runs_through(whole.text.lower(), initials.lower()) else None


def _ends_a_line(doc: Doc, last: int) -> bool:
    """Whether initials in brackets after a word end a dateline or a caption: ``(ABC) —``."""
    after = doc[last + 4] if last + 4 < len(doc) else None
    return after is None or after.is_space or after.text in ("-", "–", "—", "--", "_")


def _runs_through(name: str, initials: str) -> bool:
    """Whether letters stand in a name in their order, the first at its start: ``KMT`` in ``Kuomintang``."""
    letters = iter(name)
    return name[:1] == initials[:1] and all(letter in letters for letter in initials)


def _marked_form(reading: Reading, last: int) -> int | None:
    """Where an organisation's name of several words starts that the model marks right before a bracket."""
    doc = reading.doc
    first = last
    while first > 0 and doc[first].ent_type_ == "ORG" and doc[first].ent_iob_ == "I":
        if doc[first - 1].tag_ == "POS" and first < last:
            break
        first -= 1
    if doc[first].lower_ in ("the", "a", "an"):
        first += 1
    return first if first < last and doc[last].ent_type_ == "ORG" and doc[first].text[:1].isupper() else None
