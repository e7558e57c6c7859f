"""Long names with their initials in brackets after them: ``Union of Bay Fishers (UBF)``."""

from __future__ import annotations

from collections.abc import Iterator

from explainer.drafting.common import Reading

_SMALL = frozenset("of the for and in on to &".split())


def find_acronyms(reading: Reading) -> Iterator[tuple[tuple[int, int], int]]:
    """First and last token of each long name, and the token of its initials."""
    doc = reading.doc
    for i in range(2, len(doc) - 1):
        word = doc[i].text
        if (
            doc[i - 1].text == "("
            and doc[i + 1].text == ")"
            and 2 <= len(word) <= 6
            and word.isalpha()
            and word.isupper()
        ):
            first = _long_form(reading, i - 2, word)
            if first is not None:
                yield (first, i - 2), i


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
