"""``article.md`` ⇄ ``Article``: front matter and blocks, readable and editable by hand.

Paragraphs are separated by blank lines; ``## `` subhead, ``![caption](photo)`` photo with its
caption, ``- `` list item, ``> `` block quote, ``\\`` before a mark at the start of a block that is
meant as it stands.
"""

from __future__ import annotations

import re
from typing import Any

from explainer.faults import InputError, nearest
from explainer.text import Article, BlockKind, article_from_blocks

FACTS = (
    "title", "publisher", "byline", "published", "written", "dateline", "language", "licence", "url", "reading_level",
)  # fmt: skip
_MARKS: dict[BlockKind, str] = {"heading": "## ", "list_item": "- ", "blockquote": "> "}
_CAPTION = re.compile(r"!\[(.*)\]\([^()\s]*\)", re.S)
_NEEDS_ESCAPE = re.compile(r"(#+\s|- |> |!\[|\\|---)")
_CHUNK_GAP = re.compile(r"\n(?:[ \t]*\n)+")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.S | re.M)


def parse_markdown(source: str) -> Article:
    """An article from the text of an ``article.md``. InputError where its front matter is none."""
    source = source.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    match = _FRONT.match(source)
    facts = _front_matter(match.group(1)) if match else {}
    body = source[match.end() :] if match else source
    parts = [_parse_block(b) for chunk in _CHUNK_GAP.split(body.strip("\n")) for b in _split_list(chunk)]
    return article_from_blocks(parts, facts.pop("title", None), **facts)


def _front_matter(source: str) -> dict[str, str | None]:
    import yaml

    try:
        data: Any = yaml.load(source, Loader=yaml.BaseLoader)  # every value stays the text it is
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"article.md, line {mark.line + 2}" if mark else "article.md"
        raise InputError("the front matter is not YAML; write one `name: value` a line", where) from None
    if data in (None, ""):
        return {}
    if not isinstance(data, dict):
        raise InputError("the front matter is no list of `name: value` lines", "article.md")
    for name, value in data.items():
        if name not in FACTS:
            raise InputError(f"{name!r} is not a fact of an article{nearest(str(name), FACTS)}", "article.md")
        if not isinstance(value, str):
            raise InputError(f"{name!r} must be one value, in quotes if need be", "article.md")
    return {name: value or None for name, value in data.items()}


def _split_list(chunk: str) -> list[str]:
    """The chunk as it is; a list without blank lines between its items as one block an item."""
    if not chunk.strip():
        return []
    return re.split(r"\n(?=- )", chunk) if chunk.startswith("- ") else [chunk]


def _parse_block(block: str) -> tuple[BlockKind, str]:
    if match := _CAPTION.fullmatch(block.strip()):
        return "caption", match.group(1)
    if re.match(r"#{1,6} ", block):
        return "heading", block.split(" ", 1)[1].strip()
    for kind, mark in _MARKS.items():
        if block.startswith(mark):
            return kind, re.sub(rf"\n{re.escape(mark)}", "\n", block[len(mark) :])
    return "paragraph", block.removeprefix("\\")


def render_markdown(article: Article) -> str:
    """The ``article.md`` of an article. Only what ``returns_as_it_is`` accepts comes back the same."""
    import yaml

    facts = {name: value for name in FACTS if (value := getattr(article, name)) is not None}
    front = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False, width=10_000) if facts else ""
    blocks = (_render_block(b.kind, article.words(b.span)) for b in article.blocks)
    return f"---\n{front}---\n\n" + "\n\n".join(blocks) + "\n"


def _render_block(kind: BlockKind, words: str) -> str:
    if kind == "caption":
        return f"![{words}](photo)"
    if kind == "paragraph":
        return "\\" + words if _NEEDS_ESCAPE.match(words) else words
    mark = _MARKS[kind]
    return mark + (words.replace("\n", "\n" + mark) if kind == "blockquote" else words)


def returns_as_it_is(article: Article) -> bool:
    """Whether the article survives ``article.md`` unchanged; if not, it is kept as ``article.txt``."""
    try:
        return parse_markdown(render_markdown(article)) == article
    except InputError:
        return False
