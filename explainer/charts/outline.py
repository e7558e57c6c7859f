"""Coasts and borders of the world as lines on a small map, and where a place lies on it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate
from pathlib import Path as File
from typing import Any

import numpy as np
from matplotlib.path import Path
from matplotlib.transforms import Bbox

from explainer.charts.boxes import Box
from explainer.charts.canvas import LINE, MOVE, Point, Sheet

KM = 111.2
"""Kilometres in a degree of latitude."""

_DETAIL, _SPECK = 0.5, 2.5
_TOP = 84.0


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the earth in degrees."""

    north: float
    east: float


@dataclass(frozen=True, slots=True)
class Map:
    """A frame on a sheet through which a part of the earth is seen.

    Degrees of longitude are drawn shorter than those of latitude by ``squeeze``, the cosine of the
    middle latitude. ``scale``: pixels in a degree of latitude.
    """

    frame: Box
    middle: Place
    scale: float

    @property
    def squeeze(self) -> float:
        return _squeeze(self.middle.north)

    def at(self, place: Place) -> Point:
        """Where a place lies on the sheet, inside the frame or not, the shorter way round the earth."""
        east = (place.east - self.middle.east + 180) % 360 - 180
        x, y = self.frame.middle
        return x + east * self.squeeze * self.scale, y - (place.north - self.middle.north) * self.scale

    def draw(self, sheet: Sheet) -> None:
        """Sea, land, coasts and borders, and the frame about them."""
        box = self.frame
        with sheet.behind():
            sheet.box(box.x, box.y, box.width, box.height, fill="band")
            points, codes = self._lines("coasts")
            if points:
                sheet.path(points, codes, fill="paper", stroke="soft", weight=0.7)
            points, codes = self._lines("borders")
            if points:
                sheet.path(points, codes, stroke="line", weight=1.3)
            sheet.box(box.x, box.y, box.width, box.height, stroke="line", weight=1.5)

    def _lines(self, name: str) -> tuple[list[Point], list[int]]:
        points: list[Point] = []
        codes: list[int] = []
        for line in self._near(name):
            for piece in _cut(line, self.frame, closed=name == "coasts"):
                points += piece
                codes += [MOVE, *[LINE] * (len(piece) - 1)]
        return points, codes

    def _near(self, name: str) -> Iterator[Any]:
        """The lines that may cross the frame, in pixels; those about the date line from both sides."""
        wide, high = (self.frame.width / self.scale / self.squeeze / 2, self.frame.height / self.scale / 2)
        x, y = self.frame.middle
        for line, (west, south, east, north) in _outline()[name]:
            if south > self.middle.north + high or north < self.middle.north - high:
                continue
            for turn in (-360, 0, 360):
                if west + turn > self.middle.east + wide or east + turn < self.middle.east - wide:
                    continue
                if max(east - west, north - south) * self.scale < _SPECK:
                    continue
                moved = line - (self.middle.east - turn, self.middle.north)
                yield moved * (self.squeeze * self.scale, -self.scale) + (x, y)


def fit_map(places: Sequence[Place], frame: Box, *, margin: Point, finest: float) -> Map:
    """The map on which all places lie inside the frame with a margin about them; as high as the earth at most.

    ``finest``: the most pixels a degree may take, so that the outline is not drawn larger than it bears.
    """
    easts = _unrolled([p.east for p in places])
    norths = [p.north for p in places]
    east, north = (min(easts) + max(easts)) / 2, (min(norths) + max(norths)) / 2
    squeeze = _squeeze(north)
    room = frame.width - 2 * margin[0], frame.height - 2 * margin[1]
    spans = (max(easts) - min(easts)) * squeeze, max(norths) - min(norths)
    scale = min([finest, *(r / s for r, s in zip(room, spans, strict=True) if s > 0)])
    scale = max(scale, frame.width / 360 / squeeze)
    frame = replace(frame, height=min(frame.height, 2 * _TOP * scale))
    edge = max(0.0, _TOP - frame.height / scale / 2)
    return Map(frame, Place(min(max(north, -edge), edge), (east + 180) % 360 - 180), scale)


def stretch(places: Sequence[Place]) -> float:
    """How far the places lie apart, in degrees of latitude across the larger side of the box about them."""
    easts, norths = _unrolled([p.east for p in places]), [p.north for p in places]
    middle = (min(norths) + max(norths)) / 2
    return max((max(easts) - min(easts)) * _squeeze(middle), max(norths) - min(norths))


def _squeeze(north: float) -> float:
    return max(0.2, math.cos(math.radians(north)))


def _unrolled(easts: Sequence[float]) -> list[float]:
    """Longitudes without a jump: counted from behind the widest gap between two of them."""
    around = sorted({e % 360 for e in easts})
    gaps = [(b - a) % 360 or 360 for a, b in zip(around, [*around[1:], around[0]], strict=True)]
    first = around[(gaps.index(max(gaps)) + 1) % len(around)]
    return [first + (e - first) % 360 for e in easts]


def _cut(line: Any, frame: Box, closed: bool) -> Iterator[list[Point]]:
    """The pieces of a line inside the frame, without bends too small to be seen."""
    path = Path(line, closed=closed)
    if closed:
        path = path.clip_to_bbox(Bbox.from_bounds(frame.x, frame.y, frame.width, frame.height))
    path.should_simplify, path.simplify_threshold = True, _DETAIL
    clip = None if closed else (frame.x + 1, frame.y + 1, frame.right - 1, frame.bottom - 1)
    done = path.cleaned(simplify=True, clip=clip)
    piece: list[Point] = []
    for (x, y), code in zip(
        np.round(np.asarray(done.vertices)).tolist(), np.asarray(done.codes).tolist(), strict=True
    ):
        if code == LINE:
            piece.append((x, y))
            continue
        if len(piece) > (3 if closed else 1):
            yield piece
        piece = [(x, y)] if code == MOVE else []
    if len(piece) > (3 if closed else 1):
        yield piece


@cache
def _outline() -> dict[str, list[tuple[Any, tuple[float, float, float, float]]]]:
    """Coasts and borders in degrees, each with its box: west, south, east, north."""
    data = json.loads(File(__file__).with_name("outline.json").read_text(encoding="utf-8"))
    made: dict[str, list[tuple[Any, tuple[float, float, float, float]]]] = {}
    for name in ("coasts", "borders"):
        made[name] = []
        for line in data[name]:
            points = np.array([[*accumulate(line[::2])], [*accumulate(line[1::2])]]).T / data["steps"]
            (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
            made[name].append((points, (west, south, east, north)))
    return made
