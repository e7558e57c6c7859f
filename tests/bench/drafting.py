"""What drafting costs on top of a bare spaCy pass, how many articles a second, and whether memory stays flat."""

from __future__ import annotations

import tracemalloc
from collections.abc import Iterator
from itertools import islice

from explainer.drafting import pipeline
from explainer.drafting.model import load_model, parse_many
from explainer.library import load, stories
from explainer.text import Article
from tests.bench.run import Row, in_turn, row

_MANY = 1_000
_SHORT = 3


def run() -> Iterator[Row]:
    nlp = load_model(None)
    articles = [load(name).article for name in stories()]
    texts = [article.text for article in articles]
    whole, bare = in_turn(
        lambda: list(pipeline.draft_many(articles)), lambda: list(parse_many(nlp, texts)), 7
    )
    yield row(
        "draft the bundled stories", whole * 1000, "ms", baseline=bare * 1000,
        baseline_is="a bare spaCy pass over them", ratio=whole / bare,
        target="≤ 1.25 times as long", ok=whole / bare <= 1.25,
    )  # fmt: skip
    yield row("articles drafted", len(articles) / whole, "articles/s")
    yield from _memory(articles[0])


def _memory(article: Article) -> Iterator[Row]:
    """Memory held by Python objects at the peak, over the first hundred and over all of many short articles."""
    short = "\n\n".join(p.of(article.text) for p in article.paragraphs[:_SHORT])
    stream = pipeline.draft_many(f"{short}\n\nArticle {number}." for number in range(_MANY))
    tracemalloc.start()
    for _ in islice(stream, 100):
        pass
    few = tracemalloc.get_traced_memory()[1]
    tracemalloc.reset_peak()
    for _ in stream:
        pass
    many = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    yield row(
        f"peak memory over {_MANY} short articles", many / 2**20, "MiB", baseline=few / 2**20,
        baseline_is="over the first hundred", target="≤ 1.2 times as much", ok=many / few <= 1.2,
    )  # fmt: skip
