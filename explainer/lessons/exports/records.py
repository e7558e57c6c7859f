"""CSV: every record of a story, a line each, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from explainer.charts.facts import ENGLISH, name, target_words
from explainer.charts.when import when_words
from explainer.records import Actor, AnyRecord, Claim, Event, Note, Quotation, Reaction, TimeExpression
from explainer.story import Story
from explainer.teaching import Teaching

HEADS = ("kind", "id", "who", "what", "when", "how", "paragraph", "words")


def export(story: Story, teaching: Teaching) -> str:
    """One row a record. A cell that a spreadsheet would run as a formula starts with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADS)
    for record in story.records():
        span = story.evidence_of(record.id)[0]
        number = story.article.paragraph_number(span.start)
        row = [
            story.kind_of(record.id),
            record.id,
            *_facts(story, record),
            number or "",
            story.article.proof(span),
        ]
        writer.writerow([_inert(str(cell)) for cell in row])
    return out.getvalue()


def _inert(cell: str) -> str:
    return f"'{cell}" if cell[:1] in ("=", "+", "-", "@", "\t", "\r") else cell


def _facts(story: Story, record: AnyRecord) -> tuple[str, str, str, str]:
    """Who, what, when, how."""
    article = story.article
    match record:
        case Actor():
            return record.name, record.role or "", "", record.kind
        case Quotation():
            words = " … ".join(article.words(s) for s in record.content)
            return name(story, record.actor), words, "", record.form
        case TimeExpression():
            return "", article.words(record.span), record.value or "", record.type
        case Event():
            who = ENGLISH.listing(name(story, id) for id in record.participants)
            return who, record.label, when_words(record.when), record.modality
        case Reaction():
            return name(story, record.actor), target_words(story, record), "", record.stance
        case Claim():
            who = " ← ".join(name(story, link) for link in record.source_chain) or "the report itself"
            return who, article.words(record.span), "", record.certainty
        case Note():
            return "", record.text, "", "not settled"
