"""PDF → article by pypdf: lines joined to paragraphs, repeated headers and footers dropped."""

from __future__ import annotations

import dataclasses
import io
import re
from bisect import bisect_right
from collections import Counter
from itertools import accumulate
from typing import Any

from explainer.faults import InputError
from explainer.ingest.blocks import find_blocks
from explainer.ingest.language import language_of
from explainer.ingest.pdf_lines import Line, has_places, lines_of, paragraphs
from explainer.ingest.plain import notes_on
from explainer.ingest.result import Dropped, Ingested
from explainer.text import BlockKind, article_from_blocks

MAX_PAGES = 500
_HYPHENATED = re.compile(r"([^\W\d_]{2,})[-\u00ad]\n\s*([^\W\d_A-Z])")
_NUMBER = re.compile(r"\d+")
_PAGE = re.compile(r"(?:page\s+)?\d+(?:\s*(?:/|of)\s*\d+)?", re.I)
_PRINTED = re.compile(
    r"(?:https?|file)://\S+ *(?:\d+ ?/ ?\d+)?$|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d\b"
)
"""What browsers print around a page: its address with a page number, the moment of printing with its title."""
_LONGEST_HEADING = 200
_EDGE = 3
"""How many lines at the top and the bottom of a page may be a header or a footer."""


def ingest_pdf(data: bytes, name: str) -> Ingested:
    """The article of a PDF. InputError where it cannot be opened, is locked or holds pictures of text only."""
    reader = _opened(data, name)
    if len(reader.pages) > MAX_PAGES:
        raise InputError(f"has more than {MAX_PAGES} pages; cut the article out", name)
    pages = [_lines(page, number, name) for number, page in enumerate(reader.pages)]
    dropped = _repeated(pages)
    kept = [line for page in pages for i, line in enumerate(page) if not _is_edge(page, i, dropped)]
    parts = _with_places(kept) if has_places(kept) else _by_words(kept)
    if not parts:
        raise InputError("holds no text, perhaps pictures of pages; run text recognition (OCR) first", name)
    facts = reader.metadata
    headline = parts[0][1] if parts[0][0] == "heading" else None
    article = article_from_blocks(parts, headline or (str(facts.title) if facts and facts.title else None))
    byline = str(facts.author) if facts and facts.author else None
    article = dataclasses.replace(article, byline=byline, language=language_of(article.text))
    left_out = tuple(Dropped("header, footer or page number", words) for words in sorted(dropped))
    return Ingested(article, left_out, notes_on(article.text))


def _with_places(lines: list[Line]) -> list[tuple[BlockKind, str]]:
    """The blocks of lines whose places are known; what is set larger than the rest is a heading."""
    found = list(paragraphs(lines))
    text = "\n\n".join(p.words for p in found)
    starts = list(accumulate((len(p.words) + 2 for p in found), initial=0))
    parts: list[tuple[BlockKind, str]] = []
    for block in find_blocks(text):
        set_large = found[bisect_right(starts, block.start) - 1].big
        words = text[block.start : block.end]
        large = set_large and block.kind == "paragraph" and len(words) <= _LONGEST_HEADING
        parts.append(("heading" if large else block.kind, words))
    return parts


def _by_words(lines: list[Line]) -> list[tuple[BlockKind, str]]:
    text = _HYPHENATED.sub(r"\1\2", "\n".join(line.words for line in lines))
    return [(b.kind, " ".join(text[b.start : b.end].split())) for b in find_blocks(text)]


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


def _lines(page: Any, number: int, name: str) -> list[Line]:
    try:
        return lines_of(page, number)
    except Exception:  # the same on a damaged page
        raise InputError("has a damaged page; save it again, or save its text", name) from None


def _repeated(pages: list[list[Line]]) -> set[str]:
    """Lines at the edge of most pages, their numbers aside, lone page numbers, and what a browser prints there."""
    edges = [{line.words for line in _edge_lines(page)} for page in pages]
    shapes = Counter(shape for page in edges for shape in {_NUMBER.sub("#", words) for words in page})
    often = {shape for shape, count in shapes.items() if count > 1 and count > 0.6 * len(pages)}
    lines = {words for page in edges for words in page}
    return {
        words
        for words in lines
        if _NUMBER.sub("#", words) in often or _PAGE.fullmatch(words) or _PRINTED.match(words)
    }


def _edge_lines(page: list[Line]) -> list[Line]:
    return page[:_EDGE] + page[-_EDGE:]


def _is_edge(page: list[Line], index: int, dropped: set[str]) -> bool:
    return page[index].words in dropped and (index < _EDGE or index >= len(page) - _EDGE)
