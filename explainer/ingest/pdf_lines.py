"""The lines of a PDF page with their places, and which of them make a paragraph: by gaps, indents, sizes and columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_SENTENCE_END = re.compile(r"[.!?…:][\"”’»')\]]*$")
_HYPHEN = re.compile(r"([^\W\d_]{2,})[-\u00ad]$")
_TIED = re.compile(r"\w[-/—]$")
_SMALL_LETTER = re.compile(r"[^\W\d_A-Z]+")
_COMPOUNDS = frozenset(
    "one two three four five six seven eight nine ten half self ex non anti pro mid co cross long short well high low full pre post"
    .split()
)  # fmt: skip
"""First parts of words that keep their hyphen at the end of a line."""
_SAME_LINE = 0.35
"""How far apart, in letter sizes, the baselines of one line may be."""
_GAP = 1.25
"""From how many times the usual step between lines on a paragraph has ended."""
_INDENT = (0.6, 4.0)
"""How many letter sizes the first line of a paragraph may be set in."""
_BIG = 1.15
"""From how many times the size of the running text on a line is a heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as printed. ``x``, ``y``: where it starts, in points from the lower left; None where the file does not say."""

    words: str
    page: int = 0
    x: float | None = None
    y: float | None = None
    size: float = 0.0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines joined to running text; ``big``: whether it is set as a heading."""

    words: str
    big: bool


def lines_of(page: Any, number: int) -> list[Line]:
    """The lines of one page of a pypdf reader, in the order in which the file draws them."""
    found: list[Line] = []

    def visit(text: str, matrix: Any, own: Any, font: Any, size: float) -> None:
        x = own[4] * matrix[0] + own[5] * matrix[2] + matrix[4]
        y = own[4] * matrix[1] + own[5] * matrix[3] + matrix[5]
        height = abs(size * (own[3] or own[1]) * (matrix[3] or matrix[1]))
        bold = "bold" in str((font or {}).get("/BaseFont", "")).lower()
        for index, part in enumerate(text.translate(_LIGATURES).split("\n")):
            if not part.strip():
                continue
            line = Line(part, number, x, y, height, bold) if index == 0 else Line(part, number)
            last = found[-1] if found else None
            if last is not None and index == 0 and _goes_on(last, line):
                found[-1] = replace(last, words=last.words + part, bold=last.bold and bold)
            else:
                found.append(line)

    page.extract_text(visitor_text=visit)
    return [replace(line, words=" ".join(line.words.split())) for line in found]


def _goes_on(last: Line, line: Line) -> bool:
    if last.y is None or line.y is None or last.x is None or line.x is None:
        return False
    return abs(last.y - line.y) <= _SAME_LINE * max(last.size, line.size) and line.x > last.x


def has_places(lines: Iterable[Line]) -> bool:
    """Whether the file says of nearly each line where it stands."""
    known = [line.y is not None for line in lines]
    return bool(known) and sum(known) >= 0.9 * len(known)


def paragraphs(lines: list[Line]) -> Iterator[Paragraph]:
    """The lines as paragraphs, those of a column or a page that goes on in the next joined."""
    body = _body_size(lines)
    step = _usual_step(lines)
    lefts = _lefts(lines)
    held: list[Line] = []
    known = {word for line in lines for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.words.lower())}
    for line in lines:
        if held and _starts(held[-1], line, step, lefts):
            yield _joined(held, body, known)
            held = []
        held.append(line)
    if held:
        yield _joined(held, body, known)


def _body_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size, 1)] += len(line.words)
    return sizes.most_common(1)[0][0]


def _usual_step(lines: list[Line]) -> float:
    """The step down, in letter sizes, from one line of a paragraph to the next."""
    steps = Counter(round(d, 1) for a, b in pairwise(lines) if 0.5 < (d := _step(a, b)) < 3)
    often = [step for step, count in steps.items() if count >= 0.15 * steps.total()]
    return min(often, default=1.2)


def _step(a: Line, b: Line) -> float:
    """How far a line stands below the one before, in letter sizes; 0 where that is not known or on another page."""
    if a.y is None or b.y is None or a.page != b.page or not a.size:
        return 0.0
    return (a.y - b.y) / a.size


def _lefts(lines: Iterable[Line]) -> Counter[tuple[int, int]]:
    """How many lines of a page start at a place from the left, to the point."""
    return Counter((line.page, round(line.x)) for line in lines if line.x is not None)


def _starts(before: Line, line: Line, step: float, lefts: Counter[tuple[int, int]]) -> bool:
    """Whether a line begins a paragraph."""
    if before.y is None or line.y is None or before.x is None or line.x is None:
        return False
    if abs(before.size - line.size) > 0.1 * max(before.size, line.size):
        return True
    ended = bool(_SENTENCE_END.search(before.words))
    down = _step(before, line)
    if down <= 0 or down > 3 * step:
        return ended or line.bold != before.bold or (not line.words[:1].islower() and _is_set_in(line, lefts))
    if down > _GAP * step or line.bold != before.bold:
        return True
    if not _is_set_in(line, lefts):
        return False
    return ended or line.x > before.x + _INDENT[0] * line.size or 2 * len(before.words) < len(line.words)


def _is_set_in(line: Line, lefts: Counter[tuple[int, int]]) -> bool:
    """Whether a line starts a little to the right of where most lines of its column do."""
    if line.x is None:
        return False
    near, far = (line.x - indent * line.size for indent in _INDENT)
    own = lefts[line.page, round(line.x)]
    return any(
        count > own for (page, left), count in lefts.items() if page == line.page and far <= left <= near
    )


def _joined(lines: list[Line], body: float, known: set[str]) -> Paragraph:
    parts = [lines[0].words]
    for before, line in pairwise(lines):
        cut = _HYPHEN.search(before.words)
        rest = _SMALL_LETTER.match(line.words)
        if cut is None or rest is None:
            parts.append("" if _TIED.search(before.words) else " ")
        elif before.words.endswith("\u00ad") or not _keeps_hyphen(cut[1].lower(), rest[0].lower(), known):
            parts[-1] = parts[-1][:-1]
        parts.append(line.words)
    big = median(line.size for line in lines) > _BIG * body or all(line.bold for line in lines)
    return Paragraph("".join(parts), big)


def _keeps_hyphen(first: str, rest: str, known: set[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word, by how the text writes it elsewhere."""
    if f"{first}{rest}" in known:
        return False
    return f"{first}-{rest}" in known or first in _COMPOUNDS
