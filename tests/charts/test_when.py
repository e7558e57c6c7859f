"""Dates as numbers and words, and the order of happening."""

from __future__ import annotations

import math

import pytest

from explainer.charts.when import date_words, end_of, happening, iso, start_of, when_words
from explainer.records import Event, When
from explainer.story import Story
from explainer.text import Span
from tests.stories import plain_article

TEXT = "It began. It went on. It ended. " * 4


def event(id: str, place: int = 0, when: When = When(), **more: object) -> Event:  # noqa: B008
    span = Span(place, place + 2)
    return Event(id=id, label=id, span=span, evidence=(span,), when=when, **more)  # type: ignore[arg-type]


def order(*events: Event) -> list[str]:
    return [p.event.id for p in happening(Story(plain_article(TEXT), events=events))]


@pytest.mark.parametrize(
    ("text", "days"),
    [("2023-06-24", 1.0), ("2023-06", 30.0), ("2023-12", 31.0), ("2023", 365.0), ("2024", 366.0),
     ("2023-06-24T18:00", 1 / 1440), ("2023-06-24T18", 1 / 24), ("9999-12-31", 1.0)],
)  # fmt: skip
def test_a_date_covers_the_time_to_its_precision(text: str, days: float) -> None:
    start, end = start_of(text), end_of(text)
    assert start is not None and end is not None
    assert end - start == pytest.approx(days)


@pytest.mark.parametrize(
    "text", [None, "", "soon", "2023-13", "2023-02-30", "0000", "2023-06-24T25:00", "20230624"]
)
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert start_of(text) is None
    assert end_of(text) is None
    assert date_words(text) == ""


def test_a_moment_is_written_back() -> None:
    moment = start_of("2023-06-24T18:05")
    assert moment is not None
    assert iso(moment) == "2023-06-24T18:05"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        (When(), ""),
        (When("2023-06-24", "2023-06-24", "day"), "Saturday 24 June 2023"),
        (When("2023-06-24T18:00", "2023-06-24T23:59", "part_of_day"), "late on Saturday 24 June 2023"),
        (When("2023-06-25T00:00", "2023-06-25T06:00", "part_of_day"), "early on Sunday 25 June 2023"),
        (
            When("2023-06-24T06:00", "2023-06-24T12:00", "part_of_day"),
            "on the morning of Saturday 24 June 2023",
        ),
        (When("2023-06-24T06:40", "2023-06-24T06:40", "minute"), "Saturday 24 June 2023, 06:40"),
        (When("2023-06-24", "2023-06-25"), "Saturday 24 to Sunday 25 June 2023"),
        (When("2023-06-30", "2023-07-01"), "Friday 30 June 2023 to Saturday 1 July 2023"),
        (When("2022-02-01", "2022-02-28", "month"), "February 2022"),
        (When("2022-02", "2022-02", "month"), "February 2022"),
        (When("2022-01-01", "2022-12-31", "year"), "2022"),
        (When("2022", "2022", "year"), "2022"),
        (When(None, "2023-06-25"), "by Sunday 25 June 2023"),
        (When("2023-06-25", None), "from Sunday 25 June 2023 on"),
        (When("nonsense", "rubbish"), ""),
    ],
)
def test_times_in_words(when: When | None, words: str) -> None:
    assert when_words(when) == words


def test_events_keep_to_dates_and_to_what_they_follow() -> None:
    day = When("2023-06-24", "2023-06-24", "day")
    assert order(
        event("last", 0, When("2023-06-25", "2023-06-25", "day")),
        event("second", 4, day, after=("first",)),
        event("first", 8, day),
        event("between", 12, after=("second",), before=("last",)),
    ) == ["first", "second", "between", "last"]


def test_the_undated_stand_first_if_something_follows_and_last_if_nothing_is_said() -> None:
    day = When("2023-06-24", "2023-06-24", "day")
    assert order(event("unsaid", 0), event("day", 4, day), event("early", 8, before=("day",))) == [
        "early",
        "day",
        "unsaid",
    ]


def test_an_open_start_sorts_by_its_end() -> None:
    assert order(
        event("late", 0, When("2023-06-23T18:00", "2023-06-23T23:59", "part_of_day")),
        event("by", 4, When(None, "2023-06-23")),
        event("month", 8, When("2023-05", "2023-05", "month")),
    ) == ["month", "by", "late"]


def test_a_circle_is_survived() -> None:
    found = order(event("a", 0, after=("b",)), event("b", 4, after=("a",)), event("c", 8, after=("c",)))
    assert sorted(found) == ["a", "b", "c"]


def test_bounds_run_through_the_undated() -> None:
    day = When("2023-06-24", "2023-06-24", "day")
    story = Story(
        plain_article(TEXT),
        events=(event("a", 0, day), event("b", 4, after=("a",)), event("c", 8, after=("b",))),
    )
    placed = {p.event.id: p for p in happening(story)}
    assert placed["c"].low == placed["b"].low == start_of("2023-06-24")
    assert placed["c"].high == math.inf
    assert placed["c"].ordered and not placed["c"].dated
