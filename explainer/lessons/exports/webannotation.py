"""W3C Web Annotation (JSON-LD): every record, pointing at the words that prove it."""

from __future__ import annotations

import json
from typing import Any

from explainer.story import Story
from explainer.teaching import Teaching
from explainer.text import Span

CONTEXT = 32
"""So many characters stand before and after the words, to find them again."""


def export(story: Story, teaching: Teaching) -> str:
    """One annotation a record; its body is the record as data, its target the words of the article."""
    source = story.article.url or f"urn:explainer:{story.id}"
    data = story.to_dict()
    items = [
        {
            "id": f"urn:explainer:{story.id}:{record['id']}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": {"type": "Dataset", "format": "application/json", "purpose": "tagging",
                     "value": {"kind": kind, **record}},
            "target": [_target(story, source, span) for span in story.evidence_of(record["id"])],
        }
        for kind in ("actors", "quotations", "times", "events", "reactions", "claims", "notes")
        for record in data[kind]
    ]  # fmt: skip
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage",
        "id": f"urn:explainer:{story.id}:annotations", "items": items,
    }  # fmt: skip
    return json.dumps(page, ensure_ascii=False, indent=1) + "\n"


def _target(story: Story, source: str, span: Span) -> dict[str, Any]:
    text = story.article.text
    quote = {"type": "TextQuoteSelector", "exact": span.of(text),
             "prefix": text[max(0, span.start - CONTEXT) : span.start],
             "suffix": text[span.end : span.end + CONTEXT]}  # fmt: skip
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {"source": source, "selector": [position, quote]}
