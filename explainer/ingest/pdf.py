"""PDF → article by pypdf: lines joined to paragraphs, repeated headers and footers dropped."""

from __future__ import annotations

import dataclasses
import io
import re
from collections import Counter
from typing import Any

from explainer.faults import InputError
from explainer.ingest.blocks import find_blocks
from explainer.ingest.language import language_of
from explainer.ingest.plain import notes_on
from explainer.ingest.result import Dropped, Ingested
from explainer.text import BlockKind, article_from_blocks

MAX_PAGES = 500
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u00ad]\n\s*([^\W\d_A-Z])")
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page\s+)?\d+(?:\s*(?:/|of)\s*\d+)?", re.I)
_EDGE = 3
"""How many lines at the top and the bottom of a page may be a header or a footer."""


def ingest_pdf(data: bytes, name: str) -> Ingested:
    """The article of a PDF. InputError where it cannot be opened, is locked or holds pictures of text only."""
    reader = _opened(data, name)
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"has more than {MAX_PAGES} pages; cut the article out", name)
    pages = [_lines(page, name) for page in reader.pages]
    repeated = _repeated(pages)
    kept = [[line for i, line in enumerate(page) if not _is_edge(page, i, repeated)] for page in pages]
    text = _HYPHENATED.sub(r"\1\2", "\n".join("\n".join(page) for page in kept))
    parts: list[tuple[BlockKind, str]] = [
        (b.kind, " ".join(text[b.start : b.end].split())) for b in find_blocks(text)
    ]
    if not parts:
        raise InputError("holds no text, perhaps pictures of pages; run text recognition (OCR) first", name)
    facts = reader.metadata
    headline = parts[0][1] if parts[0][0] == "heading" else None
    article = article_from_blocks(parts, headline or (str(facts.title) if facts and facts.title else None))
    byline = str(facts.author) if facts and facts.author else None
    article = dataclasses.replace(article, byline=byline, language=language_of(article.text))
    dropped = tuple(Dropped("header, footer or page number", line) for line in sorted(repeated))
    return Ingested(article, dropped, notes_on(article.text))


def _opened(data: bytes, name: str) -> Any:
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = pypdf.PdfReader(io.BytesIO(data))
        locked = reader.is_encrypted and not reader.decrypt("")
        len(reader.pages)
    except Exception:  # pypdf fails in a dozen ways on a damaged file
        raise InputError("is no PDF that can be opened; save it again, or save its text", name) from None
    if locked:
        raise InputError("is locked with a password; save an open copy", name)
    return reader


def _lines(page: Any, name: str) -> list[str]:
    try:
        return [" ".join(line.split()) for line in page.extract_text().splitlines()]
    except Exception:  # the same on a damaged page
        raise InputError("has a damaged page; save it again, or save its text", name) from None


def _repeated(pages: list[list[str]]) -> set[str]:
    """Lines at the edge of most pages, their numbers aside, and lone page numbers."""
    edges = [{line for line in _edge_lines(page) if line} for page in pages]
    shapes = Counter(shape for page in edges for shape in {_NUMBER.sub("#", line) for line in page})
    often = {shape for shape, count in shapes.items() if len(pages) > 2 and count > 0.6 * len(pages)}
    lines = {line for page in edges for line in page}
    return {line for line in lines if _NUMBER.sub("#", line) in often or _PAGE.fullmatch(line)}


def _edge_lines(page: list[str]) -> list[str]:
    return page[:_EDGE] + page[-_EDGE:]


def _is_edge(page: list[str], index: int, repeated: set[str]) -> bool:
    return page[index] in repeated and (index < _EDGE or index >= len(page) - _EDGE)
