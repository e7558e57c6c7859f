"""The annotated articles: one TOML beside each article, its words located in the text.

The TOML names everything by exact words (see ``phrases``). Alternatives stand in a list or between
``|``. "(optional)" after a heading or a scare quote, ``optional = true`` on a record and "optional" as
a time's fourth value mean: a reader may mark it or not, so it is neither asked for nor an error.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import explainer
from explainer.text import Article, Span
from tests.gold.phrases import find, find_in_order, find_near, places

ARTICLES = Path(__file__).parent / "articles"
BLOCKS = {
    "headings": "heading", "captions": "caption", "list_items": "list_item", "blockquotes": "blockquote",
}  # fmt: skip


@dataclass(frozen=True)
class GoldActor:
    """``names`` are its name mentions; an unnamed source has ``nominals`` instead, the phrases that stand for it.

    The kind "document" is a paper that speaks and nobody behind it.
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    roles: tuple[str, ...]
    names: tuple[Span, ...]
    nominals: tuple[Span, ...]
    stands_for: bool
    optional: bool


@dataclass(frozen=True)
class GoldQuotation:
    form: str
    actor: str
    source: Span | None
    content: tuple[Span, ...]
    addressee: str | None
    optional: bool


@dataclass(frozen=True)
class Marked:
    """Some words with what is right about them: a time, a block, a scare quote, an event, a stance."""

    span: Span
    right: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    actor: str | None = None
    optional: bool = False


@dataclass(frozen=True)
class GoldClaim:
    span: Span
    chain: tuple[str, ...]
    basis: tuple[str, ...]
    certainty: tuple[str, ...]
    hedges: tuple[Span, ...]


@dataclass(frozen=True)
class Gold:
    """One article with everything that is right about it."""

    name: str
    held: bool
    article: Article
    actors: tuple[GoldActor, ...]
    quotations: tuple[GoldQuotation, ...]
    scare: tuple[Marked, ...]
    times: tuple[Marked, ...]
    blocks: tuple[Marked, ...]
    events: tuple[Marked, ...]
    reactions: tuple[Marked, ...]
    claims: tuple[GoldClaim, ...]

    def actor(self, id: str) -> GoldActor:
        return next(a for a in self.actors if a.id == id)


@cache
def load_gold() -> tuple[Gold, ...]:
    """Every annotated article, in the order of its number."""
    return tuple(load_one(path) for path in sorted(ARTICLES.glob("*.toml")))


def load_one(path: Path) -> Gold:
    """One annotated article; Missing where words do not stand in it."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    source = next(p for end in (".txt", ".md") if (p := path.with_suffix(end)).exists())
    article = explainer.read(source, published=data.get("published"))
    text = article.text
    return Gold(
        name=path.stem,
        held=data["held"],
        article=article,
        actors=_actors(text, data["actors"]),
        quotations=tuple(_quotation(text, q) for q in data["quotations"]),
        scare=tuple(_marked(text, words) for words in data["scare"]),
        times=_times(text, data["times"]),
        blocks=tuple(_marked(text, w, kind) for key, kind in BLOCKS.items() for w in data.get(key, ())),
        events=tuple(Marked(find(text, w), _options(right)) for w, right in data["events"]),
        reactions=tuple(Marked(find(text, w), (stance,), actor=a) for a, stance, w in data["reactions"]),
        claims=tuple(_claim(text, c) for c in data["claims"]),
    )


def _actors(text: str, rows: list[dict[str, Any]]) -> tuple[GoldActor, ...]:
    names = _name_mentions(
        text, {r["id"]: r.get("forms", [] if "nominal" in r else [r["name"]]) for r in rows}
    )
    return tuple(
        GoldActor(
            id=row["id"],
            name=row["name"],
            kinds=tuple(_listed(row["kind"])),
            roles=tuple(_listed(row.get("role", []))),
            names=tuple(names[row["id"]]),
            nominals=tuple(s for n in row.get("nominal", []) for s in _all(text, n)),
            stands_for=row.get("stands_for", False),
            optional=row.get("optional", False),
        )
        for row in rows
    )


def _name_mentions(text: str, forms: Mapping[str, list[str]]) -> dict[str, list[Span]]:
    """Where each name stands; a longer name wins over a shorter one inside it."""
    taken: list[Span] = []
    mentions: dict[str, list[Span]] = {id: [] for id in forms}
    for form, id in sorted(((f, i) for i, fs in forms.items() for f in fs), key=lambda x: -len(x[0])):
        free = [s for s in _all(text, form) if not any(s.overlaps(t) for t in taken)]
        taken += free
        mentions[id] += free
    return mentions


def _all(text: str, words: str) -> list[Span]:
    found = places(text, words)
    find(text, words)
    return found


def _quotation(text: str, row: dict[str, Any]) -> GoldQuotation:
    content = tuple(find(text, words) for words in row["content"])
    source = find_near(text, row["source"], content) if "source" in row else None
    optional = row.get("optional", False)
    return GoldQuotation(row["form"], row["by"], source, content, row.get("told"), optional)


def _times(text: str, rows: list[list[str]]) -> tuple[Marked, ...]:
    spans = find_in_order(text, [row[0] for row in rows])
    return tuple(
        Marked(span, _options(row[2]), _options(row[1]), optional=len(row) > 3)
        for span, row in zip(spans, rows, strict=True)
    )


def _claim(text: str, row: dict[str, Any]) -> GoldClaim:
    span = find(text, row["words"])
    hedges = tuple(find_near(text, h, [Span(span.start, span.start)]) for h in row["hedges"])
    return GoldClaim(span, tuple(row["by"]), _options(row["basis"]), _options(row["certainty"]), hedges)


def _marked(text: str, words: str, kind: str = "") -> Marked:
    plain = words.removesuffix(" (optional)")
    return Marked(find(text, plain), (kind,) if kind else (), optional=plain != words)


def _options(value: str) -> tuple[str, ...]:
    return tuple(value.split("|"))


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
