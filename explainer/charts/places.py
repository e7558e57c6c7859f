"""The map: where the story's places lie, and how many events the article sets at each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial

from explainer.charts.bars import EventWords, draw_event
from explainer.charts.canvas import Sheet, compose, nothing
from explainer.charts.chart import Chart, Words, words_in
from explainer.charts.facts import Focus, focused, name, people_of, places_of, quiet, sentence
from explainer.charts.labels import clean, wrap
from explainer.charts.outline import Place, stretch
from explainer.charts.pins import Spot, draw_dot, draw_map
from explainer.charts.rows import heading
from explainer.charts.style import LABEL, LEADING, STEP
from explainer.story import Story
from explainer.teaching import MapPoint

MOST = 24
"""So many places are drawn, those with the most events first; the table holds them all."""

_NEAR = 30.0
"""Places no more degrees than this apart share one map in any case."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is drawn: spots on the map, spots too far off for it, and spots in words."""

    near: tuple[Spot, ...]
    far: tuple[Spot, ...]
    listed: tuple[Spot, ...]
    focus: frozenset[str]

    @property
    def shown(self) -> tuple[Spot, ...]:
        return (*self.near, *self.far, *self.listed)


def draw_places(
    story: Story, *, focus: Focus = None, points: Iterable[MapPoint] = (), language: str = "en"
) -> Chart:
    """Where it happens: places on a map, with the events that the article sets at each.

    ``points``: where places lie, as a teaching part says; without them places and events stand in
    words. ``focus``: ids of places, events or those who take part; the other places are drawn back.
    InputError for a focus that is no record.
    """
    say, near = words_in(language), focused(story, focus)
    where = {p.actor: Place(p.north, p.east) for p in points}
    found = places_of(story, where)
    if not found:
        return nothing("places", story, say)
    spots = [
        Spot(id, name(story, id), events, where.get(id),
             quiet(near, id, *(p for e in events for p in (e.id, *people_of(e)))))
        for id, events in found.items()
    ]  # fmt: skip
    plan = _planned(spots, near)
    return compose(
        "places",
        story,
        say,
        title=_title(story, spots, say),
        lead=_lead(plan, say),
        alt=_alt(plan, say),
        caption=_caption(plan, len(spots), say),
        draw=partial(_draw, plan=plan),
        rows=[(s.name, s.told(say) or say("none")) for s in spots],
        records=[id for spot in plan.shown for id in (spot.id, *(e.id for e in spot.events))],
    )


def _planned(spots: Sequence[Spot], focus: frozenset[str]) -> _Plan:
    """Those with most events first; those only named are drawn where a map shows them, or where nothing else is."""
    ranked = sorted(spots, key=lambda s: -len(s.events))
    drawn = [s for s in ranked if s.at or s.events][:MOST] or ranked[:MOST]
    mapped = [s for s in drawn if s.at]
    near = _together(mapped)
    return _Plan(
        tuple(s for s in mapped if s in near),
        tuple(s for s in mapped if s not in near),
        tuple(s for s in drawn if not s.at),
        focus,
    )


def _together(spots: Sequence[Spot]) -> Sequence[Spot]:
    """All spots, or most of them where these lie within a third of the stretch that all would need."""
    places = [s.at for s in spots if s.at]
    if len(places) < 3 or stretch(places) <= _NEAR:
        return spots
    groups = [_group(seed, spots, stretch(places) / 3) for seed in places]
    largest = max(groups, key=len)
    return largest if len(largest) > len(spots) / 2 else spots


def _group(seed: Place, spots: Sequence[Spot], limit: float) -> list[Spot]:
    """The spots nearest to a place, as many as lie within so many degrees of each other."""
    group: list[Spot] = []
    for spot in sorted(spots, key=lambda s: stretch([seed, s.at]) if s.at else 0.0):
        if stretch([s.at for s in (*group, spot) if s.at]) > limit:
            break
        group.append(spot)
    return group


def _draw(sheet: Sheet, plan: _Plan) -> None:
    if plan.near:
        draw_map(sheet, plan.near, plan.far)
        if plan.listed:
            heading(sheet, sheet.say("places.off-map"))
    for spot in plan.listed:
        _draw_listed(sheet, spot, plan.focus)


def _draw_listed(sheet: Sheet, spot: Spot, focus: frozenset[str]) -> None:
    """A place in words, its events under it."""
    left, sheet.left = sheet.left, sheet.left + 4 * STEP
    with sheet.mark(spot.id, "place", spot.spoken(sheet.say), quiet=spot.quiet):
        draw_dot(sheet, spot, left + 5, sheet.y + LABEL * LEADING / 2)
        lines = wrap(spot.name, sheet.right - sheet.left, LABEL, bold=True, lines=3)
        sheet.y = sheet.lines(sheet.left, sheet.y, lines, bold=True) + STEP / 2
    for event in spot.events:
        word = sheet.say(f"modality.{event.modality}")
        away = quiet(focus, event.id, *people_of(event))
        with sheet.mark(event.id, "event", f"{event.label}. {sentence(word)}.", span=event.span, quiet=away):
            draw_event(sheet, EventWords(event, clean(event.label), word), None, None)
    sheet.left = left
    sheet.y += STEP


def _title(story: Story, spots: Sequence[Spot], say: Words) -> str:
    told = [s for s in spots if s.events]
    total = sum(len(s.events) for s in told)
    if not told:
        return sentence(say("places.title-none", places=say.count(len(spots), "place")))
    rest = len(story.events) - total
    return sentence(
        say("places.title-rest" if rest else "places.title", events=say.count(total, "event"),
            places=say.count(len(told), "place"), rest=say.count(rest, "event"))
    )  # fmt: skip


def _lead(plan: _Plan, say: Words) -> str:
    told = any(spot.events for spot in (*plan.near, *plan.far))
    return say("places.lead") if told else ""


def _alt(plan: _Plan, say: Words) -> str:
    on = say.listing(_short(s, say) for s in (*plan.near, *plan.far))
    off = say.listing(_short(s, say) for s in plan.listed)
    if not plan.near:
        return say("places.alt-list", places=off)
    number = say.count(len(plan.near) + len(plan.far), "place")
    return say("places.alt", number=number, places=on) + (say("places.alt-off", places=off) if off else "")


def _short(spot: Spot, say: Words) -> str:
    return say("places.short", place=spot.name, events=say.count(len(spot.events), "event"))


def _caption(plan: _Plan, total: int, say: Words) -> str:
    said = [say("places.caption-far")] if plan.far else []
    said.append(say("places.caption-map" if plan.near else "places.caption-list"))
    if len(plan.shown) < total:
        said.append(say("places.caption-first", n=len(plan.shown), all=total))
    return " ".join(said)
