"""Order of telling against order of happening: how the article jumps about in time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart
from explainer.charts.facts import Focus, count, focused, people_of, quiet, sentence
from explainer.charts.labels import clean
from explainer.charts.rows import Rows, heading
from explainer.charts.style import NOTE, STEP
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


def draw_telling(story: Story, *, focus: Focus = None) -> Chart:
    """Events from the first to the last that happened, each at the place where the article tells it.

    ``focus``: ids of events or actors; the other events are drawn back. InputError for a focus that
    is no record.
    """
    near = focused(story, focus)
    placed = happening(story)
    if not placed:
        return nothing("telling", "This story has no events whose order could be shown.")
    told = {event.id: number for number, event in enumerate(story.events, 1)}
    plan = _Plan(_groups(placed[:MOST]), told, near)
    more = f" The first {MOST} of {len(placed)} are drawn; the table has all." if len(placed) > MOST else ""
    return compose(
        "telling",
        title=_title(placed, told),
        lead="From top to bottom: as it happened. From left to right: as the article tells it, by number.",
        alt=_alt(placed, told),
        caption="Follow the line from 1 on: where it goes up, the article steps back in time. Events under one "
        f"heading are not always ordered among themselves.{more}",
        draw=partial(_draw, plan=plan),
        headers=("Event", "When", "Told as number", "In paragraph"),
        rows=[_cells(story, p, told) for p in placed],
        records=[p.event.id for p in placed[:MOST]],
    )


def _groups(placed: Sequence[Placed]) -> tuple[tuple[str, tuple[Placed, ...]], ...]:
    """The events as they happened, in groups of one day or of one stretch of time."""
    groups: list[tuple[str, list[Placed]]] = []
    for item in placed:
        words = sentence(_day(item.event)) or _order_group(item, groups[-1][0] if groups else "")
        if not groups or groups[-1][0] != words:
            groups.append((words, []))
        groups[-1][1].append(item)
    return tuple((words, tuple(items)) for words, items in groups)


def _order_group(item: Placed, previous: str) -> str:
    """The heading of an event with no date: that of the event it follows, where it follows one."""
    if item.low > -math.inf and previous:
        return previous
    return "Earlier, no date given" if item.ordered else "When is not said"


def _day(event: Event) -> str:
    first, last = event.when.earliest, event.when.latest
    return date_words(first[:10]) if first and last and first[:10] == last[:10] else when_words(event.when)


def _draw(sheet: Sheet, plan: _Plan) -> None:
    items = [item for _, group in plan.groups for item in group]
    rows = Rows.fit(sheet, [clean(i.event.label) for i in items], height=20.0, halo=True)
    dots: list[tuple[int, float, float, Event]] = []
    for words, group in plan.groups:
        heading(sheet, words)
        for item in group:
            event = item.event
            with sheet.mark(
                event.id, "event", _spoken(plan, event), quiet=_quiet(plan, event), span=event.span
            ):
                strip = rows.name(event.label)
            rows.end()
            dots.append(
                (
                    plan.told[event.id],
                    strip.at(plan.told[event.id] / (len(plan.told) + 1)),
                    strip.middle,
                    event,
                )
            )
    dots.sort(key=lambda d: d[0])
    with sheet.behind():
        sheet.path([(x, y) for _, x, y, _ in dots], stroke="tint", weight=2.0)
    for number, x, y, event in dots:
        with sheet.mark(event.id, "event", _spoken(plan, event), quiet=_quiet(plan, event), span=event.span):
            sheet.shape("circle", x, y, 9.0, fill="accent", stroke="paper", weight=1.5)
            sheet.words(x, y + 4, str(number), size=NOTE, colour_name="paper", bold=True, anchor="middle")
    strip = rows.strip()
    sheet.words(strip.left, sheet.y + NOTE, "told first", size=NOTE, colour_name="soft")
    sheet.words(strip.right, sheet.y + NOTE, "told last", size=NOTE, colour_name="soft", anchor="end")
    sheet.y += NOTE + STEP


def _quiet(plan: _Plan, event: Event) -> bool:
    return quiet(plan.near, event.id, event.when.time, *people_of(event))


def _spoken(plan: _Plan, event: Event) -> str:
    return f"{event.label}. Told as number {plan.told[event.id]} of {len(plan.told)}."


def _title(placed: Sequence[Placed], told: dict[str, int]) -> str:
    first = told[placed[0].event.id]
    if first > 1:
        return f"What happened first is told as number {first} of {len(placed)}"
    if [told[p.event.id] for p in placed] == sorted(told.values()):
        return "The article tells the events in the order in which they happened, as far as it gives one"
    return "The article begins with what happened first, and then jumps in time"


def _alt(placed: Sequence[Placed], told: dict[str, int]) -> str:
    order = ", ".join(str(told[p.event.id]) for p in placed[:12])
    last = placed[-1].event.label
    more = " and so on" if len(placed) > 12 else ""
    return (f"Taken as they happened, the {count(len(placed), 'event')} are told as number {order}{more}. "
            f"The last to happen is “{last}”.")  # fmt: skip


def _cells(story: Story, item: Placed, told: dict[str, int]) -> tuple[str, ...]:
    number = story.article.paragraph_number(item.event.span.start)
    return (item.event.label, when_words(item.event.when) or "not said", str(told[item.event.id]),
            str(number) if number else "heading or caption")  # fmt: skip
