"""Time expressions: the words, their TIMEX3 type and value, and the interval they cover.

Rules over word classes; no model. Extents and values follow TimeML as TempEval-3 annotated it:
"the past three months" is one expression with its determiner, "late Saturday" with its modifier, a
preposition stays outside. Not marked: ages ("35 years old"), "former", "still", "the same time".
"""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from itertools import pairwise

from explainer.drafting import (
    times_clock,
    times_dates,
    times_durations,
    times_eras,
    times_quarters,
    times_relative,
    times_sets,
)
from explainer.drafting.times_calendar import interval, iso_date
from explainer.drafting.times_grammar import hits
from explainer.drafting.times_scene import Meaning, Scene
from explainer.drafting.times_words import Tokens, lexicon, tokenize
from explainer.records import TimeExpression
from explainer.text import Article, Span

RULE_MODULES = (
    times_dates, times_eras, times_quarters, times_relative, times_clock, times_durations, times_sets,
)  # fmt: skip
"""Importing them registers the rules."""


def find_times(article: Article, published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of an article, in text order, with ids t1, t2, ….

    ``published`` is the ISO date that relative words are seen from; without it they keep the X's of
    TIMEX3 where a part is unknown ("XXXX-WXX-5") or have no value. ``anchor`` is "published", the
    id of the time a value is counted from, or None where the words say it all. Linear in the text.
    """
    tokens = tokenize(article.text, [b.start for b in article.blocks])
    scene = Scene(tokens, iso_date(published))
    scene.opening_year = opening_year(tokens, scene.published)
    scene.aside = _captions(article, tokens)
    scene.narrative = scene.opening_year is not None
    found: list[TimeExpression] = []
    dated: dict[int, str] = {}
    position = 0
    for hit in hits(tokens):
        if hit.first < position:
            continue
        scene.place = hit.first
        meaning = hit.build(hit, scene)
        if meaning is None:
            continue
        position = hit.end
        time = _expression(
            f"t{len(found) + 1}", tokens, hit.first, hit.end, meaning, dated.get(len(scene.seen))
        )
        found.append(time)
        if meaning.value and meaning.value[:4].isdigit() and hit.first not in scene.aside:
            scene.seen.append((hit.first, hit.end, meaning.value))
            dated[len(scene.seen)] = time.id
    return tuple(found)


def _expression(
    id_: str, tokens: Tokens, first: int, end: int, meaning: Meaning, last: str | None
) -> TimeExpression:
    earliest, latest = interval(meaning.value)
    return TimeExpression(
        id=id_,
        span=Span(tokens.starts[first], tokens.ends[end - 1]),
        type=meaning.type,
        value=meaning.value,
        earliest=meaning.earliest or earliest,
        latest=latest,
        anchor=last if meaning.anchor == "last" else meaning.anchor,
    )


def _captions(article: Article, tokens: Tokens) -> frozenset[int]:
    """The tokens of the captions."""
    return frozenset(
        place
        for block in article.blocks
        if block.kind == "caption"
        for place in range(bisect_left(tokens.starts, block.start), bisect_left(tokens.starts, block.end))
    )


def opening_year(tokens: Tokens, published: date | None) -> int | None:
    """The first year of a text that tells of long ago, as a history does; None for a report of the day.

    A history names many dates, nearly all well before its publication, and few weekdays.
    """
    if published is None:
        return None
    years = [
        int(word) for word in tokens.words if len(word) == 4 and word.isdigit() and "1000" <= word < "2100"
    ]
    old = sum(year < published.year for year in years)
    dates = len(years) + sum(word in lexicon()["months"] for word in tokens.words)
    news = sum(word in lexicon()["weekdays"] or word in lexicon()["deictic"] for word in tokens.words)
    news += sum(
        a == "ago" or (a in ("last", "this") and b in lexicon()["units"]) for a, b in pairwise(tokens.words)
    )
    tells = dates >= 12 and years and old >= 0.75 * len(years) and news <= 0.1 * dates
    return years[0] if tells else None
