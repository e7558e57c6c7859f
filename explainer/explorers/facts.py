"""A story as the explorers' scripts read it: plain data, ranges as pairs, nothing an author alone needs.

Confidence, rules and corrections stay out; unknown fields are absent.
"""

from __future__ import annotations

from dataclasses import fields
from hashlib import sha256
from typing import Any

from explainer.checks import follows
from explainer.records import Mention, When
from explainer.story import Story
from explainer.teaching import Teaching
from explainer.text import Span

_COLLECTIONS = ("actors", "quotations", "times", "events", "reactions", "claims")
_FOR_AUTHORS = ("confidence", "reason", "status", "was")
_ARTICLE = ("title", "publisher", "byline", "published", "written", "dateline", "language", "licence")


def group_of(story: Story) -> str:
    """The name under which views of one text find each other: the story's id and a digest of its text.

    Two reading levels of a story differ in it, because their ranges point into different texts.
    """
    return f"{story.id}-{sha256(story.article.text.encode('utf-8', 'replace')).hexdigest()[:8]}"


def story_facts(story: Story, teaching: Teaching | None = None) -> dict[str, Any]:
    """What the scripts need to know: article, blocks, sentences, records, glossary. JSON-ready, deterministic.

    Offsets are code points into ``text``. A block is ``[kind, start, end, number]``; its number is 0
    in headings and captions.
    """
    article = story.article
    numbers = {span.start: n for n, span in enumerate(article.paragraphs, 1)}
    facts: dict[str, Any] = {
        "id": story.id,
        "article": {name: getattr(article, name) for name in _ARTICLE if getattr(article, name)},
        "text": article.text,
        "blocks": [[b.kind, b.start, b.end, numbers.get(b.start, 0)] for b in article.blocks]
        or [["paragraph", 0, len(article.text), 1]],
        "sentences": [[s.start, s.end] for s in article.sentences],
    }
    for kind in _COLLECTIONS:
        facts[kind] = [_facts(record) for record in getattr(story, kind)]
    facts["earlier"] = {id: sorted(before) for id, before in follows(story).items() if before}
    if teaching is not None:
        facts["about"] = teaching.about
        facts["glossary"] = [_facts(term) for term in teaching.glossary]
    return facts


def _facts(record: Any) -> dict[str, Any]:
    pairs = ((f.name, _plain(getattr(record, f.name))) for f in fields(record) if f.name not in _FOR_AUTHORS)
    return {name: value for name, value in pairs if value or (value == 0 and value is not False)}


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, Mention):
        return [value.start, value.end, value.form]
    if isinstance(value, When):
        return _facts(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
