"""The line of time: which stretch of it to draw, its units, and where a moment lies on a sheet."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Literal

from explainer.charts.canvas import Sheet
from explainer.charts.chart import Words
from explainer.charts.labels import measure
from explainer.charts.style import NOTE, STEP
from explainer.charts.when import iso

Unit = Literal["hour", "day", "month", "year"]
Band = Literal["earlier", "line", "later"]
Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a bar lies on a sheet. ``told``: whether its left and its right end are known."""

    left: float
    right: float
    told: tuple[bool, bool] = (True, True)

    @property
    def solid(self) -> bool:
        return all(self.told)


@dataclass(frozen=True, slots=True)
class Axis:
    """The stretch of time that is drawn, in days, from one whole unit to another."""

    start: float
    end: float
    unit: Unit

    def band(self, first: float, last: float) -> Band:
        """Whether an interval lies on the axis, or before or after it."""
        if last <= self.start:
            return "earlier"
        return "later" if first >= self.end else "line"

    def on(self, sheet: Sheet, bands: frozenset[str]) -> Scale:
        """The axis laid on a sheet, with room at its ends for what lies before and after it."""
        room = 80.0 if sheet.wide else 48.0
        left = sheet.left + (room if "earlier" in bands else 0)
        right = sheet.right - (room if "later" in bands else 0)
        sheet.data |= {"axis": f"{left:g} {right:g}", "axis-from": iso(self.start), "axis-to": iso(self.end)}
        return Scale(self, sheet, left, right)


def fit_axis(intervals: Sequence[Interval]) -> Axis | None:
    """The stretch that holds most intervals; what lies far off it, or is far longer, may stick out."""
    finite = [(max(a, b if a == -math.inf else a), min(b, a if b == math.inf else b)) for a, b in intervals]
    if not finite:
        return None
    usual = max(2.0, 8 * median(b - a for a, b in finite))
    kept = sorted(i for i in finite if i[1] - i[0] <= usual)
    while len(kept) > 2:
        gap, cut = _widest_gap(kept)
        if gap <= (max(b for _, b in kept) - kept[0][0]) * 0.75:
            break
        kept = kept[:cut] if cut > len(kept) - cut else kept[cut:]
    return _whole(kept[0][0], max(b for _, b in kept))


def _widest_gap(intervals: Sequence[Interval]) -> tuple[float, int]:
    end, best = intervals[0][1], (0.0, len(intervals))
    for i, (first, last) in enumerate(intervals):
        if first - end > best[0]:
            best = (first - end, i)
        end = max(end, last)
    return best


def _whole(start: float, end: float) -> Axis:
    span = end - start
    if span <= 1.2:
        return Axis(math.floor(start * 4) / 4, max(math.ceil(end * 4), math.floor(start * 4) + 1) / 4, "hour")
    if span <= 45:
        return Axis(math.floor(start), math.ceil(end), "day")
    first, last = _date(start), _date(end - 1e-6)
    if span <= 800:
        return Axis(first.replace(day=1).toordinal(), _months_on(last, 1).toordinal(), "month")
    return Axis(date(first.year, 1, 1).toordinal(), _new_year(last.year + 1), "year")


def _date(moment: float) -> date:
    return date.fromordinal(min(max(1, math.floor(moment)), date.max.toordinal()))


def _new_year(year: int) -> float:
    return date(year, 1, 1).toordinal() if year <= date.max.year else date.max.toordinal() + 1.0


def _months_on(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, 1) if year <= date.max.year else date.max


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis on a sheet, between two edges in pixels."""

    axis: Axis
    sheet: Sheet
    left: float
    right: float

    head = NOTE + 3 * STEP

    def x(self, moment: float) -> float:
        """The place of a moment, kept on the axis."""
        share = (moment - self.axis.start) / (self.axis.end - self.axis.start)
        return self.left + min(max(share, 0.0), 1.0) * (self.right - self.left)

    def extent(self, first: float, last: float, sure: tuple[bool, bool]) -> Extent:
        """The bar of an interval, at least so wide that it is seen."""
        left, right = self.x(first), self.x(last)
        if right - left < 6:
            left = min(max(self.left, (left + right) / 2 - 3), self.right - 6)
            right = left + 6
        return Extent(left, right, sure)

    def in_band(self, band: str, dated: bool) -> Extent:
        """The bar of what lies off the axis."""
        sheet = self.sheet
        left, right = (sheet.left, self.left) if band == "earlier" else (self.right, sheet.right)
        if dated:
            middle = (left + right) / 2
            return Extent(middle - 5, middle + 5)
        return Extent(left + 2 * STEP, right - 2 * STEP, (False, False))

    def draw(self, top: float, bottom: float) -> None:
        """Bands, grid and headings, between two heights."""
        sheet = self.sheet
        base = top + self.head - 2 * STEP
        with sheet.behind():
            for left, right, words in (
                (sheet.left, self.left, sheet.say("timeline.earlier")),
                (self.right, sheet.right, sheet.say("timeline.later")),
            ):
                if right - left > 1:
                    if sheet.wide:
                        sheet.box(left, base, right - left, bottom - base, fill="band")
                    sheet.words((left + right) / 2, base - STEP, words, size=NOTE, colour_name="soft",
                                bold=True, anchor="middle")  # fmt: skip
            ticks = _ticks(self.axis)
            sheet.rules((x, base, x, bottom) for x in self._grid(ticks))
            sheet.line(sheet.left, base, sheet.right, base, colour_name="soft")
            self._headings(ticks, base - STEP)

    def _grid(self, ticks: Sequence[float]) -> list[float]:
        step = max(1, math.ceil(len(ticks) * 6 / (self.right - self.left)))
        return [self.x(t) for t in ticks[::step]]

    def _headings(self, ticks: Sequence[float], y: float) -> None:
        """The name of each unit over its stretch, in the longest form that fits; fewer where none does."""
        stretch = (self.right - self.left) / max(1, len(ticks) - 1)
        say = self.sheet.say
        forms = [[form(t, say) for t in ticks[:-1]] for form in _FORMS[self.axis.unit]]
        fits = next((f for f in forms if max(measure(w, NOTE) for w in f) + STEP <= stretch), forms[-1])
        widest = max(measure(w, NOTE) for w in fits)
        step = max(1, math.ceil((widest + 2 * STEP) / stretch))
        for tick, words in [*zip(ticks, fits, strict=False)][::step]:
            if self.axis.unit == "hour" or step > 1:
                x = min(self.x(tick), self.right - measure(words, NOTE))
                self.sheet.words(x, y, words, size=NOTE, colour_name="soft")
            else:
                self.sheet.words(self.x(tick) + stretch / 2, y, words, size=NOTE, colour_name="soft",
                                 anchor="middle")  # fmt: skip


def _ticks(axis: Axis) -> list[float]:
    """Where the units begin, and the end of the axis."""
    if axis.unit == "hour":
        return [axis.start + i / 8 for i in range(round((axis.end - axis.start) * 8) + 1)]
    if axis.unit == "day":
        return [axis.start + i for i in range(round(axis.end - axis.start) + 1)]
    ticks, day = [], _date(axis.start)
    while day.toordinal() < axis.end and day < date.max:
        ticks.append(float(day.toordinal()))
        day = _months_on(day, 1 if axis.unit == "month" else 12)
    return [*ticks, axis.end]


def _day(t: float, say: Words, days: str = "", months: str = "") -> str:
    """A day: with its weekday and its month where ``days`` and ``months`` name a list of them."""
    day = _date(t)
    words = (
        say("date.day-month", day=day.day, month=say.list(months)[day.month - 1])
        if months
        else say("date.day", day=day.day)
    )
    return say("date.with-weekday", weekday=say.list(days)[day.weekday()], date=words) if days else words


def _hour(t: float, say: Words) -> str:
    """The hour, and the day where it begins."""
    return iso(t)[11:] if t % 1 else _day(t, say, "days-short", "months-short")


def _month(t: float, say: Words, months: str) -> str:
    day = _date(t)
    return say("date.month-year", month=say.list(months)[day.month - 1], year=day.year)


_FORMS: dict[Unit, list[Callable[[float, Words], str]]] = {
    "hour": [_hour],
    "day": [lambda t, say: _day(t, say, "days", "months"), lambda t, say: _day(t, say, "days-short", "months"),
            lambda t, say: _day(t, say, "days-short", "months-short"), lambda t, say: _day(t, say, "", "months-short"), _day],
    "month": [lambda t, say: _month(t, say, "months"), lambda t, say: _month(t, say, "months-short")],
    "year": [lambda t, say: str(_date(t).year)],
}  # fmt: skip
