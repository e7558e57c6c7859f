"""The timeline: each event as far as its time is known, and whether it is said to have happened."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.axis import Axis, Extent, Scale, fit_axis
from explainer.charts.bars import SIGNS, Words, draw_event
from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart
from explainer.charts.facts import (
    MODALITY_WORDS,
    Focus,
    count,
    focused,
    listing,
    name,
    people_of,
    quiet,
    sentence,
)
from explainer.charts.labels import clean
from explainer.charts.rows import heading
from explainer.charts.when import Placed, date_words, end_of, happening, iso, start_of, when_words
from explainer.records import Event
from explainer.story import Story

MOST = 80
"""So many events are drawn; the table holds them all."""


@dataclass(frozen=True, slots=True)
class _Row:
    item: Placed
    label: str
    note: str
    when: str
    band: str
    quiet: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    groups: tuple[tuple[str, tuple[_Row, ...]], ...]
    axis: Axis | None
    end: float


def draw_timeline(story: Story, *, focus: Focus = None, lanes: bool = False) -> Chart:
    """When each event was, drawn as the stretch of time in which it lies.

    ``focus``: ids of events, actors or times; the other events are drawn back. ``lanes``: events
    grouped by the first who takes part in each. InputError for a focus that is no record.
    """
    near = focused(story, focus)
    placed = happening(story)
    if not placed:
        return nothing("timeline", "This story has no events to place in time.")
    axis = fit_axis([(p.first, p.last) for p in placed if p.dated])
    rows = [_row(story, item, axis, near) for item in placed[:MOST]]
    published = end_of(story.article.published)
    plan = _Plan(_lanes(story, rows) if lanes else _bands(rows), axis, published or math.inf)
    return compose(
        "timeline",
        title=_title(placed),
        lead="Each bar covers the time in which the event may lie, dotted where the article leaves it open.",
        alt=_alt(placed),
        caption=_caption(placed),
        draw=partial(_draw, plan=plan),
        headers=("Event", "When", "Did it happen?", "Who says so", "Comes after"),
        rows=[_cells(story, item) for item in placed],
        records=[item.event.id for item in placed],
    )


def _row(story: Story, item: Placed, axis: Axis | None, near: frozenset[str]) -> _Row:
    event = item.event
    band = "none"
    if axis and item.dated:
        band = axis.band(item.first, item.last)
    elif item.ordered:
        band = "line" if axis and item.low > -math.inf else "earlier"
        if axis and band == "line" and item.low < axis.start:
            band = "line" if item.high > axis.start else "earlier"
    said = [] if event.modality in ("happened", "reported") else [MODALITY_WORDS[event.modality]]
    if event.source:
        said.append(f"according to {listing(name(story, s) for s in event.source[:2])}")
    elif event.modality == "reported":
        said.append(MODALITY_WORDS["reported"])
    when = when_words(event.when)
    if band in ("earlier", "later") and when:
        said.insert(0, when)
    words = when or _order_words(story, event)
    return _Row(item, clean(event.label), " · ".join(said), words, band,
                quiet(near, event.id, event.when.time, *people_of(event)))  # fmt: skip


def _order_words(story: Story, event: Event) -> str:
    """What the article says of an event's order, where it gives no time."""
    for ids, word in ((event.after, "after"), (event.before, "before")):
        if ids:
            return f"{word} “{clean(story.events[ids[0]].label)}”" if ids[0] in story.events.ids else word
    return "not said"


def _bands(rows: Sequence[_Row]) -> tuple[tuple[str, tuple[_Row, ...]], ...]:
    timed = tuple(r for r in rows if r.band != "none")
    rest = tuple(r for r in rows if r.band == "none")
    return (*((("", timed),) if timed else ()), *((("When is not said", rest),) if rest else ()))


def _lanes(story: Story, rows: Sequence[_Row]) -> tuple[tuple[str, tuple[_Row, ...]], ...]:
    lanes: dict[str, list[_Row]] = {}
    for row in rows:
        people = row.item.event.participants
        lanes.setdefault(name(story, people[0]) if people else "Nobody named", []).append(row)
    return tuple((lane, tuple(members)) for lane, members in lanes.items())


def _draw(sheet: Sheet, plan: _Plan) -> None:
    scale = plan.axis.on(sheet, _bands_used(plan)) if plan.axis else None
    top = sheet.y
    if scale:
        sheet.y += scale.head
    bottom = sheet.y
    for words, rows in plan.groups:
        if words:
            heading(sheet, words)
        for row in rows:
            _draw_row(sheet, row, scale, _extent(row, scale, plan.end) if scale else None)
        if any(row.band != "none" for row in rows):
            bottom = sheet.y
    if scale:
        scale.draw(top, bottom)


def _bands_used(plan: _Plan) -> frozenset[str]:
    return frozenset(row.band for _, rows in plan.groups for row in rows)


def _draw_row(sheet: Sheet, row: _Row, scale: Scale | None, bar: Extent | None) -> None:
    event = row.item.event
    spoken = f"{row.label}. When: {row.when}. {sentence(MODALITY_WORDS[event.modality])}."
    data: dict[str, str] = {}
    for key, moment in (("from", row.item.first), ("to", row.item.last)):
        if math.isfinite(moment):
            data[key] = iso(moment)
    with sheet.mark(event.id, "event", spoken, span=event.span, quiet=row.quiet, **data):
        draw_event(sheet, Words(event, row.label, row.note), scale, bar)


def _extent(row: _Row, scale: Scale, published: float) -> Extent | None:
    item = row.item
    if row.band == "none":
        return None
    if row.band in ("earlier", "later"):
        return scale.in_band(row.band, dated=item.dated)
    high = item.last
    if not item.dated and high == math.inf and item.event.modality not in ("announced", "threatened"):
        high = max(published, item.low) if math.isfinite(published) else high
    return scale.extent(item.first, high, sure=(item.start is not None, item.end is not None))


def _title(placed: Sequence[Placed]) -> str:
    undone = sum(p.event.modality in ("announced", "threatened") for p in placed)
    tail = f"; {count(undone, 'is', 'are')} not yet done" if undone else ""
    return sentence(f"{count(len(placed), 'event')}{_stretch(placed)}{tail}")


def _stretch(placed: Sequence[Placed]) -> str:
    starts = [t for p in placed if p.start is not None and (t := p.event.when.earliest)]
    ends = [t for p in placed if p.end is not None and (t := p.event.when.latest)]
    first = min(starts, key=lambda t: start_of(t) or 0.0, default=None)
    last = max(ends, key=lambda t: end_of(t) or 0.0, default=None)
    if first is None and last is None:
        return ", none with a date"
    until = date_words(last, weekday=False)
    if first is None or last is None:
        return f" from {date_words(first, weekday=False)} on" if first else f" up to {until}"
    same_year, same_month = first[:4] == last[:4], first[:7] == last[:7] and len(last) > 7
    since = date_words(first, weekday=False, year=not same_year)
    if same_month and len(first) > 7:
        since = since.split()[0]
    return f" on {until}" if first[:10] == last[:10] else f" from {since} to {until}"


def _alt(placed: Sequence[Placed]) -> str:
    dated = sum(p.dated for p in placed)
    ordered = sum(p.ordered and not p.dated for p in placed)
    told = (
        (dated, "with a time"),
        (ordered, "with an order only"),
        (len(placed) - dated - ordered, "with neither"),
    )
    times = listing(f"{count(n, 'event')} {words}" for n, words in told if n)
    tally = [(sum(p.event.modality == m for p in placed), MODALITY_WORDS[m]) for m in SIGNS]
    return (
        f"Timeline of {times}. Did they happen? {sentence(listing(count(n, w, w) for n, w in tally if n))}."
    )


def _caption(placed: Sequence[Placed]) -> str:
    more = (
        f" The first {MOST} of {len(placed)} events are drawn; the table has all."
        if len(placed) > MOST
        else ""
    )
    return (
        "Read from top to bottom: what happened first stands first. A filled sign: the article says it happened; "
        f"a hollow sign has a word beside it.{more}"
    )


def _cells(story: Story, item: Placed) -> tuple[str, ...]:
    event = item.event
    return (
        event.label, when_words(event.when) or "not said", MODALITY_WORDS[event.modality],
        listing(name(story, s) for s in event.source) or "the report itself",
        listing(story.events[i].label for i in event.after if i in story.events.ids) or "–",
    )  # fmt: skip
