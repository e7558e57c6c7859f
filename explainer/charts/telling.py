"""Order of telling against order of happening: how the article jumps about in time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, people_of, quiet, sentence
from explainer.charts.labels import clean, measure
from explainer.charts.rows import Rows, Strip, heading
from explainer.charts.style import LEADING, NOTE, STEP
from explainer.charts.when import Placed, date_words, happening, when_words
from explainer.records import Event
from explainer.story import Story

MOST = 60
"""So many events are drawn; the table holds them all."""


@dataclass(frozen=True, slots=True)
class _Plan:
    groups: tuple[tuple[str, tuple[Placed, ...]], ...]
    told: dict[str, int]
    near: frozenset[str]


def draw_telling(story: Story, *, focus: Focus = None, language: str = "en") -> Chart:
    """Events from the first to the last that happened, each at the place where the article tells it.

    ``focus``: ids of events or actors; the other events are drawn back. InputError for a focus that
    is no record.
    """
    say, near = words_in(language), focused(story, focus)
    placed = happening(story)
    if not placed:
        return nothing("telling", story, say)
    told = {event.id: number for number, event in enumerate(story.events, 1)}
    plan = _Plan(_groups(placed[:MOST], say), told, near)
    more = say("left-out", n=MOST, all=len(placed)) if len(placed) > MOST else ""
    return compose(
        "telling",
        story,
        say,
        title=_title(placed, told, say),
        lead=say("telling.lead"),
        alt=_alt(placed, told, say),
        caption=f"{say('telling.caption')}{more}",
        draw=partial(_draw, plan=plan),
        rows=[_cells(story, p, told, say) for p in placed],
        records=[p.event.id for p in placed[:MOST]],
    )


def _groups(placed: Sequence[Placed], say: Words) -> tuple[tuple[str, tuple[Placed, ...]], ...]:
    """The events as they happened, in groups of one day or of one stretch of time."""
    groups: list[tuple[str, list[Placed]]] = []
    for item in placed:
        words = sentence(_day(item.event, say)) or _order_group(item, groups[-1][0] if groups else "", say)
        if not groups or groups[-1][0] != words:
            groups.append((words, []))
        groups[-1][1].append(item)
    return tuple((words, tuple(items)) for words, items in groups)


def _order_group(item: Placed, previous: str, say: Words) -> str:
    """The heading of an event with no date: that of the event it follows, where it follows one."""
    if item.low > -math.inf and previous:
        return previous
    return say("telling.earlier" if item.ordered else "timeline.no-time")


def _day(event: Event, say: Words) -> str:
    first, last = event.when.earliest, event.when.latest
    if first and last and first[:10] == last[:10]:
        return date_words(first[:10], say=say)
    return when_words(event.when, say)


def _draw(sheet: Sheet, plan: _Plan) -> None:
    items = [item for _, group in plan.groups for item in group]
    rows = Rows.fit(sheet, [clean(i.event.label) for i in items], height=20.0, beside=True)
    _ends(sheet, rows.strip())
    dots: list[tuple[int, float, float, Event]] = []
    for words, group in plan.groups:
        heading(sheet, words)
        for item in group:
            event, number = item.event, plan.told[item.event.id]
            with _mark(sheet, plan, event):
                strip = rows.name(event.label)
            rows.end()
            dots.append((number, strip.at(number / (len(plan.told) + 1)), strip.middle, event))
    dots.sort(key=lambda dot: dot[0])
    with sheet.behind():
        sheet.path([(x, y) for _, x, y, _ in dots], stroke="accent", weight=1.4)
    for number, x, y, event in dots:
        with _mark(sheet, plan, event):
            sheet.shape("circle", x, y, 9.0, fill="accent", stroke="paper", weight=1.5)
            sheet.words(x, y + 4, str(number), size=NOTE, colour_name="paper", bold=True, anchor="middle")


def _ends(sheet: Sheet, strip: Strip) -> None:
    """What the left and the right end of the strip stand for, on two lines where one is too short."""
    first, last = sheet.say("telling.first"), sheet.say("telling.last")
    sheet.words(strip.left, sheet.y + NOTE, first, size=NOTE, colour_name="soft")
    if measure(first, NOTE) + measure(last, NOTE) + 3 * STEP > strip.right - strip.left:
        sheet.y += NOTE * LEADING
    sheet.words(strip.right, sheet.y + NOTE, last, size=NOTE, colour_name="soft", anchor="end")
    sheet.y += NOTE + STEP


def _mark(sheet: Sheet, plan: _Plan, event: Event) -> AbstractContextManager[None]:
    faded = quiet(plan.near, event.id, event.when.time, *people_of(event))
    return sheet.mark(event.id, "event", _spoken(plan, event, sheet.say), quiet=faded, span=event.span)


def _spoken(plan: _Plan, event: Event, say: Words) -> str:
    return say("telling.spoken", event=event.label, n=plan.told[event.id], all=len(plan.told))


def _title(placed: Sequence[Placed], told: dict[str, int], say: Words) -> str:
    first = told[placed[0].event.id]
    if first == len(placed) > 1:
        return say("telling.title-last")
    if first > 1:
        return say("telling.title-number", n=first, all=len(placed))
    if [told[p.event.id] for p in placed] == sorted(told.values()):
        return say("telling.title-ordered")
    return say("telling.title-jumps")


def _alt(placed: Sequence[Placed], told: dict[str, int], say: Words) -> str:
    order = ", ".join(str(told[p.event.id]) for p in placed[:12])
    more = say("telling.and-so-on") if len(placed) > 12 else ""
    return say("telling.alt", events=say.count(len(placed), "event"), order=order, more=more,
               last=say.quoted(clean(placed[-1].event.label)))  # fmt: skip


def _cells(story: Story, item: Placed, told: dict[str, int], say: Words) -> tuple[str, ...]:
    number = story.article.paragraph_number(item.event.span.start)
    return (item.event.label, when_words(item.event.when, say) or say("not-said"), str(told[item.event.id]),
            str(number) if number else say("outside"))  # fmt: skip
