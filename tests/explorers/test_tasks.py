"""The widget of the tasks: its traits, its static twin, what each edition holds."""

from __future__ import annotations

import json
from html.parser import HTMLParser

import pytest

from explainer.charts.facts import STANCE_GROUPS
from explainer.explorers import explore_tasks
from explainer.explorers.base import CHART_JSON
from explainer.explorers.words_tasks import TASKS_ENGLISH, TASKS_GERMAN
from explainer.faults import InputError
from explainer.practice.exercises import make_exercises
from explainer.practice.generate.reactions import AGAINST, CALLING, FOR, STANCES, WEIGHING
from tests.practice.cases import HOSTILE, cases, pool, task
from tests.stories import bare_story, tiny_story

WHO = task("tiny", "who-said")
STORY = tiny_story()


def bundle(**options):
    return explore_tasks(pool("tiny"), story=STORY, **options)._repr_mimebundle_()[0]


def test_answers_are_seen_by_python_with_their_feedback() -> None:
    tasks = explore_tasks(pool("tiny"), story=STORY, student="b2", seed=7)
    tasks.answers = {WHO.id: WHO.answer}
    assert tasks.feedback()[WHO.id].verdict == "right"
    work = tasks.work()
    assert (work.story, work.student, work.seed) == (STORY.id, "b2", 7)
    assert work.answer_to(WHO) == WHO.answer
    assert [e.exercise for e in work.entries] == [WHO.id]


def test_a_cell_that_runs_again_finds_its_answers_and_another_student_does_not() -> None:
    explore_tasks(pool("tiny"), story=STORY, student="a1").answers = {WHO.id: WHO.answer}
    assert explore_tasks(pool("tiny"), story=STORY, student="a1").answers == {WHO.id: WHO.answer}
    assert explore_tasks(pool("tiny"), story=STORY, student="a2").answers == {}
    variant = next(e for s in range(2, 40) for e in pool("tiny", s) if e.id == WHO.id and e.mark != WHO.mark)
    assert explore_tasks([variant], story=STORY, student="a1").answers == {}


def test_the_static_twin_lists_every_task_and_no_key() -> None:
    data = bundle()
    for exercise in pool("tiny"):
        assert exercise.prompt in data["text/plain"]
        for option in exercise.options:
            assert option.text in data["text/plain"]
        for kind in ("text/plain", "text/html"):
            assert not exercise.explanation or exercise.explanation not in data[kind]
    assert "Answer:" not in data["text/plain"] + data["text/html"]


def test_a_teacher_sees_the_key_on_paper_too() -> None:
    data = bundle(edition="teacher")
    assert "Answer: Ada Lind" in data["text/plain"]
    assert WHO.explanation in data["text/plain"]
    assert "Ada Lind" in data["text/html"]


@pytest.mark.parametrize("edition", ["student", "exam"])
def test_no_key_is_readable_in_the_data_and_an_exam_has_none(edition: str) -> None:
    tasks = explore_tasks(pool("tiny"), story=STORY, edition=edition)
    data = json.dumps([tasks.data, tasks._repr_mimebundle_()[0][CHART_JSON]], ensure_ascii=False)
    assert '"verdict"' not in data and WHO.explanation not in data
    assert ('"key"' in data) == (edition == "student")
    assert tasks.data.get("story") is None, "no records of the story"


def test_the_bundle_is_the_same_each_time() -> None:
    first, second = bundle(), bundle()
    for kind in ("text/plain", "text/html", CHART_JSON):
        assert first[kind] == second[kind]


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_names_are_text_on_paper() -> None:
    story = cases()["hostile"][0]
    tasks = explore_tasks(pool("hostile"), story=story, student=HOSTILE)
    found = Tags(tasks._repr_mimebundle_()[0]["text/html"])
    assert not found.tags & {"script", "img"}
    assert " ".join(HOSTILE.split()) in found.text


def test_a_story_without_tasks_says_so() -> None:
    story = bare_story()
    tasks = explore_tasks(make_exercises(story), story=story)
    assert "no tasks" in tasks._repr_mimebundle_()[0]["text/html"]


def test_another_edition_is_refused() -> None:
    with pytest.raises(InputError, match="no edition 'pupil'"):
        explore_tasks(pool("tiny"), story=STORY, edition="pupil")  # type: ignore[arg-type]


def test_both_languages_have_the_same_words() -> None:
    assert set(TASKS_ENGLISH) == set(TASKS_GERMAN)


def test_the_four_groups_are_those_of_the_charts() -> None:
    names = {FOR: "for", AGAINST: "against", WEIGHING: "weighing", CALLING: "calling"}
    for stance, (group, *_) in STANCES.items():
        assert stance in STANCE_GROUPS[names[group]]
