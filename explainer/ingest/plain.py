"""Plain text and e-mail → article: the text is kept exactly as it is."""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime
from typing import Any

from explainer.ingest.blocks import article_from_text, find_blocks
from explainer.ingest.language import language_note, language_of
from explainer.ingest.result import Dropped, Ingested
from explainer.text import Block

_HEADER = re.compile(r"\ufeff?(?:[A-Z][A-Za-z-]{1,30}:[ \t][^\r\n]{0,1000}(?:\r\n|\r|\n)){2,40}(?=\s)")
_FIELD = re.compile(r"^(From|Subject|Date|Sent):[ \t]*([^\r\n]*)", re.M)


def ingest_text(text: str, **facts: str | None) -> Ingested:
    """A text as an article, with what has to be said about it. ``facts`` win over what the text says of itself."""
    header = _email_header(text)
    if header is None:
        article = article_from_text(text, **_with_language(text, facts))
        return Ingested(article, notes=notes_on(text))
    end, said = header
    blocks = tuple(Block(b.kind, b.start + end, b.end + end) for b in find_blocks(text[end:]))
    known = {**said, **{k: v for k, v in facts.items() if v is not None}}
    article = article_from_text(text, **_with_language(text, known), blocks=blocks)
    return Ingested(
        article,
        (Dropped("e-mail header, kept in the text but in no paragraph", text[:end].strip()),),
        notes_on(text),
    )


def _with_language(text: str, facts: dict[str, str | None]) -> dict[str, Any]:
    return {"language": language_of(text), **{k: v for k, v in facts.items() if v is not None}}


def _email_header(text: str) -> tuple[int, dict[str, str | None]] | None:
    """Where the header of an e-mail ends and the facts it holds; None where there is none."""
    match = _HEADER.match(text[:20_000])
    fields = dict(_FIELD.findall(match.group())) if match else {}
    if match is None or "Subject" not in fields or "From" not in fields:
        return None
    sender = re.sub(r"\s*<[^<>]*>", "", fields["From"]).strip().strip('"')
    published = _iso(fields.get("Date") or fields.get("Sent") or "")
    return match.end(), {
        "title": fields["Subject"].strip() or None,
        "byline": sender or None,
        "published": published,
    }


def _iso(date: str) -> str | None:
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except (ValueError, TypeError, IndexError):
        return None


def notes_on(text: str) -> tuple[str, ...]:
    """What a reader of the draft must know about a text: it is empty, has no sentence, is not in English."""
    if not text.strip().strip("\ufeff").strip():
        return ("The text is empty.",)
    found = []
    if not re.search(r"[.!?…。؟।]", text):
        found.append("The text has no full sentence: it may be a headline only.")
    if note := language_note(language_of(text)):
        found.append(note)
    return tuple(found)
