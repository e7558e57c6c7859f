"""What happened when: the timeline and the order of telling, with filters, zoom and proof."""

from __future__ import annotations

from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import Teaching


class TimelineExplorer(Explorer, script="timeline"):
    """Events in time.

    ``view``: ``{"modality": "all" | …, "actor": "" | id, "chart": "timeline" | "lanes" | "telling",
    "zoom": whether the axis is stretched over the selection's window, "said": whether it shows when
    each event was said}``.
    """


def explore_timeline(
    story: Story, teaching: Teaching | None = None, *, language: str = "en", group: str | None = None
) -> TimelineExplorer:
    """What happened when, how precisely it is known, and who says so. The selection's window is its brush."""
    return TimelineExplorer(
        timeline_view(story, language=language), story, teaching, language=language, group=group
    )


def timeline_view(story: Story, *, language: str = "en", charts: Charts = None) -> View:
    """The timeline as data; its charts carry the static twin."""
    title = catalogue(language)["timeline.title"]
    return View(
        name="timeline",
        title=title,
        charts=draw(story, "timeline", "telling", language=language, drawn=charts),
    )
