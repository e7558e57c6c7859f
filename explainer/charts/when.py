"""When events lie: their dates as numbers and words, and the order in which they happened."""

from __future__ import annotations

import heapq
import math
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from explainer.charts.chart import Words, words_in
from explainer.checks import follows
from explainer.records import Event, When
from explainer.story import Story

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::\d\d)?)?)?)?)?")
_HOURS = ((6, "early"), (12, "morning"), (18, "afternoon"), (25, "late"))
_ENGLISH = words_in()


def _parts(text: str | None) -> tuple[int, ...]:
    match = _ISO.fullmatch(text or "")
    return tuple(int(g) for g in match.groups() if g is not None) if match else ()


def _moment(parts: tuple[int, ...]) -> float | None:
    try:
        year, month, day, hour, minute = (*parts, *(0, 1, 1, 0, 0)[len(parts) :])
        clock = datetime(year, month, day, hour, minute)
    except ValueError:
        return None
    return clock.toordinal() + (hour + minute / 60) / 24


def start_of(text: str | None) -> float | None:
    """Where an ISO 8601 date or time begins, in days; None where it is none."""
    parts = _parts(text)
    return _moment(parts) if parts else None


def end_of(text: str | None) -> float | None:
    """Where an ISO 8601 date or time ends, to its precision, in days; None where it is none."""
    parts = _parts(text)
    begin = _moment(parts) if parts else None
    if begin is None:
        return None
    if len(parts) == 1:
        return date(parts[0], 12, 31).toordinal() + 1.0
    if len(parts) == 2:
        year, month = parts
        return (
            31.0 + date(year, 12, 1).toordinal()
            if month == 12
            else float(date(year, month + 1, 1).toordinal())
        )
    if len(parts) == 3:
        return begin + 1
    return begin + (1 / 24 if len(parts) == 4 else 1 / 1440)


def iso(moment: float) -> str:
    """A moment in days as ISO 8601 to the minute."""
    moment = min(moment, date.max.toordinal() + 1439 / 1440)
    whole = math.floor(moment)
    clock = datetime.fromordinal(whole) + timedelta(minutes=round((moment - whole) * 1440))
    return clock.isoformat(timespec="minutes")


def date_words(text: str | None, *, weekday: bool = True, year: bool = True, say: Words = _ENGLISH) -> str:
    """A date in words: "Saturday 24 June 2023", "June 2023", "2023"; empty where it is none."""
    parts = _parts(text)
    if not parts or _moment(parts) is None:
        return ""
    if len(parts) == 1:
        return str(parts[0])
    month = say.list("months")[parts[1] - 1]
    if len(parts) == 2:
        return say("date.month-year", month=month, year=parts[0]) if year else month
    words = say(f"date.day-month{'-year' if year else ''}", day=parts[2], month=month, year=parts[0])
    return _with_weekday(parts, words, say) if weekday else words


def _with_weekday(parts: tuple[int, ...], words: str, say: Words) -> str:
    name = say.list("days")[date(*parts[:3]).weekday()]
    return say("date.with-weekday", weekday=name, date=words)


def day_words(text: str, *, weekday: bool = False, say: Words = _ENGLISH) -> str:
    """The day alone of a date whose month is told elsewhere: "24", "Saturday 24"."""
    parts = _parts(text)
    words = say("date.day", day=parts[2])
    return _with_weekday(parts, words, say) if weekday else words


def when_words(when: When | None, say: Words = _ENGLISH) -> str:
    """When something happened, as far as it is known: "late on Saturday 24 June 2023", "by 25 June 2023"."""
    if when is None or not (start_of(when.earliest) or start_of(when.latest)):
        return ""
    if start_of(when.earliest) is None:
        return say("date.by", date=date_words(when.latest, say=say))
    if start_of(when.latest) is None:
        return say("date.from", date=date_words(when.earliest, say=say))
    assert when.earliest is not None and when.latest is not None
    first, last = _parts(when.earliest), _parts(when.latest)
    if first[:3] != last[:3] or len(first) < 3:
        return _span_words(when.earliest, when.latest, say)
    day = date_words(when.earliest, say=say)
    if len(first) == 3:
        return day
    if first == last or when.precision in ("minute", "hour"):
        return say("date.at", date=day, time=f"{first[3]:02d}:{(*first, 0)[4]:02d}")
    middle = (first[3] + (*last, 24)[3]) / 2
    return say(f"date.{next(part for hour, part in _HOURS if middle < hour)}", date=day)


def _span_words(earliest: str, latest: str, say: Words) -> str:
    a, b = date_words(earliest, say=say), date_words(latest, say=say)
    if a == b:
        return a
    whole_month = (
        earliest[:7] == latest[:7] and earliest[8:10] == "01" and end_of(latest) == end_of(latest[:7])
    )
    if whole_month and len(_parts(earliest)) == 3:
        return date_words(earliest[:7], say=say)
    if earliest[:4] == latest[:4] and earliest[5:10] == "01-01" and latest[5:10] == "12-31":
        return earliest[:4]
    if len(_parts(earliest)) >= 3 and earliest[:7] == latest[:7]:
        a = day_words(earliest, weekday=True, say=say)
    return say("date.to", first=a, last=b)


@dataclass(frozen=True, slots=True)
class Placed:
    """An event with what is known of its time, in days.

    ``start`` and ``end``: the interval the article gives; None where it does not. ``low`` and
    ``high``: the bounds that follow from the events it comes after and before; ±inf where there
    are none.
    """

    event: Event
    start: float | None
    end: float | None
    low: float
    high: float

    @property
    def dated(self) -> bool:
        return self.start is not None or self.end is not None

    @property
    def first(self) -> float:
        """The earliest it may have begun."""
        return self.start if self.start is not None else self.low

    @property
    def last(self) -> float:
        """The latest it may have ended."""
        return self.end if self.end is not None else self.high

    @property
    def ordered(self) -> bool:
        """Whether the article says anything of when it was."""
        return self.dated or self.low > -math.inf or self.high < math.inf


def happening(story: Story) -> tuple[Placed, ...]:
    """The events in an order that keeps to every date and every "after" of the article.

    Of events that the article does not order, the one told first stands first. An event with no
    date and nothing before it stands before all dated ones if something is said to follow it,
    else at the end. Tolerates an order that runs in a circle.
    """
    before = follows(story)
    after: dict[str, set[str]] = {id: set() for id in before}
    for id, earlier in before.items():
        for other in earlier:
            after[other].add(id)
    lows = _bounds(story, before, lower=True)
    highs = _bounds(story, after, lower=False)
    placed = {
        e.id: Placed(e, start_of(e.when.earliest), end_of(e.when.latest), lows[e.id], highs[e.id])
        for e in story.events
    }
    return tuple(placed[id] for id in _sorted(placed, before, after))


def _bounds(story: Story, neighbours: dict[str, set[str]], *, lower: bool) -> dict[str, float]:
    """For each event the tightest bound through its neighbours, their own bounds included."""
    none = -math.inf if lower else math.inf

    def own(event: Event) -> float | None:
        return start_of(event.when.earliest) if lower else end_of(event.when.latest)

    bounds = dict.fromkeys(neighbours, none)
    for _ in range(len(neighbours)):
        changed = False
        for id, others in neighbours.items():
            values = [v if (v := own(story.events[o])) is not None else bounds[o] for o in others]
            tightest = (max if lower else min)(values, default=none)
            if tightest != bounds[id]:
                bounds[id], changed = tightest, True
        if not changed:
            break
    return bounds


def _sorted(placed: dict[str, Placed], before: dict[str, set[str]], after: dict[str, set[str]]) -> list[str]:
    """Ids, each after those before it; otherwise by date, then as told. A circle is cut where it is met."""
    left = {id: len(earlier - {id}) for id, earlier in before.items()}
    ready = [(_key(placed[id]), id) for id, open_ in left.items() if not open_]
    heapq.heapify(ready)
    done: list[str] = []
    while len(done) < len(placed):
        if not ready:
            ready = [min((_key(placed[id]), id) for id in left)]
        _, id = heapq.heappop(ready)
        if left.pop(id, None) is None:
            continue
        done.append(id)
        for later in after[id]:
            if later in left:
                left[later] -= 1
                if left[later] <= 0:
                    heapq.heappush(ready, (_key(placed[later]), later))
    return done


def _key(item: Placed) -> tuple[float, float, int]:
    if not item.ordered:
        return math.inf, math.inf, item.event.place
    first = item.first
    if first == -math.inf and item.dated:
        first = start_of(item.event.when.latest) or item.last
    return first, item.last, item.event.place
