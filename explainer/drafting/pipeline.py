"""Article → Story: the order of the steps. Everything else is found in the module named after it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import tee
from typing import TYPE_CHECKING

from explainer.drafting.actors import build_cast
from explainer.drafting.actors.unnamed import reported_sources
from explainer.drafting.claims import find_claims
from explainer.drafting.common import Reading
from explainer.drafting.events import find_events
from explainer.drafting.governments import with_governments
from explainer.drafting.marks import find_quoted
from explainer.drafting.model import load_model, model_name, parse_many, safe_text
from explainer.drafting.notes import find_notes
from explainer.drafting.quotations import find_attributions
from explainer.drafting.quotations.link import link_quotations, voices_of
from explainer.drafting.reactions import find_reactions
from explainer.drafting.times import find_times
from explainer.drafting.times_published import infer_published
from explainer.faults import InputError
from explainer.ingest.blocks import article_from_text
from explainer.story import Records, Story
from explainer.text import Article, Block, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

RULES = "0.1"
LIMIT = 300_000


def draft(text_or_article: str | Article, *, published: str | None = None, model: str | None = None) -> Story:
    """What the machine proposes for one article: a story whose records are all drafted.

    A ``str`` is taken as plain text and kept exactly as it is. ``published`` (ISO 8601) is the date
    that relative times are seen from, where the article has none of its own. ``model`` names a
    spaCy pipeline; by default the best one installed. InputError where none is.
    """
    return next(draft_many([text_or_article], published=published, model=model))


def draft_many(
    items: Iterable[str | Article],
    *,
    published: str | None = None,
    model: str | None = None,
    batch_size: int = 16,
) -> Iterator[Story]:
    """A story for each article, in order; they stream through the model, so memory does not grow.

    The arguments are those of ``draft``; ``batch_size`` is how many articles the model reads at once.
    """
    nlp = load_model(model)
    maker = {"rules": RULES, "model": model_name(nlp)}
    articles, to_parse = tee(_article(item, published) for item in items)
    texts = (
        safe_text(a.text[:LIMIT], [(b.start, min(b.end, LIMIT)) for b in a.blocks if b.start < LIMIT])
        for a in to_parse
    )
    for article, doc in zip(articles, parse_many(nlp, texts, batch_size), strict=True):
        story = _story(article, doc).replace(made_by=maker)
        doc.user_data.clear()
        yield story


def _article(item: str | Article, published: str | None) -> Article:
    article = article_from_text(item) if isinstance(item, str) else item
    if not any(c.isprintable() and not c.isspace() for c in article.text):
        raise InputError("the article has no words; give a text with at least one sentence")
    if not article.blocks:
        whole = Span(0, len(article.text)).trimmed(article.text)
        article = dataclasses.replace(article, blocks=(Block("paragraph", whole.start, whole.end),))
    return dataclasses.replace(article, published=article.published or published)


def _reading(article: Article, doc: Doc) -> Reading:
    read = article
    if len(article.text) > LIMIT:
        blocks = tuple(Block(b.kind, b.start, min(b.end, LIMIT)) for b in article.blocks if b.start < LIMIT)
        read = dataclasses.replace(article, text=article.text[:LIMIT], blocks=blocks)
    return Reading(read, doc, find_quoted(read.text, [b.span for b in read.blocks]))


def _story(article: Article, doc: Doc) -> Story:
    reading = _reading(article, doc)
    inferred = None if article.published else infer_published(reading.article)
    times = find_times(reading.article, article.published or (inferred[0] if inferred else None))
    said = find_attributions(reading)
    cast = build_cast(reading, [(a.source_token, a.content) for a in said.attributions])
    quotations = link_quotations(said.attributions, said.scare, cast)
    voices = voices_of(reading, said.attributions, quotations, cast)
    events = find_events(reading, times, voices, cast)
    claims = find_claims(reading, voices, voices_of(reading, said.nested, (), cast))
    for token in reported_sources(reading):
        cast.actor_at(token)
    roles = {a.id: a.role for a in cast.made()}
    reactions = find_reactions(reading, events, claims, voices, cast, roles)
    actors = with_governments(reading, cast.made(), quotations, reactions, cast)
    return Story(
        article=dataclasses.replace(article, published=inferred[0]) if inferred else article,
        actors=Records(actors),
        quotations=Records(quotations),
        times=Records(times),
        events=Records(events),
        reactions=Records(reactions),
        claims=Records(claims),
        notes=Records(find_notes(article, reading, actors, quotations, times, reactions, inferred)),
    )
