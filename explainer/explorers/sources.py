"""How the story knows: chains of sources, careful words on and off, what is disputed, who gets quoted how much."""

from __future__ import annotations

from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import Teaching


class SourcesExplorer(Explorer, script="sources"):
    """Claims and their sources; ``view``: ``{"basis": "all" | …, "hedges": True | False}``."""


def explore_sources(
    story: Story, teaching: Teaching | None = None, *, language: str = "en", group: str | None = None
) -> SourcesExplorer:
    """How the story knows what it says, and how sure it is."""
    return SourcesExplorer(
        sources_view(story, language=language), story, teaching, language=language, group=group
    )


def sources_view(story: Story, *, language: str = "en", charts: Charts = None) -> View:
    """The claims as data: the ``disputed`` ids; the charts carry the static twin."""
    words = catalogue(language)
    return View(
        name="sources", title=words["sources.title"], charts=draw(story, "chains", "shares", language=language, drawn=charts),
        own={"disputed": [c.id for c in story.claims if c.disputed_by]},
    )  # fmt: skip
