"""HTML → article by trafilatura, with the captions it leaves out and a list of what was dropped."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any

from explainer.faults import InputError
from explainer.ingest.blocks import find_blocks
from explainer.ingest.language import language_of
from explainer.ingest.plain import notes_on
from explainer.ingest.result import Dropped, Ingested
from explainer.text import BLOCK_GAP, Article, BlockKind, article_from_blocks

MAX_BYTES = 10_000_000
_DEEPEST = 200
_MOST_DROPPED = 500
_LOOK_AHEAD = 20
_KINDS: dict[str, BlockKind] = {
    "head": "heading",
    "p": "paragraph",
    "item": "list_item",
    "quote": "blockquote",
}
_SHOWN = frozenset("p h1 h2 h3 h4 h5 h6 li figcaption td blockquote a div span button".split())
_HIDDEN = frozenset(["script", "style", "noscript", "template", "svg", "head"])
_TAG = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b[^<>]{0,2000}?(/?)>")
_VOID = frozenset([b"br", b"img", b"hr", b"meta", b"link", b"input", b"p", b"li", b"area", b"base", b"col", b"source",
                   b"wbr", b"td", b"tr", b"th", b"option", b"dt", b"dd"])  # fmt: skip


def ingest_html(data: bytes, name: str, url: str | None = None) -> Ingested:
    """The article of a web page. InputError where the page is too large, nested too deeply or holds no article."""
    import trafilatura
    from lxml import etree  # type: ignore[import-untyped]

    if len(data) > MAX_BYTES:
        raise InputError(
            f"is a page of more than {MAX_BYTES // 1_000_000} MB; save the article's text only", name
        )
    if _depth(data) > _DEEPEST:
        raise InputError("is nested too deeply for a page; save the article's text only", name)
    try:
        page = trafilatura.load_html(data)
        found: Any = page is not None and trafilatura.bare_extraction(
            trafilatura.load_html(data), url=url, include_comments=False, include_tables=False, with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )  # fmt: skip
    except (RecursionError, ValueError, etree.LxmlError):
        found = None
    if not found or found.body is None:
        raise InputError("holds no article that could be found; save the article's text only", name)
    shown = list(_shown(page))
    parts = _by_words(_with_captions(list(_parts(found.body)), shown))
    if not parts:
        raise InputError("holds no article that could be found; save the article's text only", name)
    article = _with_facts(article_from_blocks(parts, found.title), found, page, url)
    return Ingested(article, tuple(_dropped(parts, shown, article.title)), notes_on(article.text))


def _depth(data: bytes) -> int:
    """How deeply elements are nested, in one pass; tags that need no end are not counted."""
    depth = deepest = 0
    for match in _TAG.finditer(data):
        if match[2].lower() in _VOID or match[3]:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _parts(body: Any) -> Iterator[tuple[BlockKind, str]]:
    for element in body.iter(*_KINDS):
        if any(a.tag in ("quote", "item") for a in element.iterancestors()):
            continue
        if words := _flat("".join(element.itertext())):
            yield _KINDS[element.tag], words


def _shown(page: Any) -> Iterator[tuple[str, str]]:
    """Tag and words of every innermost element of the page that shows text, in its order."""
    for element in page.iter():
        if not isinstance(element.tag, str) or element.tag not in _SHOWN:
            continue
        if any(a.tag in _HIDDEN for a in element.iterancestors()):
            continue
        inner = any(isinstance(c.tag, str) and c.tag in _SHOWN - {"a", "span"} for c in element)
        own = (element.text or "") + "".join(c.tail or "" for c in element)
        words = _flat(own if inner else "".join(element.itertext()))
        if words and not (element.tag in ("a", "span") and _within_text(element)):
            yield element.tag, words


def _within_text(element: Any) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _SHOWN


def _with_captions(
    parts: list[tuple[BlockKind, str]], shown: list[tuple[str, str]]
) -> list[tuple[BlockKind, str]]:
    """The blocks with the page's captions put back where they stood."""
    merged: list[tuple[BlockKind, str]] = []
    waiting = parts[::-1]
    blocks = {words for _, words in parts}
    captions = dict.fromkeys(words for tag, words in shown if tag == "figcaption")
    for tag, words in shown:
        if tag == "figcaption" and words not in blocks and merged:
            merged.append(("caption", words))
            blocks.add(words)
        elif words in blocks:
            merged.extend(_taken(waiting, words))
    merged.extend(reversed(waiting))
    return [("caption" if words in captions else kind, words) for kind, words in merged]


def _taken(waiting: list[tuple[BlockKind, str]], words: str) -> list[tuple[BlockKind, str]]:
    """The blocks up to the one with these words, taken off the end of those that wait; none if it is not near."""
    near = [block for _, block in waiting[: -_LOOK_AHEAD - 1 : -1]]
    return [waiting.pop() for _ in range(near.index(words) + 1)] if words in near else []


def _by_words(parts: list[tuple[BlockKind, str]]) -> list[tuple[BlockKind, str]]:
    """With the captions that a page sets as paragraphs told by their words, and the subheads where it marks none."""
    marked = any(kind == "heading" for kind, _ in parts[1:])
    told = list(find_blocks(BLOCK_GAP.join(words for _, words in parts)))
    if len(told) != len(parts):
        return parts
    known = ("caption",) if marked else ("caption", "heading")
    return [
        (block.kind if kind == "paragraph" and block.kind in known else kind, words)
        for block, (kind, words) in zip(told, parts, strict=True)
    ]


def _dropped(
    parts: list[tuple[BlockKind, str]], shown: list[tuple[str, str]], title: str | None
) -> Iterator[Dropped]:
    blocks = {words for _, words in parts} | {_flat(title or "")}
    kept = _flat(" ".join(words for _, words in parts))
    left = list(dict.fromkeys(words for _, words in shown if words not in blocks))
    for words in left[:_MOST_DROPPED]:
        if words not in kept:
            yield Dropped("menu, advertisement, byline or footer of the page", words)
    if len(left) > _MOST_DROPPED:
        yield Dropped("more of the same", f"{len(left) - _MOST_DROPPED} pieces")


def _with_facts(article: Article, found: Any, page: Any, url: str | None) -> Article:
    said = (page.get("lang") or "")[:2].lower() or language_of(article.text)
    return dataclasses.replace(
        article, byline=found.author or None, publisher=found.sitename or None, published=found.date or None,
        language=said or None, url=url or found.url or None, licence=found.license or None,
    )  # fmt: skip


def _flat(words: str) -> str:
    return " ".join(words.split())
