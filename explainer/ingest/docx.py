"""DOCX → article by python-docx: styles become kinds of blocks."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import Any

from explainer.faults import InputError
from explainer.ingest.captions import looks_like_caption
from explainer.ingest.headings import looks_like_heading
from explainer.ingest.language import language_of
from explainer.ingest.plain import notes_on
from explainer.ingest.result import Dropped, Ingested
from explainer.text import BlockKind, article_from_blocks

MAX_UNPACKED = 200_000_000
_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("title", "heading"), ("heading", "heading"), ("subtitle", "heading"), ("list", "list_item"), ("caption", "caption"),
    ("quote", "blockquote"), ("intense quote", "blockquote"),
)  # fmt: skip


def ingest_docx(data: bytes, name: str) -> Ingested:
    """The article of a Word document. InputError where it is none, is damaged or unpacks to too much."""
    document = _opened(data, name)
    paragraphs = [
        (p.style.name.lower() if p.style else "", " ".join(p.text.split())) for p in document.paragraphs
    ]
    filled = [(style, words) for style, words in paragraphs if words]
    if not filled:
        raise InputError("holds no text outside of tables and pictures; save the article as text", name)
    parts = [(_kind(style, words, i, len(filled)), words) for i, (style, words) in enumerate(filled)]
    facts = document.core_properties
    headline = parts[0][1] if parts[0][0] == "heading" else None
    article = article_from_blocks(parts, headline or facts.title or None)
    article = dataclasses.replace(article, byline=facts.author or None, language=language_of(article.text))
    return Ingested(article, tuple(_dropped(document)), notes_on(article.text))


def _opened(data: bytes, name: str) -> Any:
    import docx

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(entry.file_size for entry in packed.infolist()) > MAX_UNPACKED:
                raise InputError(f"unpacks to more than {MAX_UNPACKED // 1_000_000} MB", name)
        return docx.Document(io.BytesIO(data))
    except InputError:
        raise
    except Exception:  # python-docx, zipfile and lxml fail in a dozen ways on a damaged file
        raise InputError(
            "is no Word document that can be opened; save it again as .docx, or as text", name
        ) from None


def _kind(style: str, words: str, index: int, count: int) -> BlockKind:
    for start, kind in _STYLES:
        if style.startswith(start):
            return kind
    if looks_like_caption(words):
        return "caption"
    return (
        "heading" if looks_like_heading(words, first=index == 0, last=index == count - 1 > 0) else "paragraph"
    )


def _dropped(document: Any) -> list[Dropped]:
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells if c.text.strip()]
    edges = [
        p.text
        for s in document.sections
        for e in (s.header, s.footer)
        for p in e.paragraphs
        if p.text.strip()
    ]
    found = [Dropped("table", words) for words in dict.fromkeys(cells)]
    return found + [Dropped("header or footer of the page", words) for words in dict.fromkeys(edges)]
