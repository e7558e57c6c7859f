"""Which lines of a plain text belong together: hard-wrapped paragraphs, one paragraph a line, blank lines between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_STARTS_ITS_OWN = re.compile(r"[-*•‣▪◦·][ \t]+\S|\d{1,2}[.)][ \t]+\S|#{1,6}[ \t]+\S")
_SENTENCE_END = re.compile(r"[.!?…:][\"”’»')\]]*$")
_NARROWEST, _WIDEST = 40, 100
"""Line lengths between which a text may have been wrapped by a program or a person."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of the text that will be one block."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    indent: int
    after_blank: bool
    first_word: int
    """How many characters its first word has."""

    @property
    def length(self) -> int:
        return self.end - self.start + self.indent


def pieces(text: str) -> list[Piece]:
    """The ranges of the blocks of a text, in order, without white space at their ends."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    found: list[Piece] = []
    for before, line in zip([None, *lines], lines, strict=False):
        if before is not None and _continues(text, before, line, width):
            found[-1] = Piece(found[-1].start, line.end)
        else:
            found.append(Piece(line.start, line.end))
    return found


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end_before = 0
    for match in _LINE.finditer(text):
        words = match.group()
        stripped = words.strip()
        if not stripped:
            continue
        indent = len(words) - len(words.lstrip())
        start = match.start() + indent
        blank = not lines or len(_BREAK.findall(text, end_before, match.start())) > 1
        first = len(stripped[:_WIDEST].split(maxsplit=1)[0])
        lines.append(_Line(start, start + len(stripped), indent, blank, first))
        end_before = match.end()
    return lines


def _wrap_width(text: str, lines: list[_Line]) -> int | None:
    """The width at which the text was wrapped by hand, or None where each line stands for itself."""
    width = max((line.length for line in lines), default=0)
    pairs = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not pairs or not _NARROWEST <= width <= _WIDEST:
        return None
    full = sum(_is_full(a, b, width) for a, b in pairs)
    return width if full >= 0.6 * len(pairs) else None


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return line.length + 1 + following.first_word > width - 2


def _continues(text: str, before: _Line, line: _Line, width: int | None) -> bool:
    if line.after_blank or width is None or _STARTS_ITS_OWN.match(text, line.start, line.end):
        return False
    if _is_full(before, line, width):
        return line.indent <= before.indent or not _SENTENCE_END.search(text[before.end - 3 : before.end])
    ragged = before.length > 0.7 * width and not _SENTENCE_END.search(text[before.end - 3 : before.end])
    return ragged and line.indent <= before.indent
