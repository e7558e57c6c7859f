from __future__ import annotations

import dataclasses
from collections.abc import Callable

import pytest

from explainer import Story, check
from explainer.records import When
from explainer.text import Block, Span
from tests.stories import bare_story, tiny_story


def change(kind: str, of: str, /, **changes: object) -> Callable[[Story], Story]:
    def apply(story: Story) -> Story:
        records = [dataclasses.replace(r, **changes) if r.id == of else r for r in getattr(story, kind)]
        return story.replace(**{kind: records})

    return apply


def article(**changes: object) -> Callable[[Story], Story]:
    return lambda story: story.replace(article=dataclasses.replace(story.article, **changes))


FAULTS = [
    (change("actors", "mayor", id="The Mayor"), "actors[0].id", "is no id"),
    (change("actors", "fishers", id="mayor"), "actors[0].id", "is used 2 times"),
    (change("events", "closure", id="mayor"), "events[0].id", "is used 2 times"),
    (change("events", "closure", evidence=()), "events[0].evidence", "no evidence"),
    (change("events", "closure", span=Span(4, 4)), "events[0].span", "empty or outside"),
    (change("quotations", "q1", content=(Span(0, 9_999),)), "quotations[0].content[0]", "outside the text"),
    (change("quotations", "q1", source=Span(-3, 2)), "quotations[0].source", "outside the text"),
    (change("quotations", "q1", actor="mayer"), "quotations[0].actor", "did you mean 'mayor'"),
    (change("quotations", "q1", continues="closure"), "quotations[0].continues", "not among the quotations"),
    (change("events", "protest", after=("clousre",)), "events[1].after", "did you mean 'closure'"),
    (change("events", "closure", when=When(time="t9")), "events[0].when.time", "not among the times"),
    (change("reactions", "r1", target="t1"), "reactions[0].target", "not among the actors or events"),
    (change("times", "t1", earliest="5 May"), "times[0].earliest", "is no date"),
    (change("times", "t1", earliest="2024-05-06", latest="2024-05-05"), "times[0]", "before it starts"),
    (change("events", "closure", after=("protest",)), "events", "circle"),
    (change("events", "closure", after=("closure",)), "events", "circle"),
    (change("events", "closure", certainty="certain"), "events[0].certainty", "on the report alone"),
    (change("claims", "c1", certainty="certain"), "claims[0].certainty", "on the report alone"),
    (article(published="last week"), "article.published", "is no date"),
    (article(blocks=(Block("paragraph", 0, 99_999),)), "article.blocks[0]", "outside the text"),
    (article(blocks=(Block("paragraph", 5, 9), Block("paragraph", 3, 7))), "article.blocks[1]", "out of order"),
]  # fmt: skip


@pytest.mark.parametrize(("spoil", "path", "words"), FAULTS)
def test_each_fault_is_found_with_its_path(spoil: Callable[[Story], Story], path: str, words: str) -> None:
    assert any(f.path == path and words in f.message for f in check(spoil(tiny_story())))


@pytest.mark.parametrize("story", [tiny_story(), bare_story(), bare_story("")])
def test_a_sound_story_has_no_faults(story: Story) -> None:
    assert check(story) == ()


def test_an_interval_may_be_known_to_different_precision() -> None:
    story = change("times", "t1", earliest="2024-05-05T18:00", latest="2024-05-05")(tiny_story())
    assert check(story) == ()


def test_certain_stands_where_somebody_else_supports_it() -> None:
    story = change("claims", "c1", certainty="certain", supported_by=("mayor",))(tiny_story())
    assert check(story) == ()
