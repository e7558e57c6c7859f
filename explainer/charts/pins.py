"""Places on a map: the dot of each, its name and counted signs beside it; at the edge where it lies too far off."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from explainer.charts.bars import SIGNS, draw_sign
from explainer.charts.boxes import Box, Label, pack
from explainer.charts.canvas import Point, Sheet
from explainer.charts.chart import Words
from explainer.charts.facts import sentence
from explainer.charts.labels import measure, wrap
from explainer.charts.outline import KM, Map, Place, fit_map
from explainer.charts.style import LABEL, LEADING, NOTE, STEP
from explainer.records import Event, Modality

_ARROW, _SIGN, _TALLY, _REACH, _LEADER = 14.0, 11.0, 16.0, 9.0, 72.0
_LENGTHS = (2000, 1000, 500, 200, 100, 50)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the events set there. ``at``: where it lies, None where nobody says so."""

    id: str
    name: str
    events: tuple[Event, ...]
    at: Place | None
    quiet: bool

    @property
    def tally(self) -> list[tuple[Modality, int]]:
        """How many events of each modality."""
        found = Counter(event.modality for event in self.events)
        return [(modality, found[modality]) for modality in SIGNS if found[modality]]

    def told(self, say: Words) -> str:
        """The events set there, each with whether it happened."""
        return "; ".join(
            say("places.event", event=e.label, modality=say(f"modality.{e.modality}")) for e in self.events
        )

    def spoken(self, say: Words, after: str = "") -> str:
        """The place and its events as they are read aloud."""
        events = ": ".join(filter(None, (sentence(say.count(len(self.events), "event")), self.told(say))))
        return f"{say('places.spoken', place=self.name, events=events)}.{after}"


@dataclass(frozen=True, slots=True)
class _Pin(Label):
    """A spot's name as a block of lines with its signs under them. ``side``: of the map, where it is off it."""

    spot: Spot | None = None
    side: int | None = None

    @property
    def width(self) -> float:
        lines = max(measure(line, self.size) for line in self.lines)
        return max(lines, self._tally) + (_ARROW if self.side is not None else 0) + 2 * self.pad

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING + (_TALLY if self._tally else 0) + 2 * self.pad

    @property
    def _tally(self) -> float:
        tally = self.spot.tally if self.spot else []
        return sum(_SIGN + measure(str(n), NOTE) + 2 * STEP for _, n in tally) - (2 * STEP if tally else 0)

    def draw(self, sheet: Sheet, box: Box) -> None:
        """Name and signs in their box, towards the dot; an arrow before or behind them for a far place."""
        left = box.x + self.pad
        right = box.right - self.pad
        if self.side is not None:
            east = self.side in (0, 1, 7)
            tip = right - 5 if east else left + 5
            _arrow(sheet, tip, box.y + self.pad + self.size * LEADING / 2, self.side * math.pi / 4)
            left, right = (left, right - _ARROW) if east else (left + _ARROW, right)
        ended = self.side in (0, 1, 7) if self.side is not None else box.right <= self.x
        y = sheet.lines(
            right if ended else left,
            box.y + self.pad,
            self.lines,
            anchor="end" if ended else "start",
            halo=True,
        )
        x = right - self._tally if ended else left
        for modality, n in self.spot.tally if self.spot else []:
            draw_sign(sheet, modality, x + 4.5, y + _TALLY / 2 - 1)
            x += (
                _SIGN
                + 2 * STEP
                + sheet.words(x + _SIGN + 2, y + _TALLY / 2 + 3, str(n), size=NOTE, halo=True)
            )


def draw_map(sheet: Sheet, near: Sequence[Spot], far: Sequence[Spot]) -> None:
    """A map about the near spots at the pen, with arrows at its edge to the far ones, and its key."""
    room = Box(sheet.left, sheet.y, sheet.right - sheet.left, 420.0 if sheet.wide else 380.0)
    map = fit_map(
        [s.at for s in near if s.at], room, margin=(96, 48) if sheet.wide else (64, 56),
        finest=28 if sheet.wide else 18,
    )  # fmt: skip
    map.draw(sheet)
    frame = map.frame
    inner = Box(frame.x + STEP, frame.y + STEP, frame.width - 2 * STEP, frame.height - 2 * STEP)
    taken = _draw_scale(sheet, map)
    pins = [_pin(spot, map.at(spot.at), sheet.wide) for spot in near if spot.at]
    pins = [pin for pin in pins if Box(pin.x, pin.y, 0, 0).within(inner)]
    seen = {pin.spot for pin in pins}
    outer = [_outer(spot, map, inner, sheet.wide) for spot in (*near, *far) if spot not in seen]
    edge = pack(outer, inner, taken)
    taken += [*edge, *(Box(pin.x - 5, pin.y - 5, 10, 10) for pin in pins)]
    beside = [*_beside(pins, inner, taken)]
    for pin, box in [*beside, *zip(outer, edge, strict=True)]:
        _draw_pin(sheet, pin, box)
    sheet.y = max(box.bottom for box in [frame, *edge]) + 2 * STEP
    _draw_key(sheet, near, far)
    if unnamed := sum(box is None for _, box in beside):
        words = sheet.say("places.no-room", names=sheet.say.count(unnamed, "name"))
        sheet.words(sheet.left, sheet.y + 3 * STEP, words, size=NOTE, colour_name="soft")
        sheet.y += 4 * STEP


def _beside(pins: Sequence[_Pin], bounds: Box, taken: list[Box]) -> Iterator[tuple[_Pin, Box | None]]:
    """A box near each pin's dot, in order; None for one whose name finds no room there."""
    for pin in pins:
        (box,) = pack([pin], bounds, taken, reach=_REACH, gap=1)
        if box.within(bounds) and math.dist(_nearest(box, pin), (pin.x, pin.y)) <= _LEADER:
            taken.append(box)
            yield pin, box
        else:
            yield pin, None


def _nearest(box: Box, pin: _Pin) -> Point:
    """The point of a box that is nearest to the pin's dot."""
    return min(max(pin.x, box.x), box.right), min(max(pin.y, box.y), box.bottom)


def draw_dot(sheet: Sheet, spot: Spot, x: float, y: float) -> None:
    """The dot of a place: filled where an event is set there."""
    sheet.shape("circle", x, y, 4, fill="ink" if spot.events else "paper", stroke="ink", weight=1.4)


def _pin(spot: Spot, at: Point, wide: bool, side: int | None = None) -> _Pin:
    lines = wrap(spot.name, 170 if wide else 112, LABEL, lines=3)
    return _Pin(at[0], at[1], lines or ("?",), LABEL, 2.0, spot, side)


def _outer(spot: Spot, map: Map, inner: Box, wide: bool) -> _Pin:
    """The pin of a far place, at the edge in its direction."""
    (x, y), (mx, my) = map.at(spot.at) if spot.at else inner.middle, inner.middle
    dx, dy = x - mx, y - my
    reach = min(inner.width / 2 / max(abs(dx), 1e-9), inner.height / 2 / max(abs(dy), 1e-9))
    side = round(math.atan2(dy, dx) / (math.pi / 4)) % 8
    return _pin(spot, (mx + dx * reach, my + dy * reach), wide, side)


def _draw_pin(sheet: Sheet, pin: _Pin, box: Box | None) -> None:
    spot = pin.spot
    if spot is None:
        return
    away = ""
    if pin.side is not None:
        away = sheet.say("places.away", side=sheet.say.list("places.sides")[pin.side])
    there = {"records": " ".join(event.id for event in spot.events)}
    data: dict[str, Any] = there if spot.events else {}
    with sheet.mark(spot.id, "place", spot.spoken(sheet.say, away), quiet=spot.quiet, **data):
        if box and pin.side is None and math.dist(_nearest(box, pin), (pin.x, pin.y)) > _REACH + STEP:
            sheet.line(pin.x, pin.y, *_nearest(box, pin), colour_name="soft")
        if pin.side is None:
            draw_dot(sheet, spot, pin.x, pin.y)
        if box:
            pin.draw(sheet, box)


def _arrow(sheet: Sheet, x: float, y: float, turn: float) -> None:
    corners = [(6.0, 0.0), (-4.0, -5.0), (-4.0, 5.0), (6.0, 0.0)]
    cos, sin = math.cos(turn), math.sin(turn)
    sheet.path(
        [(x + cos * a - sin * b, y + sin * a + cos * b) for a, b in corners], fill="ink", stroke="paper"
    )


def _draw_scale(sheet: Sheet, map: Map) -> list[Box]:
    """How long so many kilometres are, in the lower left corner; gives the room it takes.

    None on a map of half the world, on which no one length is true.
    """
    most = 130.0 if sheet.wide else 80.0
    lengths = [km for km in _LENGTHS if km / KM * map.scale <= most]
    if not lengths or map.frame.height / map.scale > 60:
        return []
    long = lengths[0] / KM * map.scale
    x, y = map.frame.x + 3 * STEP, map.frame.bottom - 3 * STEP
    wide = sheet.words(
        x,
        y - 5,
        sheet.say("places.kilometres", n=sheet.say.digits(lengths[0])),
        size=NOTE,
        colour_name="soft",
        halo=True,
    )
    sheet.path([(x, y - 4), (x, y), (x + long, y), (x + long, y - 4)], stroke="soft", weight=1.2)
    return [Box(map.frame.x, y - 22, max(long, wide) + 5 * STEP, map.frame.bottom - y + 22)]


def _draw_key(sheet: Sheet, near: Sequence[Spot], far: Sequence[Spot]) -> None:
    """What the dots and signs mean that are drawn."""
    dots = {bool(spot.events): spot for spot in near}
    used = {modality for spot in (*near, *far) for modality, _ in spot.tally}
    items: list[tuple[Spot | Modality, str]] = [
        (dots[told], sheet.say(key))
        for told, key in ((True, "places.key-event"), (False, "places.key-named"))
        if told in dots
    ]
    items += [(m, sheet.say(f"modality.{m}")) for m in SIGNS if m in used]
    x, y = sheet.left, sheet.y + LABEL / 2
    for sign, words in items:
        wide = 14 + measure(words, NOTE)
        if x > sheet.left and x + wide > sheet.right:
            x, y = sheet.left, y + 4.5 * STEP
        if isinstance(sign, Spot):
            draw_dot(sheet, sign, x + 5, y)
        else:
            draw_sign(sheet, sign, x + 5, y)
        sheet.words(x + 14, y + 4, words, size=NOTE, colour_name="soft")
        x += wide + 4 * STEP
    sheet.y = y + LABEL
