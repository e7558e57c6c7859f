from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.lessons.lesson import lesson_for
from explainer.lessons.parameters import TABLE, Parameters
from explainer.lessons.plan import parts_of, topics_of
from explainer.teaching import TOPICS, Step


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
    assert parts["sources"] + parts["cards"] == 9
    assert parts["retell"] == 5
    assert parts["discuss"] == 5


def test_an_exam_is_the_article_and_its_tasks() -> None:
    blocks = [p.block for p in parts_of(Parameters(edition="exam", minutes=180, focus="sources"))]
    assert blocks == ["read", "sources"]
    assert "cards" in [p.block for p in parts_of(Parameters(minutes=180, focus="sources"))]


def test_other_sources_come_with_the_sources_where_there_is_half_an_hour() -> None:
    rows = {("overview", 40): True, ("all", 30): True, ("overview", 29): False, ("timeline", 180): False,
            ("sources", 15): True}  # fmt: skip
    for (focus, minutes), there in rows.items():
        blocks = [p.block for p in parts_of(Parameters(focus=focus, minutes=minutes))]  # type: ignore[arg-type]
        assert ("cards" in blocks) is there, (focus, minutes)
        assert "cards" not in [p.block for p in parts_of(Parameters(minutes=minutes), cards=False)]


def test_the_teachers_own_plan_shares_the_minutes_of_an_overview() -> None:
    plan = (
        Step(title="Guess", minutes=2, text="", blocks=("before",)),
        Step(title="Read", minutes=20, text="", blocks=("read",)),
        Step(title="Work", minutes=18, text="", blocks=("actors", "timeline", "sources", "cards")),
    )
    parts = {p.block: p.minutes for p in parts_of(Parameters(minutes=50), plan=plan)}
    assert (parts["before"], parts["read"]) == (2, 20)
    assert parts["actors"] + parts["timeline"] + parts["sources"] + parts["cards"] == 18
    assert parts["retell"] + parts["discuss"] == 10
    assert parts_of(Parameters(focus="timeline"), plan=plan) == parts_of(Parameters(focus="timeline"))


def test_a_short_lesson_says_where_the_tasks_take_longer() -> None:
    def plan(minutes: int) -> str:
        lesson = lesson_for(Parameters(edition="teacher", minutes=minutes))
        return "\n".join(str(getattr(item, "text", "")) for item in lesson.block("plan"))

    assert "All its tasks together take about 10 minutes; choose some." in plan(15)
    assert "take about" not in plan(180)
    assert "what happens" in plan(180)
