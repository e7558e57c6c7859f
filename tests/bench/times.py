"""How fast time expressions are found, in words a second without a model, and whether time grows with the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from explainer.drafting.times import find_times
from explainer.ingest.blocks import article_from_text
from explainer.library import load, stories
from explainer.text import Article
from tests.bench.run import Row, in_turn, row, seconds

_WORD = re.compile(r"\w+")


def run() -> Iterator[Row]:
    articles = [load(name).article for name in stories()]
    words = sum(len(_WORD.findall(article.text)) for article in articles)
    _all(articles)
    yield from _speed(articles, words)
    yield from _growth(articles[0].text)


def _all(articles: list[Article]) -> None:
    for article in articles:
        find_times(article, article.published)


def _speed(articles: list[Article], words: int) -> Iterator[Row]:
    from dateparser.search import search_dates

    first = articles[0].paragraphs[0].of(articles[0].text)
    few = len(_WORD.findall(first))
    ours, theirs = in_turn(lambda: _all(articles), lambda: search_dates(first, languages=["en"]), 9)
    yield row(
        "find the times of the bundled stories", words / ours, "words/s",
        baseline=few / theirs, baseline_is="dateparser's search_dates on one of their paragraphs",
        target="≥ 20,000 words/s", ok=words / ours >= 20_000,
    )  # fmt: skip
    ours, scan = in_turn(lambda: _all(articles), lambda: [_WORD.findall(a.text) for a in articles], 9)
    yield row(
        "time for the times of the bundled stories", ours * 1000, "ms",
        baseline=scan * 1000, baseline_is="one pass of a regular expression for words",
    )  # fmt: skip


def _growth(text: str) -> Iterator[Row]:
    once, often = article_from_text(text), article_from_text("\n\n".join([text] * 16))
    short = min(seconds(lambda: find_times(once, "2024-05-08")) for _ in range(9))
    long = min(seconds(lambda: find_times(often, "2024-05-08")) for _ in range(5))
    yield row(
        "sixteen times the text", long * 1000, "ms", baseline=short * 1000, baseline_is="the text once",
        target="≤ 20 times as long", ok=long / short <= 20,
    )  # fmt: skip
