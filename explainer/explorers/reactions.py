"""Who reacted how, to what: the matrix, one event in each party's words, and whose voice is missing."""

from __future__ import annotations

from typing import Any

from explainer.explorers.base import Explorer
from explainer.explorers.view import Charts, View, draw, html_table, text_table
from explainer.explorers.words import catalogue
from explainer.records import Reaction
from explainer.story import Story
from explainer.teaching import Teaching

GROUPS = {
    "for": ("supports", "welcomes", "thanks", "accepts"),
    "against": ("mocks", "exploits", "condemns", "threatens", "denies"),
    "weighing": ("worries", "unsure", "assesses", "unclear"),
    "calling": ("calls_for",),
}
"""The four groups of stance that students see first."""


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
    title, voices, silent = words["reactions.title"], voices_on_events(story), unheard(story)
    headers = (words["kind.events"], words["who"], words["stance"], words["in-words"])
    rows = [
        (story.events[v["event"]].label, _name(story, p["actor"]), words[f"stance.{p['stance']}"], _words(story, p["reaction"]))
        for v in voices for p in v["parties"]
    ]  # fmt: skip
    missing = ", ".join(story.actors[id].name for id in silent)
    parts = [text_table(headers, rows)] if rows else []
    html = html_table(headers, rows, words["same-event"]) if rows else ""
    if missing:
        parts.append(f"{words['missing-voices']}: {missing}")
    missing_html = html_table(
        (words["missing-voices"],), [[story.actors[i].name] for i in silent], words["missing-voices"]
    )
    return View(
        name="reactions", title=title, charts=draw(story, "reactions", drawn=charts),
        own={"groups": {s: g for g, stances in GROUPS.items() for s in stances}, "voices": voices, "silent": silent},
        text="\n\n".join(parts), html=html + (missing_html if missing else ""),
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


def _name(story: Story, id: str | None) -> str:
    actor = story.actors.get(id)
    return actor.name if actor else ""


def _words(story: Story, id: str) -> str:
    return " … ".join(" ".join(story.article.words(s).split()) for s in story.reactions[id].evidence)
