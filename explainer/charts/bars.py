"""Events on a line of time: the bar of each, its sign and its words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from explainer.charts.axis import Extent, Scale
from explainer.charts.canvas import Sheet
from explainer.charts.labels import measure, wrap
from explainer.charts.style import LABEL, LEADING, NOTE, STEP
from explainer.records import Event, Modality

SIGNS: dict[Modality, tuple[str, str | None]] = {
    "happened": ("circle", "accent"), "announced": ("diamond", None), "threatened": ("triangle", None),
    "denied": ("cross", None), "reported": ("circle", None), "unknown": ("square", None),
}  # fmt: skip
"""The sign of each modality: its shape, and its fill where it is not hollow."""

_BAR, _SIGN = 8.0, 16.0


@dataclass(frozen=True, slots=True)
class EventWords:
    """What stands beside an event's bar: its label, and a note in smaller type."""

    event: Event
    label: str
    note: str


def draw_event(sheet: Sheet, words: EventWords, scale: Scale | None, bar: Extent | None) -> None:
    """An event at the pen: words beside its bar on a wide sheet, over it on a narrow one."""
    if sheet.wide and scale and bar:
        _beside(sheet, words, scale, bar)
    else:
        _stacked(sheet, words, bar, sheet.left)


def _beside(sheet: Sheet, words: EventWords, scale: Scale, bar: Extent) -> None:
    """The words behind the bar, or before it where they need fewer lines there; else over it."""
    start = max(bar.right + 2 * STEP, scale.left + STEP)
    rooms = sheet.right - start - _SIGN, bar.left - 2 * STEP - _SIGN - scale.left
    blocks = [_Block.of(words, room) if room >= 150 else None for room in rooms]
    side = min((0, 1), key=lambda i: block.height if (block := blocks[i]) else math.inf)
    best = blocks[side]
    if best is None:
        _stacked(sheet, words, bar, max(bar.left, scale.left))
        return
    x = start if side == 0 else bar.left - 2 * STEP - _SIGN - best.width
    middle = sheet.y + LABEL * LEADING / 2
    _draw_bar(sheet, words.event, bar, middle)
    sheet.y = max(best.draw(sheet, x, sheet.y, words), middle + _BAR / 2) + 2 * STEP


def _stacked(sheet: Sheet, words: EventWords, bar: Extent | None, left: float) -> None:
    """The words from ``left`` on and the bar under them."""
    left = min(left, sheet.right - (sheet.right - sheet.left) / 2)
    block = _Block.of(words, sheet.right - left - _SIGN)
    sheet.y = block.draw(sheet, left, sheet.y, words) + STEP
    if bar is not None:
        _draw_bar(sheet, words.event, bar, sheet.y + _BAR / 2)
        sheet.y += _BAR + STEP
    sheet.y += STEP


@dataclass(frozen=True, slots=True)
class _Block:
    """The words of an event as lines: its label, and the note in smaller type."""

    label: tuple[str, ...]
    note: tuple[str, ...]

    @classmethod
    def of(cls, words: EventWords, width: float) -> _Block:
        return cls(wrap(words.label, width, LABEL, lines=4), wrap(words.note, width, NOTE, lines=3))

    @property
    def width(self) -> float:
        return max(
            [measure(line, LABEL) for line in self.label] + [measure(line, NOTE) for line in self.note]
        )

    @property
    def height(self) -> float:
        return (len(self.label) * LABEL + len(self.note) * NOTE) * LEADING

    def draw(self, sheet: Sheet, x: float, y: float, words: EventWords) -> float:
        draw_sign(sheet, words.event.modality, x + 5, y + LABEL * LEADING / 2)
        y = sheet.lines(x + _SIGN, y, self.label, halo=True)
        return sheet.lines(x + _SIGN, y, self.note, size=NOTE, colour_name="soft", halo=True)


def draw_sign(sheet: Sheet, modality: Modality, x: float, y: float) -> None:
    """The sign of a modality about a point."""
    shape, fill = SIGNS[modality]
    sheet.shape(shape, x, y, 4.5, fill=fill or "paper", stroke="accent", weight=1.6)


def _draw_bar(sheet: Sheet, event: Event, bar: Extent, y: float) -> None:
    """The stretch of time: solid where its ends are told, dotted where only the order is."""
    if not bar.solid:
        sheet.line(bar.left, y, bar.right, y, colour_name="accent", weight=1.6, dash=(1.6, 3.2))
        for x, told in ((bar.left, bar.told[0]), (bar.right, bar.told[1])):
            if told:
                sheet.line(x, y - _BAR / 2, x, y + _BAR / 2, colour_name="accent", weight=1.6)
        return
    look: dict[str, Any] = {"fill": _tone(event), "stroke": "accent", "weight": 1.2}
    if event.when.precision in ("minute", "hour"):
        sheet.box((bar.left + bar.right) / 2 - 2, y - 6, 4, 12, **look)
    else:
        sheet.box(bar.left, y - _BAR / 2, bar.right - bar.left, _BAR, **look)


def _tone(event: Event) -> str:
    """Full for a time within a day, light for a day or longer, empty for what is not said to have happened."""
    if event.modality != "happened":
        return "paper"
    return "accent" if event.when.precision in ("minute", "hour", "part_of_day") else "tint"
