"""The structure of a plain text: paragraphs, headings, captions, list items and block quotes as ranges in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from explainer.ingest.captions import looks_like_caption
from explainer.ingest.headings import is_title_case, looks_like_heading, looks_like_names, looks_like_outlet
from explainer.ingest.lines import Piece, pieces
from explainer.text import Article, Block, BlockKind

_MARKER = re.compile(
    r"(?P<list_item>[-*•‣▪◦·]|\d{1,2}[.)])[ \t]+(?![-*•·\s])"
    r"|(?P<blockquote>>)[ \t]*"
    r"|(?P<heading>#{1,6})[ \t]+(?=\S)"
)
_DASHED = re.compile(r"[-–—]\s+[^\n]{2,80}?\s+[-–—]")
_ORNAMENT = re.compile(r"[\s_*=~•·#–—-]{2,}")
_STOP = re.compile(r"[.!?][\"'”’)]?\Z")
_SIGNATURES = 5
"""How many blocks from the top a line may sign the report."""
_NUMBERED = re.compile(r"\d")
_PULL_QUOTE = re.compile(r"[\"“][^\"”]{10,300}[\"”]\s*[-–—]\s*[A-Z][^\n.]{2,60}")


def article_from_text(
    text: str, *, title: str | None = None, blocks: tuple[Block, ...] | None = None, **facts: str | None
) -> Article:
    """An article from pasted or plain text, which is kept exactly as it is.

    ``title`` defaults to the first block where that looks like a headline, else it is None; the
    headline stays a block of the text either way. ``facts`` are the other facts of ``Article``
    (``published``, ``publisher``, …); ``blocks`` are found unless given. Never fails: a text without any structure is one paragraph.
    """
    blocks = tuple(find_blocks(text)) if blocks is None else blocks
    if title is None and blocks and blocks[0].kind == "heading":
        title = " ".join(blocks[0].span.of(text).split())
    return Article(title=title, text=text, blocks=blocks, **facts)


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of a plain text, in order, without the white space and the marks around them.

    Told apart by layout and by their words: ``- `` and ``1. `` list items, ``> `` block quotes,
    one-line subheads, captions with a photo credit or a place-and-date line. What is none of these
    is a paragraph; a line of ornaments ("___") between others is no block. Linear in the length of the text.
    """
    whole = pieces(text)
    parts = [part for part in whole if not _ORNAMENT.fullmatch(text, part.start, part.end)] or whole
    for index, part in enumerate(parts):
        kind, start = _marked(text, part, parts, index)
        if kind is None:
            kind = _unmarked(text, parts, index)
        yield Block(kind, start, part.end)


def _marked(text: str, part: Piece, parts: Sequence[Piece], index: int) -> tuple[BlockKind | None, int]:
    match = _MARKER.match(text, part.start, part.end)
    if match is None or match.end() == part.end:
        return None, part.start
    if _DASHED.fullmatch(text, part.start, part.end):
        return "heading", part.start
    if _NUMBERED.match(match.group()) and not _in_numbered_list(text, parts, index):
        return None, part.start
    kinds: tuple[BlockKind, ...] = ("list_item", "blockquote", "heading")
    return next(kind for kind in kinds if match[kind]), match.end()


def _in_numbered_list(text: str, parts: Sequence[Piece], index: int) -> bool:
    """Whether a neighbour is numbered too: "6. Juni" or "24. That was all." alone is no list."""
    around = [parts[i] for i in (index - 1, index + 1) if 0 <= i < len(parts)]
    return any((m := _MARKER.match(text, p.start, p.end)) and _NUMBERED.match(m.group()) for p in around)


def _unmarked(text: str, parts: Sequence[Piece], index: int) -> BlockKind:
    part = parts[index]
    words = text[part.start : part.end]
    if len(parts) > 1 and looks_like_caption(words):
        return "caption"
    if _PULL_QUOTE.fullmatch(words):
        return "blockquote"
    if _signs(text, parts, index):
        return "paragraph"
    is_last = index == len(parts) - 1 and index > 0
    if looks_like_heading(words, first=index == 0, last=is_last):
        return "heading"
    return "paragraph"


def _signs(text: str, parts: Sequence[Piece], index: int) -> bool:
    """Whether a line below the headline signs the report: a name of persons, or of the outlet they write for."""
    if not 0 < index < _SIGNATURES or _STOP.search(text, parts[index - 1].start, parts[index - 1].end):
        return False
    lines = [text[p.start : p.end] for p in (parts[0], *parts[index : index + 2])]
    title, line, below = lines[0], lines[1], lines[-1]
    return looks_like_outlet(line) or (
        looks_like_names(line) and (looks_like_outlet(below) or not is_title_case(title))
    )
