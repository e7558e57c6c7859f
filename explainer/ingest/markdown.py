"""Markdown → article: front matter becomes facts, marks become kinds of blocks, links and stress are taken out."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

from explainer.article_file import FACTS, parse_markdown
from explainer.faults import InputError
from explainer.ingest.plain import notes_on
from explainer.ingest.result import Dropped, Ingested
from explainer.text import Article, article_from_blocks

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S | re.M)
_SAME = {"author": "byline", "authors": "byline", "date": "published", "lang": "language", "site": "publisher",
         "source": "publisher", "license": "licence", "link": "url"}  # fmt: skip
_TARGET = r"\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:\s\"[^\"\n]{0,200}\")?\)"
_LINK = re.compile(rf"!?\[([^\[\]]{{0,500}})\](?:{_TARGET}|\[[^\[\]\n]{{0,100}}\])")
_ADDRESS = re.compile(r"<(https?://[^<>\s]{1,2000})>")
_FOOTNOTE = re.compile(r"\A\[\^[^\[\]\s]{1,50}\]:\s*|\[\^[^\[\]\s]{1,50}\]")
_HTML = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_STRESS = (
    re.compile(r"(?<![\w\\*])(\*{1,3})(?=\S)([^*]{1,500}?)(?<=[^\s\\])\1(?!\*)"),
    re.compile(r"(?<![\w\\])(_{1,3})(?=\S)([^_]{1,500}?)(?<=[^\s\\])\1(?!\w)"),
    re.compile(r"(?<!\\)(~~|`{1,2})(?=\S)([^~`]{1,500}?)(?<=\S)\1"),
)
_NESTED = 3
"""How deep stress within stress is taken out."""
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!~>|-])")
_NO_WORDS = re.compile(
    r"(?:[ \t]*[-*_]){3,}[ \t]*|\[[^\[\]\n]{1,100}\]:[ \t]*\S{1,2000}(?:[ \t]+\"[^\"\n]{0,200}\")?"
)
"""A rule across the page, or where a link leads."""


def ingest_markdown(source: str, name: str) -> Ingested:
    """An article from Markdown. The front matter of our own ``article.md`` is kept; that of others is mapped.

    InputError where the front matter is not YAML.
    """
    match = _FRONT.match(source)
    front = _front_matter(match.group(1), name) if match else {}
    if match and front and set(front) <= set(FACTS):
        article = _plain(parse_markdown(source))
        return Ingested(article, notes=notes_on(article.text))
    article = _plain(parse_markdown(source[match.end() :] if match else source.removeprefix("\ufeff")))
    facts = {_SAME.get(k.lower(), k.lower()): v for k, v in front.items()}
    known: dict[str, Any] = {
        k: v[:10] if k == "published" else v for k, v in facts.items() if k in FACTS and v
    }
    dropped = tuple(
        Dropped("front matter that is no fact of an article", f"{k}: {v}")
        for k, v in facts.items()
        if k not in FACTS
    )
    article = dataclasses.replace(article, **known)
    return Ingested(article, dropped, notes_on(article.text))


def _front_matter(source: str, name: str) -> dict[str, str]:
    import yaml

    try:
        data: Any = yaml.load(source, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        raise InputError("the front matter is not YAML; write one `name: value` a line", name) from None
    if not isinstance(data, dict):
        return {}
    return {str(k): ", ".join(map(str, v)) if isinstance(v, list) else str(v) for k, v in data.items()}


def _plain(article: Article) -> Article:
    parts = ((b.kind, article.words(b.span)) for b in article.blocks)
    plain = [(kind, _words(source)) for kind, source in parts if not _NO_WORDS.fullmatch(source)]
    kept = [(kind, words) for kind, words in plain if words.strip()]
    title = article.title or next((w for k, w in kept[:1] if k == "heading"), None)
    plain_facts = article_from_blocks(kept, title)
    return dataclasses.replace(article, title=title, text=plain_facts.text, blocks=plain_facts.blocks)


def _words(source: str) -> str:
    """The words of a block without marks for links, stress and notes."""
    words = _FOOTNOTE.sub("", _LINK.sub(r"\1", source))
    for _ in range(_NESTED):
        for mark in _STRESS:
            words = mark.sub(r"\2", words)
    return _ESCAPE.sub(r"\1", _HTML.sub("", _ADDRESS.sub(r"\1", words)))
