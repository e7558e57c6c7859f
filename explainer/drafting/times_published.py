"""The day an article was published, from its own words where no fact gives it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from explainer.drafting.times import find_times
from explainer.drafting.times_calendar import iso_date
from explainer.records import TimeExpression
from explainer.text import Article, Span

_LABEL = re.compile(
    r"(?:by [^\n\d]{2,60}[,|·–—-]\s*)?(?:first |last )?"
    r"(?:published|updated|posted|modified|issued|date|on|at|:|\s|[-–—|·,])*",
    re.I,
)
_REST = re.compile(
    r"(?:\s|[.,|·–—-]|\([^()\n]{2,40}\)|\bat\b|\d{1,2}[:.]\d\d|[ap]\.?m\.?|gmt|utc|bst|e[sd]t|cet|by [^\n]{0,60})*",
    re.I,
)
_PLACE = re.compile(r"[A-Z][A-Z .’'-]{2,40}(?:,[^\n–—-]{0,60})?$")
"""A place in capitals, with what it lies in."""
_TOWN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}$")
_WEEKDAY = re.compile(r"XXXX-WXX-([1-7])")
_DAY_OF_WEEK = re.compile(r"(mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
_NAMES = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_HEAD_BLOCKS, _TAIL_BLOCKS, _DATELINE_REACH, _BYLINES = 6, 3, 90, 3


def infer_published(article: Article) -> tuple[str, str] | None:
    """The likely day of publication (ISO 8601) and a sentence that says why; None where nothing tells.

    In this order: a line that is a date, a dateline with a year, else the latest date that stands
    with its weekday, moved on to the last weekday the text speaks of. The day is inferred: say so where it is used.
    """
    times = find_times(article, None)
    days = [(time, day) for time in times if (day := _full_day(time))]
    return _from_line(article, days) or _from_dateline(article, days) or _from_weekdays(article, times, days)


def _full_day(time: TimeExpression) -> date | None:
    return iso_date(time.value) if re.match(r"\d{4}-\d\d-\d\d", time.value or "") else None


def _from_line(article: Article, days: list[tuple[TimeExpression, date]]) -> tuple[str, str] | None:
    blocks = [*article.blocks[:_HEAD_BLOCKS], *article.blocks[-_TAIL_BLOCKS:]]
    for time, day in days:
        for block in blocks:
            if not (block.span.contains(time.span) and block.end - block.start < 120):
                continue
            before = article.text[block.start : time.span.start]
            after = article.text[time.span.end : block.end]
            labelled = _LABEL.fullmatch(before) or _PLACE.match(before.rstrip(" ,"))
            if labelled and _REST.fullmatch(after):
                return day.isoformat(), f"The line “{_one_line(article, block.span)}” gives the date."
    return None


def _from_dateline(article: Article, days: list[tuple[TimeExpression, date]]) -> tuple[str, str] | None:
    openings = [*article.paragraphs][:_BYLINES]
    for time, day in days:
        first = next((p for p in openings if p.contains(time.span)), None)
        if first is None or time.span.start - first.start > _DATELINE_REACH:
            continue
        before = article.text[first.start : time.span.start].rstrip(" ,")
        if (_PLACE.match(before) or _TOWN.match(before)) and re.match(
            r"\s*(?:\([^()\n]{2,40}\)\s*)?[-–—:]", article.text[time.span.end :][:60]
        ):
            return (
                day.isoformat(),
                f"The place and date at the start, “{before}, {article.words(time.span)}”, give it.",
            )
    return None


def _from_weekdays(
    article: Article, times: tuple[TimeExpression, ...], days: list[tuple[TimeExpression, date]]
) -> tuple[str, str] | None:
    """A full date written with its weekday, moved on to the last weekday that is spoken of on its own.

    Reports name the weekday of days near by only; a date without one may be years old.
    """
    spoken = {int(m[1]): t for t in times if (m := _WEEKDAY.match(t.value or ""))}
    dated = [(time, day) for time, day in days if _near(article, time, day)]
    years = [int(time.value[:4]) for time in times if re.match(r"\d{4}", time.value or "") and time.value]
    if not spoken or not dated or max(years) > max(day.year for _, day in dated):
        return None
    time, latest = max(dated, key=lambda pair: pair[1])
    steps = {weekday: (weekday - latest.isoweekday()) % 7 for weekday in spoken}
    last = max(steps, key=lambda weekday: steps[weekday])
    day = latest + timedelta(days=steps[last])
    words = f"“{article.words(time.span)}” is the latest date in the text"
    return day.isoformat(), f"{words}, and “{article.words(spoken[last].span)}” follows it."


def _near(article: Article, time: TimeExpression, day: date) -> bool:
    """Whether a date is written with its weekday, and with the right one."""
    said = _DAY_OF_WEEK.search(article.words(time.span))
    return said is not None and _NAMES.index(said[1].lower()) + 1 == day.isoweekday()


def _one_line(article: Article, span: Span) -> str:
    return " ".join(article.words(span).split())
