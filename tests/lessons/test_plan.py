from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.lessons.parameters import TABLE, Parameters
from explainer.lessons.plan import parts_of, steps_of, topics_of
from explainer.teaching import TOPICS, Step, Teaching


def choices(name: str) -> st.SearchStrategy[object]:
    return st.sampled_from(list(TABLE[name].allowed or ()))


@given(choices("focus"), choices("edition"), choices("minutes"), st.booleans())
def test_minutes_add_up_and_nothing_takes_none(focus: str, edition: str, minutes: int, cards: bool) -> None:
    parts = parts_of(Parameters(focus=focus, edition=edition, minutes=minutes), cards)  # type: ignore[arg-type]
    assert sum(p.minutes for p in parts) == minutes
    assert all(p.minutes >= 1 for p in parts)
    assert [p.block for p in parts if p.block in TOPICS] == list(topics_of(focus))  # type: ignore[arg-type]


def test_the_default_lesson_is_the_one_of_forty_minutes() -> None:
    parts = {p.block: p.minutes for p in parts_of(Parameters())}
    assert parts["before"] == 4
    assert parts["read"] == 8
    assert parts["actors"] + parts["timeline"] == 9
    assert parts["sources"] == 9
    assert parts["retell"] == 5
    assert parts["discuss"] == 5


def test_an_exam_has_neither_talk_nor_other_sources() -> None:
    blocks = [p.block for p in parts_of(Parameters(edition="exam", minutes=180, focus="sources"))]
    assert not {"cards", "discuss"} & set(blocks)
    assert "cards" in [p.block for p in parts_of(Parameters(minutes=180, focus="sources"))]


def test_the_teachers_own_plan_is_stretched() -> None:
    plan = tuple(Step(title=str(i), minutes=m, text="", if_short=i == 2) for i, m in enumerate((2, 4, 6)))
    steps = steps_of(Teaching(plan=plan), Parameters(minutes=60))
    assert [s.minutes for s in steps] == [10, 20, 30]
    assert [s.if_short for s in steps] == [False, False, True]
    assert steps_of(Teaching(), Parameters()) == ()


def test_a_plan_of_many_steps_fits_as_well_as_it_can() -> None:
    plan = tuple(Step(title="", minutes=1, text="") for _ in range(20))
    assert [s.minutes for s in steps_of(Teaching(plan=plan), Parameters(minutes=15))] == [1] * 20
