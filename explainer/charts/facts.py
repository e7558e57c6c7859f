"""What every chart asks a story: names, numbers in words, and what lies in focus."""

from __future__ import annotations

from collections.abc import Container, Iterable

from explainer.charts.chart import Words, own_run, words_in
from explainer.charts.labels import clean
from explainer.faults import InputError, nearest, one_line
from explainer.records import Event, Reaction, Stance
from explainer.story import Story
from explainer.text import Span

Focus = str | Iterable[str] | None

ENGLISH = words_in()

STANCE_GROUPS: dict[str, tuple[Stance, ...]] = {
    "for": ("supports", "welcomes", "thanks", "accepts"),
    "against": ("condemns", "threatens", "denies", "mocks", "exploits"),
    "weighing": ("assesses", "worries", "unsure", "unclear"),
    "calling": ("calls_for",),
}
"""The four groups of stance by the name of their colour, with the stances in it."""


def sentence(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def name(story: Story, id: str | None, unknown: str = ENGLISH("unknown")) -> str:
    """An actor's name; the id itself where it is a description, ``unknown`` where there is none."""
    actor = story.actors.get(id)
    return clean(actor.name) if actor else clean(id or unknown)


def source_words(story: Story, say: Words, date: str) -> str:
    """Where a chart comes from: publisher, or the headline where none is given, and date; whether a machine drafted it."""
    article = story.article
    title = say.quoted(clean(article.title)) if article.title else ""
    source = ", ".join(filter(None, (own_run(clean(article.publisher or "") or title), date)))
    drafted = any(getattr(record, "status", None) == "drafted" for record in story.records())
    return " · ".join(
        filter(None, (say("source", source=source) if source else "", say("draft") if drafted else ""))
    )


def focused(story: Story, focus: Focus) -> frozenset[str]:
    """The ids in focus, none where nothing is. InputError, with the nearest id, for one that is unknown."""
    ids = frozenset([focus] if isinstance(focus, str) else focus or ())
    for id in sorted(ids):
        if story.kind_of(id) is None:
            known = [r.id for r in story.records()]
            raise InputError(f"focus {one_line(repr(id), 80)} is no record of this story{nearest(id, known)}")
    return ids


def quiet(focus: frozenset[str], *ids: str | None) -> bool:
    """Whether a mark that has to do with ``ids`` is drawn back because others are in focus."""
    return bool(focus) and focus.isdisjoint(ids)


def people_of(event: Event) -> tuple[str, ...]:
    """Everybody an event has to do with: who takes part, who says so, and where."""
    return tuple(dict.fromkeys([*event.participants, *event.source, *([event.where] if event.where else [])]))


def group_of(stance: Stance) -> str:
    """The group of a stance, by the name of its colour."""
    return next(group for group, members in STANCE_GROUPS.items() if stance in members)


def _said(story: Story, id: str) -> Span:
    return story.claims[id].span if id in story.claims.ids else story.quotations[id].content[0]


def target_words(story: Story, reaction: Reaction, say: Words = ENGLISH) -> str:
    """What a reaction is about, in words: a name, an event's label, or the words of a claim or quotation."""
    kind = story.kind_of(reaction.target or "")
    if kind == "events":
        return clean(story.events[reaction.target or ""].label)
    if kind in ("claims", "quotations"):
        return say.quoted(clean(story.article.words(_said(story, reaction.target or ""))))
    return name(story, reaction.target, say("reactions.unknown"))


def places_of(story: Story, known: Container[str] = ()) -> dict[str, tuple[Event, ...]]:
    """Every place by its id with the events set there: actors that are places, where something happens, or in ``known``."""
    at: dict[str, list[Event]] = {}
    for event in story.events:
        if event.where:
            at.setdefault(event.where, []).append(event)
    return {
        a.id: tuple(at.get(a.id, ()))
        for a in story.actors
        if a.kind == "place" or a.id in at or a.id in known
    }
