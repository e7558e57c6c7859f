"""Where it happens: the story's places on a small map, and what is said to happen at each."""

from __future__ import annotations

from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw, html_table, text_table
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import Teaching


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
    at = {a.id: [e.id for e in story.events if e.where == a.id] for a in story.actors}
    places = [a for a in story.actors if a.id in where or at[a.id] or a.kind == "place"]
    points = [
        {"actor": a.id, "events": at[a.id]}
        | ({"north": where[a.id].north, "east": where[a.id].east} if a.id in where else {})
        for a in places
    ]
    rows = [(a.name, "; ".join(story.events[e].label for e in at[a.id])) for a in places]
    headers = (words["where"], words["kind.events"])
    return View(
        name="places", title=words["places.title"], own={"points": points}, charts=draw(story, "places", drawn=charts),
        text=text_table(headers, rows) if rows else words["nothing-here"],
        html=html_table(headers, rows, words["places.title"]) if rows else "",
    )  # fmt: skip
