"""Long names with a short one in brackets after them: ``Union of Bay Fishers (UBF)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explainer.drafting.common import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = frozenset("of the for and in on to &".split())


def find_acronyms(reading: Reading) -> Iterator[tuple[tuple[int, int], int]]:
    """First and last token of each long name, and the token of its short one: initials, or those of another language."""
    doc = reading.doc
    for i in range(2, len(doc) - 1):
        word = doc[i].text
        if 2 <= len(word) <= 6 and word.isupper() and word.isalpha() and _is_set_off(doc, i):
            first = _long_form(reading, i - 2, word)
            first = _marked_form(reading, i - 2) if first is None else first
            if first is not None:
                yield (first, i - 2), i


def _is_set_off(doc: Doc, i: int) -> bool:
    """Whether a word stands in brackets, or between commas before a verb: ``Rail Authority, SHK, has``."""
    before, after = doc[i - 1].text, doc[i + 1].text
    if before == "(" or after == ")":
        return before == "(" and after == ")"
    return before == after == "," and i + 2 < len(doc) and doc[i + 2].tag_ in ("VBD", "VBZ", "MD")


def _long_form(reading: Reading, last: int, initials: str) -> int | None:
    """Where the words before a bracket start whose capitals are the initials; None where they are not."""
    doc = reading.doc
    left = len(initials)
    i = last
    while i >= 0 and left and last - i < 12 and not doc[i].is_space:
        word = doc[i].text
        if word[:1].upper() == initials[left - 1] and word[:1].isupper():
            left -= 1
        elif word.lower() not in _SMALL and word != "-":
            return None
        if not left:
            return i
        i -= 1
    return None


def _marked_form(reading: Reading, last: int) -> int | None:
    """Where an organisation's name of several words starts that the model marks right before a bracket."""
    doc = reading.doc
    first = last
    while first > 0 and doc[first].ent_type_ == "ORG" and doc[first].ent_iob_ == "I":
        first -= 1
    if doc[first].lower_ in ("the", "a", "an"):
        first += 1
    return first if first < last and doc[last].ent_type_ == "ORG" and doc[first].text[:1].isupper() else None
