"""Boxes of words, placed so that none lies on another. The same on every machine."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from explainer.charts.labels import measure
from explainer.charts.style import LEADING

_RINGS = 24
_SIDES = (0, 8, 4, 12, 2, 14, 6, 10)
"""Right, left, below, above and the corners, in sixteenths of a turn."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in CSS pixels, from its top left corner."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def overlaps(self, other: Box, gap: float = 0.0) -> bool:
        """Whether the two share room, or come nearer to each other than ``gap``."""
        return (self.x < other.right + gap and other.x < self.right + gap
                and self.y < other.bottom + gap and other.y < self.bottom + gap)  # fmt: skip

    def within(self, other: Box) -> bool:
        return (
            other.x <= self.x
            and self.right <= other.right
            and other.y <= self.y
            and self.bottom <= other.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """A block of words that belongs to a point: its lines, their size and the room about them."""

    x: float
    y: float
    lines: tuple[str, ...]
    size: float
    pad: float = 0.0

    @property
    def width(self) -> float:
        return max((measure(line, self.size) for line in self.lines), default=0.0) + 2 * self.pad

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING + 2 * self.pad


def pack(
    labels: Sequence[Label],
    bounds: Box,
    obstacles: Iterable[Box] = (),
    *,
    reach: float = 0.0,
    gap: float = 3.0,
) -> tuple[Box, ...]:
    """A free box for each label, in order: on its point, or ``reach`` pixels beside it, else in rings around.

    Inside ``bounds`` where there is room, else below them: a box never lies on another or on an
    obstacle, nor nearer than ``gap``. One that is far off its point wants a leader line.
    """
    taken, placed = [*obstacles], []
    for label in labels:
        box = next(b for b in _places(label, bounds, reach) if not any(b.overlaps(t, gap) for t in taken))
        taken.append(box)
        placed.append(box)
    return tuple(placed)


def spread(labels: Sequence[Label], bounds: Box, *, gap: float = 0.0, rounds: int = 60) -> tuple[Label, ...]:
    """The labels moved apart, each round a little, along the axis on which they overlap least.

    May leave some overlap where room is short: ``pack`` has the last word.
    """
    at = [[label.x, label.y] for label in labels]
    half = [((label.width + gap) / 2, (label.height + gap) / 2) for label in labels]
    for _ in range(rounds):
        moved = [_push(at[i], at[j], half[i], half[j]) for i in range(len(at)) for j in range(i)]
        for place, (w, h) in zip(at, half, strict=True):
            place[0] = min(max(place[0], bounds.x + w), max(bounds.x + w, bounds.right - w))
            place[1] = min(max(place[1], bounds.y + h), max(bounds.y + h, bounds.bottom - h))
        if not any(moved):
            break
    return tuple(
        replace(label, x=round(x, 1), y=round(y, 1)) for label, (x, y) in zip(labels, at, strict=True)
    )


def _push(a: list[float], b: list[float], half_a: Sequence[float], half_b: Sequence[float]) -> bool:
    """Move two places apart where their boxes overlap; gives back whether they did."""
    across = half_a[0] + half_b[0] - abs(a[0] - b[0])
    if across <= 0.1:
        return False
    down = half_a[1] + half_b[1] - abs(a[1] - b[1])
    if down <= 0.1:
        return False
    axis, over = (0, across) if across < down else (1, down)
    push = math.copysign(over / 4, a[axis] - b[axis])
    a[axis] += push
    b[axis] -= push
    return True


def _places(label: Label, bounds: Box, reach: float) -> Iterator[Box]:
    w, h = label.width, label.height
    if not reach:
        yield Box(min(max(bounds.x, label.x - w / 2), max(bounds.x, bounds.right - w)),
                  min(max(bounds.y, label.y - h / 2), max(bounds.y, bounds.bottom - h)), w, h)  # fmt: skip
    for ring in range(1, _RINGS):
        for turn in _SIDES if ring == 1 else range(16):
            angle, r = math.pi * turn / 8, (reach or 12.0) * ring
            away = w / 2 if reach else 0.0, h / 2 if reach else 0.0
            cx, cy = label.x + math.cos(angle) * (r + away[0]), label.y + math.sin(angle) * (r + away[1])
            box = Box(cx - w / 2, cy - h / 2, w, h)
            if box.within(bounds):
                yield box
    x, y = min(max(bounds.x, label.x - w / 2), max(bounds.x, bounds.right - w)), bounds.bottom
    while True:
        yield Box(x, y, w, h)
        y += h / 2
