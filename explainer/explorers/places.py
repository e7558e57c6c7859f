"""Where it happens: the story's places on a small map, and what is said to happen at each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from explainer.charts.facts import places_of
from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import MapPoint, Teaching

if TYPE_CHECKING:
    from explainer.charts.chart import Chart


class PlacesExplorer(Explorer, script="places"):
    """Places of a story on a map that needs no network."""


def explore_places(
    story: Story, teaching: Teaching | None = None, *, language: str = "en", group: str | None = None
) -> PlacesExplorer:
    """Where it happens. The teaching part says where a place lies; a place it does not know is only listed."""
    view = places_view(story, teaching, language=language)
    return PlacesExplorer(view, story, teaching, language=language, group=group)


def places_view(
    story: Story,
    teaching: Teaching | None = None,
    *,
    language: str = "en",
    charts: Charts = None,
) -> View:
    """The places as data: ``points`` with degrees north and east, and the events at each."""
    words = catalogue(language)
    where = {p.actor: p for p in (teaching.places if teaching else ()) if p.actor in story.actors.ids}
    found = places_of(story, where)
    points = [
        {"actor": id, "events": [e.id for e in events]}
        | ({"north": where[id].north, "east": where[id].east} if id in where else {})
        for id, events in found.items()
    ]
    return View(name="places", title=words["places.title"], own={"points": points},
                charts=(_chart(story, [*where.values()], language, charts),))  # fmt: skip


def _chart(story: Story, points: Sequence[MapPoint], language: str, drawn: Charts) -> Chart:
    """The map: as it was drawn beforehand, else drawn now, which loads matplotlib."""
    if drawn and "places" in drawn:
        return drawn["places"]
    from explainer.charts import draw_places

    return draw_places(story, points=points, language=language)
