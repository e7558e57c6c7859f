"""The timeline: each event as far as its time is known, and whether it is said to have happened."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.axis import Axis, Extent, Scale, fit_axis
from explainer.charts.bars import SIGNS, EventWords, draw_event
from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, people_of, quiet, sentence
from explainer.charts.labels import clean
from explainer.charts.rows import heading
from explainer.charts.when import Placed, date_words, day_words, end_of, happening, iso, start_of, when_words
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


def draw_timeline(story: Story, *, focus: Focus = None, lanes: bool = False, language: str = "en") -> Chart:
    """When each event was, drawn as the stretch of time in which it lies.

    ``focus``: ids of events, actors or times; the other events are drawn back. ``lanes``: events
    grouped by the first who takes part in each. InputError for a focus that is no record.
    """
    say, near = words_in(language), focused(story, focus)
    placed = happening(story)
    if not placed:
        return nothing("timeline", story, say)
    axis = fit_axis([(p.first, p.last) for p in placed if p.dated])
    rows = [_row(story, item, axis, near, say) for item in placed[:MOST]]
    published = end_of(story.article.published)
    plan = _Plan(_lanes(story, rows, say) if lanes else _bands(rows, say), axis, published or math.inf)
    return compose(
        "timeline",
        story,
        say,
        title=_title(placed, say),
        lead=say("timeline.lead"),
        alt=_alt(placed, say),
        caption=_caption(placed, say),
        draw=partial(_draw, plan=plan),
        rows=[_cells(story, item, say) for item in placed],
        records=[item.event.id for item in placed],
    )


def _row(story: Story, item: Placed, axis: Axis | None, near: frozenset[str], say: Words) -> _Row:
    event = item.event
    band = "none"
    if axis and item.dated:
        band = axis.band(item.first, item.last)
    elif item.ordered:
        band = "line" if axis and item.low > -math.inf else "earlier"
        if axis and band == "line" and item.low < axis.start:
            band = "line" if item.high > axis.start else "earlier"
    modality = say(f"modality.{event.modality}")
    said = [] if event.modality in ("happened", "reported") else [modality]
    if event.source:
        names = say.listing(name(story, s, say("unknown")) for s in event.source[:2])
        said.append(say("timeline.according", names=names))
    elif event.modality == "reported":
        said.append(modality)
    when = when_words(event.when, say)
    if band in ("earlier", "later") and when:
        said.insert(0, when)
    words = when or _order_words(story, event, say)
    return _Row(item, clean(event.label), " · ".join(said), words, band,
                quiet(near, event.id, event.when.time, *people_of(event)))  # fmt: skip


def _order_words(story: Story, event: Event, say: Words) -> str:
    """What the article says of an event's order, where it gives no time."""
    for ids, key in ((event.after, "timeline.after"), (event.before, "timeline.before")):
        if ids and ids[0] in story.events.ids:
            return say(key, event=say.quoted(clean(story.events[ids[0]].label)))
    return say("not-said")


def _bands(rows: Sequence[_Row], say: Words) -> tuple[tuple[str, tuple[_Row, ...]], ...]:
    timed = tuple(r for r in rows if r.band != "none")
    rest = tuple(r for r in rows if r.band == "none")
    return (*((("", timed),) if timed else ()), *(((say("timeline.no-time"), rest),) if rest else ()))


def _lanes(story: Story, rows: Sequence[_Row], say: Words) -> tuple[tuple[str, tuple[_Row, ...]], ...]:
    lanes: dict[str, list[_Row]] = {}
    for row in rows:
        people = row.item.event.participants
        lanes.setdefault(name(story, people[0]) if people else say("timeline.nobody"), []).append(row)
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
    modality = sentence(sheet.say(f"modality.{event.modality}"))
    spoken = sheet.say("timeline.spoken", event=row.label, when=row.when, modality=modality)
    data: dict[str, str] = {}
    for key, moment in (("from", row.item.first), ("to", row.item.last)):
        if math.isfinite(moment):
            data[key] = iso(moment)
    with sheet.mark(event.id, "event", spoken, span=event.span, quiet=row.quiet, **data):
        draw_event(sheet, EventWords(event, row.label, row.note), scale, bar)


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


def _title(placed: Sequence[Placed], say: Words) -> str:
    undone = sum(p.event.modality in ("announced", "threatened") for p in placed)
    return sentence(say("timeline.title", events=say.count(len(placed), "event"), stretch=_stretch(placed, say),
                        undone=say.count(undone, "timeline.undone")))  # fmt: skip


def _stretch(placed: Sequence[Placed], say: Words) -> str:
    starts = [t for p in placed if p.start is not None and (t := p.event.when.earliest)]
    ends = [t for p in placed if p.end is not None and (t := p.event.when.latest)]
    first = min(starts, key=lambda t: start_of(t) or 0.0, default=None)
    last = max(ends, key=lambda t: end_of(t) or 0.0, default=None)
    until = date_words(last, weekday=False, say=say)
    if first is None:
        return say("timeline.until", date=until) if last else say("timeline.undated")
    if last is None:
        return say("timeline.since", date=date_words(first, weekday=False, say=say))
    if first[:10] == last[:10]:
        return say("timeline.on", date=until)
    since = date_words(first, weekday=False, year=first[:4] != last[:4], say=say)
    if first[:7] == last[:7] and min(len(first), len(last)) > 7:
        since = day_words(first, say=say)
    return say("timeline.stretch", first=since, last=until)


def _alt(placed: Sequence[Placed], say: Words) -> str:
    dated = sum(p.dated for p in placed)
    ordered = sum(p.ordered and not p.dated for p in placed)
    told = (dated, "dated"), (ordered, "ordered"), (len(placed) - dated - ordered, "neither")
    times = say.listing(say.count(n, f"timeline.{key}") for n, key in told if n)
    found = Counter(p.event.modality for p in placed)
    tally = say.listing(f"{found[m]} {say(f'modality.{m}')}" for m in SIGNS if found[m])
    return say("timeline.alt", times=times, tally=sentence(tally))


def _caption(placed: Sequence[Placed], say: Words) -> str:
    more = say("left-out", n=MOST, all=len(placed)) if len(placed) > MOST else ""
    return f"{say('timeline.caption')}{more}"


def _cells(story: Story, item: Placed, say: Words) -> tuple[str, ...]:
    event = item.event
    return (
        event.label, when_words(event.when, say) or say("not-said"), say(f"modality.{event.modality}"),
        say.listing(name(story, s) for s in event.source) or say("report"),
        say.listing(story.events[i].label for i in event.after if i in story.events.ids) or say("none"),
    )  # fmt: skip
