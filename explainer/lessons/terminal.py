"""A story in a terminal: the facts the charts show, in words, no wider than the terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from explainer.charts.facts import ENGLISH, name, sentence, target_words
from explainer.charts.labels import clean
from explainer.charts.when import date_words, happening, when_words
from explainer.lessons.shelf import status
from explainer.records import Actor, Claim, Event, Quotation, Reaction
from explainer.story import Story
from explainer.teaching import Teaching
from explainer.text import Span

WIDTH = 80
Line = tuple[str, int]
"""Words and how far they are indented."""

R = TypeVar("R")


def outline(story: Story, teaching: Teaching | None = None, width: int = WIDTH) -> str:
    """What is known about a story: actors, quotations, events in order, reactions, claims, notes.

    No line is longer than ``width``; characters that steer a terminal are left out.
    """
    return "\n".join(
        line for text, indent in _lines(story, teaching or Teaching()) for line in _fit(text, indent, width)
    )


def _fit(text: str, indent: int, width: int) -> list[str]:
    lead, hang = " " * indent, " " * (indent + 4 if indent else 0)
    return textwrap.wrap(clean(text), width, initial_indent=lead, subsequent_indent=hang) or [""]


def _lines(story: Story, teaching: Teaching) -> Iterator[Line]:
    article = story.article
    yield article.title or "An article without a title", 0
    facts = [article.publisher, article.byline, date_words(article.published), article.dateline]
    facts.append(
        f"{ENGLISH.count(len(article.text.split()), 'word')} in {ENGLISH.count(len(article.paragraphs), 'paragraph')}"
    )
    yield " · ".join(filter(None, facts)), 0
    yield f"Status: {status(story)}", 0
    if teaching.about:
        yield "", 0
        yield teaching.about, 0
    speakers = [a for a in story.actors if story.quotations_of(a.id)]
    yield from _section(
        f"Actors: {len(story.actors)}, of whom {len(speakers)} speak", story.actors, _actor, story
    )
    spoken = [q for q in story.quotations if not q.scare]
    yield from _section(f"Quotations: {len(spoken)}", spoken, _quotation, story)
    events = [placed.event for placed in happening(story)]
    yield from _section(f"What happened, in order of time: {len(events)}", events, _event, story)
    yield from _section(f"Reactions: {len(story.reactions)}", story.reactions, _reaction, story)
    yield from _section(f"Claims: {len(story.claims)}", story.claims, _claim, story)
    if story.notes:
        yield from _section(
            f"Not settled: {len(story.notes)}", story.notes, lambda _, note: [(note.text, 2)], story
        )


def _section(
    title: str, records: Sequence[R], each: Callable[[Story, R], Iterable[Line]], story: Story
) -> Iterator[Line]:
    yield "", 0
    yield title.upper(), 0
    if not records:
        yield "The article gives none.", 2
    for record in records:
        yield from each(story, record)


def _actor(story: Story, actor: Actor) -> Iterator[Line]:
    also = f", also called {ENGLISH.listing(actor.aliases)}" if actor.aliases else ""
    yield f"{actor.name} · {actor.kind}{f' · {actor.role}' if actor.role else ''}{also}", 2
    said = story.quotations_of(actor.id)
    words = sum(len(s.of(story.article.text).split()) for q in said for s in q.content)
    total = sum(
        len(s.of(story.article.text).split()) for q in story.quotations if not q.scare for s in q.content
    )
    speaks = (
        f"speaks {'once' if len(said) == 1 else ENGLISH.count(len(said), 'time')}, {round(100 * words / total)} % of all quoted words"
        if said
        else "does not speak"
    )
    where = _paragraphs(story, [m.span for m in actor.mentions])
    yield f"{ENGLISH.count(len(actor.mentions), 'mention')}{where}; {speaks}", 6
    if actor.stands_for:
        yield f"stands for {name(story, actor.stands_for)}", 6
    if about := dict.fromkeys(a.name for a in story.actors if a is not actor and _names(said, a)):
        yield f"speaks about {ENGLISH.listing(about)}", 6


def _names(said: tuple[Quotation, ...], actor: Actor) -> bool:
    return any(span.overlaps(m.span) for q in said for span in q.content for m in actor.mentions)


def _quotation(story: Story, quotation: Quotation) -> Iterator[Line]:
    words = " … ".join(s.of(story.article.text) for s in quotation.content)
    to = f" to {name(story, quotation.addressee)}" if quotation.addressee else ""
    yield f"{name(story, quotation.actor)}{to}: {words}", 2
    yield f"{quotation.form}{_paragraphs(story, quotation.content)}", 6


def _event(story: Story, event: Event) -> Iterator[Line]:
    yield f"{sentence(when_words(event.when)) or 'No time given'}: {event.label}", 2
    said = ENGLISH.listing(name(story, id) for id in event.source) or "the report, which names no source"
    after = ENGLISH.listing(story.events[id].label for id in event.after if id in story.events.ids)
    parts = [
        ENGLISH(f"modality.{event.modality}"),
        f"who says so: {said}",
        f"after: {after}" if after else "",
    ]
    yield f"{'; '.join(filter(None, parts))}{_paragraphs(story, [event.span])}", 6


def _reaction(story: Story, reaction: Reaction) -> Iterator[Line]:
    stance = reaction.stance.replace("_", " ")
    yield f"{name(story, reaction.actor)} · {stance} · {target_words(story, reaction)}", 2
    yield f"{_in_marks(story.article.words(reaction.evidence[0]))}{_paragraphs(story, reaction.evidence)}", 6


def _claim(story: Story, claim: Claim) -> Iterator[Line]:
    yield story.article.words(claim.span), 2
    chain = " ← ".join(name(story, link) for link in claim.source_chain) or "the report itself"
    hedges = ENGLISH.listing(f"“{story.article.words(h)}”" for h in claim.hedges)
    parts = [f"from: {chain}", f"basis: {claim.basis}", f"how sure: {claim.certainty}",
             f"careful words: {hedges}" if hedges else "",
             *(f"{title} {ENGLISH.listing(_voice(story, i) for i in ids)}" for title, ids in
               (("supported by", claim.supported_by), ("disputed by", claim.disputed_by)) if ids)]  # fmt: skip
    yield f"{'; '.join(filter(None, parts))}{_paragraphs(story, [claim.span])}", 6


def _voice(story: Story, id: str) -> str:
    """An actor's name, or whose words a quotation or claim is."""
    if quotation := story.quotations.get(id):
        return f"the words of {name(story, quotation.actor)}"
    if claim := story.claims.get(id):
        return _in_marks(story.article.words(claim.span))
    return name(story, id)


def _in_marks(words: str) -> str:
    return words if words[:1] in '“"«‘' else f"“{words}”"


def _paragraphs(story: Story, spans: Iterable[Span]) -> str:
    numbers = sorted({n for s in spans if (n := story.article.paragraph_number(s.start))})
    if not numbers:
        return ""
    return f" (paragraph{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))})"
