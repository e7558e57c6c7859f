"""Exact words of an article, written short, become ranges in it.

``words``            the first place where these words stand as whole words
``first … last``     written ``first [...] last``: from the first words to the next place of the last ones
``words#2``          the second place; ``words#last`` the last one
``before {words}``   these words where they follow those before them (and precede those after)
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from explainer.text import Span

GAP = " [...] "
_NTH = re.compile(r"(.+)#(\d+|last)", re.S)
_INNER = re.compile(r"(.*)\{(.+)\}(.*)", re.S)


class Missing(ValueError):
    """The words do not stand in the article."""


def split_nth(phrase: str) -> tuple[str, str | None]:
    """The words and the number after ``#``, which is None where there is none."""
    match = _NTH.fullmatch(phrase)
    return (match.group(1), match.group(2)) if match else (phrase, None)


def places(text: str, words: str) -> list[Span]:
    """Every place where the words stand as whole words; ``first [...] last`` to the nearest end."""
    if match := _INNER.fullmatch(words):
        before, inner = len(match.group(1)), len(match.group(2))
        around = places(text, "".join(match.groups()))
        return [Span(s.start + before, s.start + before + inner) for s in around]
    first, gap, last = words.partition(GAP)
    found = [Span(m.start(), m.end()) for m in _whole(first).finditer(text)]
    if not gap:
        return found
    ends = ((s, _whole(last).search(text, s.end)) for s in found)
    return [Span(s.start, end.end()) for s, end in ends if end]


def find(text: str, phrase: str) -> Span:
    """The one place a phrase means. Missing where it does not stand there."""
    words, nth = split_nth(phrase)
    found = places(text, words)
    number = len(found) if nth == "last" else int(nth or 1)
    if not 1 <= number <= len(found):
        raise Missing(f"{phrase!r} does not stand in the article ({len(found)} places)")
    return found[number - 1]


def find_near(text: str, phrase: str, content: Sequence[Span]) -> Span:
    """Like ``find``; without a number the place nearest to the content and outside it."""
    words, nth = split_nth(phrase)
    if nth:
        return find(text, phrase)
    outside = [s for s in places(text, words) if not any(s.overlaps(c) for c in content)]
    if not outside:
        raise Missing(f"{phrase!r} does not stand outside of {content[0].of(text)!r}")
    return min(outside, key=lambda s: min(max(s.start - c.end, c.start - s.end) for c in content))


def find_in_order(text: str, phrases: Sequence[str]) -> list[Span]:
    """The places of phrases that are given in text order, each after the one before."""
    spans, position = [], 0
    for phrase in phrases:
        match = _whole(phrase).search(text, position)
        if match is None:
            raise Missing(f"{phrase!r} does not stand after place {position}")
        spans.append(Span(match.start(), match.end()))
        position = match.end()
    return spans


def _whole(words: str) -> re.Pattern[str]:
    before = r"(?<!\w)" if re.match(r"\w", words) else ""
    after = r"(?!\w)" if re.search(r"\w$", words) else ""
    return re.compile(before + re.escape(words) + after)
