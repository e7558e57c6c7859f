"""Article → Story: the order of the steps. Everything else is found in the module named after it."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from itertools import tee

from explainer.drafting.actors import build_cast
from explainer.drafting.common import Reading
from explainer.drafting.marks import find_quoted
from explainer.drafting.model import load_model, model_name, parse_many, safe_text
from explainer.drafting.quotations import find_attributions
from explainer.drafting.quotations.link import link_quotations
from explainer.ingest.blocks import article_from_text
from explainer.records import TimeExpression
from explainer.story import Records, Story
from explainer.text import Article, Block, Span

RULES = "0.1"
LIMIT = 1_000_000


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
        yield _story(article, doc).replace(made_by=maker)


def _article(item: str | Article, published: str | None) -> Article:
    article = article_from_text(item) if isinstance(item, str) else item
    if not article.blocks and article.text.strip():
        whole = Span(0, len(article.text)).trimmed(article.text)
        article = dataclasses.replace(article, blocks=(Block("paragraph", whole.start, whole.end),))
    if published and not article.published:
        article = dataclasses.replace(article, published=published)
    return article


def _story(article: Article, doc: object) -> Story:
    blocks = [b.span for b in article.blocks if b.start < LIMIT]
    reading = Reading(article, doc, find_quoted(article.text[:LIMIT], blocks))  # type: ignore[arg-type]
    found, scare = find_attributions(reading)
    cast = build_cast(reading, [(a.source_token, a.source) for a in found])
    quotations = link_quotations(found, scare, cast)
    times = _times(article)
    return Story(article, actors=Records(cast.made()), quotations=Records(quotations), times=Records(times))


def _times(article: Article) -> tuple[TimeExpression, ...]:
    from importlib import import_module, util

    if util.find_spec("explainer.drafting.times") is None:
        return ()
    return tuple(import_module("explainer.drafting.times").find_times(article, article.published))
