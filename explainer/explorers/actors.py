"""Who is in the story: cards with role and proof, who speaks and who is only spoken about, who names whom."""

from __future__ import annotations

from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw, html_table, text_table
from explainer.explorers.words import catalogue
from explainer.story import Story
from explainer.teaching import Teaching


class ActorsExplorer(Explorer, script="actors"):
    """People, groups and places; ``view``: ``{"show": "all" | "speaks" | "silent", "chart": "mentions" | "network"}``."""


def explore_actors(
    story: Story, teaching: Teaching | None = None, *, language: str = "en", group: str | None = None
) -> ActorsExplorer:
    """Who is in the story, who speaks, who is only spoken about, and who names whom."""
    return ActorsExplorer(
        actors_view(story, language=language), story, teaching, language=language, group=group
    )


def actors_view(story: Story, *, language: str = "en", charts: Charts = None) -> View:
    """The actors as data: their order by mentions, and the table of cards."""
    words = catalogue(language)
    order = sorted(story.actors, key=lambda a: (-len(a.mentions), a.place))
    headers = (words["kind.actors"], words["role"], words["proof"])
    rows = [(a.name, a.role or "", story.article.proof(a.evidence[0]) if a.evidence else "") for a in order]
    return View(
        name="actors", title=words["actors.title"], charts=draw(story, "mentions", "network", language=language, drawn=charts),
        own={"order": [a.id for a in order]},
        text=text_table(headers, rows), html=html_table(headers, rows, words["actors.title"]),
    )  # fmt: skip
