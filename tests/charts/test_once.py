"""A chart is drawn once: for one story, one chart and one way of asking."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from explainer import InputError
from explainer.charts import CHARTS, draw_mentions, draw_timeline
from explainer.charts.chart import once
from tests.stories import bare_story, tiny_story


def test_the_second_view_is_the_first() -> None:
    story = tiny_story()
    assert draw_timeline(story) is draw_timeline(story)
    assert CHARTS["timeline"](story) is draw_timeline(story)
    assert draw_mentions(story, focus=["mayor"]) is draw_mentions(story, focus=iter(["mayor"]))


def test_another_story_another_chart_or_another_focus_is_drawn() -> None:
    story = tiny_story()
    changed = replace(story, events=story.events[:1])
    assert draw_timeline(changed) != draw_timeline(story)
    assert draw_mentions(story).id != draw_timeline(story).id
    assert draw_mentions(story, focus="mayor") != draw_mentions(story)
    assert draw_timeline(tiny_story()) is not draw_timeline(story)


def test_what_was_refused_is_refused_again() -> None:
    story = tiny_story()
    for _ in range(2):
        with pytest.raises(InputError, match="mayr"):
            draw_mentions(story, focus="mayr")


def test_charts_go_with_their_story() -> None:
    calls = []

    @once
    def draw(story: object) -> object:  # type: ignore[type-var]
        calls.append(id(story))
        return draw_timeline(bare_story())

    for _ in range(3):
        story = bare_story()
        draw(story)
        draw(story)
        del story
        gc.collect()
    assert len(calls) == 3
