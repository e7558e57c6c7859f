"""Words measured, wrapped and cut to a width. The same on every machine."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from explainer.charts.chart import runs_left

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

ELLIPSIS = "…"

_CONDENSED = {(False, False): 0.89, (False, True): 1.0, (True, False): 0.84, (True, True): 0.93}
"""Readers' fonts are narrower than DejaVu Sans: by bold and by capital, so that they keep their own width."""

_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


LONGEST = 2000
"""So many characters of a text are shown anywhere in a chart."""


def clean(text: str) -> str:
    """The text on one line, without what XML forbids and without overrides of the writing direction.

    Cut with an ellipsis where it is longer than ``LONGEST``.
    """
    if len(text) > LONGEST:
        text = text[: LONGEST - 1] + ELLIPSIS
    kept = "".join(c for c in text if c.isspace() or not _forbidden(c))
    return " ".join(kept.split())


def _forbidden(c: str) -> bool:
    return c in _OVERRIDES or unicodedata.category(c) in ("Cc", "Cs") or (ord(c) & 0xFFFE) == 0xFFFE


@lru_cache(maxsize=2)
def _font(bold: bool) -> FT2Font:
    import matplotlib
    from matplotlib.font_manager import get_font

    name = "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf"
    font = get_font(str(Path(matplotlib.get_data_path(), "fonts", "ttf", name)))
    font.set_size(100, 72)
    return font


@lru_cache(maxsize=8192)
def _known(c: str, bold: bool) -> bool:
    return bool(_font(bold).get_char_index(ord(c)))


@lru_cache(maxsize=8192)
def _advance(c: str, bold: bool) -> float:
    """The width of a character in ems; a guess on the wide side where the font does not have it."""
    from matplotlib.ft2font import LoadFlags

    if _known(c, bold):
        glyph = _font(bold).load_char(ord(c), flags=LoadFlags.NO_HINTING)
        condensed = 1.0 if runs_left(c) else _CONDENSED[bold, c.isupper()]
        return glyph.linearHoriAdvance / 65536 / 100 * condensed
    kind = unicodedata.category(c)
    if kind in ("Mn", "Me", "Cf"):
        return 0.0
    if kind == "So":
        return 1.4
    return 1.05 if unicodedata.east_asian_width(c) in "WF" else 0.8


def is_sure(text: str, bold: bool = False) -> bool:
    """Whether the font that measures has every character, and sets each alone, so that the width is no guess."""
    return not _is_joined(text) and all(_known(c, bold) for c in text)


def measure(text: str, size: float, bold: bool = False) -> float:
    """The width of one line of text in CSS pixels."""
    if _is_joined(text):
        words = text.split(" ")
        spaces = (len(words) - 1) * _advance(" ", bold)
        return size * (spaces + sum(_joined_width(word, bold) for word in words))
    return size * sum(_advance(c, bold) for c in text)


def _is_joined(text: str) -> bool:
    """Whether letters change their shape with their neighbours, as in Arabic."""
    return not text.isascii() and any("\u0600" <= c <= "\u08ff" for c in text)


@lru_cache(maxsize=4096)
def _joined_width(text: str, bold: bool) -> float:
    """The width in ems of a word whose letters may join."""
    if not (_is_joined(text) and all(_known(c, bold) for c in text)):
        return sum(_advance(c, bold) for c in text)
    from matplotlib.ft2font import LoadFlags

    font = _font(bold)
    font.set_text(text, flags=LoadFlags.NO_HINTING)
    width: float = font.get_width_height()[0] / 64 / 100
    return width


def shorten(text: str, width: float, size: float, bold: bool = False) -> str:
    """The text, cut with an ellipsis where it is wider than ``width``."""
    if measure(text, size, bold) <= width:
        return text
    room, kept = width - measure(ELLIPSIS, size, bold), ""
    for c in text:
        room -= measure(c, size, bold)
        if room < 0:
            break
        kept += c
    return kept.rstrip() + ELLIPSIS


def wrap(
    text: str,
    width: float,
    size: float,
    *,
    bold: bool = False,
    lines: int | None = None,
    even: bool = False,
) -> tuple[str, ...]:
    """The text in lines no wider than ``width`` pixels; words that are wider are broken.

    With ``lines``, the rest beyond the last one gives way to an ellipsis. ``even``: no more lines
    than needed, but of nearly the same length, so that no word is left alone on the last one.
    """
    made = [*_lines(text, width, size, bold, None if lines is None else lines + 1)]
    if lines is None or len(made) <= lines:
        return _evened(text, made, width, size, bold) if even and len(made) > 1 else tuple(made)
    rest = " ".join(made[lines - 1 :])
    return (*made[: lines - 1], shorten(rest + ELLIPSIS * 2, width, size, bold).rstrip(ELLIPSIS) + ELLIPSIS)


def _evened(text: str, made: Sequence[str], width: float, size: float, bold: bool) -> tuple[str, ...]:
    """The same text in as many lines, broken at the least width that needs no more and breaks no word."""
    least = max(
        max(measure(word, size, bold) for word in text.split()), measure(text, size, bold) / len(made)
    )
    for tried in (least + (width - least) * step / 6 for step in range(6)):
        lines = [*_lines(text, tried, size, bold, len(made) + 1)]
        if tried < width and len(lines) == len(made):
            return tuple(lines)
    return tuple(made)


def _lines(text: str, width: float, size: float, bold: bool, limit: int | None) -> Iterator[str]:
    space, line, used, made = measure(" ", size, bold), "", 0.0, 0
    for word in _pieces(text, width, size, bold):
        wide = measure(word, size, bold)
        if line and used + space + wide > width:
            yield line
            made += 1
            if limit is not None and made >= limit:
                return
            line, used = word, wide
        else:
            used += (space if line else 0.0) + wide
            line = f"{line} {word}" if line else word
    if line:
        yield line


def _pieces(text: str, width: float, size: float, bold: bool) -> Iterator[str]:
    """The words of a text, those wider than the line in pieces that fit it."""
    for word in text.split():
        if measure(word, size, bold) <= width:
            yield word
            continue
        begin, used = 0, 0.0
        for i, c in enumerate(word):
            wide = measure(c, size, bold)
            if used + wide > width and i > begin:
                yield word[begin:i]
                begin, used = i, 0.0
            used += wide
        yield word[begin:]
