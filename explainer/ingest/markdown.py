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
_LINK = re.compile(r"!?\[([^\[\]\n]{0,500})\]\([^()\s]{0,2000}(?:\s\"[^\"\n]{0,200}\")?\)")
_STRESS = re.compile(r"(?<![\w*])(\*\*|__|\*|_)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1(?![\w*])")
_HTML = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")


def ingest_markdown(source: str, name: str) -> Ingested:
    """An article from Markdown. Our own ``article.md`` is read as it stands; other front matter is mapped.

    InputError where the front matter is not YAML.
    """
    match = _FRONT.match(source)
    front = _front_matter(match.group(1), name) if match else {}
    if match and front and set(front) <= set(FACTS):
        article = parse_markdown(source)
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
    parts = [
        (b.kind, _HTML.sub("", _STRESS.sub(r"\2", _LINK.sub(r"\1", article.words(b.span)))))
        for b in article.blocks
    ]
    kept = [(kind, words) for kind, words in parts if words.strip()]
    title = article.title or next((w for k, w in kept[:1] if k == "heading"), None)
    return article_from_blocks(kept, title)
