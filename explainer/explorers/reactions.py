"""Who reacted how, to what: the matrix, one event in each party's words, and whose voice is missing."""

from __future__ import annotations

from html import escape
from typing import Any

from explainer.charts.facts import STANCE_GROUPS
from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw
from explainer.explorers.words import catalogue
from explainer.records import Reaction
from explainer.story import Story
from explainer.teaching import Teaching


class ReactionsExplorer(Explorer, script="reactions"):
    """Reactions; ``view``: ``{"group": "all" | "for" | …}``."""


def explore_reactions(
    story: Story, teaching: Teaching | None = None, *, language: str = "en", group: str | None = None
) -> ReactionsExplorer:
    """Who reacted how, to what; the same event in each party's words; whose voice is missing."""
    return ReactionsExplorer(
        reactions_view(story, language=language), story, teaching, language=language, group=group
    )


def reactions_view(story: Story, *, language: str = "en", charts: Charts = None) -> View:
    """The reactions as data: ``groups`` of stance, ``voices`` by event, ``silent`` actors."""
    words = catalogue(language)
    silent = unheard(story)
    names = [story.actors[id].name for id in silent]
    groups = {stance: group for group, stances in STANCE_GROUPS.items() for stance in stances}
    return View(
        name="reactions", title=words["reactions.title"], charts=draw(story, "reactions", language=language, drawn=charts),
        own={"groups": groups, "voices": voices_on_events(story), "silent": silent},
        text=f"{words['missing-voices']}: {', '.join(names)}" if names else words["no-missing"],
        html=f"<p>{escape(words['missing-voices'])}: {escape(', '.join(names))}</p>" if names else "",
    )  # fmt: skip


def voices_on_events(story: Story) -> list[dict[str, Any]]:
    """The same event as each party speaks of it, the most discussed first: ``{"event", "parties": […]}``."""
    found: dict[str, list[Reaction]] = {}
    for reaction in story.reactions:
        if reaction.target in story.events.ids and reaction.actor:
            found.setdefault(reaction.target, []).append(reaction)
    ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
    return [
        {
            "event": id,
            "parties": [{"reaction": r.id, "actor": r.actor, "stance": r.stance} for r in reactions],
        }
        for id, reactions in ordered
    ]


def unheard(story: Story) -> list[str]:
    """Actors who take part in an event or are reacted to, but are neither quoted nor said to react."""
    heard = {q.actor for q in story.quotations if not q.scare} | {r.actor for r in story.reactions}
    concerned = {p for e in story.events for p in e.participants} | {r.target for r in story.reactions}
    speakers = [a for a in story.actors if a.kind != "place" or a.stands_for]
    return [a.id for a in speakers if a.id in concerned and a.id not in heard]
