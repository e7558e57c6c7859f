"""TimelineJS JSON: the dated events of a story, each with the sentence that proves it."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from explainer.charts.facts import ENGLISH, sentence
from explainer.charts.when import happening, when_words
from explainer.records import Event
from explainer.story import Story
from explainer.teaching import Teaching

_UNITS = ("year", "month", "day", "hour", "minute")


def export(story: Story, teaching: Teaching) -> str:
    """Events that have a date, in order; TimelineJS cannot show the others."""
    title = {"text": {"headline": escape(story.article.title or ""), "text": escape(teaching.about)}}
    events = [_slide(story, placed.event) for placed in happening(story) if placed.dated]
    return json.dumps({"title": title, "events": events}, ensure_ascii=False, indent=1) + "\n"


def _slide(story: Story, event: Event) -> dict[str, Any]:
    first, last = event.when.earliest or event.when.latest or "", event.when.latest
    proof, modality = story.article.proof(event.span), ENGLISH(f"modality.{event.modality}")
    text = f"<p>{sentence(escape(modality))}.</p><blockquote>{escape(proof)}</blockquote>"
    slide = {
        "unique_id": event.id,
        "start_date": _date(first),
        "display_date": escape(when_words(event.when)),
        "text": {"headline": escape(event.label), "text": text},
    }
    return slide | ({"end_date": _date(last)} if last and last != first else {})


def _date(iso: str) -> dict[str, int]:
    return {unit: int(part) for unit, part in zip(_UNITS, re.findall(r"\d+", iso), strict=False)}
